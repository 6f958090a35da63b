# SPDX-License-Identifier: MPL-2.0
"""Count across audits from their digests: one module for each thing that is asked.

Every function takes the tables and a selection, returns small frozen records with the number that
each figure rests on, and has a second one beside it that names the lines behind a figure. Small
numbers are not hidden here: whoever shares a figure does that (``insight.small_numbers``).
"""
