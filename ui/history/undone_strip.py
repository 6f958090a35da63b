# SPDX-License-Identifier: MPL-2.0
"""Say what was just taken back, or made again."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from auditapp.history.lines import HistoryLine
from auditapp.history.short_marks import shortened
from auditapp.i18n import _
from auditapp.model.history import HistoryKind
from ui.history.history_rows import change_words
from ui.keys.commands import CommandId
from ui.theme.theme import Theme
from ui.widgets.arranging.flow_row import FlowRow
from ui.widgets.arranging.folding_row import FoldingRow
from ui.widgets.buttons.icon_button import IconButton
from ui.widgets.buttons.push_button import PushButton
from ui.widgets.signs.icon_label import IconLabel
from ui.widgets.signs.text_label import TextLabel
from ui.widgets.surfaces.card import Card

_MOST = 160
"""Characters of each side of a change: the strip is read in passing."""


class UndoneStrip(QWidget):
    """A strip over the page, until the next change or step; its button takes the undo back.

    Signals:
        command_asked: what was undone is to be made again, or the other way; the ``CommandId``.
    """

    command_asked = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._is_undone = True
        self._icon = IconLabel(theme, "undo", "info")
        self.words = TextLabel(theme, "", "body", wrap=True)
        self.button = PushButton(theme, "", "quiet")
        self.close_button = IconButton(theme, "x", _("Close this notice"), size=16)
        self._build()
        self.button.clicked.connect(self._on_button_clicked)
        self.close_button.clicked.connect(self.hide)
        self.hide()

    def show_line(self, line: HistoryLine) -> None:
        """Say what was taken back or made again: where, and from what to what."""
        self._is_undone = line.kind is HistoryKind.UNDONE
        self._icon.set_icon("undo" if self._is_undone else "redo", "info")
        self.words.set_text(undone_words(line))
        self.button.setText(_("Redo") if self._is_undone else _("Undo"))
        self.show()

    def _build(self) -> None:
        self.words.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        said = QWidget()
        row = QHBoxLayout(said)
        row.setContentsMargins(4, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.words, 1)
        buttons = FlowRow()
        buttons.add(self.button)
        buttons.add(self.close_button)
        folding = FoldingRow(self._theme, spacing=8)
        folding.add(said, 1)
        folding.add(buttons)
        card = Card(self._theme, "small", "info")
        card.set_padding(8, 2)
        card.body.addWidget(folding)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 0)
        column.addWidget(card)

    # Slots

    def _on_button_clicked(self) -> None:
        self.command_asked.emit(CommandId.REDO if self._is_undone else CommandId.UNDO)


def undone_words(line: HistoryLine) -> str:
    """Return in a sentence or two what an undo or a redo altered."""
    if not line.rows:
        return line.title
    row, others = line.rows[0], len(line.rows) - 1
    parts = [f"{field.name}: {shortened(change_words(field), _MOST)}" for field in row.fields[:2]]
    words = "; ".join(parts)
    if len(row.fields) > len(parts) or others:
        words = _("{words}, and more").format(words=words)
    return _("{what}. {place} {words}").format(
        what=line.title, place=_ended(row.place.words), words=words
    )


def _ended(text: str) -> str:
    """Return a text that other words can follow: a question as it is, else with a colon."""
    return text if text.endswith(("?", ".", ":")) else f"{text}:"
