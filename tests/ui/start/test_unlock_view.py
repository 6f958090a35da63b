# SPDX-License-Identifier: MPL-2.0
"""Unlocking the audits."""

from contextlib import closing

import pytest
from PySide6.QtCore import Qt

from auditapp.paths import find_paths
from auditapp.workspace import Workspace
from tests.keychains import HangingKeychain, MemoryKeychain, RefusingKeychain
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


@pytest.fixture
def keychain(recovery_key, tmp_path):
    """Return a keychain in memory that may unlock the workspace."""
    keychain = MemoryKeychain()
    with closing(Workspace.unlock(find_paths(tmp_path), PASSPHRASE, keychain=keychain)) as unlocked:
        unlocked.turn_keychain_on(PASSPHRASE)
    keychain.asked.clear()
    return keychain


@pytest.fixture
def with_keychain(theme, tmp_path, jobs, show, keychain):
    """Return a function that shows the unlock screen with a keychain, by default the right one."""

    def shown(other=None):
        return show(UnlockView(theme, find_paths(tmp_path), jobs, keychain=other or keychain))

    return shown


def test_without_it_there_is_no_button_for_the_keychain(view):
    """Most people have never turned it on."""
    assert view.keychain_button.isHidden()


def test_the_keychain_unlocks_at_a_press(with_keychain, qtbot):
    """And hands over the workspace."""
    view = with_keychain()
    with qtbot.waitSignal(view.unlocked, timeout=PATIENCE) as unlocked:
        view.keychain_button.click()
    assert "keychain" == unlocked.args[0].logbook()[-1].detail
    unlocked.args[0].close()


def test_the_keychain_is_never_asked_unasked(with_keychain, keychain, jobs, qtbot):
    """The window may just have locked because nobody was there; Enter asks for the passphrase."""
    view = with_keychain()
    view.set_reason("Locked after 10 minutes.")
    assert view.passphrase.line_edit is view.focusWidget()
    qtbot.keyClick(view.passphrase.line_edit, Qt.Key.Key_Return)

    assert view.keychain_button.isVisible()
    assert "Type your passphrase." == view.passphrase.error
    assert not jobs.is_busy
    assert [] == keychain.asked


@pytest.mark.parametrize(
    ("other", "words"),
    [(MemoryKeychain(), "holds nothing"), (RefusingKeychain(), "could not be opened")],
)
def test_a_keychain_of_no_use_leaves_the_passphrase(with_keychain, qtbot, other, words):
    """One sentence says so, and the field has the focus."""
    view = with_keychain(other)
    view.keychain_button.click()
    qtbot.waitUntil(view.notice.isVisible, timeout=PATIENCE)

    assert words in view.notice.accessibleName()
    assert view.passphrase.line_edit is view.focusWidget()
    unlock(view, qtbot, PASSPHRASE).close()


def test_nobody_has_to_wait_for_the_keychain(with_keychain, qtbot):
    """The button stops it without a word, and the passphrase unlocks."""
    hanging = HangingKeychain()
    view = with_keychain(hanging)
    view.keychain_button.click()
    qtbot.waitUntil(hanging.reached.is_set, timeout=PATIENCE)
    assert not view.passphrase.isEnabled()
    assert "Stop waiting" == view.keychain_button.text()

    view.keychain_button.click()
    qtbot.waitUntil(view.passphrase.isEnabled, timeout=PATIENCE)
    hanging.let_go.set()
    assert view.notice.isHidden()
    assert "keychain" in view.keychain_button.text()
    unlock(view, qtbot, PASSPHRASE).close()


def test_closing_the_window_does_not_wait_for_the_keychain(with_keychain, qtbot, jobs):
    """A prompt that nobody answers must not keep the program running."""
    hanging = HangingKeychain()
    with_keychain(hanging).keychain_button.click()
    qtbot.waitUntil(hanging.reached.is_set, timeout=PATIENCE)
    jobs.shut_down()
    assert not hanging.let_go.is_set()
    hanging.let_go.set()
