# SPDX-License-Identifier: MPL-2.0
"""Test that digests say the same of many audits as the audits themselves."""

import datetime as dt
from dataclasses import replace

import pytest

from auditapp.errors import NotAllowedError
from auditapp.insight.criterion_counts import heat_map
from auditapp.insight.digest_reading import read_digests
from auditapp.insight.follow_up_counts import (
    action_themes,
    causes,
    frequent_words,
    heard,
    timeliness,
)
from auditapp.insight.grade_counts import grade_tables, impact
from auditapp.insight.judged_audits import day_of
from auditapp.insight.reading import read_across
from auditapp.model.follow_up import FeedbackFrom
from auditapp.model.report_kinds import ReportKind
from auditapp.report.across.frame import AcrossOptions
from auditapp.report.audit.frame import ReportOptions
from auditapp.report.kinds import FROM_READING, report_across, report_from_reading
from tests.auditapp.insight.generating import TODAY, checklists, digested, make_states

AUDITS = 100
AT = dt.datetime(2026, 6, 30, 12, tzinfo=dt.UTC)


@pytest.fixture(scope="module")
def states():
    """Return generated audits, in the order in which they are chosen."""
    found = read_order(make_states(AUDITS))
    assert {True, False} == {state.audit.is_draft for state in found}
    return found


@pytest.fixture(scope="module")
def reading(states):
    """Return what their digests say, handed in in another order."""
    digests = [digested(state) for state in states]
    found = [
        (state.audit.id, each.facts[0], each.words[0])
        for state, each in zip(states, digests, strict=True)
    ]
    return read_digests(found[::-1], checklists(), unreadable=3)


def read_order(states):
    """Put audits in the order in which a selection has them."""
    return sorted(states, key=lambda state: (day_of(state), state.audit.id))


def test_the_same_is_read(states, reading):
    """Every audit is judged alike; of timescales only what is counted of them is kept."""
    whole = read_across(states, unreadable=3)
    assert (whole.meanings, whole.titles, whole.unreadable) == (
        reading.meanings,
        reading.titles,
        reading.unreadable,
    )
    assert (whole.content, whole.used) == (reading.content, reading.used)
    for old, new in zip(whole.audits, reading.audits, strict=True):
        assert replace(old, timescales={}) == replace(new, timescales={})
        assert {
            criterion: (each.rule_id, each.state, max(each.late_by, each.overdue_by), each.unit)
            for criterion, each in old.timescales.items()
        } == {
            criterion: (each.rule_id, each.state, each.late_by, each.unit)
            for criterion, each in new.timescales.items()
        }


@pytest.mark.parametrize("is_shared", [False, True])
def test_the_same_is_counted(states, reading, is_shared):
    """Grades, criteria, timescales, causes, themes and what people said: figure for figure."""
    old, new = read_across(states).audits, reading.audits
    assert heat_map(old, is_shared=is_shared) == heat_map(new, is_shared=is_shared)
    assert grade_tables(old, is_shared=is_shared) == grade_tables(new, is_shared=is_shared)
    assert grade_tables(old, impact) == grade_tables(new, impact)
    assert timeliness(old) == timeliness(new)
    assert causes(old) == causes(new)
    assert action_themes(old, TODAY) == action_themes(new, TODAY)
    assert heard(old) == heard(new)
    for person in FeedbackFrom:
        assert frequent_words(old, person) == frequent_words(new, person)


@pytest.mark.parametrize("kind", sorted(FROM_READING))
def test_reports_are_the_same(states, kind):
    """A report made of digests is, block for block, that which is made of the audits."""
    signed = [state for state in states if not state.audit.is_draft]
    digests = [(state.audit.id, digested(state)) for state in signed]
    found = [(audit_id, each.facts[0], each.words[0]) for audit_id, each in digests]
    options = AcrossOptions(ReportOptions("OFFICIAL"), AT)

    made = report_from_reading(kind, read_digests(found, checklists()), options)

    assert report_across(kind, signed, options) == made


def test_what_needs_signed_audits_refuses_drafts(reading):
    """A draft among the digests is refused as one among the audits is."""
    with pytest.raises(NotAllowedError, match="signed audits only"):
        report_from_reading(
            ReportKind.LEARNING, reading, AcrossOptions(ReportOptions("OFFICIAL"), AT)
        )


def test_what_is_shared_is_not_made_of_digests(reading):
    """Its words have to be masked, and what masks them is in the audits."""
    options = AcrossOptions(ReportOptions("OFFICIAL"), AT, is_shared=True)
    with pytest.raises(ValueError, match="to mask their words"):
        report_from_reading(ReportKind.SUMMARY, reading, options)
