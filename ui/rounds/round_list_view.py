# SPDX-License-Identifier: MPL-2.0
"""Show all rounds: open one, or begin a new one."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from auditapp.i18n import _, ngettext
from auditapp.workspace import Workspace
from ui.rounds.case_row import round_rows
from ui.rounds.case_table import CaseTable
from ui.rounds.case_table_model import CaseTableModel
from ui.theme.theme import Theme
from ui.theme.tokens import SPACE
from ui.widgets.buttons.push_button import PushButton
from ui.widgets.surfaces.banner import Banner
from ui.widgets.surfaces.card import Card
from ui.widgets.surfaces.empty_state import EmptyState
from ui.widgets.surfaces.page import Page
from ui.widgets.surfaces.page_heading import PageHeading

_LEAST_HEIGHT: Final = 180


class RoundListView(Page):
    """The list of rounds, the one that ends last first.

    Signals:
        round_chosen: the id of the round to open.
        new_round_asked: a new round is wanted.
    """

    round_chosen = Signal(str)
    new_round_asked = Signal()

    def __init__(self, theme: Theme, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(theme, spacing=SPACE["2"], parent=parent)
        self._theme = theme
        self._workspace = workspace
        heads = (_("Round"), _("Status"), _("Audits"), _("Due by"))
        self._model = CaseTableModel(heads, self)
        self.table = CaseTable(theme, self._model, _("Rounds"))
        self.new_button = PushButton(theme, _("&New round"), "primary", "plus")
        self.notice = Banner(theme, "ok", "")
        self.unread = Banner(theme, "danger", "")
        self._states = QStackedWidget()
        self._build()
        self.new_button.clicked.connect(self.new_round_asked)
        self.nothing_yet.button_clicked.connect(self.new_round_asked)
        self.table.case_opened.connect(self.round_chosen)

    def refresh(self) -> None:
        """Read the rounds again."""
        rounds = self._workspace.rounds()
        chosen = self.table.chosen
        today = self._workspace.clock().astimezone().date()
        self._model.set_rows(round_rows(rounds, today))
        if chosen:
            self.table.choose(chosen[0])
        self._states.setCurrentWidget(self._list if rounds else self.nothing_yet)
        self._show_unread(self._workspace.unread_rounds())
        self.new_button.setVisible(bool(rounds))

    def _show_unread(self, count: int) -> None:
        """Say of rounds that are not in the list that they are there, or should be."""
        words = ngettext(
            "{count} round cannot be read, and is not listed.",
            "{count} rounds cannot be read, and are not listed.",
            count,
        ).format(count=count)
        text = _("Check the store on the page Your data: it says what can be done.")
        self.unread.set_content("danger", words, text)
        self.unread.setVisible(bool(count))

    def _build(self) -> None:
        theme = self._theme
        self.nothing_yet = EmptyState(
            theme,
            "layers",
            _("No rounds yet"),
            _(
                "A round is a programme of audits: a list of cases, a sample drawn by lot, "
                "auditors who never get their own case, and what became of each."
            ),
            _("Begin a round"),
        )
        self._list = Card(theme, "list")
        self._list.body.addWidget(self.table)
        for state in (self._list, self.nothing_yet):
            self._states.addWidget(state)
        self.notice.hide()
        self.unread.hide()
        self._column.addWidget(PageHeading(theme, _("Rounds"), self.new_button))
        self._column.addWidget(self.notice)
        self._column.addWidget(self.unread)
        self._column.addWidget(self._states, 1)

    def _fit(self) -> None:
        super()._fit()
        self._states.setMinimumHeight(self._theme.px(_LEAST_HEIGHT))

    def _first_stop(self) -> QWidget:
        return self.table if self._model.rowCount() else self.nothing_yet.button
