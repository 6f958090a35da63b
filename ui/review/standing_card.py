# SPDX-License-Identifier: MPL-2.0
"""Where the audit stands on its way to being signed off."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from auditapp.i18n import _, ngettext
from auditapp.judgement.progress import Progress
from ui.theme.theme import Theme
from ui.widgets.arranging.flow_row import FlowRow
from ui.widgets.buttons.push_button import PushButton
from ui.widgets.signs.progress_ring import ProgressRing
from ui.widgets.signs.text_label import TextLabel
from ui.widgets.surfaces.card import Card


class StandingCard(Card):
    """How far the audit is, what is left in one sentence, and the way to the first of it.

    Signals:
        first_asked: the person wants to go to the first thing that is left.
    """

    first_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "large", parent=parent)
        self._ring = ProgressRing(theme, 44)
        self._title = TextLabel(theme, "", "heading", wrap=True)
        self._words = TextLabel(theme, "", "body", "2", wrap=True)
        self.button = PushButton(theme, "", "secondary", "arrow-right", icon_side="right")
        self.button.clicked.connect(self.first_asked)
        self._build()

    def show_standing(self, done: Progress, left: Sequence[tuple[str, int]]) -> None:
        """Show how far the audit is, and what blocks the sign-off: how much of each kind."""
        count = sum(number for _kind, number in left)
        if count:
            title = ngettext(
                "One thing stands in the way of signing off",
                "{count} things stand in the way of signing off",
                count,
            ).format(count=count)
            words = " · ".join(f"{kind}: {number}" for kind, number in left)
            button = _("Go to the first")
        else:
            title = _("Nothing stands in the way of signing off")
            words = _("Read the rest through, then sign off at the end of this page.")
            button = _("Go to the sign-off")
        answered = _("{answered} of {asked} questions answered").format(
            answered=done.answered, asked=done.asked
        )
        self._ring.set_value(done.share, answered)
        self._title.set_text(title)
        self._words.set_text(f"{answered}\n{words}")
        self.button.setText(button)
        self.button.updateGeometry()

    def _build(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._words)
        buttons = FlowRow()
        buttons.add(self.button)
        words.addSpacing(4)
        words.addWidget(buttons)
        row = QHBoxLayout()
        row.setContentsMargins(4, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self._ring, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        self.body.addLayout(row)
