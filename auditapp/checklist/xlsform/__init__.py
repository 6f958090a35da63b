# SPDX-License-Identifier: MPL-2.0
"""Read checklists from spreadsheets in the XLSForm layout, and write them as such.

The layout is that of ODK and KoboToolbox (https://xlsform.org): a sheet ``survey`` with one row a
question, a sheet ``choices`` with one row an answer, and a sheet ``settings``. What a checklist has
and XLSForm has no place for stands in columns and sheets whose names begin with ``audit_``.
"""
