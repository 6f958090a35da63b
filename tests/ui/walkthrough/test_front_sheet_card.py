# SPDX-License-Identifier: MPL-2.0
"""Test the step that shows the front sheet."""

import pytest

from auditapp.model.front_sheet import Cohort
from tests.making import make_front
from ui.walkthrough.steps import FRONT_SHEET, StepKind


@pytest.fixture
def card(view):
    """Return the front sheet, on show."""
    view.show_step(FRONT_SHEET)
    return view.pages.card(StepKind.FRONT_SHEET)


def test_a_change_is_kept_and_shows_in_the_header(card, view, open_audit):
    """The head of the window follows the front sheet."""
    card.form.auditor.line_edit.setText("T. Marsh")
    card.form.auditor.line_edit.textEdited.emit("T. Marsh")
    card.settle_now()
    assert "T. Marsh" == open_audit.audit.front.auditor
    assert "T. Marsh" in view.header._sub.text()


def test_a_sheet_with_a_fault_changes_nothing(card, open_audit):
    """It is kept when it is whole again."""
    card.form.auditor.line_edit.setText("")
    card.form.auditor.line_edit.textEdited.emit("")
    card.settle_now()
    assert "R. Okafor" == open_audit.audit.front.auditor


def test_a_fault_in_one_field_does_not_hold_up_the_others(card, open_audit):
    """What is right is kept at once; only the field that is wrong waits."""
    card.form.auditor.line_edit.setText("")
    card.form.auditor.line_edit.textEdited.emit("")
    card.form.team.line_edit.setText("South team")
    card.form.team.line_edit.textEdited.emit("South team")
    card.settle_now()

    front = open_audit.audit.front
    assert ("R. Okafor", "South team") == (front.auditor, front.team)


def test_another_group_asks_other_questions(card, view, open_audit):
    """The section list follows at once."""
    before = view.stages.model.rowCount()
    open_audit.change_front(make_front(cohorts=(Cohort.CONTACT,)))
    assert before > view.stages.model.rowCount()
    assert ("CONTACT",) == tuple(card.form.cohorts.values)
