# SPDX-License-Identifier: MPL-2.0
"""Take a case out of a round for good, so that no row and no line of its history names it.

What the draw needs to be explained stays, under a number: that there was a case, in which group it
was and at which place it was drawn. Its audit is none of the round's rows, and stays.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from auditapp.i18n import _
from auditapp.model.case_listed import CaseListed
from auditapp.model.edits import Author
from auditapp.model.ids import CaseReference
from auditapp.model.ledger import LedgerChange
from auditapp.model.records import Put, Record
from auditapp.model.round import CaseProgress, Round
from auditapp.model.round_tables import ROUND_SPECS, rows_of

TEXTS: Final[Mapping[str, tuple[str, ...]]] = {
    "about": ("name", "purpose"),
    "exclusions": ("reason",),
    "taken_back": ("reason",),
    "replacements": ("reason",),
    "allocations": ("reason",),
    "progress": ("due_reason", "late_reason", "exempt_reason"),
    "erased": ("reason",),
}
"""The fields of each table in which somebody wrote: a case may be named there."""

REFERENCES: Final[Mapping[str, tuple[str, ...]]] = {
    "drawn": ("instead_of",),
    "replacements": ("replaced_by",),
    "taken_back": ("cases",),
    "auditors": ("conflicts",),
}
"""The fields of each table that name cases."""

_OF_CASES: Final = frozenset(
    {"cases", "exclusions", "drawn", "replacements", "allocations", "progress", "erased"}
)
"""The tables whose keys are cases."""


@dataclass(frozen=True, slots=True)
class Erasure:
    """Know how a case is taken out of rows: what it is called now, and what finds it in texts."""

    case: CaseReference
    code: CaseReference
    pattern: re.Pattern[str]

    def puts(self, whole: Round, by: Author) -> list[Put]:
        """Return every row of a round that is another one afterwards, or gone."""
        puts = [
            put
            for table, spec in ROUND_SPECS.items()
            for key, row in rows_of(whole, spec).items()
            for put in self._row_puts(whole, table, key, row.record())
        ]
        if self.case in whole.sample and self.case not in whole.progress:
            # Nobody can audit it any more, so nobody is to expect it.
            left = CaseProgress(exempt_reason=_("erased"), by=by.name, at=by.now)
            puts.append(Put("progress", self.code, left.record()))
        return puts

    def tell(self, change: LedgerChange) -> LedgerChange:
        """Return what is left of a change in the history."""
        if change.table in _OF_CASES and change.key == self.case:
            # Without its digest: what was in so short a row could be guessed by it.
            return LedgerChange(
                table=change.table, key=self.code, old=None, new=None, is_erased=True
            )
        old, new = (
            None if row is None else self.without_mention(change.table, row)
            for row in (change.old, change.new)
        )
        if (old, new) == (change.old, change.new):
            return change
        return change.model_copy(update={"old": old, "new": new}).sealed()

    def without_mention(self, table: str, row: Record) -> Record:
        """Return a row of another case, or of none, that names the case no more."""
        told = dict(row)
        for name in REFERENCES.get(table, ()):
            told[name] = self._renamed(row.get(name), is_typed=table == "auditors")
        for name in TEXTS.get(table, ()):
            if row.get(name):
                told[name] = self.pattern.sub(self.code, row[name])
        return {name: value for name, value in told.items() if name in row}

    def _row_puts(self, whole: Round, table: str, key: str, row: Record) -> Iterator[Put]:
        told = self.without_mention(table, row)
        if table in _OF_CASES and key == self.case:
            yield Put(table, key, None)
            if whole.draw is not None:  # or nothing has to be explained
                yield Put(table, self.code, _LEFT[table](whole, told))
        elif told != row:
            yield Put(table, key, told)

    def _renamed(self, value: Any, *, is_typed: bool) -> Any:  # noqa: ANN401 - one, several, none
        if isinstance(value, list):
            return [self._renamed(each, is_typed=is_typed) for each in value]
        # What somebody typed may be spelt otherwise; what came from the list is not.
        is_it = value == self.case or (
            is_typed and isinstance(value, str) and self.pattern.fullmatch(value.strip())
        )
        return self.code if is_it else value


def erasure_of(whole: Round, case: CaseReference, pattern: re.Pattern[str]) -> Erasure:
    """Return how a case is erased from a round; ``pattern`` finds it however it is written."""
    number = len(whole.erased) + 1
    while CaseReference(f"erased-{number}") in whole.cases:
        number += 1
    return Erasure(case, CaseReference(f"erased-{number}"), pattern)


def _group_alone(whole: Round, row: Record) -> Record:
    """Return of a listed case only what the list was divided by."""
    divided_by = whole.draw.plan.strata_by if whole.draw else ()
    kept = {name: row[name] for name in divided_by if name in row}
    facts = {name: text for name, text in row.get("facts", {}).items() if name in divided_by}
    return CaseListed.model_validate({**kept, "facts": facts}).record()


def _unsaid_reason(_whole: Round, row: Record) -> Record:
    return {**row, "reason": _("erased") if row.get("reason") else ""}


def _progress_left(_whole: Round, row: Record) -> Record:
    """Return that an audit was signed off, and when, or that none is expected any more."""
    before = CaseProgress.model_validate(row)
    left = CaseProgress(
        due=before.due, signed_at=before.signed_at, by=before.by, at=before.at,
        exempt_reason="" if before.signed_at else _("erased"),
    )  # fmt: skip
    return left.record()


def _as_it_is(_whole: Round, row: Record) -> Record:
    return row


_LEFT: Final[Mapping[str, Callable[[Round, Record], Record]]] = {
    "cases": _group_alone,
    "exclusions": _unsaid_reason,
    "drawn": _as_it_is,
    "replacements": _unsaid_reason,
    "allocations": _unsaid_reason,
    "progress": _progress_left,
    "erased": _as_it_is,
}
"""What is left of each row of the case itself, under its number."""
