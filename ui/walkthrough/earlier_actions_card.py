# SPDX-License-Identifier: MPL-2.0
"""Actions of earlier audits that somebody still has to do or to look at."""

from typing import Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from auditapp.i18n import _, ngettext
from auditapp.operations.carried import CarriedAction
from auditapp.workspace import Workspace
from ui.actions.deeds import Deed
from ui.actions.step_desk import StepDesk
from ui.jobs import Jobs
from ui.messages import explain
from ui.preferences import Preferences
from ui.theme.theme import Theme
from ui.walkthrough.earlier_action_row import EarlierActionRow
from ui.walkthrough.earlier_actions import EarlierActions
from ui.widgets.buttons.push_button import PushButton
from ui.widgets.signs.text_label import TextLabel
from ui.widgets.surfaces.card import Card

FEW: Final = 5
"""Rows that are shown before all are asked for."""


class EarlierActionsCard(Card):
    """Each action of the same case, then of the same worker: verify, open again, or leave it.

    Of a worker's other cases neither the case nor the question is told. It is out of sight while
    nothing waits.
    """

    def __init__(
        self,
        theme: Theme,
        workspace: Workspace,
        preferences: Preferences,
        jobs: Jobs,
        earlier: EarlierActions,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent=parent)
        self._earlier = earlier
        self._is_whole = False
        self.rows: list[EarlierActionRow] = []
        self.desk = StepDesk(theme, workspace, preferences, jobs, self)
        self._words = TextLabel(theme, "", "body", "2", wrap=True)
        self._place = QVBoxLayout()
        self._place.setSpacing(4)
        self.more_button = PushButton(theme, "", "quiet", "chevron-down")
        title = _("From earlier audits")
        self.body.setSpacing(8)
        self.body.addWidget(TextLabel(theme, title, "heading", wrap=True))
        self.body.addWidget(self._words)
        self.body.addWidget(self.desk.banner)
        self.body.addWidget(self.desk.work_bar)
        self.body.addLayout(self._place)
        self.body.addWidget(self.more_button)
        earlier.changed.connect(self._show)
        self.desk.taken.connect(earlier.look_again)
        self.more_button.clicked.connect(self._on_more_clicked)
        self._show()

    def _show(self) -> None:
        """Show what was found."""
        found = self._earlier.found
        self._clear()
        # What came of the last step is still to be read when nothing waits any more.
        error = self._earlier.error
        self.setVisible(bool(found or error) or self.desk.banner.isVisibleTo(self))
        count = len(found)
        words = ngettext(
            "{count} action waits: say what became of it.",
            "{count} actions wait: say what became of each.",
            count,
        )
        self._words.set_text(words.format(count=count) if count else _("Nothing waits any more."))
        if error is not None:
            message = explain(error)
            self._words.set_text(f"{message.title} {message.text}")
        shown = found if self._is_whole else found[:FEW]
        for is_case, title in ((True, _("THIS CASE")), (False, _("SAME WORKER, OTHER CASES"))):
            group = [each for each in shown if each.is_same_case is is_case]
            if group:
                self._place.addWidget(TextLabel(self._theme, title, "overline", "primary"))
            for each in group:
                self._add(each)
        left = count - len(shown)
        more = ngettext("Show {count} more", "Show {count} more", left)
        self.more_button.setText(more.format(count=left))
        self.more_button.setVisible(left > 0)

    def _add(self, carried: CarriedAction) -> None:
        row = EarlierActionRow(self._theme, carried)
        row.deed_asked.connect(self._on_deed_asked)
        self._place.addWidget(row)
        self.rows.append(row)

    def _clear(self) -> None:
        self.rows.clear()
        while (item := self._place.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    # Slots

    def _on_deed_asked(self, carried: CarriedAction, deed: Deed) -> None:
        self.desk.ask(deed, [(carried.row.audit, carried.row.id)])

    def _on_more_clicked(self) -> None:
        self._is_whole = True
        self._show()
        if len(self.rows) > FEW:
            next(iter(self.rows[FEW].buttons.values())).setFocus()
