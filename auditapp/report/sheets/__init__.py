# SPDX-License-Identifier: MPL-2.0
"""Write a report for those who sort, filter and count: as an Excel workbook, and as CSV."""
