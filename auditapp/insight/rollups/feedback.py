# SPDX-License-Identifier: MPL-2.0
"""Count who was asked what they think, who replied, and where it is said why nobody asked."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from auditapp.insight.rollups.chosen import Line, chosen
from auditapp.insight.selection import Selection
from auditapp.insight.tables import PEOPLE, InsightTables
from auditapp.model.follow_up import FeedbackFrom
from auditapp.model.ids import AuditId


class Asking(StrEnum):
    """Name how asking a person went; the values are conditions on a row ``f``."""

    ASKED = "f.asked"
    REPLIED = "f.said"
    NOT_ASKED = "f.asked = 0"
    EXPLAINED = "f.asked = 0 AND f.why_not"
    NOT_SAID = "f.asked IS NULL"
    NOTHING = "f.asked IS NULL AND NOT coalesce(f.said, 0)"
    SILENT = "f.asked AND NOT f.said"
    WITH_REASON = "f.asked = 0 AND NOT f.said AND f.why_not"
    WITHOUT_REASON = "f.asked = 0 AND NOT f.said AND NOT f.why_not"


_COUNTED = (
    Asking.ASKED,
    Asking.REPLIED,
    Asking.NOT_ASKED,
    Asking.EXPLAINED,
    Asking.SILENT,
    Asking.WITH_REASON,
    Asking.WITHOUT_REASON,
)
_KNOWN = "f.asked IS NOT NULL"
_HEARD = "f.asked IS NOT NULL OR f.said"


@dataclass(frozen=True, slots=True)
class FeedbackCount:
    """Count the audits by how asking a kind of person went.

    ``explained`` is the part of ``not_asked`` that says why. ``not_said`` is where the audit does
    not tell whether anybody asked.

    Some say what they think without being asked. So the audits divide into ``replied``, ``silent``
    (asked, and did not), ``with_reason`` and ``without_reason`` (neither), and ``nothing`` (neither
    words, nor whether anybody asked).
    """

    person: FeedbackFrom
    audits: int
    asked: int
    replied: int
    not_asked: int
    explained: int
    not_said: int
    silent: int
    with_reason: int
    without_reason: int
    nothing: int


def feedback_counts(tables: InsightTables, selection: Selection) -> tuple[FeedbackCount, ...]:
    """Return a count for each kind of person."""
    condition, values = chosen(tables, selection)
    total: int = tables.rows(f"SELECT count(*) FROM audit a WHERE {condition}", values)[0][0]
    sums = ", ".join(f"sum(f.n) FILTER (WHERE {each})" for each in (*_COUNTED, _KNOWN, _HEARD))
    # Few rows are alike in nothing: what is alike is counted first, in the order of an index, and
    # only then is told how asking went.
    query = (
        f"SELECT f.person, {sums} FROM (SELECT f.person, f.asked, f.said, f.why_not, count(*) AS n "
        f"FROM feedback f JOIN audit a ON a.no = f.audit WHERE {condition} "
        "GROUP BY f.person, f.asked, f.said, f.why_not) f GROUP BY f.person"
    )
    found = {PEOPLE[person]: counts for person, *counts in tables.rows(query, values)}
    return tuple(_count(person, total, found.get(person, _NOBODY)) for person in PEOPLE)


def feedback_lines(
    tables: InsightTables, selection: Selection, person: FeedbackFrom, asking: Asking
) -> tuple[Line, ...]:
    """Return the audits in which asking a person went so, the oldest first."""
    condition, values = chosen(tables, selection)
    query = (
        "SELECT a.id FROM audit a LEFT JOIN feedback f ON f.audit = a.no AND f.person = ? "
        f"WHERE {asking} AND {condition} ORDER BY a.no"
    )
    rows = tables.rows(query, [PEOPLE.index(person), *values])
    return tuple(Line(AuditId(audit_id)) for (audit_id,) in rows)


def _count(person: FeedbackFrom, total: int, counts: Sequence[int | None]) -> FeedbackCount:
    asked, replied, *others, known, heard = (count or 0 for count in counts)
    not_asked, explained, silent, with_reason, without_reason = others
    return FeedbackCount(
        person,
        total,
        asked,
        replied,
        not_asked,
        explained,
        total - known,
        silent,
        with_reason,
        without_reason,
        total - heard,
    )


_NOBODY = (0,) * (len(_COUNTED) + 2)
