# SPDX-License-Identifier: MPL-2.0
"""Say what was just taken back, or made again."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from auditapp.history.lines import HistoryLine
from auditapp.history.short_marks import shortened
from auditapp.i18n import _
from auditapp.model.history import HistoryKind
from ui.commands import CommandId
from ui.history.history_rows import change_words
from ui.theme.theme import Theme
from ui.widgets.banner import Banner

_BACK = "back"
_CLOSE = "close"
_MOST = 160
"""Characters of each side of a change: the strip is read in passing."""


class UndoneStrip(QWidget):
    """A banner over the page, until the next change or step; its button takes the undo back.

    Signals:
        command_asked: what was undone is to be made again, or the other way; the ``CommandId``.
    """

    command_asked = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_undone = True
        actions = [(_BACK, _("Redo")), (_CLOSE, _("Close"))]
        self.banner = Banner(theme, "info", "", actions=actions, icon="undo")
        self.banner.set_padding(12, 6)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 0)
        column.addWidget(self.banner)
        self.banner.action_clicked.connect(self._on_action_clicked)
        self.hide()

    def show_line(self, line: HistoryLine) -> None:
        """Say what was taken back or made again: where, and from what to what."""
        self._is_undone = line.kind is HistoryKind.UNDONE
        words = undone_words(line)
        self.banner.set_content("info", line.title, words, "undo" if self._is_undone else "redo")
        self.banner.buttons[0].setText(_("Redo") if self._is_undone else _("Undo"))
        self.show()

    # Slots

    def _on_action_clicked(self, key: str) -> None:
        if key == _BACK:
            self.command_asked.emit(CommandId.REDO if self._is_undone else CommandId.UNDO)
        else:
            self.hide()


def undone_words(line: HistoryLine) -> str:
    """Return in a sentence or two what a change that was undone or made again altered."""
    if not line.rows:
        return ""
    row, others = line.rows[0], len(line.rows) - 1
    parts = [f"{field.name}: {shortened(change_words(field), _MOST)}" for field in row.fields[:2]]
    words = "; ".join(parts)
    if len(row.fields) > len(parts) or others:
        words = _("{words}, and more").format(words=words)
    return _("{place} {words}").format(place=_ended(row.place.words), words=words).strip()


def _ended(text: str) -> str:
    """Return a text that other words can follow: a question as it is, else with a colon."""
    return text if text.endswith(("?", ".", ":")) else f"{text}:"
