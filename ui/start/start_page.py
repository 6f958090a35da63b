# SPDX-License-Identifier: MPL-2.0
"""Lay out what is seen before the audits are unlocked: one calm card in the middle."""

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from auditapp.i18n import _
from ui.keys.commands import CommandId
from ui.keys.keymap import command
from ui.theme.theme import Theme
from ui.theme.tokens import SPACE
from ui.widgets.arranging.folding_row import FoldingRow
from ui.widgets.buttons.push_button import PushButton
from ui.widgets.signs.icon_label import IconLabel
from ui.widgets.signs.text_label import TextLabel
from ui.widgets.surfaces.card import Card
from ui.widgets.surfaces.pane import Pane
from ui.widgets.surfaces.scroll_area import ScrollArea

if TYPE_CHECKING:
    from ui.messages import Message

_WIDTH = 540


class StartPage(Pane):
    """A base of the first start and of unlocking: the name of the program over a ``card``.

    Signals:
        help_asked: the person wants the guide.
    """

    help_asked = Signal()
    help_page: ClassVar = ""
    """Its name in the table of chapters."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "page", parent=parent)
        self.card = Card(theme)
        self.card.set_padding(SPACE["8"], SPACE["6"])
        self.card.body.setSpacing(SPACE["3"])
        self._column = QWidget()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHorizontalStretch(100)
        self._column.setSizePolicy(policy)
        column = QVBoxLayout(self._column)
        column.setContentsMargins(8, 20, 8, 20)
        column.setSpacing(SPACE["4"])
        column.addStretch(1)
        column.addLayout(self._brand())
        column.addWidget(self.card)
        column.addWidget(self._help(), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)
        content = QWidget()
        content.setObjectName("content")
        row = QHBoxLayout(content)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(self._column)
        row.addStretch(1)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(ScrollArea(theme, content))
        self._on_theme_changed()
        theme.changed.connect(self._on_theme_changed)

    @staticmethod
    def explained(error: BaseException) -> "Message":
        """Put an error into words."""
        from ui.messages import explain  # noqa: PLC0415 - the first paint need not wait for it

        return explain(error)

    def _brand(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        row.addWidget(IconLabel(self._theme, "shield-check", "primary", 26))
        row.addWidget(TextLabel(self._theme, _("Case File Audit"), "heading"))
        row.addStretch(1)
        return row

    def _help(self) -> PushButton:
        button = PushButton(self._theme, _("Help"), "quiet", "book-open")
        button.setToolTip(command(CommandId.HELP).shortcut)
        button.clicked.connect(self.help_asked)
        return button

    def _on_theme_changed(self) -> None:
        self._column.setMaximumWidth(self._theme.px(_WIDTH))


def button_row(theme: Theme, *buttons: QWidget, first: QWidget | None = None) -> FoldingRow:
    """Return a row with ``first`` at its left end and the other buttons at its right end.

    Where there is no room they stand one below the other.
    """
    row = FoldingRow(theme, spacing=4)
    if first is not None:
        row.add(first)
    row.add_stretch()
    for button in buttons:
        row.add(button)
    return row
