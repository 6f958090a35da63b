# SPDX-License-Identifier: MPL-2.0
"""Fixtures for tests of the card of the keys and its dialogs."""

import pytest

from auditapp.errors import SaveFailedError
from tests.keychains import MemoryKeychain
from tests.making import PASSPHRASE, start_audit
from ui.data.keys_card import KeysCard
from ui.widgets.surfaces.scroll_area import ScrollArea

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


def reach_key(dialog, qtbot, secret=PASSPHRASE):
    """Give the passphrase; return the key as a person would copy it."""
    dialog.secret.line_edit.setText(secret)
    dialog.next_button.click()
    qtbot.waitUntil(dialog.panel.isVisible, timeout=PATIENCE)
    return dialog.panel.key.accessibleName().replace(",", "")


def refuse(*_arguments, **_more):
    """Refuse as a full disk does."""
    raise SaveFailedError("The disk is full.", "Free some space.")
