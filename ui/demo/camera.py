# SPDX-License-Identifier: MPL-2.0
"""Take pictures of the window, each in light and in dark."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QApplication

from ui.main_window import MainWindow
from ui.widgets.fields.settle_timer import SettleTimer

_SHADE = QColor(0, 0, 0, 70)
_ROUNDS = 4
"""How often layouts are asked: new sizes go up from part to part, one a round."""

THEMES = ("dark", "light")
"""The light one last, because the window goes on in it."""


class Camera:
    """Save pictures into a folder; ``pictures`` lists them, oldest first."""

    def __init__(self, window: MainWindow, folder: Path) -> None:
        self._window = window
        self._folder = folder
        self.pictures: list[Path] = []

    def take(self, name: str) -> None:
        """Save the window as it is now, as ``name-light.png`` and ``name-dark.png``."""
        for timer in self._window.findChildren(SettleTimer):
            timer.settle_now()  # or a word counter would still say how many words there were
        for theme in THEMES:
            self._window.preferences.change(theme=theme)
            _let_lie()
            path = self._folder / f"{name}-{theme}.png"
            self._picture().save(str(path))
            self.pictures.append(path)

    def _picture(self) -> QPixmap:
        """Return the window with the dialog over it, if one is open."""
        picture = self._window.grab()
        dialog = QApplication.activeModalWidget()
        if dialog is not None:
            painter = QPainter(picture)
            corner = self._window.rect().center() - dialog.rect().center()
            painter.fillRect(self._window.rect(), _SHADE)  # so that it can be told from the window
            painter.drawPixmap(corner, dialog.grab())
            painter.end()
        return picture


def _let_lie() -> None:
    """Let layouts come to an end, or words are cut off in the picture that never are to the eye."""
    for _round in range(_ROUNDS):
        QCoreApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
