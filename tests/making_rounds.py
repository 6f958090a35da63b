# SPDX-License-Identifier: MPL-2.0
"""Make rounds, each with only what a test is about."""

import datetime as dt

from auditapp.insight.sampling import draw_round
from auditapp.model.case_listed import CaseListed
from auditapp.model.edits import Author
from auditapp.model.ids import new_round_id
from auditapp.model.round import Round, RoundAbout, RoundAuditor
from auditapp.model.round_edits import record_draw
from auditapp.model.round_kinds import SampleMethod
from auditapp.model.round_tables import apply_to_round
from auditapp.model.sample_plan import SamplePlan, Seed

NOW = dt.datetime(2026, 11, 21, 9, 30, tzinfo=dt.UTC)
LEAD = Author("QA lead", NOW)


def make_cases(count, **changes):
    """Make cases in three teams of workers; ``changes`` are the same for all."""
    return {
        f"HX-{number:04}": CaseListed(
            **({"team": f"Team {'ABC'[number % 3]}", "worker_code": f"SW-{number % 7}"} | changes)
        )
        for number in range(count)
    }


def make_about(**changes):
    """Make what a round is about."""
    fields = {
        "name": "Visits, autumn 2026",
        "first": dt.date(2026, 11, 1),
        "last": dt.date(2026, 12, 18),
        "created_at": NOW,
        "created_by": "QA lead",
    }
    return RoundAbout(**(fields | changes))


def make_round(count=30, **changes):
    """Make a round with a list of ``count`` cases, a seed, and a plan for a sample of ten."""
    fields = {
        "id": new_round_id(),
        "about": make_about(),
        "seed": Seed(text="3 17 22 38 41 44", origin="Lottery of 4 November", by="QA lead", at=NOW),
        "cases": make_cases(count),
        "plan": SamplePlan(method=SampleMethod.SIZE, size=10),
    }
    return Round(**(fields | changes))


def done(whole, *edits):
    """Return the round after edits."""
    for edit in edits:
        whole = apply_to_round(whole, edit.puts)
    return whole


def drawn_round(count=30, **changes):
    """Make a round and draw its sample."""
    whole = make_round(count, **changes)
    draw, sample = draw_round(whole, LEAD)
    return done(whole, record_draw(whole, draw, sample.drawn, LEAD))


def auditors(**named):
    """Make auditors by their keys, which are their names as well."""
    return {key: RoundAuditor(**({"name": key} | fields)) for key, fields in named.items()}
