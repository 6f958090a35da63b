# SPDX-License-Identifier: MPL-2.0
"""Ask about an auditor of a round: who they are, how much they can read, what is their own."""

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from auditapp.i18n import _
from auditapp.insight.selection import plain_team
from auditapp.model.ids import CaseReference
from auditapp.model.round import RoundAuditor
from ui.theme.theme import Theme
from ui.widgets.answers.check_box import CheckBox
from ui.widgets.fields.line_field import LineField
from ui.widgets.fields.number_field import NumberField
from ui.widgets.surfaces.dialog import Dialog


class AuditorDialog(Dialog):
    """The fields of an auditor.

    Signals:
        given: the ``RoundAuditor``. The dialog has closed.
    """

    given = Signal(object)

    def __init__(
        self,
        theme: Theme,
        auditor: RoundAuditor | None,
        teams: Collection[str],
        parent: QWidget | None = None,
    ) -> None:
        """Ask about a new auditor, or change one; ``teams`` are those on the list of cases."""
        title = _("An auditor of the round")
        super().__init__(theme, title, parent, width=560)
        self._known = {plain_team(team): team for team in teams}
        several = _("Several with a comma between them.")
        self.name = LineField(
            theme, _("Name"), hint=_("As it stands on the front sheet of their audits.")
        )
        self.name.personal_hint.turn_off()  # an auditor is named on purpose
        self.capacity = NumberField(
            theme, _("How many files at most"), least=0, hint=_("Empty: as many as there are.")
        )
        self.codes = LineField(theme, _("Their own codes as worker or manager"), hint=several)
        self.teams = LineField(
            theme,
            _("Teams in which they work or which they manage"),
            hint=_("Several with a semicolon between them."),  # names of teams hold commas
        )
        self.conflicts = LineField(theme, _("Cases that they know from elsewhere"), hint=several)
        self.second = CheckBox(theme, _("Reads files a &second time"))
        parts = (self.name, self.capacity, self.codes, self.teams, self.conflicts, self.second)
        self.add_page(*parts)
        self.cancel_button = self.add_cancel(_("Cancel"))
        self.keep_button = self.add_button(_("Save"), "primary", is_default=True)
        self.keep_button.clicked.connect(self._on_keep_clicked)
        if auditor is not None:
            self._fill(auditor)
        self.name.setFocus()

    def typed(self) -> dict[str, Any]:
        """Return what is typed, as it can be kept while the window is locked."""
        texts = {name: field.text for name, field in self._fields().items()}
        return {**texts, "second": self.second.isChecked()}

    def show_typed(self, typed: Mapping[str, Any]) -> None:
        """Show what was typed before."""
        for name, field in self._fields().items():
            field.set_text(typed[name])
        self.second.setChecked(typed["second"])

    def _fields(self) -> dict[str, LineField]:
        return {
            "name": self.name,
            "capacity": self.capacity,
            "codes": self.codes,
            "teams": self.teams,
            "conflicts": self.conflicts,
        }

    def _fill(self, auditor: RoundAuditor) -> None:
        self.name.set_text(auditor.name)
        self.capacity.set_value(auditor.capacity)
        self.codes.set_text(", ".join(auditor.codes))
        self.teams.set_text("; ".join(auditor.teams))
        self.conflicts.set_text(", ".join(auditor.conflicts))
        self.second.setChecked(auditor.reads_second)

    def _on_keep_clicked(self) -> None:
        for field in self._fields().values():
            field.settle_now()
        if not self.name.text.strip():
            self.name.set_error(_("Give a name."))
            return
        teams = tuple(self._teams())
        strange = [team for team in teams if self._known and plain_team(team) not in self._known]
        if strange:
            words = _("No case on the list is of this team: {team}. The list has: {teams}.")
            known = "; ".join(sorted(self._known.values()))
            self.teams.set_error(words.format(team=strange[0], teams=known))
            return
        if self.capacity.error:
            return
        capacity = self.capacity.value
        auditor = RoundAuditor(
            name=self.name.text.strip(),
            capacity=None if capacity is None else int(capacity),
            codes=_parts(self.codes.text),
            teams=teams,
            conflicts=tuple(CaseReference(each) for each in _parts(self.conflicts.text)),
            reads_second=self.second.isChecked(),
        )
        self.accept()
        self.given.emit(auditor)

    def _teams(self) -> Iterator[str]:
        """Yield the teams as the list of cases spells them, each by itself."""
        for words in self.teams.text.split(";"):
            parts = _parts(words)
            is_one = plain_team(words) in self._known
            are_several = all(plain_team(part) in self._known for part in parts)
            for name in parts if are_several and not is_one else (words.strip(),):
                if name:
                    yield self._known.get(plain_team(name), name)


def _parts(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.replace(";", ",").split(",") if part.strip())
