# SPDX-License-Identifier: MPL-2.0
"""Changing what opens the audits, from the card that offers it."""

import pytest
from PySide6.QtCore import Qt
from shiboken6 import isValid

from auditapp.errors import SaveFailedError, WrongPassphraseError
from auditapp.store import resealing
from auditapp.workspace import Workspace
from tests.keychains import HangingKeychain, MemoryKeychain, RefusingKeychain
from tests.making import PASSPHRASE, WEAK, start_audit
from ui.data.change_passphrase_dialog import ChangePassphraseDialog
from ui.data.keychain_dialog import KeychainDialog
from ui.data.keys_card import KeysCard
from ui.data.recovery_key_dialog import RecoveryKeyDialog
from ui.data.reseal_dialog import ResealDialog
from ui.start.key_reminder import KeyReminder
from ui.widgets.scroll_area import ScrollArea

NEW = "lantern tuba gravel mint"
PATIENCE = 20_000


@pytest.fixture
def card(theme, workspace, jobs, outside, show):
    """Return the card on a page of its own, shown."""
    workspace._keychain = MemoryKeychain()
    start_audit(workspace)
    card = KeysCard(theme, workspace, jobs, outside)
    page = show(ScrollArea(theme, card))
    yield card
    page.close()


@pytest.fixture
def opened(card, qtbot):
    """Return a function that presses a button of the card and returns the dialog it opens."""

    def opened(button, kind):
        button.click()
        dialog = next(each for each in card.findChildren(kind) if each.isVisible())
        qtbot.waitUntil(dialog.isVisible)
        return dialog

    return opened


@pytest.fixture
def changing(card, opened):
    """Return the dialog that changes the passphrase."""
    return opened(card.passphrase_button, ChangePassphraseDialog)


@pytest.fixture
def replacing(card, opened):
    """Return the dialog that makes a new recovery key."""
    return opened(card.recovery_button, RecoveryKeyDialog)


@pytest.fixture
def sealing(card, opened):
    """Return the dialog that seals everything anew."""
    return opened(card.reseal_button, ResealDialog)


def opens(workspace, secret):
    """Tell whether a secret opens the workspace, which is locked for it."""
    workspace.close()
    try:
        Workspace.unlock(workspace.paths, secret, strength=WEAK).close()
    except WrongPassphraseError:
        return False
    return True


def change(dialog, old=PASSPHRASE, new=NEW, again=NEW):
    """Fill the dialog in and press its button."""
    dialog.old.line_edit.setText(old)
    dialog.fields.passphrase.line_edit.setText(new)
    dialog.fields.again.line_edit.setText(again)
    dialog.change_button.click()


def reach_key(dialog, qtbot, secret=PASSPHRASE):
    """Give the passphrase; return the key as a person would copy it."""
    dialog.secret.line_edit.setText(secret)
    dialog.next_button.click()
    qtbot.waitUntil(dialog.panel.isVisible, timeout=PATIENCE)
    return dialog.panel.key.accessibleName().replace(",", "")


def test_the_passphrase_is_changed(card, changing, workspace, qtbot):
    """The card says so; the new one opens, and the old one does not."""
    with qtbot.waitSignal(card.keys_changed, timeout=PATIENCE):
        change(changing)

    assert "new passphrase is in force" in card.outcome.accessibleName()
    qtbot.waitUntil(lambda: not isValid(changing))
    assert [False, True] == [opens(workspace, each) for each in (PASSPHRASE, NEW)]


def test_a_wrong_passphrase_is_told_in_its_field(changing, workspace, qtbot):
    """The dialog stays, and can be used again."""
    change(changing, old="open sesame")
    qtbot.waitUntil(lambda: changing.old.error is not None, timeout=PATIENCE)

    assert "not the passphrase" in changing.old.error
    assert changing.change_button.isEnabled()
    assert changing.focusWidget() is changing.old.line_edit
    changing.reject()
    assert opens(workspace, PASSPHRASE)


