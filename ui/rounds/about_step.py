# SPDX-License-Identifier: MPL-2.0
"""The first step: what a round is called, what it is for, when it is, and what it asks."""

from collections.abc import Mapping
from typing import Any, Final

from PySide6.QtWidgets import QWidget

from auditapp.errors import AuditAppError
from auditapp.i18n import _
from auditapp.model.edits import Author
from auditapp.model.ids import RoundId
from auditapp.model.round import RoundAbout, RoundChecklist
from auditapp.model.round_edits import change_about
from auditapp.workspace import Workspace
from ui.messages import explain
from ui.rounds.open_round import OpenRound
from ui.rounds.step_card import StepCard
from ui.theme.theme import Theme
from ui.widgets.answers.answer_spec import AnswerSpec
from ui.widgets.answers.check_rows import CheckRows
from ui.widgets.arranging.field_row import FieldRow
from ui.widgets.fields.date_field import DateField
from ui.widgets.fields.line_field import LineField
from ui.widgets.fields.number_field import NumberField
from ui.widgets.fields.text_area import TextArea
from ui.widgets.signs.text_label import TextLabel

_TEXTS: Final = ("name", "purpose", "first", "last", "target", "second", "agreement", "years")
"""The fields that are typed into."""


class AboutStep(StepCard):
    """The form; it begins the round when it is settled for the first time."""

    def __init__(
        self,
        theme: Theme,
        workspace: Workspace,
        open_round: OpenRound | None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            theme,
            _("What the round is"),
            _("A round is a programme of audits: the same checklists on files drawn by lot."),
            open_round,
            parent,
        )
        self._theme = theme
        self._workspace = workspace
        self.name = LineField(theme, _("Name"), placeholder=_("such as: Visits, autumn 2026"))
        self.purpose = TextArea(theme, _("What it is to find out, and for whom"), min_lines=2)
        self.first = DateField(theme, _("First day"))
        self.last = DateField(theme, _("Audits are due by"))
        self.target = NumberField(
            theme, _("Audits to be signed off"), least=1, hint=_("Empty: all that are drawn.")
        )
        self.second = NumberField(
            theme, _("Read a second time"), unit=_("in 100"), least=0, most=100
        )
        self.agreement = NumberField(
            theme, _("Same grade aimed at"), unit=_("in 100"), least=0, most=100
        )
        self.years = NumberField(
            theme,
            _("Audits are kept for"),
            unit=_("years"),
            least=1,
            most=100,
            hint=_("Empty: as long as “Your data” says."),
        )
        self.checklists = CheckRows(theme, _("Checklists"))
        self._build()
        self._offer()

    def fields(self) -> dict[str, Any]:
        """Return what is typed, as JSON can hold it."""
        texts = {name: getattr(self, name).text for name in _TEXTS}
        return {**texts, "checklists": list(self.checklists.values)}

    def set_fields(self, fields: Mapping[str, Any]) -> None:
        """Fill in what was typed before."""
        for name in _TEXTS:
            getattr(self, name).set_text(str(fields.get(name, "")))
        offered = {each.id for each in self._pins()}
        self.checklists.set_values(offered.intersection(fields.get("checklists", ())))

    def show_round(self) -> None:
        """Fill in what the round is."""
        if self._open_round is None:
            return
        about = self.whole.about
        self.name.set_text(about.name)
        self.purpose.set_text(about.purpose)
        self.first.set_date(about.first)
        self.last.set_date(about.last)
        self.target.set_value(about.target)
        self.second.set_value(round(about.second_readings * 100))
        self.agreement.set_value(round(about.agreement_target * 100))
        self.years.set_value(about.retention_years)
        self._offer()
        self.checklists.set_values(pin.id for pin in about.checklists)

    def settle(self) -> bool:
        """Change the round; one that is not begun is left alone, see `start`."""
        if self._open_round is None:
            return True
        about = self._read(self.whole.about)
        if about is None:
            return False
        if about == self.whole.about:
            return True
        return self.desk.edit(lambda whole: change_about(whole, about, self.desk.by))

    def start(self, by: str) -> RoundId | None:
        """Begin the round; None where something is missing, which is said."""
        now = self._workspace.clock()
        usual = RoundAbout(
            name="-", first=now.date(), last=now.date(), created_at=now, created_by=by
        )
        about = self._read(usual)
        if about is None:
            return None
        try:
            return self._workspace.start_round(about, Author(by, now))
        except AuditAppError as error:
            self.failed.emit(explain(error))
            return None

    @property
    def first_stop(self) -> QWidget:
        """The name."""
        return self.name

    # Inside

    def _build(self) -> None:
        theme = self._theme
        days = FieldRow(theme, [(self.first, 1), (self.last, 1), (self.target, 1)])
        shares = FieldRow(theme, [(self.second, 1), (self.agreement, 1), (self.years, 1)])
        self.second.set_value(10)
        self.agreement.set_value(85)
        for part in (self.name, self.purpose, days, shares):
            self.body.addWidget(part)
        self.body.addWidget(TextLabel(theme, _("Checklists"), "strong"))
        self.body.addWidget(self.checklists)

    def _pins(self) -> list[RoundChecklist]:
        """Return what can be chosen: what the round has, in its version; else the one in use."""
        held = {} if self._open_round is None else {p.id: p for p in self.whole.about.checklists}
        offered = {
            header.id: RoundChecklist(id=header.id, version=header.version, title=header.title)
            for header in self._workspace.library.in_use()
        }
        return sorted((offered | held).values(), key=lambda pin: pin.title.casefold())

    def _offer(self) -> None:
        chosen = self.checklists.values
        words = _("Version {version}")
        self.checklists.set_answers(
            [
                AnswerSpec(pin.id, pin.title, detail=words.format(version=pin.version))
                for pin in self._pins()
            ]
        )
        self.checklists.set_values(chosen)

    def _read(self, before: RoundAbout) -> RoundAbout | None:
        """Return what is typed; None, and say so, where something is missing or wrong."""
        for field in (self.name, self.purpose, self.first, self.last, self.target, self.second,
                      self.agreement, self.years):  # fmt: skip
            field.settle_now()
        first, last = self.first.date, self.last.date
        self.name.set_error(None if self.name.text.strip() else _("Give the round a name."))
        if first is None:
            self.first.set_error(_("Type a day, such as 1/11/2026."))
        if last is None:
            self.last.set_error(_("Type a day, such as 18/12/2026."))
        elif first is not None and last < first:
            self.last.set_error(_("This day is before the first one."))
        fields = (self.name, self.first, self.last, self.target, self.second, self.agreement,
                  self.years)  # fmt: skip
        wrong = next((field for field in fields if field.error), None)
        if wrong is not None or first is None or last is None:
            if wrong is not None:
                wrong.setFocus()
            self.refuse(_("Something about the round is missing or wrong."))
            return None
        if not self.checklists.values:
            self.refuse(_("Pick at least one checklist."))
            return None
        return before.model_copy(
            update={
                "name": self.name.text.strip(),
                "purpose": self.purpose.text.strip(),
                "first": first,
                "last": last,
                "target": _whole(self.target.value),
                "second_readings": (self.second.value or 0) / 100,
                "agreement_target": (self.agreement.value or 0) / 100,
                "retention_years": _whole(self.years.value),
                "checklists": tuple(p for p in self._pins() if p.id in self.checklists.values),
            }
        )


def _whole(number: float | None) -> int | None:
    return None if number is None else int(number)
