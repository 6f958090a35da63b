# SPDX-License-Identifier: MPL-2.0
"""Make cases of the rows of a list, and say of every row that is none what is wrong with it.

Only pseudonyms belong on the list. A row with something that looks like a name, an NHS number, a
postcode or the like is held back until somebody has looked at it and said that it is none. What is
said of it names its row and column, and never repeats it.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final, TypeVar

from auditapp.caselist.columns import Columns, is_personal
from auditapp.caselist.table import CaseTable, TableRow
from auditapp.caselist.values import age_band, cohorts, date_as_iso, legal_status
from auditapp.errors import CaseListError
from auditapp.i18n import _
from auditapp.model.case_listed import CaseListed, ColumnMatched
from auditapp.model.ids import CaseReference
from auditapp.model.round_kinds import CaseField
from auditapp.personal_data import Finding, PersonalKind, find_in_code, find_in_text

_Choice = TypeVar("_Choice")

LONGEST_REFERENCE: Final = 60
_FORMULA: Final = ("=", "+", "@")
_CODES: Final = frozenset({CaseField.REFERENCE, CaseField.WORKER_CODE, CaseField.MANAGER_CODE})


class FaultKind(StrEnum):
    """Say what becomes of a row with a fault.

    ``LEFT_OUT``: it is no case. ``CHALLENGED``: it waits for somebody to look. ``LESS``: it is a
    case, without what was not understood.
    """

    LEFT_OUT = "left_out"
    CHALLENGED = "challenged"
    LESS = "less"


@dataclass(frozen=True, slots=True)
class RowFault:
    """Hold one fault: the number of the row in the source, its column's heading, a sentence."""

    row: int
    heading: str
    kind: FaultKind
    sentence: str


@dataclass(frozen=True, slots=True)
class CaseListReading:
    """Hold the cases of a list by their references, and the faults in the order of the rows.

    ``rows`` counts those below the headings that are not blank; ``challenged`` and ``left_out``
    name those that are not among the cases.
    """

    cases: Mapping[CaseReference, CaseListed]
    faults: tuple[RowFault, ...]
    rows: int

    @property
    def left_out(self) -> tuple[int, ...]:
        """Return the numbers of the rows that are no case."""
        return self._rows_of(FaultKind.LEFT_OUT)

    @property
    def challenged(self) -> tuple[int, ...]:
        """Return the numbers of the rows that are held back until somebody has looked."""
        return self._rows_of(FaultKind.CHALLENGED)

    def _rows_of(self, kind: FaultKind) -> tuple[int, ...]:
        return tuple(dict.fromkeys(fault.row for fault in self.faults if fault.kind is kind))


def read_cases(
    table: CaseTable, columns: Columns, accepted: frozenset[int] = frozenset()
) -> CaseListReading:
    """Return the cases of a table.

    Args:
        table: the list as it came in.
        columns: what its columns are taken for.
        accepted: the numbers of rows of which somebody said that nothing in them identifies anyone.

    Raises:
        CaseListError: no column has the references.
    """
    if columns.place_of(CaseField.REFERENCE) is None:
        raise CaseListError(
            _("No column is chosen for the case references."),
            _("Say which column has them."),
        )
    reader = _Reader(table, columns, accepted)
    below = 0 if columns.header is None else columns.header + 1
    rows = table.rows[below:]
    for row in rows:
        reader.take(row)
    return CaseListReading(reader.cases, tuple(reader.faults), len(rows))


