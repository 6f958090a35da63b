# SPDX-License-Identifier: MPL-2.0
"""Unlocking the audits."""

import subprocess
import sys

import pytest

from auditapp.paths import find_paths
from auditapp.workspace import Workspace
from tests.making import PASSPHRASE, WEAK
from ui.start.unlock_view import UnlockView

PATIENCE = 20_000


@pytest.fixture
def recovery_key(tmp_path):
    """Make a workspace, lock it and return its recovery key."""
    workspace, key = Workspace.create(find_paths(tmp_path), PASSPHRASE, strength=WEAK)
    workspace.close()
    return key


@pytest.fixture
def view(theme, tmp_path, jobs, show, recovery_key):
    """Return the unlock screen of a locked workspace, shown."""
    return show(UnlockView(theme, find_paths(tmp_path), jobs))


def unlock(view, qtbot, secret):
    """Type a secret and press the button; return the unlocked workspace."""
    view._field.line_edit.setText(secret)
    with qtbot.waitSignal(view.unlocked, timeout=PATIENCE) as unlocked:
        view.unlock_button.click()
    return unlocked.args[0]


def test_the_passphrase_unlocks(view, qtbot):
    """The right passphrase hands over the workspace, and is forgotten."""
    workspace = unlock(view, qtbot, PASSPHRASE)
    assert [] == workspace.audits()
    assert "" == view.passphrase.text
    workspace.close()


def test_the_recovery_key_unlocks(view, qtbot, recovery_key):
    """The recovery key does too, in small letters and with spaces."""
    view.other_button.click()
    assert view.recovery_key.isVisible()
    unlock(view, qtbot, recovery_key.lower().replace("-", " ")).close()


def test_a_wrong_passphrase_is_explained(view, qtbot):
    """The field says so, and its text can be typed over at once."""
    view.passphrase.line_edit.setText("not this one at all")
    view.unlock_button.click()
    qtbot.waitUntil(lambda: view.passphrase.error is not None, timeout=PATIENCE)

    assert "not the passphrase" in view.passphrase.error
    assert view.unlock_button.isEnabled()
    assert view.passphrase.line_edit.selectedText()

    unlock(view, qtbot, PASSPHRASE).close()


def test_nothing_typed_is_asked_for(view):
    """An empty field is not tried."""
    view.unlock_button.click()
    assert "Type your passphrase." == view.passphrase.error

    view.other_button.click()
    view.unlock_button.click()
    assert "Type the recovery key." == view.recovery_key.error


def test_audits_in_use_elsewhere_are_explained(view, qtbot, tmp_path):
    """When another window has the audits open, a notice says what to do."""
    other = Workspace.unlock(find_paths(tmp_path), PASSPHRASE)
    view.passphrase.line_edit.setText(PASSPHRASE)
    view.unlock_button.click()
    qtbot.waitUntil(view.notice.isVisible, timeout=PATIENCE)
    assert view.notice.accessibleName()
    assert view.notice.accessibleDescription()
    other.close()


def test_a_damaged_key_file_is_explained(view, qtbot, tmp_path):
    """When the key file and its copy are damaged, a notice says what to do."""
    for name in ("store.key", "store.key.bak"):
        (find_paths(tmp_path).store / name).write_bytes(b"not a key file")
    view.passphrase.line_edit.setText(PASSPHRASE)
    view.unlock_button.click()
    qtbot.waitUntil(view.notice.isVisible, timeout=PATIENCE)
    assert "damaged" in view.notice.accessibleName()


def test_the_reason_for_locking_is_shown(view):
    """Why the window locked is told above the field."""
    view.set_reason("Locked after 10 minutes.")
    assert view.notice.isVisible()
    assert "Locked after 10 minutes." == view.notice.accessibleName()


def test_the_start_screens_import_nothing_heavy():
    """Before the first paint neither models nor ciphers nor reports are loaded."""
    code = (
        "import sys, ui.start.unlock_view, ui.start.first_start_view\n"
        "heavy = {'pydantic', 'cryptography', 'reportlab', 'yaml', 'orjson', 'tinydb',"
        " 'PySide6.QtPrintSupport'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    run = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60
    )
    assert "[]" == run.stdout.strip()
