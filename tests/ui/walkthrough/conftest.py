# SPDX-License-Identifier: MPL-2.0
"""The fixtures of an open audit on show."""

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from tests.making import start_audit
from tests.ui.view_fixtures import full_disk, in_window, jobs, preferences, show, theme, workspace
from ui.open_audit import OpenAudit
from ui.walkthrough.audit_view import AuditView

__all__ = ["full_disk", "in_window", "jobs", "preferences", "show", "theme", "workspace"]


@pytest.fixture
def open_audit(qapp, workspace):
    """Return an open audit on the visits checklist; it is closed after the test."""
    opened = OpenAudit(workspace, start_audit(workspace))
    yield opened
    opened.close()
    opened.deleteLater()


@pytest.fixture
def show_audit(show, theme, workspace, preferences, jobs):
    """Return a function that shows an open audit in a view of its own and returns the view."""

    def show_audit(open_audit):
        return show(AuditView(theme, open_audit, workspace, preferences, jobs))

    return show_audit


@pytest.fixture
def view(qtbot, show_audit, open_audit):
    """Return the view of the open audit, on show at its first place."""
    made = show_audit(open_audit)
    qtbot.waitUntil(made.isActiveWindow)
    made.show_step(made.start_place())
    return made


@pytest.fixture
def dialog(view):
    """Return a function that finds the dialog that is open over the view, by its class."""

    def find(kind):
        # Dialogs that were closed delete themselves a moment later.
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        return next((each for each in view.findChildren(kind) if each.isVisible()), None)

    return find
