# SPDX-License-Identifier: MPL-2.0
"""Test that unlocking leads back to where somebody was, and only in the workspace they left."""

import pytest

from auditapp.exports.orders import ReportOfOne
from auditapp.model.report_kinds import ReportKind
from tests.ui.locking.at_work import STEP, WORDS, note_of
from tests.ui.review.answering import finish
from ui.walkthrough.steps import REPORT, REVIEW


def test_unlocking_leads_back_to_caret_selection_and_scrolling(window, audit_id, unlock, qtbot):
    """The same question, the same field, the same letters marked."""
    window.audit_view.show_step(STEP)
    note_of(window).setPlainText(WORDS)
    note_of(window).setFocus()
    cursor = note_of(window).textCursor()
    cursor.setPosition(310)
    cursor.setPosition(301, cursor.MoveMode.KeepAnchor)
    note_of(window).setTextCursor(cursor)
    qtbot.waitUntil(lambda: note_of(window).verticalScrollBar().value() > 0)
    scrolled = note_of(window).verticalScrollBar().value()
    window.lock_alone("Locked.")
    unlock()

    assert STEP == window.audit_view.step
    cursor = note_of(window).textCursor()
    assert (310, 301) == (cursor.anchor(), cursor.position())
    assert note_of(window) is window.focusWidget()
    qtbot.waitUntil(lambda: note_of(window).verticalScrollBar().value() == scrolled)


def test_the_place_holds_no_word_of_the_case(window, audit_id):
    """It is all that a locked window remembers."""
    window.audit_view.show_step(STEP)
    note_of(window).setPlainText(WORDS)
    note_of(window).setFocus()
    window.lock()

    assert "Seen" not in repr(window._left_off)
    assert "HX-2047" not in repr(window._left_off)


@pytest.mark.parametrize("step", [REVIEW, REPORT])
def test_review_and_report_are_come_back_to(window, audit_id, unlock, step, qtbot):
    """They are steps like any other."""
    window.audit_view.show_step(step)
    window.lock()
    unlock()

    assert step == window.audit_view.step
    qtbot.waitUntil(lambda: not window._jobs.is_busy, timeout=60_000)


@pytest.mark.parametrize("step", [REVIEW, REPORT])
def test_kind_and_version_of_the_report_are_come_back_to(window, audit_id, unlock, step, qtbot):
    """Also when another page was on show by then."""
    finish(window.open_audit)
    window.open_audit.sign_off()
    window.open_audit.amend("R. Okafor", "A visit was overlooked.")
    window.audit_view.show_step(REPORT)
    wanted = ReportOfOne(ReportKind.LEARNING, audit_id, signed=1)
    window.audit_view.pages.currentWidget().show_choice(wanted)
    window.audit_view.show_step(step)
    window.lock()
    unlock()
    window.audit_view.show_step(REPORT)

    assert wanted == window.audit_view.pages.currentWidget().wanted
    qtbot.waitUntil(lambda: not window._jobs.is_busy, timeout=60_000)


def test_a_concern_that_is_being_written_is_kept_and_opened_again(window, audit_id, unlock):
    """Rather too early than lost, though the time in it be nonsense; the caret is in its place."""
    window.audit_view.show_step(STEP)
    window.audit_view._raise_concern()
    dialog = window.audit_view.concerns.dialog
    dialog.what.text_edit.setPlainText("Not seen for six weeks")
    dialog.found.time.set_text("half past")
    dialog.what.text_edit.setFocus()
    cursor = dialog.what.text_edit.textCursor()
    cursor.setPosition(8)
    dialog.what.text_edit.setTextCursor(cursor)
    window.lock_alone("Locked.")
    unlock()

    (concern,) = window.open_audit.audit.concerns.values()
    assert "Not seen for six weeks" == concern.what
    again = window.audit_view.concerns.dialog
    assert "Not seen for six weeks" == again.what.text
    assert 8 == again.what.text_edit.textCursor().position()
    assert again.what.text_edit is again.focusWidget()
    again.reject()
