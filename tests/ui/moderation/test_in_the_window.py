# SPDX-License-Identifier: MPL-2.0
"""Test the ways to and from moderation in the main window, on a real store."""

import pytest

from auditapp.exports.orders import ReportOfOne
from auditapp.model.edits import Author, give_grade
from auditapp.model.exchange import Purpose
from auditapp.model.grade import PRACTICE, Grade, GradeBand
from auditapp.model.links import Links
from auditapp.model.report_kinds import ReportKind
from tests.making import make_front, start_audit
from tests.ui.window_fixtures import paths, unlock, window
from ui.moderation.agree_dialog import AgreeWords

__all__ = ["paths", "unlock", "window"]


@pytest.fixture
def pair(unlock):
    """Sign an audit and a second reading of it; return the ids of both."""
    workspace = unlock()
    by = Author("Ana", workspace.clock())
    first = start_audit(workspace, case_reference="HX-9", auditor="Ana")
    links = Links(moderates=first)
    front = make_front(case_reference="HX-9", auditor="Ben")
    second = workspace.start_audit(front, ("visits",), links=links)
    for audit_id in (first, second):
        workspace.open_audit(audit_id)
        grade = Grade(band=GradeBand.GOOD, reason="", given_at=by.now, given_by=by.name)
        workspace.commit(audit_id, give_grade(PRACTICE, grade, by))
        workspace._sessions.get(audit_id).sign_off(by)
        workspace.close_audit(audit_id)
    return first, second


@pytest.fixture
def at_home(window, pair):
    """Return the home, with the pair in its list."""
    del pair
    window.home_view.show_audits()
    return window.home_view


def wait_for_pair(at_home, qtbot):
    """Wait until a pair is on show."""
    qtbot.waitUntil(
        lambda: (
            at_home.moderation is not None
            and at_home.moderation.compared is not None
            and at_home.moderation.compared.is_read
        ),
        timeout=20_000,
    )
    return at_home.moderation.compared


def test_the_list_and_the_header_mark_a_second_reading(window, at_home, pair):
    """So does the screen reader's row."""
    _first, second = pair
    model = at_home.audits.table.model()
    spoken = [
        model.index(row, 0).data(0xB) for row in range(model.rowCount())
    ]  # AccessibleTextRole
    at_home.audit_chosen.emit(second)

    assert 1 == sum("Second reading" in words for words in spoken)
    assert "Second reading" == window.audit_view.header.amendment.text()


def test_several_are_chosen_in_the_list(at_home):
    """The button says how many, and is off without any; a draft is merged and no more."""
    at_home.audits.table.clearSelection()
    none = at_home.audits.send_button.isEnabled()
    at_home.audits.table.selectAll()
    words = at_home.audits.send_button.text()
    at_home.audits.send_button.click()
    dialog = at_home.late.sending.dialog
    told = dialog.count.text()
    offered = [dialog.purpose.combo_box.itemData(at) for at in range(3)]
    dialog.reject()

    assert (False, "Send 3 …") == (none, words)
    assert [Purpose.MODERATED, Purpose.MERGE, Purpose.RE_AUDIT] == offered
    assert "1 of 3 chosen audits go out." == told


def test_moderation_leads_from_the_list_to_the_pair_and_its_report(window, at_home, pair, qtbot):
    """And from the report back to the list."""
    at_home.audits.moderation_button.click()
    at_home.moderation.listed.group.key_chosen.emit(pair[1])
    view = wait_for_pair(at_home, qtbot)
    view.head.report_button.click()
    report = window.audit_view.pages.chosen_report

    assert ReportOfOne(ReportKind.COMPARISON, pair[1]) == report
    qtbot.waitUntil(lambda: not window._jobs.is_busy, timeout=60_000)


def test_an_audit_leads_to_its_pair(window, at_home, pair, qtbot):
    """By the card at the end of its review; the audit is saved and closed first."""
    at_home.audit_chosen.emit(pair[0])
    review = window.audit_view.pages.currentWidget()
    (button,) = review.linked.pair_buttons
    button.click()
    view = wait_for_pair(at_home, qtbot)

    assert (None, pair[1]) == (window.audit_view, view.second_id)
    assert view is at_home.page
    view.head.back_button.click()
    assert at_home.moderation.listed is at_home.page
    at_home.moderation.listed.back_button.click()
    assert at_home.audits is at_home.page
    qtbot.waitUntil(lambda: not window._jobs.is_busy, timeout=60_000)


