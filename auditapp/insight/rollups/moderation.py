# SPDX-License-Identifier: MPL-2.0
"""Put every second reading of a case file beside the first.

One by whoever made the first is no second view, and is left out.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from auditapp.insight.agreement import Pair
from auditapp.insight.digest_marks import RATING_OF
from auditapp.insight.meanings import Criterion
from auditapp.insight.rollups.chosen import chosen
from auditapp.insight.rollups.grades import Aspect
from auditapp.insight.selection import Selection
from auditapp.insight.tables import BANDS, InsightTables
from auditapp.model.grade import GradeBand
from auditapp.model.ids import AuditId

_BANDS: dict[int | None, GradeBand | None] = {None: None, **dict(enumerate(BANDS))}


@dataclass(frozen=True, slots=True)
class ModerationCount:
    """Count the pairs in which the first reading gave one grade and the second another."""

    first: GradeBand
    second: GradeBand
    pairs: int


@dataclass(frozen=True, slots=True)
class ModerationPair:
    """Hold an audit and its moderation, who made them, and both grades of each where given.

    They are those that each gave, whatever was agreed afterwards.
    """

    first: AuditId
    second: AuditId
    auditor: str
    moderator: str
    practice: tuple[GradeBand | None, GradeBand | None]
    impact: tuple[GradeBand | None, GradeBand | None]


def moderation_counts(
    tables: InsightTables, selection: Selection, aspect: Aspect = Aspect.PRACTICE
) -> tuple[ModerationCount, ...]:
    """Count the moderations of the chosen audits by both grades, the best first.

    The grades are those that each gave, whatever was agreed afterwards. Pairs in which one of the
    two has no grade are left out.
    """
    source, values = _source(tables, selection)
    grade = f"first_{aspect}"
    query = (
        f"SELECT a.{grade}, b.{grade}, count(*) {source} "
        f"AND a.{grade} NOT NULL AND b.{grade} NOT NULL "
        f"GROUP BY a.{grade}, b.{grade} ORDER BY a.{grade}, b.{grade}"
    )
    return tuple(
        ModerationCount(BANDS[first], BANDS[second], pairs)
        for first, second, pairs in tables.rows(query, values)
    )


def moderation_pairs(tables: InsightTables, selection: Selection) -> tuple[ModerationPair, ...]:
    """Return the moderations of the chosen audits, in the order of the first readings."""
    source, values = _source(tables, selection)
    query = (
        "SELECT a.id, b.id, a.auditor, b.auditor, a.first_practice, b.first_practice, "
        f"a.first_impact, b.first_impact {source} ORDER BY a.no, b.no"
    )
    names = tables.auditors.names()
    return tuple(
        ModerationPair(
            AuditId(row[0]),
            AuditId(row[1]),
            names[row[2]],
            names[row[3]],
            (_BANDS[row[4]], _BANDS[row[5]]),
            (_BANDS[row[6]], _BANDS[row[7]]),
        )
        for row in tables.rows(query, values)
    )


def rating_pairs(
    tables: InsightTables, selection: Selection, scale: Sequence[str]
) -> tuple[Pair, ...]:
    """Return the ratings that both readers gave on one scale; the subject is the question.

    What could not be found or does not apply is left out, and so is a question that did not mean
    the same to both.
    """
    source, values = _source(tables, selection)
    base, _slash, condition = source.partition(" WHERE ")
    query = (
        f"SELECT a.auditor, s.checklist, s.marks, t.checklist, t.marks {base} "
        f"JOIN sheet s ON s.audit = a.no JOIN sheet t ON t.audit = b.no WHERE {condition} "
        "ORDER BY a.no, b.no, s.rowid, t.rowid"
    )
    names = tables.auditors.names()
    return tuple(
        Pair(first, second, names[auditor], criterion_words(tables.criteria[criterion]))
        for auditor, *both in tables.rows(query, values)
        for criterion, first, second in _both_rated(tables, both, scale)
    )


def criterion_words(criterion: Criterion) -> str:
    """Return a question with the title of its checklist."""
    return f"{criterion.title}: {criterion.text}"


def _both_rated(
    tables: InsightTables, both: Sequence[Any], scale: Sequence[str]
) -> Iterator[tuple[int, str, str]]:
    """Yield the criterion and both ratings of two sheets; nothing of different checklists."""
    sheet, marks, other_sheet, other_marks = both
    then = dict(zip(tables.places[sheet], marks, strict=True))
    for criterion, mark in zip(tables.places[other_sheet], other_marks, strict=True):
        first, second = RATING_OF.get(then.get(criterion, "")), RATING_OF.get(mark)
        if first in scale and second in scale:
            yield criterion, str(first), str(second)


def _source(tables: InsightTables, selection: Selection) -> tuple[str, list[object]]:
    """Return where the pairs come from: first readings ``a``, and second ones ``b``."""
    condition, values = chosen(tables, selection)
    # The second reading may be of another day, team or auditor: only its state matters.
    state = "b.is_latest" if selection.has_drafts else "NOT b.is_draft"
    joined = "FROM audit b CROSS JOIN audit a ON a.key = b.moderates"
    nobody = ", ".join(map(str, tables.auditors.numbers_of([""])))
    others = f"(a.auditor != b.auditor OR a.auditor IN ({nobody}))"
    return f"{joined} WHERE b.is_second AND {others} AND {state} AND {condition}", values
