# SPDX-License-Identifier: MPL-2.0
"""Tests of ``ui.outgoing.kind_picker``, on the page of a report."""

from PySide6.QtWidgets import QWidget

from auditapp.exports.orders import PLAIN_COPY
from auditapp.model.report_kinds import ReportKind
from tests.ui.outgoing.report_fixtures import (
    choose_kind,
    make_view,
    outside,
    paper,
    printer_to,
    save,
    view,
    wait_for_preview,
)
from tests.ui.review.answering import finish

__all__ = ["make_view", "outside", "paper", "view"]


def test_the_kind_chosen_is_shown_saved_and_printed(view, paper, outside, jobs, tmp_path, qtbot):
    """The preview is made anew, and whatever goes out is of that kind."""
    choose_kind(view, ReportKind.SHORT)
    between = (view.pane.file, view.header.print_button.isEnabled())
    wait_for_preview(view, jobs, qtbot)
    kinds = [wanted.kind for wanted in paper.wanted]
    assert ((None, False), [ReportKind.AUDIT, ReportKind.SHORT]) == (between, kinds)
    save(view, qtbot)
    assert [(ReportKind.SHORT, PLAIN_COPY)] == paper.copies
    outside.printer = printer_to(tmp_path / "printed.pdf")
    with qtbot.waitSignal(view.work_bar.ended):
        view.header.print_button.click()
    assert [("R. Okafor", 4, ReportKind.SHORT)] == paper.printed


def test_what_is_left_out_is_listed(view, paper, jobs, qtbot):
    """The line says how much, and its button opens the list; of nothing there is no list."""
    nothing = (view.picker.left_out.text(), view.picker.list_button.isVisible())
    assert ("Nothing that the audit holds is left out.", False) == nothing
    paper.parts = ("2 actions", "the summary")
    choose_kind(view, ReportKind.SHORT)
    wait_for_preview(view, jobs, qtbot)
    assert "Leaves out 2 things that the audit holds." == view.picker.left_out.text()
    view.picker.list_button.click()
    dialog = view.picker.dialog
    assert ["• 2 actions", "• the summary"] == [line.text() for line in dialog.lines]
    dialog.close_button.click()
    assert view.picker.dialog is None


def test_a_kind_that_wants_a_signed_audit_says_so(view, open_audit, jobs, qtbot):
    """While the audit is a draft; the purpose of each kind stands beside it."""
    box = view.picker.kinds.combo_box
    at = box.findData(ReportKind.LEARNING.value)
    draft = box.itemText(at)
    choose_kind(view, ReportKind.LEARNING)
    assert "For everybody" in view.picker.purpose.text()
    finish(open_audit)
    open_audit.sign_off()
    wait_for_preview(view, jobs, qtbot)
    signed = (box.itemText(at), view.picker.kind)
    assert "Learning note (after the sign-off)" == draft
    assert ("Learning note", ReportKind.LEARNING) == signed


def test_only_kinds_of_one_audit_are_offered(view):
    """Nobody is offered a summary of many audits here."""
    box = view.picker.kinds.combo_box
    offered = [box.itemData(at) for at in range(box.count())]
    expected = "audit short concern actions conversation moderation questions learning"
    assert expected.split() == offered


def test_a_kind_that_cannot_be_made_says_why(make_view, workspace, jobs, show, qtbot):
    """A notice of concern needs a concern; the words of the refusal stand where the pages would."""
    view = show(make_view(workspace), 1094, 640)
    qtbot.waitUntil(lambda: view.pane.file is not None and not jobs.is_busy, timeout=60_000)
    choose_kind(view, ReportKind.CONCERN)
    qtbot.waitUntil(view.pane.empty.isVisible, timeout=60_000)
    qtbot.waitUntil(lambda: not jobs.is_busy)
    texts = [
        label.text() for label in view.pane.empty.findChildren(QWidget) if hasattr(label, "text")
    ]
    assert "This audit has no immediate concern, so there is nothing to give notice of." in texts
    assert not view.header.print_button.isEnabled()
