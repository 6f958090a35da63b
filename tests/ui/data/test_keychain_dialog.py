# SPDX-License-Identifier: MPL-2.0
"""Test the box and the dialog that let the keychain unlock the audits."""

import pytest
from shiboken6 import isValid

from tests.keychains import HangingKeychain, MemoryKeychain, RefusingKeychain
from tests.making import PASSPHRASE
from tests.ui.data.keys_fixtures import PATIENCE, card, opened, reach_key, refuse
from ui.data.keychain_dialog import KeychainDialog
from ui.data.keys_card import KeysCard
from ui.data.reseal_dialog import ResealDialog
from ui.widgets.surfaces.scroll_area import ScrollArea

__all__ = ["card", "opened"]


@pytest.fixture
def allowing(card, opened):
    """Return the dialog that turns the keychain on."""
    return opened(card.keychain_box, KeychainDialog)


def allow(dialog, passphrase=PASSPHRASE):
    """Type the passphrase and press the button."""
    dialog.passphrase.line_edit.setText(passphrase)
    dialog.on_button.click()


def test_the_keychain_is_turned_on_with_the_passphrase(card, allowing, workspace, qtbot):
    """The box is ticked when it is in force, and not before."""
    assert not card.keychain_box.isChecked()
    allow(allowing)
    qtbot.waitUntil(card.keychain_box.isChecked, timeout=PATIENCE)

    assert workspace.has_keychain
    assert "may unlock" in card.outcome.accessibleName()
    assert "never by itself" in card.outcome.accessibleDescription()
    qtbot.waitUntil(lambda: not isValid(allowing))


def test_leaving_the_dialog_leaves_it_off(card, allowing, workspace):
    """And the keychain was not asked."""
    allowing.reject()
    assert not card.keychain_box.isChecked()
    assert [] == workspace._keychain.asked


@pytest.mark.parametrize(
    ("passphrase", "words"), [("", "Type your passphrase."), ("open sesame", "not the passphrase")]
)
def test_without_the_passphrase_it_stays_off(allowing, workspace, qtbot, passphrase, words):
    """The field says so."""
    allow(allowing, passphrase)
    qtbot.waitUntil(lambda: words in (allowing.passphrase.error or ""), timeout=PATIENCE)
    assert not workspace.has_keychain
    qtbot.keyClicks(allowing.passphrase.line_edit, "o")
    assert allowing.passphrase.error is None
    allowing.reject()


def test_a_keychain_that_refuses_is_told_in_the_dialog(card, allowing, workspace, qtbot):
    """It stays off, and can be tried again."""
    kept, workspace._keychain = workspace._keychain, RefusingKeychain()
    allow(allowing)
    qtbot.waitUntil(allowing.fault.isVisible, timeout=PATIENCE)
    assert "could not be opened" in allowing.fault.accessibleName()
    assert not workspace.has_keychain

    workspace._keychain = kept
    allow(allowing)
    qtbot.waitUntil(card.keychain_box.isChecked, timeout=PATIENCE)


def test_waiting_for_a_keychain_that_hangs_can_be_left(card, allowing, workspace, qtbot):
    """It stays off, and the dialog closes once that is sure."""
    hanging = workspace._keychain = HangingKeychain()
    allow(allowing)
    qtbot.waitUntil(hanging.reached.is_set, timeout=PATIENCE)
    with qtbot.waitSignal(allowing.rejected, timeout=PATIENCE):
        allowing.cancel_button.click()
    hanging.let_go.set()

    assert not card.keychain_box.isChecked()
    assert not workspace.has_keychain


@pytest.fixture
def ticked(theme, workspace, jobs, outside, show):
    """Return the card of a workspace that the keychain may unlock."""
    workspace._keychain = MemoryKeychain()
    workspace.turn_keychain_on(PASSPHRASE)
    card = KeysCard(theme, workspace, jobs, outside)
    page = show(ScrollArea(theme, card))
    yield card
    page.close()


def test_the_keychain_is_turned_off_at_once(ticked, workspace, qtbot):
    """Slot and entry are gone."""
    assert ticked.keychain_box.isChecked()
    ticked.keychain_box.click()
    qtbot.waitUntil(ticked.outcome.isVisible, timeout=PATIENCE)

    assert not ticked.keychain_box.isChecked()
    assert ticked.keychain_box.isEnabled()
    assert not workspace.has_keychain
    assert {} == workspace._keychain.entries
    assert "was removed" in ticked.outcome.accessibleDescription()


def test_an_entry_that_cannot_be_removed_is_told(ticked, workspace, qtbot):
    """It opens nothing."""
    workspace._keychain = RefusingKeychain()
    ticked.keychain_box.click()
    qtbot.waitUntil(ticked.outcome.isVisible, timeout=PATIENCE)
    assert "could not be removed" in ticked.outcome.accessibleDescription()


def test_a_disk_that_refuses_leaves_it_on(ticked, workspace, qtbot, monkeypatch):
    """The box says how it is."""
    monkeypatch.setattr(workspace, "turn_keychain_off", refuse)
    ticked.keychain_box.click()
    qtbot.waitUntil(ticked.outcome.isVisible, timeout=PATIENCE)

    assert ticked.keychain_box.isChecked()
    assert "The disk is full." == ticked.outcome.accessibleName()


def test_sealing_anew_clears_the_box(ticked, workspace, qtbot):
    """The card says that the keychain does not unlock the audits any more."""
    ticked.reseal_button.click()
    dialog = next(each for each in ticked.findChildren(ResealDialog) if each.isVisible())
    dialog.panel.again.line_edit.setText(reach_key(dialog, qtbot))
    with qtbot.waitSignal(ticked.keys_changed, timeout=PATIENCE):
        dialog.next_button.click()

    assert not workspace.has_keychain
    assert not ticked.keychain_box.isChecked()
    assert "The keychain does not unlock them" in ticked.outcome.accessibleDescription()
