# SPDX-License-Identifier: MPL-2.0
"""Test what is taken from an audit when many are read together."""

import datetime as dt

from auditapp.insight.judged_audits import day_of
from auditapp.insight.reading import read_across
from auditapp.judgement.audit_states import AuditState
from auditapp.judgement.timescales import TimescaleState
from auditapp.model.answer import Cause
from auditapp.model.audit import AuditStatus, SignOff
from auditapp.model.follow_up import Action
from auditapp.model.grade import IMPACT, PRACTICE, Grade, GradeBand
from auditapp.model.history import HistoryEntry, HistoryKind
from tests.making import Clock, make_checklist, make_outline

NOW = Clock().now
QUESTIONS = (
    {"id": "a"},
    {"id": "b", "not_applicable": {"allowed": True}},
    {"id": "c"},
    {"id": "start", "kind": "date"},
    {"id": "q", "kind": "date", "timescale": {"rule": "life_story_book", "starts_from": "start"}},
)


def make_state(answers=None, history=(), **changes):
    """Make the state of an audit of a small checklist."""
    answers = {key.partition("/")[2]: value for key, value in (answers or {}).items()}
    outline = make_outline(make_checklist(*QUESTIONS[:3]), answers, **changes)
    return AuditState(outline, history)


def test_ratings_and_causes_are_counted():
    """By what they count as; not applicable is told apart; what is not answered is not there."""
    answers = {
        "sample/a": {"value": "partly_met", "cause": Cause.SYSTEM},
        "sample/b": {"not_applicable": True, "reason": "No plan yet"},
    }
    (audit,) = read_across([make_state(answers)]).audits
    names = set(audit.ratings.values())
    assert {"partly_met", "not_applicable"} == names
    assert 2 == len(audit.ratings)
    assert {Cause.SYSTEM: 1} == audit.causes


def test_grades_actions_and_what_people_said_are_taken():
    """An action has the section of its question for a theme, or none."""
    grade = Grade(band=GradeBand.GOOD, given_at=NOW, given_by="R. Okafor")
    actions = {
        "1": Action(what="One", question="sample/a", created_at=NOW),
        "2": Action(what="Two", created_at=NOW),
        "3": Action(what="Three", question="sample/gone", created_at=NOW),
    }
    state = make_state(grades={PRACTICE: grade}, actions=actions)
    (audit,) = read_across([state]).audits
    assert (GradeBand.GOOD, None) == (audit.practice, audit.impact)
    themes = [each.theme for each in audit.actions]
    assert ["Sample: The only section", "", ""] == themes
    (impact,) = read_across([make_state(grades={IMPACT: grade})]).audits
    assert GradeBand.GOOD is impact.impact


def test_an_audit_counts_for_the_day_of_its_sign_off():
    """As clocks in the United Kingdom show it; a draft counts for that of its last change."""
    late = dt.datetime(2026, 6, 30, 23, 30, tzinfo=dt.UTC)
    signed = SignOff(by="R. Okafor", at=late, content_hash="c" * 64, history_head="d" * 64)
    state = make_state(sign_off=signed, status=AuditStatus.SIGNED_OFF)
    assert dt.date(2026, 7, 1) == day_of(state)
    assert dt.date(2026, 11, 21) == day_of(make_state())
    days = (dt.timedelta(days=3), dt.timedelta(days=9))
    kinds = (HistoryKind.CREATED, HistoryKind.EXPORTED)
    history = [
        HistoryEntry(seq=at, at=NOW + after, by="R. Okafor", kind=kind)
        for at, (kind, after) in enumerate(zip(kinds, days, strict=True), start=1)
    ]
    assert dt.date(2026, 11, 24) == day_of(make_state(history=history))


def test_the_reading_tells_what_it_is_made_of():
    """The oldest comes first; drafts and audits that could not be read are counted."""
    older = SignOff(
        by="R. Okafor",
        at=NOW - dt.timedelta(days=40),
        content_hash="c" * 64,
        history_head="d" * 64,
    )
    states = [make_state(), make_state(sign_off=older, status=AuditStatus.SIGNED_OFF)]
    reading = read_across(states, unreadable=2)
    assert (dt.date(2026, 10, 12), dt.date(2026, 11, 21)) == (reading.first, reading.last)
    assert (1, 2) == (reading.drafts, reading.unreadable)
    assert ("Sample 1.0",) == reading.titles
    assert dt.date(2026, 10, 1) == reading.audits[0].month


def test_timescales_that_apply_are_taken():
    """One without dates is there as such; a question without a timescale is not."""
    answers = {"start": {"value": "2026-05-01"}, "q": {"value": "2026-06-30"}}
    state = AuditState(make_outline(make_checklist(*QUESTIONS), answers), [])
    (audit,) = read_across([state]).audits
    assert [TimescaleState.LATE] == [result.state for result in audit.timescales.values()]
    blank = AuditState(make_outline(make_checklist(*QUESTIONS[:3])), [])
    assert {} == read_across([blank]).audits[0].timescales
