# SPDX-License-Identifier: MPL-2.0
"""Test what helps the auditor at each step."""

import pytest
from PySide6.QtCore import Qt

from tests.ui.review.answering import finish
from ui.walkthrough.guidance import guidance_for
from ui.walkthrough.steps import REVIEW, Step, StepKind, Walk

VS2 = Step(StepKind.QUESTION, "visits/VS2")


def test_every_step_has_guidance(open_audit):
    """Each has a title and at least one point."""
    for step in Walk(open_audit.outline).steps:
        guidance = guidance_for(step, open_audit.outline)
        assert guidance.title
        assert guidance.points


def test_nobody_is_told_what_to_do_before_the_sign_off_after_it(open_audit):
    """The review of a signed audit says what can be done then."""
    before = guidance_for(REVIEW, open_audit.outline)
    finish(open_audit)
    open_audit.sign_off()
    assert ("Before you sign off", "After the sign-off") == (
        before.title,
        guidance_for(REVIEW, open_audit.outline).title,
    )


def test_a_question_shows_what_its_checklist_says(view, open_audit):
    """Good, a shortfall, and where to look."""
    view.show_step(VS2)
    question = open_audit.outline.by_key[VS2.question].question
    panel = view.guidance
    assert question.good == tuple(point.text for point in panel.points.points)
    assert question.shortfall == tuple(point.text for point in panel.shortfall.points)
    assert question.where == tuple(point.text for point in panel.where.points)
    assert not panel.chosen.isVisible()


@pytest.mark.parametrize(
    ("fields", "title", "tone"),
    [
        ({"value": "met"}, "Met", "met"),
        ({"value": "partly_met"}, "Partly met", "partly_met"),
        ({"not_applicable": True}, "Not applicable", "not_applicable"),
    ],
)
def test_the_rating_that_was_chosen_is_explained(view, open_audit, fields, title, tone):
    """In its own colours, as soon as it is chosen."""
    view.show_step(VS2)
    open_audit.change_answer(VS2.question, **fields)
    panel = view.guidance
    assert panel.chosen.isVisible()
    assert (title, tone) == (panel._chosen_title.text(), panel.chosen.property("tone"))
    open_audit.clear_answer(VS2.question)
    assert not panel.chosen.isVisible()


def test_the_keyboard_can_scroll_the_guidance(qtbot, view):
    """It is a stop for Tab, and the arrow keys move it."""
    view.resize(1366, 420)
    view.show_step(VS2)
    view.guidance.setFocus()
    bar = view.guidance._area.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    qtbot.keyClick(view.guidance._area, Qt.Key.Key_Down)
    assert 0 < bar.value()
