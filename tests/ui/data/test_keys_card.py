# SPDX-License-Identifier: MPL-2.0
"""Test the card of the keys, and the dialog that changes the passphrase."""

import pytest
from shiboken6 import isValid

from auditapp.errors import WrongPassphraseError
from auditapp.workspace import Workspace
from tests.making import PASSPHRASE, WEAK
from tests.ui.data.keys_fixtures import PATIENCE, card, opened, refuse
from ui.data.change_passphrase_dialog import ChangePassphraseDialog

__all__ = ["card", "opened"]

NEW = "lantern tuba gravel mint"


@pytest.fixture
def changing(card, opened):
    """Return the dialog that changes the passphrase."""
    return opened(card.passphrase_button, ChangePassphraseDialog)


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


def test_a_dialog_at_work_stays_open(changing, qtbot, card):
    """Esc must leave no doubt about which passphrase holds."""
    change(changing)
    changing.reject()
    assert changing.isVisible()
    qtbot.waitSignal(card.keys_changed, timeout=PATIENCE).wait()
