# SPDX-License-Identifier: MPL-2.0
"""Test that the window can be closed where the program itself fails, and says what happened."""

import pytest

from auditapp.workspace import Workspace
from tests.making import PASSPHRASE, WEAK
from tests.ui.window_fixtures import audit_id, paths, unlock, window
from ui.unsaved_dialog import UnsavedDialog

__all__ = ["audit_id", "paths", "unlock", "window"]


def test_a_fault_of_the_program_leaves_the_window_open(window, audit_id, monkeypatch):
    """It is told, and what is typed is still there; the person may leave without it."""

    def fail():
        raise KeyError("Amira")

    monkeypatch.setattr(window.audit_view, "settle_now", fail)
    with pytest.raises(KeyError):
        window.close()
    (dialog,) = window.findChildren(UnsavedDialog)

    assert window.isVisible()
    dialog.leave_button.click()
    assert not window.isVisible()
    assert window.workspace is None


def test_a_fault_of_a_page_does_not_keep_the_window_open_for_ever(window, paths, monkeypatch):
    """It is told; the person may stay, or leave without what is typed there."""

    def fail():
        raise KeyError("Amira")

    window.start_view.unlocked.emit(Workspace.unlock(paths, PASSPHRASE, strength=WEAK))
    monkeypatch.setattr(window.home_view, "settle_now", fail)
    for stays in (True, False):
        with pytest.raises(KeyError):
            window.close()
        dialog = [each for each in window.findChildren(UnsavedDialog) if each.isVisible()][-1]
        assert window.isVisible()
        (dialog.stay_button if stays else dialog.leave_button).click()
    assert not window.isVisible()
    assert window.workspace is None
