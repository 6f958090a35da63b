# SPDX-License-Identifier: MPL-2.0
"""Test that copied text is taken back, and only what was copied here."""

import pytest
from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QClipboard, QGuiApplication

from auditapp.store.recovery_key import format_recovery_key
from ui.locking.copied_text import KEPT, CopiedText, copy_for_use_elsewhere

CLIPBOARD, SELECTION = QClipboard.Mode.Clipboard, QClipboard.Mode.Selection


class FakeClipboard(QObject):
    """Hold text in two places, and know who put it there: no test screen does."""

    changed = Signal(QClipboard.Mode)

    def __init__(self):
        super().__init__()
        self.held = {CLIPBOARD: QMimeData(), SELECTION: QMimeData()}
        self.own = set()

    def put(self, text, mode=CLIPBOARD, *, is_ours=True, is_kept=False):
        """Let somebody copy ``text``."""
        held = QMimeData()
        held.setText(text)
        if is_kept:
            held.setData(KEPT, b"1")
        self.held[mode] = held
        (self.own.add if is_ours else self.own.discard)(mode)
        self.changed.emit(mode)

    def text(self, mode=CLIPBOARD):
        """Return the text."""
        return self.held[mode].text()

    def mimeData(self, mode=CLIPBOARD):  # noqa: N802 - Qt's name
        """Return everything."""
        return self.held[mode]

    def clear(self, mode=CLIPBOARD):
        """Empty it."""
        self.held[mode] = QMimeData()

    def ownsClipboard(self):  # noqa: N802 - Qt's name
        """Tell whether we copied last."""
        return CLIPBOARD in self.own

    def ownsSelection(self):  # noqa: N802 - Qt's name
        """Tell whether we selected last."""
        return SELECTION in self.own


@pytest.fixture
def clipboard(qapp):
    """Return a clipboard with nothing on it."""
    return FakeClipboard()


@pytest.fixture
def copied(clipboard):
    """Return what watches it."""
    return CopiedText(clipboard)


@pytest.mark.parametrize("mode", [CLIPBOARD, SELECTION])
def test_what_was_copied_here_is_taken_back(copied, clipboard, mode):
    """By Ctrl+C, a menu or, on X11, by selecting alone."""
    clipboard.put("Seen alone at school.", mode)
    copied.clear()

    assert "" == clipboard.text(mode)


def test_what_was_copied_elsewhere_is_left_alone(copied, clipboard):
    """Before and after something was copied here."""
    clipboard.put("A shopping list", is_ours=False)
    copied.clear()
    assert "A shopping list" == clipboard.text()

    clipboard.put("Seen alone at school.")
    clipboard.put("A shopping list", is_ours=False)
    copied.clear()
    assert "A shopping list" == clipboard.text()


def test_a_change_that_nobody_told_of_is_noticed(copied, clipboard):
    """Some systems tell of a change only when the window comes to the front."""
    clipboard.put("Seen alone at school.")
    clipboard.held[CLIPBOARD].setText("A shopping list")
    copied.clear()

    assert "A shopping list" == clipboard.text()


def test_rescued_words_stay(copied, clipboard):
    """They were copied because they could not be saved: taking them would lose them."""
    clipboard.put("What could not be saved", is_kept=True)
    copied.clear()

    assert "What could not be saved" == clipboard.text()


def test_no_text_is_kept(copied, clipboard):
    """Only a hash of it, with a key that is another at each start."""
    clipboard.put("Seen alone at school.")
    other = CopiedText(clipboard)
    clipboard.changed.emit(CLIPBOARD)

    assert copied._marks[CLIPBOARD] != other._marks[CLIPBOARD]
    assert b"Seen" not in copied._marks[CLIPBOARD]


@pytest.mark.parametrize("change", [str.lower, str.upper, lambda key: key.replace("-", " ")])
def test_a_recovery_key_is_taken_back_after_a_while(copied, clipboard, qtbot, change):
    """However it is written; other text waits for the lock."""
    copied._keys_end.setInterval(0)
    clipboard.put("Seen alone at school.")
    assert not copied._keys_end.isActive()
    clipboard.put(change(format_recovery_key(bytes(range(20)))))

    qtbot.waitUntil(lambda: clipboard.text() == "")


def test_a_button_marks_what_is_to_be_used_elsewhere(qapp):
    """The mark travels with the text."""
    copy_for_use_elsewhere("visits.yaml:3: a fault")
    held = QGuiApplication.clipboard().mimeData()

    assert ("visits.yaml:3: a fault", True) == (held.text(), held.hasFormat(KEPT))
    QGuiApplication.clipboard().clear()
