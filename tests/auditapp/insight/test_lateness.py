# SPDX-License-Identifier: MPL-2.0
"""Test how late a timescale is counted to be, and which reasons count."""

from auditapp.insight.intervals import Share
from auditapp.insight.lateness import lateness
from auditapp.judgement.timescales import LateUnit, TimescaleResult, TimescaleState
from auditapp.model.ids import RuleId
from tests.auditapp.insight.counting import make_criterion, make_judged

VISIT = make_criterion("Seen in time?")
OTHER = make_criterion("Reviewed in time?", 1)
MET, LATE, DUE = TimescaleState.MET, TimescaleState.LATE, TimescaleState.DUE


def audit(state, reason="", late_by=0):
    """Make an audit in which the timescale stands so."""
    result = TimescaleResult(RuleId("visit"), state, LateUnit.DAYS, late_by=late_by)
    return make_judged(timescales={VISIT: result}, late_reasons={VISIT: reason} if reason else {})


def test_reasons_are_those_of_the_late_ones():
    """One that was written where it was kept all the same is none."""
    audits = [
        audit(MET, "It was close"),
        audit(LATE, "The family moved", 2),
        audit(LATE, "The family moved", 6),
        audit(LATE, "", 4),
        audit(DUE),
        make_judged(late_reasons={OTHER: "Of another question"}),
    ]
    (found,) = lateness(audits)
    assert (Share(1, 4), 4, 1) == (found.kept.in_time, found.kept.late_by, found.due)
    assert (3, 2, {"The family moved": 2}) == (found.late, found.explained, found.reasons)
    assert [] == lateness([make_judged()])
