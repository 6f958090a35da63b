# SPDX-License-Identifier: MPL-2.0
"""Show one round: how far it is, and its cases, late ones first."""

import datetime as dt
from collections.abc import Mapping
from typing import Any, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from auditapp.errors import AuditAppError
from auditapp.i18n import _, ngettext
from auditapp.judgement.day_words import day_words
from auditapp.judgement.round_progress import round_progress
from auditapp.model.ids import AuditId, CaseReference
from auditapp.model.labels import label
from auditapp.model.round_kinds import CaseState
from ui.audits.front_defaults import default_front
from ui.messages import Message, explain
from ui.preferences import Preferences
from ui.rounds.case_desk import CaseDesk
from ui.rounds.case_row import finder, sample_rows
from ui.rounds.case_table import CaseTable
from ui.rounds.case_table_model import CaseTableModel
from ui.rounds.erase_desk import EraseDesk
from ui.rounds.open_round import OpenRound
from ui.rounds.round_desk import RoundDesk
from ui.rounds.round_header import RoundHeader
from ui.theme.theme import Theme
from ui.widgets.arranging.field_row import FieldRow
from ui.widgets.arranging.flow_row import FlowRow
from ui.widgets.buttons.menu_button import MenuButton
from ui.widgets.buttons.push_button import PushButton
from ui.widgets.fields.combo_box import ComboBox
from ui.widgets.fields.field_frame import FieldFrame
from ui.widgets.fields.search_field import SearchField
from ui.widgets.reading.announce import announce
from ui.widgets.surfaces.banner import Banner
from ui.widgets.surfaces.card import Card
from ui.widgets.surfaces.page import Page

_LEAST_HEIGHT: Final = 260


