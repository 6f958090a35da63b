# SPDX-License-Identifier: MPL-2.0
"""Make judged audits, each with only what a test is about."""

import datetime as dt

from auditapp.insight.judged_audits import JudgedAudit, ThemedAction
from auditapp.insight.meanings import Criterion
from auditapp.model.follow_up import Action, Feedback
from auditapp.model.grade import GradeBand

NOW = dt.datetime(2026, 11, 14, 17, 12, tzinfo=dt.UTC)
OUTSTANDING, GOOD, REQUIRES_IMPROVEMENT, INADEQUATE = GradeBand


def make_criterion(text="Is it there?", place=0, title="Sample", until=""):
    """Make a criterion."""
    return Criterion("sample", title, text, (0, place), until)


def make_judged(practice=GOOD, team="North", month="2026-11", **changes):
    """Make an audit of the 14th of a month."""
    fields = {
        "day": dt.date.fromisoformat(f"{month}-14"),
        "team": team,
        "is_draft": False,
        "practice": practice,
        "impact": None,
        "ratings": {},
        "timescales": {},
        "causes": {},
        "actions": (),
        "feedback": {},
        "concerns": 0,
    }
    return JudgedAudit(**(fields | changes))


def several(count, practice=GOOD, **changes):
    """Make ``count`` audits alike."""
    return [make_judged(practice, **changes) for _ in range(count)]


def make_themed(theme="", **changes):
    """Make an action of a theme."""
    return ThemedAction(Action(**({"what": "Write it down", "created_at": NOW} | changes)), theme)


def said(person, words, *, asked=True):
    """Return the feedback of one person."""
    return {person: Feedback(asked=asked, said=words)}
