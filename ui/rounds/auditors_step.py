# SPDX-License-Identifier: MPL-2.0
"""The step that says who audits, and shares the cases out."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from auditapp.i18n import _, ngettext
from auditapp.insight.allocation import loads, unfit_allocations
from auditapp.model.ids import CaseReference, RecordId, new_record_id
from auditapp.model.round import Round, RoundAuditor
from auditapp.model.round_edits import put_auditor
from auditapp.model.round_kinds import CaseState
from ui.rounds.auditor_dialog import AuditorDialog
from ui.rounds.auditor_row import AuditorRow
from ui.rounds.open_round import OpenRound
from ui.rounds.step_card import StepCard
from ui.theme.theme import Theme
from ui.widgets.arranging.flow_row import FlowRow
from ui.widgets.arranging.layout_parts import laid_out
from ui.widgets.buttons.push_button import PushButton
from ui.widgets.surfaces.banner import Banner


class AuditorsStep(StepCard):
    """The auditors with how many cases each has, and a button that shares out the rest."""

    def __init__(self, theme: Theme, open_round: OpenRound, parent: QWidget | None = None) -> None:
        words = _(
            "Nobody is given their own case: not as worker or manager, not of their team, and not "
            "one that they know. Everybody is given about as many."
        )
        super().__init__(theme, _("Who audits"), words, open_round, parent)
        self._theme = theme
        self.add_button = PushButton(theme, _("&Add an auditor …"), "secondary", "plus")
        self.share_button = PushButton(theme, _("&Share out the cases"), "primary", "users")
        self.outcome = Banner(theme, "ok", "")
        self._rows = QVBoxLayout()
        self._rows.setSpacing(2)
        self._left_over: tuple[str, ...] = ()
        self._asked = RecordId("")
        self.dialog: AuditorDialog | None = None
        self._build()

    def show_round(self) -> None:
        """Show the auditors, and whether every case has one."""
        whole = self.whole
        while (item := self._rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        held = loads(whole)
        keys = sorted(whole.auditors, key=lambda key: whole.auditors[key].name.casefold())
        for key in keys:
            row = AuditorRow(self._theme, key, whole.auditors[key], held[key])
            row.change_asked.connect(self._ask)
            row.removal_asked.connect(self._remove)
            self._rows.addWidget(row)
        waiting = _waiting(whole)
        self.share_button.setEnabled(bool(whole.auditors) and waiting > 0)
        self._show_outcome(waiting)

    @property
    def rows(self) -> list[AuditorRow]:
        """The rows on show."""
        return [part for part in laid_out(self._rows).values() if isinstance(part, AuditorRow)]

    @property
    def first_stop(self) -> QWidget:
        """What is to be done next."""
        return self.share_button if self.share_button.isEnabled() else self.add_button

    def share_out(self) -> None:
        """Give every case that nobody has to somebody."""
        desk = self.desk
        left: dict[CaseReference, str] = {}

        def work() -> Round:
            """Share the cases out, and keep which had to be left, and why."""
            whole, sharing = desk.workspace.share_out_cases(self.whole.id, desk.by)
            left.update(sharing.left_over)
            return whole

        if desk.do(work):
            self._left_over = tuple(f"{case}: {why}" for case, why in left.items())
            self.show_round()
            self._left_over = ()

    def typed(self) -> dict[str, Any] | None:
        """Return what is typed about an auditor, while somebody does."""
        return None if self.dialog is None else {"key": self._asked, "typed": self.dialog.typed()}

    def resume(self, typed: Mapping[str, Any]) -> None:
        """Ask again about the auditor, with what was typed."""
        self._ask(typed["key"])
        if self.dialog is not None:
            self.dialog.show_typed(typed["typed"])

    # Inside

    def _build(self) -> None:
        buttons = FlowRow()
        buttons.add(self.share_button)
        buttons.add(self.add_button)
        self.body.addLayout(self._rows)
        self.body.addWidget(buttons)
        self.body.addWidget(self.outcome)
        self.add_button.clicked.connect(self._on_add_clicked)
        self.share_button.clicked.connect(self.share_out)

    def _show_outcome(self, waiting: int) -> None:
        whole = self.whole
        unfit = unfit_allocations(whole)
        if unfit:
            lines = "\n".join(f"{case}: {why}" for case, why in unfit.items())
            self.outcome.set_content("danger", _("Some have their own case. Give it on."), lines)
        elif self._left_over:
            lines = "\n".join(self._left_over)
            self.outcome.set_content("warn", _("Nobody may read these, or has room:"), lines)
        elif not whole.sample:
            self.outcome.set_content("info", _("There is no sample yet. Draw it first."), "")
        elif waiting:
            words = ngettext(
                "{count} case is with nobody yet.", "{count} cases are with nobody yet.", waiting
            )
            self.outcome.set_content("info", words.format(count=waiting), "")
        else:
            self.outcome.set_content("ok", _("Every case is with somebody. The round is ready."))

    def _ask(self, key: str) -> None:
        self._asked = RecordId(key)
        known = self.whole.auditors.get(self._asked)
        teams = {case.team for case in self.whole.cases.values() if case.team}
        self.dialog = AuditorDialog(self._theme, known, teams, self)
        self.dialog.given.connect(self._on_given)
        self.dialog.finished.connect(self._on_dialog_finished)
        self.dialog.open()

    def _put(self, key: RecordId, auditor: RoundAuditor | None) -> None:
        self.desk.edit(lambda whole: put_auditor(whole, key, auditor, self.desk.by))

    def _remove(self, key: str) -> None:
        held = [row for row in self.whole.allocations.values() if row.auditor == key]
        if held:
            self.refuse(
                _("This auditor has cases."), _("Give them to somebody else first, in the round.")
            )
            return
        self._put(RecordId(key), None)

    # Slots

    def _on_add_clicked(self) -> None:
        self._ask(new_record_id())

    def _on_given(self, auditor: RoundAuditor) -> None:
        self._put(self._asked, auditor)

    def _on_dialog_finished(self) -> None:
        self.dialog = None


def _waiting(whole: Round) -> int:
    return sum(whole.state(case) is CaseState.DRAWN for case in whole.sample)
