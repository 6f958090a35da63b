# SPDX-License-Identifier: MPL-2.0
"""Test that the recovery key of a first start stays on no screen that nobody is at."""

import pytest

from auditapp.paths import find_paths
from auditapp.workspace import Workspace
from tests.making import PASSPHRASE, WEAK
from tests.ui.locking.at_work import words_on
from ui.app import make_window
from ui.data.recovery_key_dialog import RecoveryKeyDialog
from ui.start.unlock_view import UnlockView

PATIENCE = 20_000


@pytest.fixture
def window(qapp, qtbot, tmp_path, monkeypatch):
    """Return a window in which a recovery key is shown for the first time."""
    monkeypatch.setattr("auditapp.store.keyed_folder.strength_here", lambda: WEAK)
    monkeypatch.setattr("auditapp.store.vault.strength_here", lambda: WEAK)
    window = make_window(qapp, find_paths(tmp_path))
    qtbot.addWidget(window)
    window.show()
    first = window.start_view
    first.welcome.answered.emit("R. Okafor", "")
    first.passphrase.chosen.emit(PASSPHRASE)
    qtbot.waitUntil(lambda: first.shows_key, timeout=PATIENCE)
    yield window
    window.close()


def unlock(window, tmp_path):
    """Unlock as if the passphrase had been typed."""
    workspace = Workspace.unlock(find_paths(tmp_path), PASSPHRASE, strength=WEAK)
    window.start_view.unlocked.emit(workspace)


@pytest.mark.parametrize(
    "tell", [lambda watch: watch.idle.slept.emit(), lambda watch: watch.idle.went_idle.emit()]
)
def test_the_key_goes_off_the_screen(window, tell):
    """When the computer sleeps or nobody is there; the audits are locked then."""
    panel = window.start_view.recovery_key.panel
    tell(window._standing_by.lock_watch)

    assert ("", None) == (panel.key.accessibleName(), panel._sheet)
    assert isinstance(window.start_view, UnlockView)
    assert "check your recovery key, or make another" in words_on(window.start_view)
    assert window.workspace is None


def test_the_passphrase_leads_to_another_key(window, tmp_path, qtbot):
    """Nobody is left without one: the notice over the list offers to make it."""
    window.lock_alone("Locked.")
    unlock(window, tmp_path)
    notice = window.home_view.notices.key
    assert notice.isVisible()
    notice.buttons[1].click()
    dialog = window.findChild(RecoveryKeyDialog)
    dialog.secret.line_edit.setText(PASSPHRASE)
    dialog.next_button.click()
    qtbot.waitUntil(lambda: not dialog.panel.isHidden(), timeout=PATIENCE)
    key = dialog.panel.key.accessibleName().replace(", ", "-").replace(" ", "")
    dialog.panel.again.line_edit.setText(key)
    with qtbot.waitSignal(dialog.accepted, timeout=PATIENCE):
        dialog.next_button.click()

    assert window.workspace.opens_with(key)
    assert not notice.isVisible()


def test_before_the_key_is_shown_nothing_locks(qapp, qtbot, tmp_path):
    """There is nothing to hide, and what is typed stays."""
    window = make_window(qapp, find_paths(tmp_path))
    qtbot.addWidget(window)
    window.show()
    first = window.start_view
    window.lock_alone("Locked.")

    assert first is window.start_view
    window.close()
