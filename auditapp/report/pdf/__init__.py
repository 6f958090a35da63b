# SPDX-License-Identifier: MPL-2.0
"""Write a report as a tagged PDF: measured, drawn on pages, finished, encrypted or sealed."""
