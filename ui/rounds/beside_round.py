# SPDX-License-Identifier: MPL-2.0
"""Show the papers of a round, or its history, in the place of its cases."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget

from auditapp.model.report_kinds import ReportKind
from ui.jobs import Jobs
from ui.outside import Outside
from ui.preferences import Preferences
from ui.rounds.open_round import OpenRound
from ui.theme.theme import Theme

if TYPE_CHECKING:
    from ui.rounds.papers_view import PapersView
    from ui.rounds.round_history_view import RoundHistoryView


class BesideRound(QObject):
    """One such page at a time, made when it is wanted.

    Signals:
        wanted: a page is to be shown.
        left: the person wants to be back at the cases.
    """

    wanted = Signal(object)
    left = Signal()

    def __init__(
        self,
        theme: Theme,
        preferences: Preferences,
        jobs: Jobs,
        outside: Outside,
        pages: QStackedWidget,
    ) -> None:
        """Put the pages among ``pages``."""
        super().__init__(pages)
        self._theme = theme
        self._preferences = preferences
        self._jobs = jobs
        self._outside = outside
        self._pages = pages
        self.papers: PapersView | None = None
        self.history: RoundHistoryView | None = None

    def show_papers(self, open_round: OpenRound, kind: ReportKind) -> None:
        """Show a paper of a round."""
        from ui.rounds.papers_view import PapersView  # noqa: PLC0415 - brings the preview

        self.drop()
        self.papers = PapersView(
            self._theme, self._preferences, self._jobs, self._outside, open_round=open_round
        )
        self._show(self.papers)
        self.papers.show_kind(kind)

    def show_history(self, open_round: OpenRound) -> None:
        """Show the history of a round."""
        from ui.rounds.round_history_view import RoundHistoryView  # noqa: PLC0415 - seldom needed

        self.drop()
        self.history = RoundHistoryView(self._theme, self._jobs, open_round)
        self._show(self.history)

    def refresh(self) -> None:
        """Show what there is now."""
        if self.history is not None:
            self.history.refresh()

    def stop(self) -> None:
        """End what is being read or made."""
        page = self.papers or self.history  # there is one at most
        if page is not None:
            page.stop()

    def drop(self) -> None:
        """Put the page away."""
        page = self.papers or self.history
        if page is not None:
            page.stop()
            self._pages.removeWidget(page)
            page.deleteLater()
        self.papers = self.history = None

    def place(self) -> dict[str, str]:
        """Return which page is on show and what is looked for there, as JSON can hold it."""
        if self.papers is not None:
            return {"papers": self.papers.kind.value}
        return {} if self.history is None else {"history": self.history.search.text}

    def resume(self, place: Mapping[str, Any], open_round: OpenRound) -> None:
        """Show the page that `place` told of."""
        if "papers" in place:
            self.show_papers(open_round, ReportKind(place["papers"]))
        elif "history" in place:
            self.show_history(open_round)
            if self.history is not None:
                self.history.look_for(place["history"])

    def _show(self, page: "PapersView | RoundHistoryView") -> None:
        page.left.connect(self.left)
        self._pages.addWidget(page)
        self.wanted.emit(page)
