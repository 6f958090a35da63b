# SPDX-License-Identifier: MPL-2.0
"""Tests of ``ui.reports.choices``."""

import datetime as dt

import pytest

from auditapp.insight.selection import Selection
from auditapp.model.ids import ChecklistId
from auditapp.model.report_kinds import ReportKind
from ui.reports.choices import Choices, read, written

EVERYTHING = Selection(
    first=dt.date(2026, 4, 1),
    last=dt.date(2026, 9, 30),
    teams=frozenset({"North", "Tîm y De"}),
    checklists=frozenset({ChecklistId("visits")}),
    has_drafts=True,
)


@pytest.mark.parametrize(
    "choices",
    [
        Choices(ReportKind.SUMMARY, Selection()),
        Choices(ReportKind.LEARNING, EVERYTHING, is_shared=True),
    ],
)
def test_choices_come_back_as_they_were(choices):
    """Whatever was chosen is there again after the lock."""
    assert choices == read(written(choices))
