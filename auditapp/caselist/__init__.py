# SPDX-License-Identifier: MPL-2.0
"""Read the list of cases that a round draws from: pasted, or from a CSV or Excel file.

What comes in is a table of texts (``table``); columns are matched to what a case has (``columns``),
by their headings and by hand; then each row is a case, or a fault in a sentence (``reading``).
"""
