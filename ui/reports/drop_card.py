# SPDX-License-Identifier: MPL-2.0
"""A place to drop a file on, or to choose one by a button."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from auditapp.i18n import _
from ui.theme.theme import Theme
from ui.widgets.buttons.push_button import PushButton
from ui.widgets.signs.text_label import TextLabel
from ui.widgets.surfaces.card import Card


class DropCard(Card):
    """Words, and a button below them. A file that is dropped is read and never moved.

    Signals:
        file_dropped: the ``Path`` of a file; of several that are dropped at once, the first.
    """

    file_dropped = Signal(object)

    def __init__(
        self, theme: Theme, words: str = "", kind: str = "large", parent: QWidget | None = None
    ) -> None:
        """Say by ``words`` what may be dropped: the file of a report, where nothing else is said.

        ``kind`` is that of a card.
        """
        super().__init__(theme, kind, parent=parent)
        words = words or _("Drop the file of a report here, or")
        self.words = TextLabel(theme, words, "body", "2", wrap=True)
        self.button = PushButton(theme, _("&Choose a file …"), "primary", "folder-open")
        self.setAcceptDrops(True)
        self.words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.body.addWidget(self.words)
        self.body.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)

    # Qt overrides

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files of this computer, and nothing else."""
        if _paths(event):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self.set_tone("primary")

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Look as before."""
        event.accept()
        self.set_tone(None)

    def dropEvent(self, event: QDropEvent) -> None:
        """Tell of the file."""
        self.set_tone(None)
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.file_dropped.emit(_paths(event)[0])


def _paths(event: QDropEvent) -> list[Path]:
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
