# SPDX-License-Identifier: MPL-2.0
"""Fill in the front sheet of an audit: whose file it is, without saying whose file it is."""

from collections.abc import Collection, Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from auditapp.i18n import _
from auditapp.model.front_sheet import AgeBand, Cohort, FrontSheet, LegalStatus, Source
from auditapp.personal_data import find_in_code, find_in_text
from ui.audits import front_faults
from ui.audits.choice_field import choice_field, choice_items
from ui.audits.pseudonym_field import PseudonymField
from ui.preferences import Preferences
from ui.theme.theme import Theme
from ui.widgets.card import Card
from ui.widgets.check_box import CheckBox
from ui.widgets.check_grid import CheckGrid
from ui.widgets.date_field import DateField
from ui.widgets.field_grid import FieldGrid
from ui.widgets.line_field import LineField
from ui.widgets.number_field import NumberField
from ui.widgets.text_label import TextLabel


class FrontSheetForm(QWidget):
    """All fields of a front sheet, in three groups.

    Signals:
        front_changed: a field was changed by the person; ``front`` says what it is now.
    """

    front_changed = Signal()

    def __init__(
        self, theme: Theme, preferences: Preferences, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._preferences = preferences
        self._touched: set[LineField] = set()
        self._references: frozenset[str] = frozenset()
        self._make_case_fields()
        self._make_team_fields()
        self._make_audit_fields()
        self._build()
        self._connect()

    # Public

    def set_front(self, front: FrontSheet) -> None:
        """Show a front sheet, without a signal. What it holds already is not challenged."""
        for field, text in self._texts(front):
            field.refresh_text(text)
        held = {front.case_reference, front.team, front.worker_code}
        for pseudonym in self._pseudonyms:
            pseudonym.trust(held)
        self.age_band.set_value(front.age_band or "")
        self.legal_status.set_value(front.legal_status or "")
        self.cohorts.set_values(front.cohorts)
        self.sources.set_values(front.sources_used)
        self.caseload.set_value(front.caseload)
        self.workers.set_value(front.workers_in_12_months)
        self.period_from.set_date(front.period_from)
        self.period_to.set_date(front.period_to)
        self.judged_from.set_date(front.judged_from)
        self.is_independent.setChecked(front.is_independent)
        self._touched.clear()
        self._show_faults()

    def set_other_audits(self, references: Collection[str], teams: Collection[str]) -> None:
        """Know the case references and teams of the other audits.

        A reference that was used is mentioned; a team that was used is not challenged.
        """
        self._references = frozenset(references)
        self.team.trust(teams)
        self._mention_other_audit()

    def set_read_only(self, is_read_only: bool) -> None:
        """Show the front sheet without letting it be changed."""
        for field in self._lines:
            field.set_read_only(is_read_only)
        for choice in (self.age_band, self.legal_status):
            choice.set_read_only(is_read_only)
        for ticks in (self.cohorts, self.sources):
            ticks.set_read_only(is_read_only)
        self.is_independent.set_read_only(is_read_only)

    def settle_now(self) -> None:
        """Take over what is typed and not taken over yet."""
        for field in self._lines:
            field.settle_now()

    def front(self) -> FrontSheet | None:
        """Return the front sheet as it stands; None while something is missing or wrong."""
        return None if self.first_fault() else self._read()

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

    def provisional_front(self, standing_in: FrontSheet) -> FrontSheet:
        """Return another front sheet with the age, cohorts and legal status given here so far."""
        given = {
            "age_band": self.age_band.value or None,
            "cohorts": self.cohorts.values,
            "legal_status": self.legal_status.value or None,
        }
        return FrontSheet.model_validate(dict(standing_in) | given)

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

    # Building

    def _make_case_fields(self) -> None:
        theme = self._theme
        self.reference = PseudonymField(theme, _("Case &reference"), find_in_code)
        self.age_band = choice_field(theme, _("Age"), AgeBand)
        self.legal_status = choice_field(theme, _("Legal status"), LegalStatus)
        self.cohorts = CheckGrid(
            theme, _("This child is or has (tick all that fit)"), choice_items(Cohort)
        )

    def _make_team_fields(self) -> None:
        theme = self._theme
        self.team = PseudonymField(theme, _("Team"), find_in_text)
        hint = _("A code, not the worker’s name.")
        self.worker_code = PseudonymField(theme, _("Worker code"), find_in_code, hint=hint)
        self.caseload = NumberField(
            theme, _("Worker’s caseload"), unit=_("children"), least=0, most=500
        )
        self.workers = NumberField(
            theme, _("Workers in the last 12 months"), unit=_("workers"), least=0, most=100
        )

    def _make_audit_fields(self) -> None:
        theme = self._theme
        self.auditor = LineField(theme, _("Auditor"))
        self.auditor.personal_hint.turn_off()  # the one name that is meant to be on the report
        self.is_independent = CheckBox(theme, _("Independent of this team"))
        self.period_from = DateField(theme, _("Period from"))
        self.period_to = DateField(theme, _("Period to"))
        self.judged_from = DateField(theme, _("Judged from"))
        self.sources = CheckGrid(theme, _("Sources used"), choice_items(Source))

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        case = self._group(column, _("Case file"))
        case.addWidget(self.reference)
        case.addWidget(self._grid(2, self.age_band, self.legal_status))
        case.addWidget(self.cohorts)
        team = self._group(column, _("Team"))
        team.addWidget(self._grid(2, self.team, self.worker_code))
        team.addWidget(self._grid(2, self.caseload, self.workers))
        audit = self._group(column, _("This audit"))
        audit.addWidget(self.auditor)
        audit.addWidget(self.is_independent)
        audit.addWidget(self._grid(3, self.period_from, self.period_to, self.judged_from))
        audit.addWidget(self.sources)
        self._mention_other_audit()

    def _group(self, column: QVBoxLayout, title: str) -> QVBoxLayout:
        card = Card(self._theme)
        card.body.setSpacing(8)
        card.body.addWidget(TextLabel(self._theme, title, "heading", wrap=True))
        column.addWidget(card)
        return card.body

    def _grid(self, columns: int, *fields: QWidget) -> FieldGrid:
        grid = FieldGrid(self._theme, columns)
        for field in fields:
            grid.add(field)
        return grid

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

    # What is filled in

    @property
    def _pseudonyms(self) -> tuple[PseudonymField, ...]:
        return (self.reference, self.team, self.worker_code)

    @property
    def _dates(self) -> tuple[DateField, ...]:
        return (self.period_from, self.period_to, self.judged_from)

    @property
    def _lines(self) -> tuple[LineField, ...]:
        return (*self._pseudonyms, self.caseload, self.workers, self.auditor, *self._dates)

    def _texts(self, front: FrontSheet) -> tuple[tuple[LineField, str], ...]:
        return (
            (self.reference, front.case_reference),
            (self.team, front.team),
            (self.worker_code, front.worker_code),
            (self.auditor, front.auditor),
        )

    def _read(self) -> FrontSheet:
        return FrontSheet.model_validate(self._given())

    def _given(self) -> dict[str, object]:
        """Return what stands in each field, by its name in the front sheet."""
        return {
            "case_reference": self.reference.text.strip(),
            "auditor": self.auditor.text.strip(),
            "age_band": self.age_band.value or None,
            "cohorts": self.cohorts.values,
            "legal_status": self.legal_status.value or None,
            "team": self.team.text.strip(),
            "worker_code": self.worker_code.text.strip(),
            "period_from": self.period_from.date,
            "period_to": self.period_to.date,
            "judged_from": self.judged_from.date,
            "sources_used": self.sources.values,
            "caseload": self.caseload.value,
            "workers_in_12_months": self.workers.value,
            "is_independent": self.is_independent.isChecked(),
        }

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
