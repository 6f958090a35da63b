# SPDX-License-Identifier: MPL-2.0
"""Make change sheets for tests, and read their rows."""

import datetime as dt

from auditapp.checklist.revision.change_groups import GROUP_TITLES
from auditapp.report.checklists.change_sheet import ChangeOptions
from tests.auditapp.report.reading import tables

NOW = dt.datetime(2026, 11, 22, 9, 30, tzinfo=dt.UTC)
OPTIONS = ChangeOptions({"front_door": "MASH"}, NOW, "OFFICIAL-SENSITIVE", "Example Council")


def rows_of(document, group):
    """Return the rows of one group."""
    return tables(document, GROUP_TITLES[group])[0].rows
