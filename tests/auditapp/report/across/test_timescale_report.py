# SPDX-License-Identifier: MPL-2.0
"""Test what the timescale report says of each rule."""

import pytest

from auditapp.insight.meanings import Meanings
from auditapp.insight.reading import Reading
from auditapp.judgement.timescales import LateUnit, TimescaleResult, TimescaleState
from auditapp.model.ids import RuleId
from auditapp.model.report_kinds import ReportKind
from auditapp.report.blocks import Bullets, Table
from auditapp.report.figure_blocks import Figure
from auditapp.report.kinds import report_from_reading
from tests.auditapp.insight.counting import make_criterion, make_judged
from tests.auditapp.report.kind_samples import ACROSS, SHARED
from tests.auditapp.report.reading import blocks_of, headings

VISIT, REVIEW = make_criterion("Seen in time?"), make_criterion("Reviewed in time?", 1)
MET, LATE, NO_DATE, DUE = (TimescaleState[each] for each in ("MET", "LATE", "NO_DATE", "DUE"))


def audit(state, reason="", late_by=0, rule=VISIT):
    """Make an audit in which a timescale stands so."""
    result = TimescaleResult(RuleId("visit"), state, LateUnit.WORKING_DAYS, late_by=late_by)
    return make_judged(timescales={rule: result}, late_reasons={rule: reason} if reason else {})


def make(audits, options=ACROSS):
    """Make the report."""
    reading = Reading(tuple(audits), Meanings({}, ()), ("Sample 1.0",), content="c" * 64)
    return report_from_reading(ReportKind.TIMESCALES, reading, options)


@pytest.fixture
def audits():
    """Return audits in time, late with and without a reason, without a date, and not due."""
    late = [audit(LATE, "The family moved", 4), audit(LATE, "The family moved", 2), audit(LATE)]
    return [*[audit(MET)] * 7, *late, audit(NO_DATE), audit(NO_DATE), audit(DUE)]


def test_each_rule_has_a_row(audits):
    """In time with the interval, the median, those with a reason, not due, and without a date."""
    (table,) = blocks_of(make([*audits, audit(NO_DATE, rule=REVIEW)]), Table)
    visit, review = table.rows
    assert ("Seen in time?", ("Sample",)) == (visit[0].text, visit[0].notes)
    assert ("7 of 10: 70% (40% to 89%)", "2 working days", "2 of 3", "1", "2") == visit[1:]
    assert ("–", "–", "–", "0", "1") == review[1:]


def test_reasons_are_counted_as_they_were_written(audits):
    """Under the timescale; one that stands once has no number."""
    document = make([*audits, audit(LATE, "Nobody knew", 1)])
    reasons = blocks_of(document, Bullets)[0]
    assert ("The family moved (2 times)", "Nobody knew") == reasons.items
    many = [audit(LATE, f"Reason {at}", 1) for at in range(25)]
    items = blocks_of(make(many), Bullets)[0].items
    assert (21, "5 more") == (len(items), items[-1])


def test_the_shares_are_drawn(audits):
    """Those that could be judged."""
    (figure,) = blocks_of(make([*audits, audit(NO_DATE, rule=REVIEW)]), Figure)
    assert ["Seen in time?"] == [row.name for row in figure.chart.rows]


def test_a_shared_copy_has_no_reasons_and_no_small_numbers(audits, words_in):
    """What few stand behind is not drawn either."""
    document = make(audits, SHARED)
    said = words_in(document)
    assert "The family moved" not in said
    assert "Why timescales were missed" not in headings(document)
    (table,) = blocks_of(document, Table)
    assert ("not shown",) * 3 + ("under 5",) * 2 == table.rows[0][1:]
    (figure,) = blocks_of(document, Figure)
    assert None is figure.chart.rows[0].share


def test_where_no_timescale_applied_that_is_said(words_in):
    """There is no table, and no chart."""
    document = make([make_judged()])
    assert "No timescale applied." in words_in(document)
    assert ([], []) == (blocks_of(document, Table), blocks_of(document, Figure))
