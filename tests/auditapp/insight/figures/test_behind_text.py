# SPDX-License-Identifier: MPL-2.0
"""Test that what is behind a figure can be kept as text."""

import datetime as dt

import pytest

from auditapp.insight.chart_words import chart_marks
from auditapp.insight.figures import behind_text
from auditapp.insight.figures.behind import NamedBehind
from auditapp.insight.figures.behind_text import read_behind, written_behind
from auditapp.insight.figures.making import figures_of
from auditapp.insight.figures.standing import standing
from auditapp.insight.insights import read_insights
from auditapp.insight.selection import Selection
from auditapp.model.front_sheet import Cohort
from auditapp.model.ids import AuditId

NARROWED = Selection(
    first=dt.date(2026, 1, 1), cohorts=frozenset(Cohort), has_drafts=True, has_moderations=True
)


@pytest.mark.parametrize("selection", [Selection(has_drafts=True), NARROWED], ids=["all", "some"])
def test_every_kind_comes_back_as_it_was(tables, selection):
    """What is sealed when the window locks is what is shown again; no kind is forgotten."""
    found = read_insights(tables, selection, dt.date(2026, 11, 22))
    behind = [
        mark.lines
        for figure in figures_of(found, selection)
        for row in chart_marks(figure.chart)
        for mark in row
        if mark.lines is not None
    ]
    today = standing(found, {AuditId("a" * 32): 1}, ())
    behind += [each.behind for each in (*today.tiles, *today.points)]
    assert set(behind_text._KINDS.values()) == {type(each) for each in behind}
    assert behind == [read_behind(written_behind(each)) for each in behind]


def test_names_that_are_not_known_are_refused():
    """A text of something else opens nothing."""
    text = written_behind(NamedBehind("Drafts", ()))
    with pytest.raises(KeyError):
        read_behind(text.replace("NamedBehind", "Selection"))
