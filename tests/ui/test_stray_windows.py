# SPDX-License-Identifier: MPL-2.0
"""Nothing but the window, dialogs and popups ever shows as a window of its own.

A widget that is shown before it has a parent becomes a window for a moment: it flashes up and takes
the keyboard away from the person who is typing.
"""

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QDialog, QLabel, QMainWindow, QWidget

from auditapp.paths import find_paths
from auditapp.workspace import Workspace
from tests.making import ALL_FOUR, PASSPHRASE, make_workspace, start_audit
from ui.app import make_window
from ui.keys.commands import CommandId
from ui.main_window import LEAST_SIZE
from ui.messages import Message
from ui.review.report_view import ReportView
from ui.walkthrough.steps import (
    FEEDBACK,
    FRONT_SHEET,
    OVERALL,
    REPORT,
    REVIEW,
    Step,
    StepKind,
)

_POPUPS = (Qt.WindowType.Popup, Qt.WindowType.ToolTip)


class StrayWindows(QObject):
    """Remember what shows as a window and should not."""

    def __init__(self):
        super().__init__()
        self.seen = []

    def eventFilter(self, watched, event):  # noqa: N802 - overrides Qt's
        """Look at everything that is shown as a window."""
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget):
            is_allowed = isinstance(watched, QMainWindow | QDialog)
            if watched.isWindow() and not is_allowed and watched.windowType() not in _POPUPS:
                self.seen.append(type(watched).__name__)
        return False


@pytest.fixture
def strays(qapp):
    """Return what strays are seen by, for as long as the test lasts."""
    strays = StrayWindows()
    qapp.installEventFilter(strays)
    yield strays
    qapp.removeEventFilter(strays)


@pytest.fixture
def window(qapp, qtbot, tmp_path, strays):
    """Return the window of a person who has nothing yet."""
    window = make_window(qapp, find_paths(tmp_path))
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show_fitting()
    yield window
    window.close()


@pytest.fixture
def workspace(tmp_path):
    """Return a workspace; the window that it is given to closes it."""
    return make_workspace(tmp_path)


def test_a_stray_is_seen(strays, qtbot):
    """The watch itself works: a widget shown without a parent is told."""
    widget = QLabel("lost")
    qtbot.addWidget(widget)
    widget.show()
    widget.hide()

    assert ["QLabel"] == strays.seen


def test_start_screens_have_no_strays(window, strays, qapp, tmp_path):
    """Every step of the first start, and the unlock screen, show inside the window."""
    first = window.start_view
    first.welcome.name.set_text("R. Okafor")
    first.welcome.next_button.click()
    first.passphrase.show_failure(Message("The disk is full", "Make room."))
    first.recovery_key.panel.set_key("ABCD-EFGH", "R. Okafor", "3F2A-91BC")
    first.recovery_key.show()
    qapp.processEvents()
    first.created.emit(make_workspace(tmp_path))
    window.lock("Locked for a test")
    window.start_view.unlocked.emit(Workspace.unlock(find_paths(tmp_path), PASSPHRASE))
    qapp.processEvents()

    assert [] == strays.seen


def test_home_has_no_strays(window, strays, qapp, workspace):
    """The list of audits, a new audit and the settings show inside the window, in every look."""
    start_audit(workspace, *ALL_FOUR)
    window.start_view.created.emit(workspace)
    home = window.home_view
    for show in (home.show_new_audit, home.places.settings.show, home.show_audits):
        show()
        qapp.processEvents()
    change_look(window, qapp)

    assert [] == strays.seen


def test_questions_have_no_strays(window, strays, qapp, workspace):
    """Every question of the four checklists shows inside the window, with all that may follow."""
    view = open_audit(window, workspace)
    for asked in window.open_audit.outline.questions:
        view.show_step(Step(StepKind.QUESTION, asked.key))
        view.pages.choose(3)  # asks for causes, warns, and opens further questions
        qapp.processEvents()
    card = view.pages.card(StepKind.QUESTION)
    card.add_evidence()
    for _number in range(2):
        card.actions_part.add()
        card.actions_part.forms[-1].what.text_edit.setPlainText("See her at school.")
    view.settle_now()
    for command in (CommandId.UNDO, CommandId.REDO):
        view.header.command_asked.emit(command)
    change_look(window, qapp)

    assert [] == strays.seen


def test_other_steps_have_no_strays(window, strays, qapp, qtbot, workspace):
    """Front sheet, grades, feedback, review and report show inside the window; so do dialogs."""
    view = open_audit(window, workspace)
    section = window.open_audit.outline.sections[0].key
    grade = Step(StepKind.SECTION_GRADE, section)
    for step in (FRONT_SHEET, grade, FEEDBACK, OVERALL, REVIEW, REPORT):
        view.show_step(step)
        view.pages.choose(3)
        qapp.processEvents()
    qtbot.waitUntil(lambda: is_preview_shown(window), timeout=20_000)
    for command in (CommandId.SEARCH, CommandId.GO_TO_NUMBER, CommandId.CONCERN):
        view.header.command_asked.emit(command)
        qapp.processEvents()
        qapp.activeModalWidget().reject()
    change_look(window, qapp)

    assert [] == strays.seen


def open_audit(window, workspace):
    """Open an audit on all four checklists and return its view."""
    audit_id = start_audit(workspace, *ALL_FOUR)
    window.start_view.created.emit(workspace)
    window.home_view.audit_chosen.emit(audit_id)
    return window.audit_view


def change_look(window, qapp):
    """Show what is on show in the dark, with large text, and in the narrowest window."""
    window.preferences.change(theme="dark", text_scale=2.0)
    window.resize(LEAST_SIZE)
    qapp.processEvents()


def is_preview_shown(window):
    """Tell whether the report on show has been made."""
    (report,) = window.findChildren(ReportView)
    return report.pane.file is not None