@pytest.mark.parametrize(
    ("old", "new", "again", "words"),
    [
        ("", NEW, NEW, "present passphrase"),
        (PASSPHRASE, "short", "short", "7 more characters"),
        (PASSPHRASE, NEW, NEW + "s", "not the same"),
    ],
)
def test_what_is_missing_is_told_before_anything_is_tried(changing, jobs, old, new, again, words):
    """In the field that it is about."""
    change(changing, old, new, again)

    fields = (changing.old, changing.fields.passphrase, changing.fields.again)
    assert [words in (each.error or "") for each in fields].count(True) == 1
    assert not jobs.is_busy
    changing.reject()


def test_the_new_passphrase_is_judged_while_it_is_typed(changing, qtbot):
    """With the name in the settings, which others would try first."""
    field = changing.fields.passphrase
    qtbot.keyClicks(field.line_edit, "sunshine 1995")
    assert "within hours" in field.editor.accessibleDescription()
    assert field.error is None
    changing.reject()


def test_a_disk_that_refuses_is_told(changing, workspace, qtbot, monkeypatch):
    """In the dialog, and the old passphrase holds."""
    monkeypatch.setattr(workspace, "change_passphrase", refuse)
    change(changing)
    qtbot.waitUntil(changing.fault.isVisible, timeout=PATIENCE)

    assert "The disk is full." == changing.fault.accessibleName()
    changing.reject()


def refuse(*_arguments, **_more):
    """Refuse as a full disk does."""
    raise SaveFailedError("The disk is full.", "Free some space.")


def test_a_dialog_at_work_stays_open(changing, qtbot, card):
    """Esc must leave no doubt about which passphrase holds."""
    change(changing)
    changing.reject()
    assert changing.isVisible()
    qtbot.waitSignal(card.keys_changed, timeout=PATIENCE).wait()


def test_a_new_recovery_key_takes_the_place_of_the_old_one(card, replacing, workspace, qtbot):
    """Once it was typed back; a reminder to check the old one is done with."""
    KeyReminder(workspace.paths).set()
    key = reach_key(replacing, qtbot)
    assert not workspace.opens_with(key)

    replacing.panel.again.line_edit.setText(key.lower())
    with qtbot.waitSignal(card.keys_changed, timeout=PATIENCE):
        replacing.next_button.click()

    assert workspace.opens_with(key)
    assert not KeyReminder(workspace.paths).is_due
    assert "new recovery key is in force" in card.outcome.accessibleName()
    qtbot.waitUntil(lambda: not isValid(replacing))


def test_another_key_is_refused(replacing, workspace, qtbot, jobs):
    """With a sentence in the field, and nothing is changed."""
    reach_key(replacing, qtbot)
    replacing.panel.again.line_edit.setText("AAAA")
    replacing.next_button.click()

    assert "not the key" in replacing.panel.again.error
    assert not jobs.is_busy
    replacing.reject()


def test_leaving_after_the_key_was_shown_says_that_it_opens_nothing(card, replacing, qtbot):
    """A sheet may have been printed."""
    reach_key(replacing, qtbot)
    replacing.reject()

    assert "Nothing was changed." == card.outcome.accessibleName()
    assert "destroy it" in card.outcome.accessibleDescription()


def test_leaving_before_says_nothing(card, replacing):
    """There is nothing to say."""
    replacing.reject()
    assert card.outcome.isHidden()


def test_a_key_is_offered_only_for_a_secret(replacing, qtbot):
    """An empty field and a wrong one are told in the field."""
    replacing.next_button.click()
    assert "Type it first" in replacing.secret.error

    replacing.secret.line_edit.setText("open sesame")
    replacing.next_button.click()
    qtbot.waitUntil(
        lambda: "not the passphrase" in (replacing.secret.error or ""), timeout=PATIENCE
    )
    assert replacing.panel.isHidden()
    replacing.reject()


