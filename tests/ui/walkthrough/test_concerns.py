# SPDX-License-Identifier: MPL-2.0
"""Test that an immediate concern can be raised from anywhere and never gets out of sight."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt

from auditapp.model.follow_up import Concern
from tests.making import Clock
from tests.ui.review.answering import finish
from ui.keys.commands import CommandId
from ui.walkthrough.concern_dialog import ConcernDialog
from ui.walkthrough.steps import FEEDBACK, FRONT_SHEET, OVERALL, REVIEW, Step, StepKind

RAISING = (Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
WORRY = "The child said that the door is locked at night."


def concerns(open_audit):
    """Return the concerns of the audit, oldest first."""
    return sorted(open_audit.audit.concerns.values(), key=lambda each: each.found_at)


@pytest.fixture
def raised(open_audit):
    """Return the key of a concern that is open."""
    return open_audit.put_concern(
        None, Concern(what=WORRY, found_at=Clock().now, raised_by="R. Okafor")
    )


@pytest.mark.parametrize("step", [FRONT_SHEET, FEEDBACK, OVERALL, REVIEW, "grade"])
def test_a_concern_is_raised_in_two_actions_from_any_step(qtbot, view, open_audit, dialog, step):
    """A key, the words, and a button."""
    section = open_audit.outline.sections[0].key
    view.show_step(Step(StepKind.SECTION_GRADE, section) if step == "grade" else step)
    qtbot.keyClick(view, *RAISING)
    asking = dialog(ConcernDialog)
    qtbot.waitUntil(asking.what.text_edit.hasFocus)
    qtbot.keyClicks(asking.what.text_edit, WORRY)
    asking.save_button.click()
    (concern,) = concerns(open_audit)
    assert (WORRY, None, "R. Okafor") == (concern.what, concern.question, concern.raised_by)
    assert Clock().now == concern.found_at
    assert view.concerns.strip.isVisible()
    assert dialog(ConcernDialog) is None


def test_a_concern_from_a_question_is_tied_to_it(view, open_audit, dialog):
    """Unless the auditor says that it is not about that question."""
    view.pages.card(StepKind.QUESTION).concern_asked.emit(view.step.question)
    dialog(ConcernDialog).what.set_text(WORRY)
    dialog(ConcernDialog).save_button.click()
    view.header.concern.click()
    dialog(ConcernDialog).about_question.click()
    dialog(ConcernDialog).what.set_text("Another worry.")
    dialog(ConcernDialog).save_button.click()
    found = {concern.what: concern.question for concern in concerns(open_audit)}
    assert {WORRY: view.step.question, "Another worry.": None} == found


def test_a_concern_needs_words(view, open_audit, dialog):
    """The dialog says so and stays."""
    view.header.concern.click()
    dialog(ConcernDialog).save_button.click()
    assert "Say what the worry is." == dialog(ConcernDialog).what.error
    assert [] == concerns(open_audit)
    dialog(ConcernDialog).reject()


def test_a_wrong_time_is_refused_in_words(view, open_audit, dialog):
    """Nothing is kept while the time cannot be read."""
    view.header.concern.click()
    asking = dialog(ConcernDialog)
    asking.what.set_text(WORRY)
    asking.found.time.set_text("half past")
    asking.save_button.click()
    assert "Write a time such as 14:30." == asking.found.time.error
    assert [] == concerns(open_audit)
    asking.found.time.set_text("14:30")
    asking.save_button.click()
    (concern,) = concerns(open_audit)
    assert dt.time(14, 30) == concern.found_at.astimezone().time()


def test_what_was_typed_is_offered_again(view, open_audit, dialog):
    """Esc pressed by mistake loses nothing; a concern that was raised is not offered."""
    view.header.concern.click()
    dialog(ConcernDialog).what.set_text(WORRY)
    dialog(ConcernDialog).reject()
    assert [] == concerns(open_audit)
    view.header.concern.click()
    assert WORRY == dialog(ConcernDialog).what.text
    dialog(ConcernDialog).save_button.click()
    view.header.concern.click()
    assert "" == dialog(ConcernDialog).what.text
    dialog(ConcernDialog).reject()


def test_the_strip_is_there_in_every_step(view, open_audit, raised):
    """It says what the worry is, to screen readers as well."""
    section = Step(StepKind.SECTION_GRADE, open_audit.outline.sections[0].key)
    for step in (FRONT_SHEET, view.start_place(), section, FEEDBACK, OVERALL, REVIEW):
        view.show_step(step)
        assert view.concerns.strip.isVisible()
    words = view.concerns.strip.accessibleName()
    assert f"An immediate concern is open: {WORRY}" == words


def test_a_concern_is_closed_only_with_a_response(view, open_audit, raised, dialog):
    """Saving keeps it open; closing wants words."""
    view.concerns.strip.button.click()
    asking = dialog(ConcernDialog)
    asking.told_whom.set_text("Team manager")
    asking.save_button.click()
    assert "Team manager" == open_audit.audit.concerns[raised].told_whom
    view.concerns.strip.button.click()
    dialog(ConcernDialog).close_button.click()
    assert dialog(ConcernDialog).response.error.startswith("A concern is closed with a response")
    assert open_audit.audit.concerns[raised].is_open
    dialog(ConcernDialog).response.set_text("The team manager visited the same day.")
    dialog(ConcernDialog).close_button.click()
    concern = open_audit.audit.concerns[raised]
    assert (False, Clock().now) == (concern.is_open, concern.closed_at)
    assert not view.concerns.strip.isVisible()


def test_the_oldest_of_several_comes_first(view, open_audit, raised):
    """The strip says how many there are."""
    later = Clock().now + dt.timedelta(hours=1)
    open_audit.put_concern(None, Concern(what="Later.", found_at=later))
    words = view.concerns.strip.accessibleName()
    assert f"2 immediate concerns are open: {WORRY}" == words


def test_undo_leaves_a_concern_that_was_raised(qtbot, view, open_audit, dialog):
    """It takes the change before back; the strip stays, and so does the response typed since."""
    key = view.step.question
    open_audit.change_answer(key, note="Seen.")
    view.header.concern.click()
    dialog(ConcernDialog).what.set_text(WORRY)
    dialog(ConcernDialog).save_button.click()
    view.concerns.strip.button.click()
    dialog(ConcernDialog).told_whom.set_text("Team manager")
    dialog(ConcernDialog).save_button.click()
    for _press in range(2):
        view._handlers[CommandId.UNDO]()
    open_audit.flush()
    qtbot.waitUntil(lambda: not open_audit.audit.answer(key).note)
    (concern,) = concerns(open_audit)
    assert (WORRY, "Team manager") == (concern.what, concern.told_whom)
    assert view.concerns.strip.isVisible()


def test_locking_keeps_a_concern_that_is_being_written(view, open_audit, dialog):
    """It is rather raised too early than lost."""
    view.header.concern.click()
    dialog(ConcernDialog).what.set_text(WORRY)
    view.settle_now()
    assert [WORRY] == [concern.what for concern in concerns(open_audit)]
    assert view.concerns.dialog is None


def test_locking_drops_an_empty_dialog(view, open_audit, dialog):
    """There is nothing to keep."""
    view.header.concern.click()
    view.settle_now()
    assert [] == concerns(open_audit)
    assert view.concerns.dialog is None


def test_there_is_one_dialog_at_a_time(view, dialog):
    """A second press of the key opens nothing."""
    view.header.concern.click()
    first = dialog(ConcernDialog)
    view._handlers[CommandId.CONCERN]()
    assert first is view.concerns.dialog
    assert 1 == len([each for each in view.findChildren(ConcernDialog) if each.isVisible()])
    first.reject()


def test_after_sign_off_a_concern_can_only_be_read(view, open_audit, raised, dialog):
    """Its dialog has nothing but a button to close it."""
    closed = open_audit.audit.concerns[raised].model_copy(
        update={"closed_at": Clock().now, "response": "Visited."}
    )
    open_audit.put_concern(raised, closed)
    finish(open_audit)
    open_audit.sign_off()
    view.concerns.show_concern(raised)
    asking = dialog(ConcernDialog)
    assert (False, False) == (asking.save_button.isVisible(), asking.close_button.isVisible())
    assert asking.what.text_edit.isReadOnly()
    asking.reject()
