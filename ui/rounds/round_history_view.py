# SPDX-License-Identifier: MPL-2.0
"""The history of a round: all that was done to it, newest first."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from auditapp.history.lines import chain_words
from auditapp.history.round_lines import RoundHistory
from auditapp.i18n import _
from ui.history.history_list import HistoryList
from ui.jobs import Job, Jobs
from ui.messages import explain
from ui.rounds.open_round import OpenRound
from ui.rounds.round_history_model import RoundHistoryModel
from ui.theme.theme import Theme
from ui.widgets.buttons.push_button import PushButton
from ui.widgets.fields.search_field import SearchField
from ui.widgets.reading.announce import announce
from ui.widgets.signs.text_label import TextLabel
from ui.widgets.surfaces.banner import Banner
from ui.widgets.surfaces.card import Card
from ui.widgets.surfaces.empty_state import EmptyState
from ui.widgets.surfaces.page import Page
from ui.widgets.surfaces.page_heading import PageHeading

_LEAST_LIST: Final = 260


class RoundHistoryView(Page):
    """Whether the chain holds, what is looked for, and the lines. It is read away from the window.

    Signals:
        left: the person wants to go back to the round.
    """

    left = Signal()

    def __init__(
        self, theme: Theme, jobs: Jobs, open_round: OpenRound, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, spacing=8, is_read=True, parent=parent)
        self._theme = theme
        self._jobs = jobs
        self._round = open_round
        self._reading: Job | None = None
        self.back_button = PushButton(theme, _("&Back to the round"), "quiet", "arrow-left")
        self.chain = TextLabel(theme, _("Reading the history …"), "body", "2", wrap=True)
        self.fault = Banner(theme, "danger", "")
        self.search = SearchField(theme, _("Find lines"), _("Search case, person, reason or date"))
        self.model = RoundHistoryModel(self)
        self.list = HistoryList(theme, self.model)
        self.nothing = EmptyState(
            theme, "search", _("Nothing found"), _("No line fits what you look for."),
            _("Show all lines"),
        )  # fmt: skip
        self._states = QStackedWidget()
        self._build()
        self._connect()
        self.refresh()

    def refresh(self) -> None:
        """Read the history again."""
        self.stop()
        workspace, round_id = self._round.workspace, self._round.whole.id
        self._reading = self._jobs.start(
            lambda _job: workspace.read_round_history(round_id),
            succeeded=self._on_read,
            failed=self._on_failed,
        )

    def look_for(self, text: str) -> None:
        """Look for a text, as if it had been typed."""
        self.search.set_text(text)
        self._on_searched(text)

    def stop(self) -> None:
        """Let a reading under way come to nothing."""
        if self._reading is not None:
            self._reading.cancel()
        self._reading = None

    # Building

    def _build(self) -> None:
        theme = self._theme
        card = Card(theme, "list")
        card.body.addWidget(self.list)
        for state in (card, self.nothing):
            self._states.addWidget(state)
        heading = PageHeading(
            theme, _("History of the round"), self.back_button, words=self._round.whole.about.name
        )
        for part in (heading, self.chain, self.fault, self.search):
            self._column.addWidget(part)
        self.fault.hide()
        self._column.addWidget(self._states, 1)

    def _connect(self) -> None:
        self.back_button.clicked.connect(self.left)
        self.search.text_settled.connect(self._on_searched)
        self.nothing.button_clicked.connect(self.search.clear)

    def _fit(self) -> None:
        super()._fit()
        self._states.setMinimumHeight(self._theme.px(_LEAST_LIST))

    def _first_stop(self) -> QWidget:
        return self.search

    def _show_fault(self, title: str, words: str) -> None:
        self.chain.hide()
        self.fault.show_message("danger", title, words)

    def _show_state(self) -> None:
        is_nothing = self.model.line_count and not self.model.found_count
        self._states.setCurrentIndex(1 if is_nothing else 0)

    # Slots

    def _on_read(self, history: RoundHistory) -> None:
        if self.sender() is not self._reading:
            return
        self._reading = None
        words = chain_words(history)
        self.chain.set_text(words)
        if history.fault is not None:
            self._show_fault(_("The history was altered"), words)
        self.model.set_lines(history.lines)
        self._show_state()

    def _on_failed(self, error: BaseException) -> None:
        if self.sender() is self._reading:
            self._reading = None
            message = explain(error)
            self._show_fault(message.title, message.text)

    def _on_searched(self, text: str) -> None:
        self.model.look_for(text)
        self._show_state()
        words = _("{shown} of {held} lines are shown.")
        shown, held = self.model.found_count, self.model.line_count
        announce(self.list, words.format(shown=f"{shown:,}", held=f"{held:,}"))

    # Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back to the round by Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
