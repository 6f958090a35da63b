# SPDX-License-Identifier: MPL-2.0
"""Test the dialog that makes a new recovery key."""

import pytest
from shiboken6 import isValid

from tests.ui.data.keys_fixtures import PATIENCE, card, opened, reach_key
from ui.data.recovery_key_dialog import RecoveryKeyDialog
from ui.start.key_reminder import KeyReminder

__all__ = ["card", "opened"]


@pytest.fixture
def replacing(card, opened):
    """Return the dialog that makes a new recovery key."""
    return opened(card.recovery_button, RecoveryKeyDialog)


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

    assert workspace.short_id in outside.names[-1]
    assert workspace.short_id in outside.path.read_text("utf-8")
    replacing.reject()
