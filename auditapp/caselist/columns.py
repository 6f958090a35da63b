# SPDX-License-Identifier: MPL-2.0
"""Match the columns of a list to what a case has: a proposal by the headings, changed by hand."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from auditapp.caselist.table import CaseTable, column_letters
from auditapp.errors import CaseListError
from auditapp.i18n import _
from auditapp.model.case_listed import ColumnMatched
from auditapp.model.round_kinds import CaseField

_HEADINGS: Final[dict[CaseField, str]] = {
    CaseField.REFERENCE: (
        "case reference|reference|ref|case ref|case id|case|case number|case no|case file|pseudonym"
        "|audit reference|child id|child ref|child reference|client id|person id|record id|id"
    ),
    CaseField.TEAM: "team|team name|service|service team|allocated team|locality",
    CaseField.WORKER_CODE: (
        "worker code|worker|worker id|social worker|allocated worker|allocated social worker"
        "|social worker code|sw|sw code|practitioner|practitioner code|key worker|case holder"
    ),
    CaseField.MANAGER_CODE: (
        "manager code|manager|manager id|team manager|team manager code|line manager|supervisor"
        "|supervisor code|tm"
    ),
    CaseField.AGE_BAND: "age band|age group|age",
    CaseField.COHORTS: "cohort|cohorts|case type|plan type|plan|category|groups",
    CaseField.LEGAL_STATUS: "legal status|legal",
}
_FIELD_OF: Final = {
    heading: field for field, headings in _HEADINGS.items() for heading in headings.split("|")
}
"""What councils head their columns with; in capitals or not, with any signs between the words."""

_PERSONAL_HEADINGS: Final = (
    "name|child name|childs name|child s name|full name|first name|forename|forenames|surname"
    "|last name|family name|initials|dob|d o b|date of birth|birth date|nhs number|nhs no|nhs"
    "|address|postcode|post code|phone|telephone|mobile|email|e mail|upn|parent|parents|mother"
    "|father|carer|carers|siblings"
)
PERSONAL: Final = frozenset(_PERSONAL_HEADINGS.split("|"))
"""Headings of what does not belong on the list: never proposed."""

_ONE_EACH: Final = frozenset(CaseField) - {CaseField.FACT}
_NO_LETTERS: Final = re.compile(r"[^a-z0-9]+")
_LOOKED_AT: Final = 20
"""Rows among which the headings are looked for."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Hold what each column of a table is taken for.

    Args:
        header: the place of the row with the headings among the rows of the table; None where
            there is none.
        matched: the heading and the field of each column, from left to right.
    """

    header: int | None
    matched: tuple[ColumnMatched, ...]

    def place_of(self, field: CaseField) -> int | None:
        """Return the column of a field, counted from 0."""
        places = (at for at, each in enumerate(self.matched) if each.field is field)
        return next(places, None)

    def with_field(self, column: int, field: CaseField | None) -> "Columns":
        """Return the columns with another choice for one; a field moves from where it was."""
        matched = [
            each.model_copy(update={"field": None})
            if field in _ONE_EACH and each.field is field
            else each
            for each in self.matched
        ]
        matched[column] = matched[column].model_copy(update={"field": field})
        return replace(self, matched=tuple(matched))


def propose_columns(table: CaseTable, header: int | None = None) -> Columns:
    """Return what the columns probably are; ``header`` where somebody said which row heads them.

    A column whose heading says nothing is left out, and so is what is personal: nothing is kept of
    a list that nobody asked for. Where a list has no headings and one column, that is the
    references.

    Raises:
        CaseListError: the table has no such row.
    """
    if header is not None and not 0 <= header < len(table.rows):
        raise CaseListError(_("The list has no such row."), _("Choose the row with the headings."))
    header = _found_header(table) if header is None else header
    if header is None:
        only = CaseField.REFERENCE if table.width == 1 else None
        headings = [_unnamed(column) for column in range(table.width)]
        return Columns(None, _matched(headings, [only] * table.width))
    headings = [text or _unnamed(column) for column, text in enumerate(table.rows[header].cells)]
    taken: set[CaseField] = set()
    fields: list[CaseField | None] = []
    for heading in headings:
        field = _FIELD_OF.get(heading_words(heading))
        fields.append(None if field in taken else field)
        taken.update(() if field is None else (field,))
    return Columns(header, _matched(headings, fields))


def columns_like(table: CaseTable, matched: Sequence[ColumnMatched]) -> Columns:
    """Return what the columns are if they are what they were in a list that was read before.

    Those of another heading are left out; with no heading in common, it is the usual proposal.
    """
    columns = propose_columns(table)
    before = {each.heading: each.field for each in matched}
    if before.keys().isdisjoint(each.heading for each in columns.matched):
        return columns
    same = (each.model_copy(update={"field": before.get(each.heading)}) for each in columns.matched)
    return replace(columns, matched=tuple(same))


def columns_again(table: CaseTable, matched: Sequence[ColumnMatched]) -> Columns:
    """Return what the columns are where nobody can choose them by hand.

    They are as in `columns_like`, and what the list before had under a heading that is gone is
    taken from the column that the usual proposal has for it.
    """
    columns = columns_like(table, matched)
    wanted = {each.field for each in matched if each.field in _ONE_EACH}
    for place, each in enumerate(propose_columns(table).matched):
        if each.field in wanted and columns.place_of(each.field) is None:
            columns = columns.with_field(place, each.field)
    return columns


def known_headings(field: CaseField) -> Sequence[str]:
    """Return the headings by which the column of a field is known, the usual one first."""
    return _HEADINGS[field].split("|")


def is_personal(heading: str) -> bool:
    """Tell whether a heading says that its column holds what identifies a person."""
    return heading_words(heading) in PERSONAL


def heading_words(heading: str) -> str:
    """Return the words of a heading in small letters, and nothing between them but spaces."""
    return _NO_LETTERS.sub(" ", heading.lower()).strip()


def _found_header(table: CaseTable) -> int | None:
    """Return the row with the most known headings: two, or that of the references alone."""
    best, most = None, 0
    for place, row in enumerate(table.rows[:_LOOKED_AT]):
        words = {heading_words(cell) for cell in row.cells if cell}
        known = {_FIELD_OF[each] for each in words if each in _FIELD_OF}
        count = len(known) + len(words & PERSONAL)
        is_enough = count > 1 or CaseField.REFERENCE in known
        if is_enough and count > most:
            best, most = place, count
    return best


def _unnamed(column: int) -> str:
    return _("Column {letters}").format(letters=column_letters(column))


def _matched(headings: list[str], fields: list[CaseField | None]) -> tuple[ColumnMatched, ...]:
    pairs = zip(headings, fields, strict=True)
    return tuple(ColumnMatched(heading=heading, field=field) for heading, field in pairs)