def test_the_sheet_is_saved_under_a_name_of_its_own(replacing, outside, workspace, qtbot):
    """The sheet of an earlier key is not replaced unasked."""
    reach_key(replacing, qtbot)
    replacing.panel.save_button.click()

    assert workspace.short_id in outside.name
    assert workspace.short_id in outside.path.read_text("utf-8")
    replacing.reject()


def test_everything_is_sealed_anew(card, sealing, workspace, qtbot):
    """The audits are there, the new recovery key opens them, and the card says what was done."""
    rows = workspace.audits()
    key = reach_key(sealing, qtbot)
    sealing.panel.again.line_edit.setText(key)
    with qtbot.waitSignal(card.keys_changed, timeout=PATIENCE):
        qtbot.keyClick(sealing.panel.again.line_edit, Qt.Key.Key_Return)

    assert rows == workspace.audits()
    assert workspace.opens_with(key)
    assert "sealed anew" in card.outcome.accessibleName()
    assert "encrypted again and checked" in card.outcome.accessibleDescription()
    qtbot.waitUntil(lambda: not isValid(sealing))


def test_damaged_files_that_were_put_aside_are_told(card, sealing, workspace, qtbot):
    """They keep the old key."""
    (workspace.paths.store / "catalogue.seal.damaged-1").touch()
    sealing.panel.again.line_edit.setText(reach_key(sealing, qtbot))
    with qtbot.waitSignal(card.keys_changed, timeout=PATIENCE):
        sealing.next_button.click()

    assert "keep the old key" in card.outcome.accessibleDescription()


def test_sealing_can_be_stopped(card, sealing, workspace, qtbot, monkeypatch):
    """Nothing was changed, and the card says what to do with the new sheet."""
    key = reach_key(sealing, qtbot)
    real = workspace.reseal

    def wait_for_stop(*arguments, is_cancelled, **more):
        while not is_cancelled():
            pass
        return real(*arguments, is_cancelled=is_cancelled, **more)

    monkeypatch.setattr(workspace, "reseal", wait_for_stop)
    sealing.panel.again.line_edit.setText(key)
    sealing.next_button.click()
    qtbot.waitUntil(sealing.work_bar.isVisible)
    assert sealing.focusWidget() is sealing.work_bar.cancel_button
    with qtbot.waitSignal(sealing.left_unused, timeout=PATIENCE):
        sealing.work_bar.cancel_button.click()

    assert not workspace.opens_with(key)
    assert "Nothing was changed." == card.outcome.accessibleName()


def test_an_error_of_sealing_can_be_mended_and_tried_again(sealing, workspace, card, qtbot):
    """An audit that is open, here; the same key serves again."""
    audit_id = workspace.audits()[0].id
    workspace.open_audit(audit_id)
    sealing.panel.again.line_edit.setText(reach_key(sealing, qtbot))
    sealing.next_button.click()
    qtbot.waitUntil(sealing.fault.isVisible, timeout=PATIENCE)
    assert "An audit is open" in sealing.fault.accessibleName()

    workspace.close_audit(audit_id)
    with qtbot.waitSignal(card.keys_changed, timeout=PATIENCE):
        sealing.next_button.click()


def test_a_disk_that_fails_at_the_end_asks_to_unlock(card, sealing, workspace, qtbot, monkeypatch):
    """The new key holds, and the next unlock finishes what was begun."""
    key = reach_key(sealing, qtbot)
    rows = workspace.audits()
    sealing.panel.again.line_edit.setText(key)
    with monkeypatch.context() as patch:
        patch.setattr(resealing, "finish", refuse)
        with qtbot.waitSignal(card.lock_asked, timeout=PATIENCE) as asked:
            sealing.next_button.click()

    assert "Unlock your audits to finish" in asked.args[0]
    again = Workspace.unlock(workspace.paths, key, strength=WEAK)
    assert rows == again.audits()
    again.close()


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