def test_a_signed_audit_is_audited_again(window, at_home, pair):
    """The new audit opens in its place, and says what it comes back to."""
    at_home.audit_chosen.emit(pair[0])
    review = window.audit_view.pages.currentWidget()
    review.linked.again_button.click()
    dialog = window.audit_view.links.again
    dialog.name.set_text("")
    dialog.button.click()
    missing = dialog.name.error
    dialog.name.set_text("Cleo")
    dialog.button.click()
    audit = window.open_audit.audit

    assert "Say who audits." == missing
    assert (pair[0], "Cleo") == (audit.links.re_audits, audit.front.auditor)
    assert "Re-audit" == window.audit_view.header.amendment.text()


def test_what_is_typed_for_an_agreement_comes_back_after_a_lock(
    window, at_home, pair, unlock, qtbot
):
    """With the pair; nothing of it is kept in the clear."""
    at_home.show_pair(pair[1], is_moderation=True)
    view = wait_for_pair(at_home, qtbot)
    view.agree(PRACTICE)
    view.dialog.set_words(AgreeWords(GradeBand.GOOD, "We both saw it", "Ana"))
    window.lock_alone("Nobody was there.")
    kept = window._left_off.moderation
    unlock()
    again = wait_for_pair(window.home_view, qtbot)
    qtbot.waitUntil(lambda: again.dialog is not None, timeout=20_000)
    words = again.dialog.words
    again.dialog.reject()

    assert b"saw it" not in kept
    assert AgreeWords(GradeBand.GOOD, "We both saw it", "Ana") == words


def test_receiving_is_one_step_from_the_list(at_home):
    """And back."""
    at_home.audits.receive_button.click()
    seen = at_home.page
    seen.back_button.click()

    assert (at_home.moderation.received, at_home.audits) == (seen, at_home.page)


def test_what_is_typed_about_sending_comes_back_after_a_lock(window, at_home, unlock):
    """Whom it is for and what it is for, over the list; sealed meanwhile."""
    at_home.audits.table.selectAll()
    at_home.audits.send_button.click()
    dialog = at_home.late.sending.dialog
    dialog.purpose.set_value(Purpose.RE_AUDIT)
    dialog.recipient.set_text("Ben at the board")
    window.lock_alone("Nobody was there.")
    kept = window._left_off.dialog
    unlock()
    again = window.home_view.late.sending.dialog
    seen = (again.wanted, again.recipient.text, again.count.text())
    again.reject()

    assert b"at the board" not in kept
    assert (Purpose.RE_AUDIT, "Ben at the board", "1 of 3 chosen audits go out.") == seen


def test_a_code_that_nobody_noted_comes_back_after_a_lock(window, at_home, pair, unlock):
    """Without it the file that was saved is lost; a code that was noted is kept nowhere."""
    at_home.audit_chosen.emit(pair[0])
    window.audit_view.links.sending.resume({"code": ["out.cfaudit", "ABCD-EFGH", "1 audit"]})
    window.lock_alone("Nobody was there.")
    kept = window._left_off.dialog
    unlock()
    desk = window.audit_view.links.sending
    said = desk.code_dialog.said
    desk.code_dialog.noted.click()
    desk.code_dialog.button.click()

    assert b"ABCD" not in kept
    assert ("out.cfaudit", "ABCD-EFGH", "1 audit") == said
    assert desk.typed() is None


def test_who_audits_again_comes_back_after_a_lock(window, at_home, pair, unlock):
    """And on which versions of the checklists."""
    at_home.audit_chosen.emit(pair[0])
    window.audit_view.pages.currentWidget().linked.again_button.click()
    dialog = window.audit_view.links.again
    dialog.name.set_text("Cleo")
    dialog.versions.set_value("same")
    window.lock_alone("Nobody was there.")
    unlock()
    again = window.audit_view.links.again
    seen = again.typed()
    again.reject()

    assert {"name": "Cleo", "versions": "same"} == seen
