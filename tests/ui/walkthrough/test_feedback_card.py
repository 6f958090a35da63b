# SPDX-License-Identifier: MPL-2.0
"""Test what the child, the family and the practitioner say."""

import pytest

from auditapp.model.follow_up import Feedback, FeedbackFrom
from ui.walkthrough.stage_list_model import ROW_ROLE
from ui.walkthrough.steps import FEEDBACK, StepKind


@pytest.fixture
def card(view):
    """Return the card, on show."""
    view.show_step(FEEDBACK)
    return view.pages.card(StepKind.FEEDBACK)


def test_only_what_fits_the_answer_is_asked(card):
    """How and what for one who was asked, why for one who was not."""
    form = card.forms[FeedbackFrom.CHILD]
    fields = (form.how, form.said, form.why_not)
    assert [False, False, False] == [field.isVisible() for field in fields]
    form.asked.card("yes").click()
    assert [True, True, False] == [field.isVisible() for field in fields]
    form.asked.card("no").click()
    assert [False, False, True] == [field.isVisible() for field in fields]


def test_each_person_has_their_own_words(card, open_audit):
    """What is typed for one never shows at another."""
    child, parent, worker = (card.forms[person] for person in FeedbackFrom)
    child.asked.card("yes").click()
    child.how.line_edit.setText("By phone")
    child.how.line_edit.textEdited.emit("By phone")
    child.said.text_edit.setPlainText("She listens.")
    worker.asked.card("no").click()
    worker.why_not.text_edit.setPlainText("On leave.")
    card.settle_now()
    assert {
        FeedbackFrom.CHILD: Feedback(asked=True, how="By phone", said="She listens."),
        FeedbackFrom.PRACTITIONER: Feedback(asked=False, why_not="On leave."),
    } == open_audit.audit.feedback
    assert parent.asked.value is None


def test_changing_ones_mind_keeps_the_words(card, open_audit):
    """They are only out of sight."""
    form = card.forms[FeedbackFrom.CHILD]
    form.asked.card("yes").click()
    form.said.text_edit.setPlainText("She listens.")
    form.asked.card("no").click()
    form.asked.card("yes").click()
    assert "She listens." == open_audit.audit.feedback[FeedbackFrom.CHILD].said == form.said.text


def test_the_list_counts_who_is_settled(view, card, open_audit):
    """All three, and the stage has its tick."""
    stage = view.stages.model.index_of_stage(view._walk.stage_number(FEEDBACK))
    for person in FeedbackFrom:
        open_audit.put_feedback(person, Feedback(asked=False, why_not="Away."))
        assert "no" == card.forms[person].asked.value
    row = stage.data(ROW_ROLE)
    assert ("3 of 3", True) == (row.note, row.is_done)
