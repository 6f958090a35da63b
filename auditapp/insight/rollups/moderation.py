# SPDX-License-Identifier: MPL-2.0
"""Put every second reading of a case file beside the first."""

from dataclasses import dataclass, replace

from auditapp.insight.rollups.chosen import chosen
from auditapp.insight.selection import Selection
from auditapp.insight.tables import BANDS, InsightTables
from auditapp.model.grade import GradeBand
from auditapp.model.ids import AuditId


@dataclass(frozen=True, slots=True)
class ModerationPair:
    """Hold an audit and its moderation, who made them, and both grades of each where given."""

    first: AuditId
    second: AuditId
    auditor: str
    moderator: str
    practice: tuple[GradeBand | None, GradeBand | None]
    impact: tuple[GradeBand | None, GradeBand | None]


def moderation_pairs(tables: InsightTables, selection: Selection) -> tuple[ModerationPair, ...]:
    """Return the moderations of the chosen audits, in the order of the first readings."""
    condition, values = chosen(tables, selection)
    # The second reading may be of another day, team or auditor: only its state matters.
    second, _values = chosen(
        tables, replace(Selection(has_moderations=True), has_drafts=selection.has_drafts)
    )
    query = (
        "SELECT a.id, b.id, a.auditor, b.auditor, a.practice, b.practice, a.impact, b.impact "
        f"FROM (SELECT * FROM audit a WHERE a.moderates != '' AND {second}) b "
        f"JOIN audit a ON a.id = b.moderates WHERE {condition} ORDER BY a.no, b.no"
    )
    return tuple(
        ModerationPair(
            AuditId(first),
            AuditId(second_id),
            tables.auditors.name(auditor),
            tables.auditors.name(moderator),
            (_band(practice), _band(practice_again)),
            (_band(impact), _band(impact_again)),
        )
        for (
            first,
            second_id,
            auditor,
            moderator,
            practice,
            practice_again,
            impact,
            impact_again,
        ) in tables.rows(query, values)
    )


def _band(number: int | None) -> GradeBand | None:
    return None if number is None else BANDS[number]
