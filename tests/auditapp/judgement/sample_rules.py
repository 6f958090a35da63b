# SPDX-License-Identifier: MPL-2.0
"""Two rules to judge dates by: a single event within working days, and a series in weeks."""

from datetime import date

from auditapp.judgement.timescale_rules import TimescaleRule
from auditapp.judgement.timescales import LocalStandards, TimescaleInputs, judge
from auditapp.judgement.working_days import WorkingDays

START = date(2026, 1, 1)
AS_OF = date(2026, 6, 1)
PERIOD_FROM = date(2026, 1, 1)
LONG_AGO = date(2023, 1, 1)

BASE = {
    "id": "rule",
    "title": "Title",
    "standard": "local",
    "on": True,
    "starts_from": "the referral",
    "source": "Source",
    "confidence": "high",
}
SERIES = {**BASE, "kind": "series", "event": {"one": "visit", "many": "visits"}}
LETTER = TimescaleRule.model_validate({**BASE, "kind": "single", "limit": {"working_days": 5}})
VISITS = TimescaleRule.model_validate({**SERIES, "first": {"weeks": 1}, "every": {"weeks": 6}})


def single(*dates, start=START, as_of=AS_OF, rule=LETTER, local=None):
    """Return what the rule for a letter finds; it is due on 8 January 2026."""
    inputs = TimescaleInputs(start, dates, as_of)
    return judge(rule, inputs, WorkingDays(), local or LocalStandards())


def series(*dates, start=START, as_of=AS_OF, rule=VISITS, period_from=None, ends_on=None):
    """Return what the rule for visits finds."""
    inputs = TimescaleInputs(start, dates, as_of, period_from=period_from, ends_on=ends_on)
    return judge(rule, inputs, WorkingDays())
