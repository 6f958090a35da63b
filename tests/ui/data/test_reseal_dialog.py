# SPDX-License-Identifier: MPL-2.0
"""Test the dialog that seals everything anew."""

import pytest
from PySide6.QtCore import Qt
from shiboken6 import isValid

from auditapp.store import resealing
from auditapp.workspace import Workspace
from tests.making import WEAK
from tests.ui.data.keys_fixtures import PATIENCE, card, opened, reach_key, refuse
from ui.data.reseal_dialog import ResealDialog

__all__ = ["card", "opened"]


@pytest.fixture
def sealing(card, opened):
    """Return the dialog that seals everything anew."""
    return opened(card.reseal_button, ResealDialog)


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
