# SPDX-License-Identifier: MPL-2.0
"""Test that the window says of a file whether it is the report that was signed off."""

import threading

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent

from auditapp.errors import NotAllowedError
from auditapp.exports.checks import CheckedFile, FileState
from auditapp.exports.orders import ReportCopy, ReportOfOne
from auditapp.model.edits import Author
from auditapp.model.report_format import ReportFormat
from auditapp.model.report_kinds import ReportKind
from ui.reports.check_words import check_message, check_tone


@pytest.fixture
def dialog(view):
    """Open the dialog."""
    view.check_command.trigger()
    yield view.check_dialog
    if view.check_dialog is not None:
        view.check_dialog.reject()


@pytest.fixture
def report(workspace, audits, tmp_path):
    """Return the saved report of an audit that was signed off."""
    path = tmp_path / "report.csv"
    wanted = ReportOfOne(ReportKind.ACTIONS, audits[0])
    by = Author("R. Okafor", workspace.clock())
    workspace.export_report(wanted, path, by, copy=ReportCopy(ReportFormat.CSV))
    return path


def told(dialog, qtbot):
    """Wait until a file was checked; return what is said of it."""
    banner = dialog.banner
    qtbot.waitUntil(lambda: not banner.accessibleName().startswith("Checking"), timeout=20_000)
    return banner.accessibleName(), banner.accessibleDescription(), banner.property("tone")


def hand(card, mime):
    """Drag over the card, and drop; tell whether it was taken."""
    copy, left, none = (
        Qt.DropAction.CopyAction,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    entered = QDragEnterEvent(QPointF(5, 5).toPoint(), copy, mime, left, none)
    entered.ignore()
    card.dragEnterEvent(entered)
    assert entered.isAccepted() is (card.property("tone") == "primary")
    if entered.isAccepted():
        card.dragLeaveEvent(QDragLeaveEvent())
        card.dragEnterEvent(entered)
        card.dropEvent(QDropEvent(QPointF(5, 5), copy, mime, left, none))
    return entered.isAccepted()


def test_what_was_signed_off_is_said_to_be_it(dialog, outside, report, qtbot):
    """Chosen by the dialog of the computer: what, whose, when saved, and the fingerprint."""
    outside.report = report
    dialog.drop_card.button.click()
    title, text, tone = told(dialog, qtbot)
    assert ("This is the report that was signed off", "ok") == (title, tone)
    assert "the report of HX-1 as it was signed off (version 1)" in text
    assert "by R. Okafor: csv, Action plan." in text
    assert dialog.file.text().startswith("report.csv, SHA-256 ")


def test_a_changed_file_is_not(dialog, report, qtbot):
    """Dropped; the file stays where it is."""
    with report.open("a") as file:
        file.write("x")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(report))])
    assert hand(dialog.drop_card, mime)
    title, text, tone = told(dialog, qtbot)
    assert ("This file is not as it was saved here", "danger") == (title, tone)
    assert "HX-1" in text
    assert report.exists()


def test_only_files_can_be_dropped(dialog):
    """Neither words nor what lies on another computer."""
    words, far = QMimeData(), QMimeData()
    words.setText("report.pdf")
    far.setUrls([QUrl("https://example.org/report.pdf")])
    assert [False, False] == [hand(dialog.drop_card, each) for each in (words, far)]
    assert not dialog.banner.isVisible()


def test_a_file_that_cannot_be_read_is_told(dialog, tmp_path, qtbot):
    """With what to do."""
    dialog.check(tmp_path / "gone.pdf")
    title, text, tone = told(dialog, qtbot)
    assert title.startswith("This file cannot be read")
    assert ("See that it is there and that you may open it.", "danger") == (text, tone)
    assert not dialog.file.isVisible()


def test_cancelling_checks_nothing(dialog, outside, jobs):
    """The dialog stays."""
    outside.report = None
    dialog.drop_card.button.click()
    assert (False, False) == (jobs.is_busy, dialog.banner.isVisible())


def test_closing_stops_the_check(dialog, workspace, monkeypatch, jobs, tmp_path, qtbot):
    """Nobody waits for it, and nothing breaks."""
    stopped, waiting = [], threading.Event()

    def verify_file(_path, *, is_cancelled):
        while not is_cancelled():
            waiting.wait(0.01)
        stopped.append(True)
        raise NotAllowedError("The check was stopped.")

    monkeypatch.setattr(workspace, "verify_file", verify_file)
    dialog.check(tmp_path / "report.pdf")
    dialog.close_button.click()
    qtbot.waitUntil(lambda: not jobs.is_busy)
    assert [True] == stopped


def test_of_two_files_the_later_is_told(dialog, report, tmp_path, jobs, qtbot):
    """What the first one is comes too late."""
    dialog.check(tmp_path / "gone.pdf")
    dialog.check(report)
    qtbot.waitUntil(lambda: not jobs.is_busy, timeout=20_000)
    assert "This is the report that was signed off" == told(dialog, qtbot)[0]


@pytest.mark.parametrize(
    ("found", "tone", "title"),
    [
        (CheckedFile(FileState.SIGNED, "", version=2, newest=2), "ok", "This is the report that"),
        (CheckedFile(FileState.SIGNED, "", version=1, newest=2), "warn", "This was signed off, "),
        (CheckedFile(FileState.DRAFT, ""), "warn", "This is a report of a draft"),
        (CheckedFile(FileState.SEVERAL, ""), "ok", "This is a report of several audits"),
        (CheckedFile(FileState.GONE, ""), "info", "This is a report of an audit that was deleted"),
        (CheckedFile(FileState.CLAIMED, "", version=1), "danger", "This file is not as it was"),
        (CheckedFile(FileState.UNKNOWN, ""), "danger", "Nothing is known of this file"),
    ],
)
def test_each_state_has_its_words_and_tone(found, tone, title):
    """Only what may be relied on is good news."""
    message = check_message(found)
    assert tone == check_tone(found)
    assert message.title.startswith(title)
    assert message.text
