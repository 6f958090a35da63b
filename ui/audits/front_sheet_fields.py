# SPDX-License-Identifier: MPL-2.0
"""Lay out the fields of a front sheet; what is wrong with them is the form's to say."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from auditapp.i18n import _
from auditapp.model.front_sheet import AgeBand, Cohort, FrontSheet, LegalStatus, Source
from auditapp.personal_data import find_in_code, find_in_text
from ui.audits.choice_field import choice_field, choice_items
from ui.audits.pseudonym_field import PseudonymField
from ui.theme.theme import Theme
from ui.theme.tokens import SPACE
from ui.widgets.answers.check_box import CheckBox
from ui.widgets.answers.check_grid import CheckGrid
from ui.widgets.arranging.field_grid import FieldGrid
from ui.widgets.fields.date_field import DateField
from ui.widgets.fields.line_field import LineField
from ui.widgets.fields.number_field import NumberField
from ui.widgets.signs.text_label import TextLabel
from ui.widgets.surfaces.card import Card


class FrontSheetFields(QWidget):
    """All fields of a front sheet, in three groups, each an attribute."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._make_case_fields()
        self._make_team_fields()
        self._make_audit_fields()
        self._build()

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

    def provisional_front(self, standing_in: FrontSheet) -> FrontSheet:
        """Return another front sheet with the age, cohorts and legal status given here so far."""
        given = {
            "age_band": self.age_band.value or None,
            "cohorts": self.cohorts.values,
            "legal_status": self.legal_status.value or None,
        }
        return FrontSheet.model_validate(dict(standing_in) | given)

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
        column.setSpacing(SPACE["4"])
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
