# SPDX-License-Identifier: MPL-2.0
"""The top of a round: its name, how far it is, and the ways back and to its steps."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from auditapp.i18n import _
from auditapp.judgement.round_progress import RoundProgress
from auditapp.model.round import Round
from ui.theme.theme import Theme
from ui.widgets.arranging.flow_row import FlowRow
from ui.widgets.buttons.push_button import PushButton
from ui.widgets.signs.pill import Pill
from ui.widgets.signs.progress_ring import ProgressRing
from ui.widgets.surfaces.page_heading import PageHeading


class RoundHeader(QWidget):
    """A name, a ring, some figures and the ways on.

    Signals:
        left: back to the list of rounds.
        setup_asked: the steps of the round are wanted.
        papers_asked: its papers are wanted.
        history_asked: its history is wanted.
    """

    left = Signal()
    setup_asked = Signal()
    papers_asked = Signal()
    history_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.ring = ProgressRing(theme, 40)
        self.facts = FlowRow(4)
        self.back_button = PushButton(theme, _("&All rounds"), "quiet", "arrow-left")
        self.papers_button = PushButton(theme, _("Pape&rs"), "secondary", "file-text")
        self.history_button = PushButton(theme, _("&History"), "secondary", "history")
        self.setup_button = PushButton(theme, _("S&teps"), "secondary", "settings")
        buttons = (self.papers_button, self.history_button, self.setup_button, self.back_button)
        self.heading = PageHeading(theme, "", *buttons, mark=self.ring)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.heading)
        column.addWidget(self.facts)
        self.back_button.clicked.connect(self.left)
        self.setup_button.clicked.connect(self.setup_asked)
        self.papers_button.clicked.connect(self.papers_asked)
        self.history_button.clicked.connect(self.history_asked)

    def show_round(self, whole: Round, progress: RoundProgress, time: str) -> None:
        """Show how far a round is; ``time`` says what is left of it."""
        share = progress.signed / progress.expected if progress.expected else 0.0
        signed = _("{signed} of {expected} signed off").format(
            signed=progress.signed, expected=progress.expected
        )
        self.heading.set_title(whole.about.name)
        self.ring.set_value(min(1.0, share), signed)
        pills = [(signed, "primary"), (time, "neutral")]
        if progress.late:
            pills.append((_("{count} late").format(count=len(progress.late)), "danger"))
        if progress.unallocated:
            pills.append((_("{count} with nobody").format(count=progress.unallocated), "warn"))
        if progress.exempt:
            pills.append((_("{count} exempt").format(count=progress.exempt), "neutral"))
        if whole.about.closed_at is not None:
            pills.append((_("Closed"), "neutral"))
        self.facts.clear()
        for words, tone in pills:
            self.facts.add(Pill(self._theme, words, tone))
