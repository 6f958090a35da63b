# SPDX-License-Identifier: MPL-2.0
"""The step that keeps cases out of the draw, each for a reason."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from auditapp.i18n import _, ngettext
from auditapp.model.ids import CaseReference
from auditapp.model.round_edits import exclude, include
from ui.rounds.case_row import finder, listed_rows
from ui.rounds.case_table import CaseTable
from ui.rounds.case_table_model import CaseTableModel
from ui.rounds.open_round import OpenRound
from ui.rounds.reason_dialog import ReasonDialog
from ui.rounds.step_card import StepCard
from ui.theme.theme import Theme
from ui.widgets.arranging.flow_row import FlowRow
from ui.widgets.buttons.push_button import PushButton
from ui.widgets.buttons.shortcut import native_keys
from ui.widgets.fields.search_field import SearchField
from ui.widgets.signs.text_label import TextLabel

_HEIGHT = 320


class ExclusionsStep(StepCard):
    """The list, what is looked for in it, and what is to be left out of what is chosen."""

    def __init__(self, theme: Theme, open_round: OpenRound, parent: QWidget | None = None) -> None:
        words = _(
            "Some files cannot or should not be audited: closed, just transferred, before a court. "
            "Choose them and say why. {keys} chooses all that are shown. If there are none, go on."
        ).format(keys=native_keys("Ctrl+A"))
        super().__init__(theme, _("What is left out"), words, open_round, parent)
        self._theme = theme
        self._model = CaseTableModel((_("Case"), _("Draw"), _("Team"), _("Worker")), self)
        hint = _("Search reference, team, worker or reason")
        self.search = SearchField(theme, _("Find cases"), hint)
        self.table = CaseTable(theme, self._model, _("Cases of the list"))
        self.table.setFixedHeight(theme.px(_HEIGHT))
        self.out_button = PushButton(theme, _("&Leave out …"), "secondary", "minus")
        self.in_button = PushButton(theme, _("&Put back"), "secondary", "plus")
        self.count = TextLabel(theme, "", "strong", wrap=True)
        self._asked: Sequence[CaseReference] = ()
        self.dialog: ReasonDialog | None = None
        self._build()
        self._connect()

    def show_round(self) -> None:
        """Show the list, and what is left out of it."""
        self._model.set_rows(listed_rows(self.whole))
        count, out = len(self.whole.cases), len(self.whole.exclusions)
        words = ngettext(
            "{out} of {count} case is left out.", "{out} of {count} cases are left out.", count
        )
        self.count.set_text(words.format(out=out, count=count))
        self._show_buttons()

    @property
    def first_stop(self) -> QWidget:
        """The table."""
        return self.table

    def typed(self) -> dict[str, Any] | None:
        """Return which cases are to be left out and why, while somebody writes that."""
        if self.dialog is None:
            return None
        return {"cases": list(self._asked), "typed": self.dialog.typed()}

    def resume(self, typed: Mapping[str, Any]) -> None:
        """Ask again why these cases are left out; not if they cannot be any more."""
        cases = [CaseReference(each) for each in typed["cases"]]
        if self.whole.draw is not None or not set(cases) <= self.whole.cases.keys():
            return
        self._ask_out(cases)
        if self.dialog is not None:
            self.dialog.show_typed(typed["typed"])

    # Inside

    def _build(self) -> None:
        buttons = FlowRow()
        buttons.add(self.out_button)
        buttons.add(self.in_button)
        for part in (self.count, self.search, self.table, buttons):
            self.body.addWidget(part)

    def _connect(self) -> None:
        self.search.text_edited.connect(self._on_searched)
        self.table.chosen_changed.connect(self._show_buttons)
        self.out_button.clicked.connect(self._on_out_clicked)
        self.in_button.clicked.connect(self._on_in_clicked)

    def _show_buttons(self) -> None:
        chosen = self.table.chosen
        is_open = self.whole.draw is None
        self.out_button.setEnabled(is_open and bool(chosen))
        self.in_button.setEnabled(is_open and any(c in self.whole.exclusions for c in chosen))

    def _ask_out(self, cases: Sequence[CaseReference]) -> None:
        self._asked = cases
        words = ngettext(
            "{count} case is left out of the draw. The reason is printed.",
            "{count} cases are left out of the draw. The reason is printed.",
            len(cases),
        )
        self.dialog = ReasonDialog(
            self._theme,
            _("Leave cases out"),
            words.format(count=len(cases)),
            _("Leave out"),
            parent=self,
        )
        self.dialog.given.connect(self._on_out_given)
        self.dialog.finished.connect(self._on_dialog_finished)
        self.dialog.open()

    # Slots

    def _on_searched(self, text: str) -> None:
        self._model.set_filter(finder(text, ""))

    def _on_out_clicked(self) -> None:
        self._ask_out(self.table.chosen)

    def _on_out_given(self, reason: str, _choice: str) -> None:
        cases, by = self._asked, self.desk.by
        self.desk.edit(lambda whole: exclude(whole, cases, reason, by))

    def _on_dialog_finished(self) -> None:
        self.dialog = None

    def _on_in_clicked(self) -> None:
        out = [case for case in self.table.chosen if case in self.whole.exclusions]
        self.desk.edit(lambda whole: include(whole, out, self.desk.by))
