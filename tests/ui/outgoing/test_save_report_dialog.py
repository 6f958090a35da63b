# SPDX-License-Identifier: MPL-2.0
"""Tests of ``ui.outgoing.save_report_dialog``, over the page of a report."""

from auditapp.exports.orders import ReportCopy
from auditapp.model.report_format import ReportFormat
from auditapp.model.report_kinds import ReportKind
from tests.ui.outgoing.report_fixtures import (
    make_view,
    outside,
    paper,
    view,
)

__all__ = ["make_view", "outside", "paper", "view"]


def test_the_dialog_says_as_what_it_is_saved(view, paper, outside, qtbot):
    """The format, the sharing and the recipient arrive, and the copy is said to be one."""
    view.header.save_button.click()
    dialog = view.dialog
    dialog.formats.card("docx").click()
    dialog.sharing.click()
    dialog.recipient.line_edit.setText("  The   board ")
    with qtbot.waitSignal(view.work_bar.ended):
        dialog.go_on_button.click()
    copy = ReportCopy(ReportFormat.DOCX, is_shared=True, recipient="The board")
    assert ([(ReportKind.AUDIT, copy)], ["audit shared.docx"]) == (paper.copies, outside.names)
    assert "It is a copy without names." in view.banner.accessibleDescription()
    assert view.dialog is None


def test_a_shared_copy_does_not_ask_about_findings(view, paper, qtbot):
    """They are taken out of it; any other report asks."""
    paper.found = ["something"]
    view.findings.look()
    view.header.save_button.click()
    view.dialog.sharing.click()
    with qtbot.waitSignal(view.work_bar.ended):
        view.dialog.go_on_button.click()
    assert (None, True) == (view.findings.dialog, paper.copies[0][1].is_shared)


def test_what_a_shared_copy_is_stands_below_it_once_it_is_chosen(view):
    """Before that it would take the room of what is chosen; a screen reader hears it all along."""
    view.header.save_button.click()
    dialog = view.dialog
    shown = [dialog.sharing_words.isVisible()]
    for _time in range(2):
        dialog.sharing.click()
        shown.append(dialog.sharing_words.isVisible())
    assert [False, True, False] == shown
    assert dialog.sharing_words.text() == dialog.sharing.accessibleDescription()
    dialog.reject()


def test_cancelling_the_dialog_saves_nothing(view, jobs, outside):
    """Neither a path is asked for, nor work begun."""
    view.header.save_button.click()
    view.dialog.cancel_button.click()
    assert (None, [], False) == (view.dialog, outside.names, jobs.is_busy)


def test_a_pdf_can_be_encrypted(view, paper, qtbot):
    """With a password that will do, typed twice; until then nothing is saved."""
    view.header.save_button.click()
    dialog = view.dialog
    dialog.encryption.box.click()
    dialog.encryption.password.passphrase.line_edit.setText("short")
    dialog.go_on_button.click()
    fault = dialog.encryption.password.passphrase.error
    dialog.encryption.password.passphrase.line_edit.setText("four unrelated words do")
    dialog.encryption.password.again.line_edit.setText("four unrelated words do")
    with qtbot.waitSignal(view.work_bar.ended):
        dialog.go_on_button.click()
    ((_kind, copy),) = paper.copies
    assert fault
    assert "four unrelated words do" == copy.password


def test_only_a_pdf_can_be_encrypted(view, paper, qtbot):
    """For any other kind of file no password is asked for, even if one was begun."""
    view.header.save_button.click()
    dialog = view.dialog
    hidden = dialog.encryption.password.isVisible()
    dialog.encryption.box.click()
    shown = dialog.encryption.password.isVisible()
    dialog.formats.card("html").click()
    seen = (dialog.encryption.isVisible(), dialog.encryption.password.isVisible())
    with qtbot.waitSignal(view.work_bar.ended):
        dialog.go_on_button.click()
    assert ((False, True), (False, False)) == ((hidden, shown), seen)
    assert not paper.copies[0][1].password
