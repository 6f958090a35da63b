# SPDX-License-Identifier: MPL-2.0
"""The fixtures of whole views, and a computer whose dialogs answer at once."""

import pytest

from tests.making import PASSPHRASE, start_audit
from tests.ui.one_path import OnePath
from tests.ui.view_fixtures import jobs, preferences, show, theme, workspace
from ui.data.data_view import DataView
from ui.data.open_backup_dialog import OpenBackupDialog

__all__ = ["jobs", "preferences", "show", "theme", "workspace"]


@pytest.fixture
def outside(tmp_path):
    """Return the outside world: whatever is saved or printed goes to one file."""
    return OnePath(tmp_path / "sheet.txt")


PATIENCE = 20_000


@pytest.fixture
def desk(tmp_path):
    """Return the dialogs."""
    return OnePath(tmp_path / "backup.zip")


@pytest.fixture
def audit_id(workspace):
    """Return the id of an audit in the workspace."""
    return start_audit(workspace)


@pytest.fixture
def make_view(theme, preferences, jobs, desk, show):
    """Return a function that shows the page of a workspace."""
    return lambda workspace: show(DataView(theme, workspace, preferences, jobs, desk))


@pytest.fixture
def view(make_view, workspace, audit_id):
    """Return the page of a workspace with one audit, shown."""
    return make_view(workspace)


@pytest.fixture
def opened(view, workspace, desk, qtbot):
    """Make a backup, open it in the page and return what shows it."""
    workspace.back_up(desk.path)
    workspace.clock.move(hours=1)
    return open_it(view, qtbot)


def open_it(view, qtbot):
    """Choose the backup, type its passphrase and return what shows it."""
    view.backup.check_button.click()
    dialog = view.findChild(OpenBackupDialog)
    dialog.secret.line_edit.setText(PASSPHRASE)
    dialog.open_button.click()
    qtbot.waitUntil(lambda: view.contents is not None, timeout=PATIENCE)
    return view.contents
