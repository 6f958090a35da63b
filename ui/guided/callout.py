# SPDX-License-Identifier: MPL-2.0
"""A note beside a part of the window, with the way on."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QWidget

from auditapp.i18n import _
from ui.theme.theme import Theme
from ui.theme.tokens import EDGE
from ui.widgets.arranging.flow_row import FlowRow
from ui.widgets.buttons.push_button import PushButton
from ui.widgets.reading.announce import announce
from ui.widgets.signs.text_label import TextLabel
from ui.widgets.surfaces.card import Card

_WIDTH = 340


class Callout(Card):
    """How far one is, a title, some words, and three buttons. It takes the focus when it comes.

    Signals:
        next_asked: the next note is wanted.
        back_asked: the note before is wanted.
        leave_asked: no more notes are wanted.
    """

    next_asked = Signal()
    back_asked = Signal()
    leave_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        """Make an empty note."""
        super().__init__(theme, "small", "info", parent)
        self._count = TextLabel(theme, "", "caption", "2")
        self._title = TextLabel(theme, "", "heading", wrap=True)
        self._text = TextLabel(theme, "", "body", wrap=True)
        self.leave = PushButton(theme, _("Leave"), "quiet")
        self.back = PushButton(theme, _("Back"))
        self.next = PushButton(theme, "", "primary")
        row = FlowRow(0, is_at_right=True)
        for button in (self.leave, self.back, self.next):
            row.add(button)
        for part in (self._count, self._title, self._text, row):
            self.body.addWidget(part)
        self.set_padding(16, 12)
        self.next.clicked.connect(self.next_asked)
        self.back.clicked.connect(self.back_asked)
        self.leave.clicked.connect(self.leave_asked)

    def say(self, number: int, count: int, title: str, text: str) -> None:
        """Say something else, as note ``number`` of ``count``, and have it read out."""
        self._count.set_text(_("{number} of {count}").format(number=number, count=count))
        self._title.set_text(title)
        self._text.set_text(text)
        self.back.setEnabled(number > 1)
        self.next.setText(_("Go on") if number < count else _("Finish"))
        self.setAccessibleName(title)
        self.next.setAccessibleDescription(f"{title}. {text}")
        self.next.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, f"{self._count.text()}. {title}. {text}")

    def fitting_size(self, most: QSize) -> QSize:
        """Return the size that the words take, in pixels, within ``most``."""
        width = min(self._theme.px(_WIDTH), most.width())
        # The style sheet keeps a margin outside the layout.
        height = self.body.totalHeightForWidth(width - 2 * EDGE) + 2 * EDGE
        return QSize(width, min(height, most.height()))
