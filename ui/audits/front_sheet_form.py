# SPDX-License-Identifier: MPL-2.0
"""Fill in the front sheet of an audit: whose file it is, without saying whose file it is."""

from collections.abc import Collection, Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from auditapp.i18n import _
from auditapp.model.front_sheet import FrontSheet
from ui.audits import front_faults
from ui.audits.front_sheet_fields import FrontSheetFields
from ui.audits.pseudonym_field import PseudonymField
from ui.preferences import Preferences
from ui.theme.theme import Theme
from ui.widgets.fields.line_field import LineField


class FrontSheetForm(FrontSheetFields):
    """The fields of a front sheet, with what is missing or wrong said at each.

    Signals:
        front_changed: a field was changed by the person; ``front`` says what it is now.
    """

    front_changed = Signal()

    def __init__(
        self, theme: Theme, preferences: Preferences, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, parent)
        self._preferences = preferences
        self._touched: set[LineField] = set()
        self._references: frozenset[str] = frozenset()
        self._mention_other_audit()
        self._connect()

    # Public

    def set_front(self, front: FrontSheet) -> None:
        """Show a front sheet, without a signal. What it holds already is not challenged."""
        super().set_front(front)
        self._touched.clear()
        self._show_faults()

    def set_other_audits(self, references: Collection[str], teams: Collection[str]) -> None:
        """Know the case references and teams of the other audits.

        A reference that was used is mentioned; a team that was used is not challenged.
        """
        self._references = frozenset(references)
        self.team.trust(teams)
        self._mention_other_audit()

    def front(self) -> FrontSheet | None:
        """Return the front sheet as it stands; None while something is missing or wrong."""
        return None if self.first_fault() else FrontSheet.model_validate(self._given())

    def front_where_right(self, kept: FrontSheet) -> FrontSheet:
        """Return ``kept`` with every field as it stands here, but for those that are wrong."""
        names = {
            self.reference: "case_reference",
            self.team: "team",
            self.worker_code: "worker_code",
            self.caseload: "caseload",
            self.workers: "workers_in_12_months",
            self.auditor: "auditor",
            self.period_from: "period_from",
            self.period_to: "period_to",
            self.judged_from: "judged_from",
        }
        wrong = {names[field] for field, fault in self._faults() if fault}
        given = {name: value for name, value in self._given().items() if name not in wrong}
        return FrontSheet.model_validate(dict(kept) | given)

    def first_fault(self) -> str | None:
        """Return, in words, the first thing that is missing or wrong."""
        return next((fault for _field, fault in self._faults() if fault), None)

    def show_first_fault(self) -> bool:
        """Show everything that is wrong, and go to the first; return whether there was any."""
        self._touched.update(self._lines)
        self._show_faults()
        for field, fault in self._faults():
            if fault:
                field.setFocus(Qt.FocusReason.OtherFocusReason)
                return True
        return False

    # Inside

    def _connect(self) -> None:
        for field in (*self._pseudonyms, self.auditor):
            field.text_settled.connect(self._on_text_settled)
        for pseudonym in self._pseudonyms:
            pseudonym.confirmed.connect(self._on_changed)
        for day in self._dates:
            day.date_changed.connect(self._on_date_changed)
        for number in (self.caseload, self.workers):
            number.value_changed.connect(self._on_changed)
        for choice in (self.age_band, self.legal_status):
            choice.value_chosen.connect(self._on_changed)
        for ticks in (self.cohorts, self.sources):
            ticks.values_changed.connect(self._on_changed)
        self.is_independent.clicked.connect(self._on_changed)
        self._preferences.changed.connect(self._show_faults)

    # Faults

    def _faults(self) -> Iterator[tuple[LineField, str | None]]:
        """Yield what is wrong with each field, None when nothing is, from top to bottom."""
        first, last = self.period_from.date, self.period_to.date
        pattern = self._preferences.settings.reference_pattern
        reference = front_faults.reference_fault(self.reference.text.strip(), pattern)
        yield self.reference, self.reference.challenge() or reference
        yield self.team, self.team.challenge()
        yield self.worker_code, self.worker_code.challenge()
        yield self.caseload, self.caseload.error
        yield self.workers, self.workers.error
        yield self.auditor, front_faults.required_fault(self.auditor.text.strip())
        yield self.period_from, front_faults.date_fault(self.period_from.text)
        period = front_faults.period_fault(first, last)
        yield self.period_to, front_faults.date_fault(self.period_to.text) or period
        judged = front_faults.judged_fault(self.judged_from.date, first, last)
        yield self.judged_from, front_faults.date_fault(self.judged_from.text) or judged

    def _show_faults(self) -> None:
        for field, fault in list(self._faults()):
            shown = fault if field in self._touched else None
            if isinstance(field, PseudonymField):
                field.show_challenge(shown)
            elif field not in (self.caseload, self.workers):
                field.set_error(shown)

    def _mention_other_audit(self) -> None:
        hint = _("One that only your service can trace. Never a name, number or address.")
        if self.reference.text.strip() in self._references:
            hint = _("There is an audit of this case file already. You can start another one.")
        self.reference.set_hint(hint)

    # Slots

    def _on_text_settled(self) -> None:
        field = self.sender()
        if isinstance(field, LineField):
            self._touched.add(field)
        self._on_changed()

    def _on_date_changed(self) -> None:
        self._touched.update(self._dates)
        self._on_changed()

    def _on_changed(self) -> None:
        self._mention_other_audit()
        self._show_faults()
        self.front_changed.emit()
