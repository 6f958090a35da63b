# SPDX-License-Identifier: MPL-2.0
"""Test that the window comes back to the page on which it was locked."""

import pytest

from auditapp.errors import SaveFailedError
from auditapp.model.edits import Author, change_answer, put_action
from auditapp.model.follow_up import Action
from auditapp.workspace import Workspace
from tests.making import PASSPHRASE, WEAK, make_workspace, start_audit
from tests.ui.locking.at_work import KEY, STEP
from tests.ui.review.answering import finish
from ui.actions.step_dialog import Deed
from ui.walkthrough.steps import FRONT_SHEET, REVIEW


def test_a_new_audit_is_come_back_to_with_its_caret(window, unlock, qtbot):
    """Half a reference, and the next letter goes where it would have gone."""
    unlock()
    window.home_view.show_new_audit()
    line = window.home_view.new_audit.form.reference.line_edit
    line.setFocus()
    qtbot.keyClicks(line, "HX-77")
    line.setCursorPosition(3)
    window.lock_alone("Locked.")
    unlock()

    line = window.home_view.new_audit.form.reference.line_edit
    assert ("HX-77", 3) == (line.text(), line.cursorPosition())
    assert line is window.focusWidget()


@pytest.mark.parametrize("name", ["checklists", "settings"])
def test_a_page_beside_the_rail_is_come_back_to(window, unlock, name, qtbot):
    """Settings scrolled down stay scrolled down."""
    unlock()
    window.home_view.go_to(name)
    bar = window.home_view.page._area.verticalScrollBar()
    qtbot.waitUntil(lambda: name != "settings" or bar.maximum() > 300)
    bar.setValue(290)
    scrolled = bar.value()
    window.lock()
    unlock()

    assert name == window.home_view.page_name
    bar = window.home_view.page._area.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.value() == scrolled)


def test_a_try_out_begins_anew_at_the_same_question(window, unlock, qtbot):
    """Nothing of a try-out is kept, so it is empty again."""
    workspace = unlock()
    window.home_view.show_checklists()
    header = next(each for each in workspace.library.headers() if each.id == "visits")
    view = window.home_view.checklists
    view.try_out(header.id, header.version, ())
    qtbot.waitUntil(lambda: window.home_view.try_out is not None)
    window.home_view.try_out.show_step(STEP)
    window.lock()
    unlock()

    qtbot.waitUntil(lambda: window.home_view.try_out is not None)
    again = window.home_view.try_out
    assert STEP == again.step
    assert () == again.open_audit.audit.front.cohorts


def test_another_workspace_is_not_mistaken_for_this_one(window, audit_id, tmp_path):
    """The place names an audit that is not in it."""
    window.lock()
    other = make_workspace(tmp_path / "other")
    window.start_view.unlocked.emit(other)

    assert window.open_audit is None
    assert "audits" == window.home_view.page_name


def test_an_audit_in_another_state_is_not_gone_back_to(window, audit_id, unlock, paths):
    """A backup was put back, or another window worked on it: the list is where one begins."""
    window.audit_view.show_step(STEP)
    window.lock()
    meanwhile = Workspace.unlock(paths, PASSPHRASE, strength=WEAK)
    by = Author("R. Okafor", meanwhile.clock())
    meanwhile.commit(audit_id, change_answer(meanwhile.open_audit(audit_id), KEY, by, note="x"))
    meanwhile.close()
    unlock()

    assert window.open_audit is None


def test_your_data_is_come_back_to(window, unlock, qtbot):
    """The same page, scrolled as far."""
    unlock()
    window.home_view.places.data.show()
    bar = window.home_view.places.data.view.cards._area.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 300)
    bar.setValue(300)
    window.lock_alone("Locked.")
    unlock()

    assert window.home_view.places.data.view is window.home_view.page
    again = window.home_view.places.data.view.cards._area.verticalScrollBar()
    qtbot.waitUntil(lambda: again.value() == 300)


@pytest.fixture
def reason(window, audit_id):
    """Type half a reason for an amendment of a signed audit; return the dialog."""
    finish(window.open_audit)
    window.open_audit.sign_off()
    window.audit_view.show_step(REVIEW)
    window.audit_view.pages.amendments.ask()
    dialog = window.audit_view.pages.amendments.dialog
    dialog.reason.text_edit.setPlainText("A visit was on the file of the sib")
    dialog.name.line_edit.setText("A. Manager")
    dialog.reason.text_edit.setFocus()
    cursor = dialog.reason.text_edit.textCursor()
    cursor.setPosition(7)
    dialog.reason.text_edit.setTextCursor(cursor)
    return dialog


