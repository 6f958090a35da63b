# SPDX-License-Identifier: MPL-2.0
"""Ask of rows stored plainly what the roll-ups ask, in the SQL that SQLite and DuckDB both speak.

What each query returns is compared with the roll-up, figure by figure, before anything is measured.
"""

import datetime as dt
from collections.abc import Callable
from typing import Any

from auditapp.insight.insights import Insights
from auditapp.insight.rollups.actions import SOON, action_counts
from auditapp.insight.rollups.causes import cause_counts
from auditapp.insight.rollups.completeness import completeness
from auditapp.insight.rollups.completion import completion_counts
from auditapp.insight.rollups.concerns import concern_counts
from auditapp.insight.rollups.criteria import criterion_counts
from auditapp.insight.rollups.feedback import feedback_counts
from auditapp.insight.rollups.grades import grade_counts
from auditapp.insight.rollups.moderation import moderation_counts
from auditapp.insight.rollups.timescales import timescale_counts
from auditapp.insight.selection import Selection
from auditapp.insight.tables import InsightTables
from tests.benchmarks.insight_rows import TODAY

Ask = Callable[[InsightTables], object]
_SELECTION = Selection()
_LAST = TODAY + dt.timedelta(days=SOON)

ROLL_UPS: dict[str, Ask] = {
    "grades": lambda tables: grade_counts(tables, _SELECTION),
    "criteria": lambda tables: criterion_counts(tables, _SELECTION),
    "completeness": lambda tables: completeness(tables, _SELECTION),
    "timescales": lambda tables: timescale_counts(tables, _SELECTION),
    "causes": lambda tables: cause_counts(tables, _SELECTION),
    "actions": lambda tables: action_counts(tables, _SELECTION, TODAY),
    "concerns": lambda tables: concern_counts(tables, _SELECTION),
    "feedback": lambda tables: feedback_counts(tables, _SELECTION),
    "completion": lambda tables: completion_counts(tables, _SELECTION),
    "moderation": lambda tables: moderation_counts(tables, _SELECTION),
}
"""Every roll-up that is a query."""

PLAIN_QUERIES = {
    "grades": """
SELECT a.team, a.month, a.practice, count(*)
FROM audits a WHERE a.moderates = '' GROUP BY a.team, a.month, a.practice""",
    "criteria": """
SELECT s.criterion, a.team,
  count(*) FILTER (WHERE s.state IN ('met', 'good', 'outstanding')),
  count(*) FILTER (WHERE s.state IN
    ('partly_met', 'not_met', 'requires_improvement', 'inadequate')),
  count(*) FILTER (WHERE s.state = 'could_not_find')
FROM audits a JOIN answers s ON s.audit = a.id
WHERE a.moderates = '' GROUP BY s.criterion, a.team""",
    "completeness": """
SELECT s.criterion, count(*),
  count(*) FILTER (WHERE s.state IN
    ('met', 'good', 'outstanding', 'partly_met', 'not_met', 'requires_improvement',
     'inadequate', 'answered')),
  count(*) FILTER (WHERE s.state = 'blank'),
  count(*) FILTER (WHERE s.state = 'not_needed'),
  count(*) FILTER (WHERE s.state = 'not_applicable'),
  count(*) FILTER (WHERE s.state = 'none_on_file'),
  count(*) FILTER (WHERE s.state = 'could_not_find')
FROM audits a JOIN answers s ON s.audit = a.id
WHERE a.moderates = '' GROUP BY s.criterion""",
    "timescales": """
SELECT t.criterion, t.state, t.late, count(*), count(*) FILTER (WHERE t.has_reason)
FROM audits a JOIN timescales t ON t.audit = a.id
WHERE a.moderates = '' GROUP BY t.criterion, t.state, t.late""",
    "causes": """
SELECT c.cause, count(*), count(DISTINCT c.audit)
FROM audits a JOIN causes c ON c.audit = a.id
WHERE a.moderates = '' GROUP BY c.cause""",
    "actions": f"""
SELECT c.owner, a.team, c.theme,
  count(*) FILTER (WHERE c.status = 'open'),
  count(*) FILTER (WHERE c.status = 'open' AND c.due < '{TODAY}'),
  count(*) FILTER (WHERE c.status = 'open' AND c.due BETWEEN '{TODAY}' AND '{_LAST}'),
  count(*) FILTER (WHERE c.status = 'open' AND c.due IS NULL),
  count(*) FILTER (WHERE c.status = 'done'),
  count(*) FILTER (WHERE c.status = 'verified'),
  count(*) FILTER (WHERE c.status = 'dropped')
FROM audits a JOIN actions c ON c.audit = a.id
WHERE a.moderates = '' GROUP BY c.owner, a.team, c.theme""",
    "concerns": """
SELECT a.team, a.month, count(c.id), count(*) FILTER (WHERE c.is_open), count(DISTINCT c.audit),
  count(DISTINCT a.id)
FROM audits a LEFT JOIN concerns c ON c.audit = a.id
WHERE a.moderates = '' GROUP BY a.team, a.month""",
    "feedback": """
SELECT f.person, count(*), count(*) FILTER (WHERE f.asked), count(*) FILTER (WHERE f.said),
  count(*) FILTER (WHERE NOT f.asked), count(*) FILTER (WHERE NOT f.asked AND f.why_not)
FROM audits a JOIN feedback f ON f.audit = a.id
WHERE a.moderates = '' GROUP BY f.person""",
    "completion": """
SELECT a.month, count(*) FROM audits a WHERE a.moderates = '' GROUP BY a.month""",
    "moderation": """
SELECT a.practice, b.practice, count(*)
FROM audits b JOIN audits a ON a.id = b.moderates
WHERE b.moderates != '' AND a.moderates = '' AND (a.auditor != b.auditor OR a.auditor = '')
GROUP BY a.practice, b.practice""",
}
"""The same for rows stored plainly."""


def require_same(found: Insights, plain: dict[str, list[tuple[Any, ...]]]) -> None:
    """Stop if the queries do not count what the roll-ups do.

    Raises:
        ValueError: A sum differs, and what is compared would not be the same work.
    """
    criteria = plain["criteria"]
    pairs = {
        "grades": (sum(each.total for each in found.practice),
                   sum(row[3] for row in plain["grades"])),
        "met": (sum(each.whole.count for each in found.criteria.rows),
                sum(row[2] for row in criteria)),
        "rated": (sum(each.whole.total for each in found.criteria.rows),
                  sum(row[2] + row[3] for row in criteria)),
        "asked": (sum(each.asked for each in found.completeness),
                  sum(row[1] for row in plain["completeness"])),
        "in time": (sum(each.in_time.count for each in found.timescales),
                    sum(row[3] for row in plain["timescales"] if row[1] == "met")),
        "causes": (sum(each.times for each in found.causes),
                   sum(row[1] for row in plain["causes"])),
        "overdue": (found.actions.whole.overdue,
                    sum(row[4] for row in plain["actions"])),
        "concerns": (sum(each.concerns for each in found.concerns),
                     sum(row[2] for row in plain["concerns"])),
        "asked people": (sum(each.asked for each in found.feedback),
                         sum(row[2] for row in plain["feedback"])),
        "audits": (found.audits, sum(row[1] for row in plain["completion"])),
        "pairs": (sum(each.pairs for each in found.moderation),
                  sum(row[2] for row in plain["moderation"])),
    }  # fmt: skip
    wrong = {name: pair for name, pair in pairs.items() if pair[0] != pair[1]}
    if wrong:
        raise ValueError(f"not the same was counted: {wrong}")
