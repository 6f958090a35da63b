# SPDX-License-Identifier: MPL-2.0
"""Tests of ``ui.reports.batch_desk`` on the page of reports."""

from types import SimpleNamespace

import pytest

from auditapp.errors import ReportError
from auditapp.exports.orders import ReportAcross, ReportCopy
from auditapp.model.report_format import ReportFormat
from auditapp.model.report_kinds import ReportKind
from auditapp.operations.batch import Batch
from tests.ui.reports.at_work import wait_for_end


@pytest.fixture
def each(view, workspace, monkeypatch):
    """Have no report made; return what was asked for, and let the test say what comes of it."""
    each = SimpleNamespace(asked=[], batch=None, error=None)

    def export_each(wanted, folder, *, copy, report_progress, is_cancelled):
        del is_cancelled
        report_progress(1, 2)
        each.asked.append((wanted, folder, copy))
        if each.error is not None:
            raise each.error
        return each.batch or Batch(3, 0, (), 0, folder / "index.html")

    monkeypatch.setattr(workspace, "export_each", export_each)
    return each


def save_each(view, qtbot):
    """Press the button, and go on from the dialog."""
    view.each_command.trigger()
    view.batch.dialog.go_on_button.click()
    wait_for_end(view, qtbot)


def told(view):
    """Return what the banner says."""
    return view.desk.banner.accessibleName(), view.desk.banner.accessibleDescription()


def test_the_chosen_audits_are_saved_as_chosen(view, each, outside, counted, qtbot):
    """Kind, format and reader are asked for; sharing was chosen on the page."""
    view.form.sharing.click()
    counted()
    view.each_command.trigger()
    dialog = view.batch.dialog
    box = dialog.kinds.combo_box
    box.setCurrentIndex(box.findData("actions"))
    box.activated.emit(box.currentIndex())
    dialog.formats.card("docx").click()
    dialog.recipient.line_edit.setText("The board")
    dialog.go_on_button.click()
    wait_for_end(view, qtbot)
    view.batch.outgoing.dialog.go_on_button.click()
    wait_for_end(view, qtbot)
    wanted = ReportAcross(ReportKind.ACTIONS, view.choices.selection)
    copy = ReportCopy(ReportFormat.DOCX, is_shared=True, recipient="The board")
    assert [(wanted, outside.path.parent, copy)] == each.asked
    assert ("Saved 3 reports", "index.html in that folder lists them.") == told(view)
    assert view.batch.dialog is None


def test_what_is_missing_is_told(view, each, tmp_path, qtbot):
    """What was there, what could not be made, and how to go on after a stop."""
    each.batch = Batch(1, 2, ("HX-1: no.",), 4, tmp_path / "index.html")
    save_each(view, qtbot)
    title, text = told(view)
    assert "Saved 1 report" == title
    assert "2 were there already" in text
    assert "4 are not there yet: save into the same folder again" in text
    assert "1 could not be made; the list says why." in text


def test_a_full_disk_is_told_in_words(view, each, qtbot):
    """With what to do."""
    each.error = ReportError("The disk is full.", "Free some space. Save again to go on.")
    save_each(view, qtbot)
    assert ("The disk is full.", "Free some space. Save again to go on.") == told(view)


def test_no_folder_saves_nothing(view, each, outside, jobs, qtbot):
    """Cancelling the dialog of the computer starts nothing."""
    outside.path = None
    view.each_command.trigger()
    view.batch.dialog.go_on_button.click()
    qtbot.waitUntil(lambda: not jobs.is_busy)
    assert ([], False) == (each.asked, view.desk.banner.isVisible())


def test_the_purpose_of_the_kind_is_said(view, counted):
    """For somebody who does not know it, and for a screen reader."""
    counted()
    view.each_command.trigger()
    dialog = view.batch.dialog
    assert "everything that the audit holds" in dialog.kinds.editor.accessibleDescription()
    assert not dialog.sharing.isVisible()
    dialog.cancel_button.click()


def test_without_audits_there_is_nothing_to_save(view, counted):
    """The button waits until some are chosen."""
    view.form.last.line_edit.setText("1 January 2020")
    view.form.last.settle_now()
    counted()
    assert not view.each_command.isEnabled()


def test_real_reports_are_saved_and_the_list_is_opened(view, outside, tmp_path, qtbot):
    """One for each signed audit; the list is what the button opens."""
    view.each_command.trigger()
    view.batch.dialog.formats.card("csv").click()
    view.batch.dialog.go_on_button.click()
    wait_for_end(view, qtbot)
    assert "Saved 3 reports" == told(view)[0]
    assert 3 == len(list(tmp_path.glob("Audit *.csv")))
    view.header.open_button.click()
    assert [tmp_path / "index.html"] == outside.opened