def test_half_a_reason_for_an_amendment_is_come_back_to(window, reason, unlock):
    """With the name and the caret; meanwhile it is held, but nobody can read it."""
    window.lock_alone("Locked.")
    held = window._left_off.audit.amendment
    assert (False, False) == (b"sibling" in held, b"sib" in held)
    unlock()

    again = window.audit_view.pages.amendments.dialog
    assert ("A visit was on the file of the sib", "A. Manager") == again.words
    assert 7 == again.reason.text_edit.textCursor().position()
    assert again.reason.text_edit is again.focusWidget()
    assert not window.open_audit.can_edit
    again.reject()


def test_half_a_reason_comes_back_where_something_could_not_be_saved(window, reason, monkeypatch):
    """The audit stayed open behind the lock screen, without its dialog."""

    def refuse():
        raise SaveFailedError("The disk is full.")

    monkeypatch.setattr(window.home_view, "settle_now", refuse)
    monkeypatch.setattr(window._sitting.desk, "close_alone", lambda: SaveFailedError("Full."))
    window.lock_alone("Locked.")
    assert window.workspace is not None
    monkeypatch.undo()
    window.start_view.unlocked.emit(window.workspace)

    again = window.audit_view.pages.amendments.dialog
    assert ("A visit was on the file of the sib", "A. Manager") == again.words
    again.reject()


def test_the_page_of_reports_is_come_back_to_with_what_was_chosen(window, unlock, qtbot):
    """Which audits, which report; and what is remembered while locked holds no team."""
    unlock()
    window.home_view.places.reports.show()
    form = window.home_view.places.reports.view.form
    form.teams.set_values(["Children in care, north"])
    form.drafts.click()
    chosen = form.choices
    window.lock()
    remembered = repr(window._left_off)
    unlock()

    assert "Children in care" not in remembered
    assert window.home_view.page is window.home_view.places.reports.view
    assert chosen == window.home_view.places.reports.view.choices
    qtbot.waitUntil(
        lambda: "1 audit is chosen." == window.home_view.places.reports.view.count.text()
    )
    qtbot.waitUntil(lambda: not window._jobs.is_busy)


def test_the_page_of_actions_comes_back_with_what_was_typed(window, unlock, qtbot):
    """Half an entry of a register, and no word of it in what a locked window remembers."""
    unlock()
    window.home_view.places.actions.show()
    page = window.home_view.places.actions.view
    page.show_part("disputes")
    page.part("disputes").desk.ask()
    page.part("disputes").desk.dialog.form.editors["matter"].set_text("Who pays for the taxi")
    window.lock_alone("Locked.")
    assert "taxi" not in repr(window._left_off)
    unlock()

    assert "actions" == window.home_view.page_name
    dialog = window.home_view.places.actions.view.part("disputes").desk.dialog
    assert "Who pays for the taxi" == dialog.form.editors["matter"].text
    dialog.reject()
    qtbot.waitUntil(lambda: not window._jobs.is_busy, timeout=60_000)


def test_half_a_step_of_an_earlier_action_comes_back(window, unlock, qtbot):
    """Over the front sheet of the audit that was open."""
    workspace = unlock()
    (row,) = workspace.audits()
    by = Author("R. Okafor", workspace.clock())
    action = Action(what="See her at school", created_at=by.now)
    workspace.commit(row.id, put_action("a" * 32, action, by))
    workspace.close_audit(row.id)
    again = start_audit(workspace, case_reference=row.case_reference)
    window.home_view.step_chosen.emit(again, FRONT_SHEET)
    card = window.audit_view.pages.earlier_card
    qtbot.waitUntil(lambda: bool(card.rows), timeout=20_000)
    card.rows[0].buttons[Deed.LEAVE].click()
    card.desk.dialog.words.set_text("Half a reason")
    window.lock_alone("Locked.")
    assert "Half" not in repr(window._left_off)
    unlock()

    dialog = window.audit_view.pages.earlier_card.desk.dialog
    assert (Deed.LEAVE, "Half a reason") == (dialog.deed, dialog.words.text)
    dialog.reject()
    qtbot.waitUntil(lambda: not window._jobs.is_busy, timeout=60_000)


def test_leaving_an_audit_leads_back_to_the_page_it_was_opened_from(window, unlock, qtbot):
    """Be that the page of actions or the list of audits."""
    (row,) = unlock().audits()
    window.home_view.places.actions.show()
    window.home_view.step_chosen.emit(row.id, REVIEW)
    assert REVIEW == window.audit_view.step
    window.audit_view.left.emit()
    assert "actions" == window.home_view.page_name
    window.home_view.show_audits()
    window.home_view.audit_chosen.emit(row.id)
    window.audit_view.left.emit()
    assert "audits" == window.home_view.page_name
    qtbot.waitUntil(lambda: not window._jobs.is_busy, timeout=60_000)
