# SPDX-License-Identifier: MPL-2.0
"""Take back what was copied out of the window, and leave alone what others copied.

Every copy, of a field, a list or a button, passes Qt's clipboard, and that is watched. What was
copied is remembered as a keyed hash, never as text.
"""

import atexit
import os
import re
from typing import Final

from PySide6.QtCore import QMimeData, QObject, QTimer
from PySide6.QtGui import QClipboard, QGuiApplication

KEPT: Final = "application/x-case-file-audit-kept"
"""Marks what a button put there for use elsewhere: it stays when the window locks or closes."""

KEY_SECONDS: Final = 180
"""Seconds that a recovery key may stay on the clipboard."""

_RECOVERY_KEY: Final = re.compile(r"\s*(?:[A-Z2-7]{4}[\s-]*){9}", re.IGNORECASE)
_MODES: Final = (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection)


def copy_for_use_elsewhere(text: str) -> None:
    """Put ``text`` on the clipboard to stay: something without a case in it, or rescued words."""
    held = QMimeData()
    held.setText(text)
    held.setData(KEPT, b"1")
    QGuiApplication.clipboard().setMimeData(held)
    atexit.unregister(_leave_plain_text)
    atexit.register(_leave_plain_text)


def _leave_plain_text() -> None:
    """Put in the place of what was made here the same as plain text, which is Qt's own.

    Qt deletes what is on the clipboard after Python is gone, and would crash on what is Python's.
    """
    clipboard = QGuiApplication.clipboard() if QGuiApplication.instance() else None
    held = None if clipboard is None else clipboard.mimeData()  # none where Qt has let go of it
    if clipboard is not None and held is not None and held.hasFormat(KEPT):
        clipboard.setText(clipboard.text())


class CopiedText(QObject):
    """Know what this window put on the clipboard, and on the primary selection of X11."""

    def __init__(self, clipboard: QClipboard, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clipboard = clipboard
        self._marks: dict[QClipboard.Mode, bytes] = {}
        self._key = os.urandom(16)
        self._keys_end = QTimer(self, singleShot=True, interval=KEY_SECONDS * 1000)
        self._keys_end.timeout.connect(self.clear)
        clipboard.changed.connect(self._on_changed)

    def clear(self) -> None:
        """Empty what still holds what was copied here."""
        self._keys_end.stop()
        marks, self._marks = self._marks, {}
        for mode, mark in marks.items():
            if mark == self._mark(self._clipboard.text(mode)):
                self._clipboard.clear(mode)

    def _owns(self, mode: QClipboard.Mode) -> bool:
        if mode is QClipboard.Mode.Selection:
            return self._clipboard.ownsSelection()
        return self._clipboard.ownsClipboard()

    def _mark(self, text: str) -> bytes:
        """Return a hash of ``text`` that says nothing without a key that is kept nowhere else."""
        from hashlib import blake2b  # noqa: PLC0415 - not before somebody copies something

        return blake2b(text.encode("utf-8", "surrogatepass"), key=self._key).digest()

    # Slots

    def _on_changed(self, mode: QClipboard.Mode) -> None:
        """Remember what was copied here; forget it when somebody else copied after that."""
        self._marks.pop(mode, None)
        if mode not in _MODES or not self._owns(mode):
            return
        held, text = self._clipboard.mimeData(mode), self._clipboard.text(mode)
        if not text or held is None or held.hasFormat(KEPT):
            return
        self._marks[mode] = self._mark(text)
        if _RECOVERY_KEY.fullmatch(text):
            self._keys_end.start()
