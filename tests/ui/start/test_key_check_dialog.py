# SPDX-License-Identifier: MPL-2.0
"""Checking the recovery key after a first start that was cut short."""

import pytest
from shiboken6 import isValid

from auditapp.paths import find_paths
from auditapp.workspace import Workspace
from tests.making import PASSPHRASE, WEAK
from ui.start.key_check_dialog import KeyCheckDialog


@pytest.fixture
def made(tmp_path):
    """Make a workspace; return it with its recovery key."""
    workspace, key = Workspace.create(find_paths(tmp_path), PASSPHRASE, strength=WEAK)
    yield workspace, key
    workspace.close()


@pytest.fixture
def dialog(theme, made, qtbot):
    """Return the open dialog."""
    dialog = KeyCheckDialog(theme, made[0])
    with qtbot.waitExposed(dialog):
        dialog.open()
    return dialog


def test_the_right_key_is_accepted(dialog, made, qtbot):
    """The key of the workspace closes the dialog."""
    dialog.key.line_edit.setText(made[1])
    with qtbot.waitSignal(dialog.accepted):
        dialog.check_button.click()
    qtbot.waitUntil(lambda: not isValid(dialog))


def test_another_text_is_not(dialog, qtbot):
    """Anything else is refused in words; Esc closes the dialog."""
    dialog.key.line_edit.setText("ABCD")
    with qtbot.assertNotEmitted(dialog.accepted):
        dialog.check_button.click()
    assert "not the key" in dialog.key.error
    dialog.reject()
    qtbot.waitUntil(lambda: not isValid(dialog))