@dataclass(slots=True)
class _Reader:
    """Go through the rows, one after the other."""

    table: CaseTable
    columns: Columns
    accepted: frozenset[int]
    cases: dict[CaseReference, CaseListed] = field(default_factory=dict)
    faults: list[RowFault] = field(default_factory=list)
    _seen: dict[str, int] = field(default_factory=dict)
    _found: dict[tuple[bool, str], list[Finding]] = field(default_factory=dict)

    def take(self, row: TableRow) -> None:
        """Make a case of a row, or say why it is none."""
        why_not = self._why_no_case(row)
        if why_not:
            self._fault(row, CaseField.REFERENCE, FaultKind.LEFT_OUT, why_not)
            return
        reference = self._cell(row, CaseField.REFERENCE)
        self._seen[_folded(reference)] = row.number
        case = self._case(row)
        if not self._is_challenged(row) or row.number in self.accepted:
            self.cases[CaseReference(reference)] = case

    def _why_no_case(self, row: TableRow) -> str:
        reference = self._cell(row, CaseField.REFERENCE)
        earlier = self._seen.get(_folded(reference))
        if (row.number, self.columns.place_of(CaseField.REFERENCE)) in self.table.uncalculated:
            return _("Its reference is a formula that was never worked out. Save the file anew.")
        if not reference:
            return _("It has no case reference.")
        if reference.startswith(_FORMULA):
            return _("Its reference begins like a formula. Write the reference as text.")
        if len(reference) > LONGEST_REFERENCE:
            return _("Its reference is longer than {n} characters.").format(n=LONGEST_REFERENCE)
        if earlier is not None:
            return _("It has the same reference as row {row}.").format(row=earlier)
        return ""

    def _case(self, row: TableRow) -> CaseListed:
        for number, column in sorted(self.table.uncalculated):
            if number == row.number and self.columns.matched[column].field is not None:
                sentence = _("A formula was never worked out, so the cell counts as empty.")
                heading = self.columns.matched[column].heading
                self.faults.append(RowFault(number, heading, FaultKind.LESS, sentence))
        found, strange = cohorts(self._cell(row, CaseField.COHORTS))
        if strange:
            self._not_understood(row, CaseField.COHORTS)
        facts = {
            each.heading: date_as_iso(row.cells[column])
            for column, each in enumerate(self.columns.matched)
            if each.field is CaseField.FACT
        }
        return CaseListed(
            team=self._cell(row, CaseField.TEAM),
            worker_code=self._cell(row, CaseField.WORKER_CODE),
            manager_code=self._cell(row, CaseField.MANAGER_CODE),
            age_band=self._choice(row, CaseField.AGE_BAND, age_band),
            cohorts=found,
            legal_status=self._choice(row, CaseField.LEGAL_STATUS, legal_status),
            facts=facts,
        )

    def _choice(
        self, row: TableRow, wanted: CaseField, understand: Callable[[str], _Choice | None]
    ) -> _Choice | None:
        text = self._cell(row, wanted)
        choice = understand(text) if text else None
        if text and choice is None:
            self._not_understood(row, wanted)
        return choice

    def _is_challenged(self, row: TableRow) -> bool:
        """Look for what identifies a person, and say so once a column."""
        is_challenged = False
        for column, each in enumerate(self.columns.matched):
            text = row.cells[column]
            if each.field is None or not text:
                continue
            words = self._personal_words(text, each)
            if words:
                is_challenged = True
                self.faults.append(RowFault(row.number, each.heading, FaultKind.CHALLENGED, words))
        return is_challenged

    def _personal_words(self, text: str, column: ColumnMatched) -> str:
        if is_personal(column.heading):
            return _("The column says that it holds what identifies a person. Leave it out.")
        is_code = column.field in _CODES
        key = is_code, text
        if key not in self._found:
            self._found[key] = find_in_code(text) if is_code else find_in_text(text)
        if not self._found[key]:
            return ""
        return _("It looks like {what}. Only pseudonyms belong on the list.").format(
            what=_personal_kind(self._found[key][0].kind)
        )

    def _cell(self, row: TableRow, wanted: CaseField) -> str:
        place = self.columns.place_of(wanted)
        return "" if place is None else row.cells[place]

    def _not_understood(self, row: TableRow, wanted: CaseField) -> None:
        sentence = _("This was not understood, and is left out of the case.")
        self._fault(row, wanted, FaultKind.LESS, sentence)

    def _fault(self, row: TableRow, wanted: CaseField, kind: FaultKind, sentence: str) -> None:
        place = self.columns.place_of(wanted)
        heading = "" if place is None else self.columns.matched[place].heading
        self.faults.append(RowFault(row.number, heading, kind, sentence))


def _folded(reference: str) -> str:
    """Return a reference as it is compared: without capitals and spaces."""
    return "".join(reference.split()).casefold()


def _personal_kind(kind: PersonalKind) -> str:
    words = {
        PersonalKind.AVOIDED_NAME: _("a name"),
        PersonalKind.EMAIL: _("an e-mail address"),
        PersonalKind.NHS_NUMBER: _("an NHS number"),
        PersonalKind.POSTCODE: _("a postcode"),
        PersonalKind.DATE_OF_BIRTH: _("a date of birth"),
        PersonalKind.PHONE: _("a telephone number"),
        PersonalKind.NAME: _("a name"),
    }
    return words[kind]