class RoundView(Page):
    """The cases of a round, and what can be done with the chosen ones.

    Signals:
        audit_chosen: the id of the audit to open.
        left: the person wants to be back at the list of rounds.
        removed: the round was deleted.
        send_asked: audits are to be sent; their ids.
    """

    audit_chosen = Signal(str)
    left = Signal()
    removed = Signal()
    send_asked = Signal(object)

    def __init__(
        self,
        theme: Theme,
        preferences: Preferences,
        *,
        open_round: OpenRound,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, spacing=8, parent=parent)
        self._theme = theme
        self._workspace = open_round.workspace
        self._preferences = preferences
        self.open_round = open_round
        self.header = RoundHeader(theme)
        self.banner = Banner(theme, "ok", "")
        self.search = SearchField(theme, _("Find cases"), _("Search reference, team or auditor"))
        self.states = ComboBox(theme)
        self.states.setAccessibleName(_("Show"))
        heads = (_("Case"), _("Status"), _("Team"), _("Auditor"), _("Due"))
        self._model = CaseTableModel(heads, self)
        self.table = CaseTable(theme, self._model, _("Cases of the round"))
        self.start_button = PushButton(
            theme, _("&Start the audit"), "primary", "arrow-right", icon_side="right"
        )
        self.next_button = PushButton(theme, _("&Next case"), "secondary", "list-checks")
        self.more_button = MenuButton(theme, _("&More"))
        self.cases = CaseDesk(theme, open_round, self.table, self.more_button, self)
        self.erasing = EraseDesk(theme, open_round, self, self._one_chosen)
        self.erase_command = self.more_button.add(_("Erase a &case …"), "eye-off")
        self.more_button.add_line()
        self.send_command = self.more_button.add("", "upload")
        self.desk = RoundDesk(theme, open_round, self.more_button, self)
        self._build()
        self._connect()
        self._show_round()

    def refresh(self) -> None:
        """Take over how far the audits are, and go to what is to be done next."""
        self.open_round.refresh()
        self._show_round()
        whole, chosen = self.open_round.whole, self.table.chosen
        is_done = len(chosen) == 1 and not _is_to_do(whole.state(chosen[0]))
        if is_done and self.next_case is not None:
            self.table.choose(self.next_case)

    def start(self, case: str) -> None:
        """Open the audit of a case, which is started if need be."""
        usual = default_front(self._preferences.settings, self._today())
        try:
            audit_id = self._workspace.start_case(
                self.open_round.whole.id, CaseReference(case), usual
            )
        except AuditAppError as error:
            self._on_failed(explain(error))
            return
        self.open_round.refresh()
        self.audit_chosen.emit(audit_id)

    def start_next(self) -> None:
        """Go on with the case that is to be done next: one begun, else the first of the list."""
        case = self.next_case
        if case is not None:
            self.start(case)

    @property
    def next_case(self) -> CaseReference | None:
        """The case that is to be done next by the person at work here, or by anybody."""
        whole = self.open_round.whole
        me = self._preferences.settings.auditor.casefold()
        rows = [
            row for row in sample_rows(whole, self._today()) if _is_to_do(whole.state(row.case))
        ]
        mine = [row for row in rows if row.cells[1].casefold() == me]
        found = mine or rows
        return found[0].case if found else None

    @property
    def sent(self) -> list[AuditId]:
        """The audits that would be sent: those of the chosen cases if they are several, else all.

        Those that are still there, of the cases that are in the sample still.
        """
        whole, chosen = self.open_round.whole, self.table.chosen
        there = {row.id for row in self._workspace.audits()}
        cases = chosen if len(chosen) > 1 else whole.sample
        found = (whole.progress[case].audit for case in cases if case in whole.progress)
        return [audit for audit in found if audit in there]

    def typed(self) -> dict[str, Any] | None:
        """Return what is typed into an open dialog, to be kept while locked; None if none is."""
        words = {"cases": self.cases.typed(), "erasing": self.erasing.typed()}
        return {name: typed for name, typed in words.items() if typed is not None} or None

    def resume(self, typed: Mapping[str, Any]) -> None:
        """Open the dialog again with what `typed` returned before."""
        if "cases" in typed:
            self.cases.resume(typed["cases"])
        elif "erasing" in typed:
            self.erasing.resume(typed["erasing"])

    # Building

    def _build(self) -> None:
        filters = FieldRow(
            self._theme,
            [(self.search, 2), (FieldFrame(self._theme, self.states), 1)],
            least_width=200,
            gives_way=self.search,
        )
        card = Card(self._theme, "list")
        card.body.addWidget(self.table)
        buttons = FlowRow()
        usual = (self.start_button, self.next_button, *self.cases.buttons)
        for button in (*usual, self.more_button):
            buttons.add(button)
        self.banner.hide()
        for part in (self.header, self.banner, filters):
            self._column.addWidget(part)
        self._column.addWidget(card, 1)
        self._column.addWidget(buttons)
        self._card = card
        items = [(each.value, label(each)) for each in CaseState]
        for value, words in [("", _("Every case")), ("late", _("Late")), *items]:
            self.states.addItem(words, value)

    def _connect(self) -> None:
        self.header.left.connect(self.left)
        self.search.text_edited.connect(self._filter)
        self.states.activated.connect(self._filter)
        self.table.case_opened.connect(self.start)
        self.table.chosen_changed.connect(self._show_buttons)
        self.start_button.clicked.connect(self._on_start_clicked)
        self.next_button.clicked.connect(self.start_next)
        self.open_round.changed.connect(self._show_round)
        self.open_round.failed.connect(self._on_failed)
        self.open_round.told.connect(self._on_told)
        self.desk.removed.connect(self.removed)
        self.erase_command.triggered.connect(self.erasing.ask)
        self.send_command.triggered.connect(self._on_send_chosen)

    def _fit(self) -> None:
        super()._fit()
        self._card.setMinimumHeight(self._theme.px(_LEAST_HEIGHT))

    def _first_stop(self) -> QWidget:
        return self.table

    # What is on show

    def _today(self) -> dt.date:
        return self._workspace.clock().astimezone().date()

    def _show_round(self) -> None:
        whole, today = self.open_round.whole, self._today()
        chosen = self.table.chosen
        self.header.show_round(
            whole, round_progress(whole, today), _time_words(whole.about.last, today)
        )
        self._model.set_rows(sample_rows(whole, today))
        if not (len(chosen) == 1 and self.table.choose(chosen[0])) and self.next_case:
            self.table.choose(self.next_case)
        self.desk.show_round()
        self._show_buttons()

    def _show_buttons(self) -> None:
        whole, chosen = self.open_round.whole, self.table.chosen
        is_open = whole.about.closed_at is None
        one = chosen[0] if len(chosen) == 1 else None
        has_audit = one is not None and whole.state(one) in (CaseState.STARTED, CaseState.SIGNED)
        self.start_button.setText(_("&Open the audit") if has_audit else _("&Start the audit"))
        self.start_button.setEnabled(one is not None and (is_open or has_audit))
        self.next_button.setEnabled(is_open and self.next_case is not None)
        self.cases.show_chosen(chosen)
        count = len(self.sent)
        words = ngettext("Send {count} a&udit …", "Send {count} a&udits …", count)
        self.send_command.setText(words.format(count=count) if count else _("Send a&udits …"))
        self.send_command.setEnabled(bool(count))

    def _filter(self) -> None:
        self._model.set_filter(finder(self.search.text, str(self.states.currentData() or "")))
        count = len(self._model.rows)
        announce(self.table, ngettext("{count} case", "{count} cases", count).format(count=count))

    def _one_chosen(self) -> str:
        chosen = self.table.chosen
        return chosen[0] if len(chosen) == 1 else ""

    # Slots

    def _on_send_chosen(self) -> None:
        self.send_asked.emit(self.sent)

    def _on_start_clicked(self) -> None:
        chosen = self.table.chosen
        if chosen:
            self.start(chosen[0])

    def _on_failed(self, message: Message) -> None:
        self._tell("danger", message)

    def _on_told(self, message: Message) -> None:
        self._tell("ok", message)

    def _tell(self, tone: str, message: Message) -> None:
        self.banner.show_message(tone, message.title, message.text)
        self._area.ensureWidgetVisible(self.banner)


def _is_to_do(state: CaseState) -> bool:
    return state not in (CaseState.SIGNED, CaseState.EXEMPT)


def _time_words(last: dt.date, today: dt.date) -> str:
    days = (last - today).days
    if days < 0:
        return _("Ended on {day}").format(day=day_words(last))
    return ngettext("{count} day left", "{count} days left", days).format(count=days)
