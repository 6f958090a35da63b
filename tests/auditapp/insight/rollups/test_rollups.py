# SPDX-License-Identifier: MPL-2.0
"""Test each roll-up against the same figure counted from the audits themselves."""

import datetime as dt
from collections import Counter

from auditapp.insight.criterion_counts import heat_map
from auditapp.insight.follow_up_counts import causes, heard, timeliness
from auditapp.insight.judged_audits import judged
from auditapp.insight.rollups.actions import SOON, action_counts
from auditapp.insight.rollups.causes import cause_counts, cause_lines
from auditapp.insight.rollups.chosen import Line, audits_chosen
from auditapp.insight.rollups.concerns import concern_counts, concern_lines
from auditapp.insight.rollups.criteria import (
    Outcome,
    criterion_counts,
    criterion_lines,
    strongest,
    weakest,
)
from auditapp.insight.rollups.feedback import Asking, feedback_counts, feedback_lines
from auditapp.insight.rollups.grades import Aspect, grade_counts, graded_audits
from auditapp.insight.rollups.timescales import timescale_counts, timescale_lines
from auditapp.insight.selection import Selection
from auditapp.judgement.timescales import TimescaleState
from auditapp.model.answer import Cause
from auditapp.model.follow_up import ActionStatus, FeedbackFrom
from auditapp.model.grade import PRACTICE, GradeBand
from tests.auditapp.insight.generating import TODAY
from tests.auditapp.insight.rollups.selections import EVERYTHING, SELECTIONS


def judge(tables, chosen):
    """Return what was counted of the audits before there were digests."""
    return [_judged_once(tables, id(state), state) for state in chosen]


def _judged_once(tables, key, state, known={}):  # noqa: B006 - the states live as long
    if key not in known:
        known[key] = judged(state, tables.meanings)
    return known[key]


def test_the_same_audits_are_chosen(tables, selection, chosen):
    """SQL takes the audits that the selection takes, the oldest first."""
    assert tuple(state.audit.id for state in chosen) == audits_chosen(tables, selection)


def test_grades_by_team_and_month(tables, selection, chosen):
    """Each with how many there are; the letter case of a team makes no difference."""
    expected = Counter(
        (audit.team.casefold(), audit.month, audit.practice)
        for audit in judge(tables, chosen)
        if audit.practice
    )
    found = Counter()
    for row in grade_counts(tables, selection):
        assert sum(row.counts) == row.total
        for band, count in zip(GradeBand, row.counts, strict=True):
            found[row.team.casefold(), row.month, band] += count

    assert expected == +found


def test_the_agreed_grade_is_the_one_that_counts(tables, states):
    """Where moderation agreed on a grade, the one that the auditor gave is not counted."""
    audits = [state.audit for state in states]
    moderated = {
        audit.id: audit.agreed[PRACTICE].band for audit in audits if PRACTICE in audit.agreed
    }
    assert moderated
    for band in GradeBand:
        lines = graded_audits(tables, EVERYTHING, Aspect.PRACTICE, band=band)
        found = {line.audit for line in lines} & set(moderated)
        assert {each for each, agreed in moderated.items() if agreed is band} == found


def test_audits_behind_a_grade(tables, selection, chosen):
    """They are those that have it, in that month, the oldest first."""
    month, band = dt.date(2026, 4, 1), GradeBand.GOOD
    expected = [
        Line(state.audit.id)
        for state, audit in zip(chosen, judge(tables, chosen), strict=True)
        if audit.impact is band and audit.month == month
    ]
    found = graded_audits(tables, selection, Aspect.IMPACT, band=band, month=month)
    assert tuple(expected) == found


def test_criteria_by_team(tables, selection, chosen):
    """As the heat map of a report counts them."""
    old = heat_map(judge(tables, chosen))
    teams = [names[0] for names in old.teams]
    expected = {
        row.criterion: (
            row.whole,
            {t: s for t, s in zip(teams, row.teams, strict=True) if s.total},
            row.not_found,
        )
        for row in old.rows
        if row.whole.total or row.not_found
    }
    new = criterion_counts(tables, selection)
    found = {
        row.criterion: (
            row.whole,
            {t.casefold(): s for t, s in zip(new.teams, row.teams, strict=True) if s},
            row.not_found,
        )
        for row in new.rows
    }
    assert {
        key: (w, {t.casefold(): s for t, s in ts.items()}, n)
        for key, (w, ts, n) in expected.items()
    } == found
    assert [row.criterion for row in old.rows if row.criterion in expected] == [
        row.criterion for row in new.rows
    ]


def test_answers_behind_a_criterion(tables, selection, chosen):
    """As many lines stand behind a share as it counts, each a question of a chosen audit."""
    ids = {state.audit.id for state in chosen}
    for row in criterion_counts(tables, selection).rows[:12]:
        met, unmet, not_found = (
            criterion_lines(tables, selection, row.criterion, outcome) for outcome in Outcome
        )
        assert (row.whole.count, row.whole.total) == (len(met), len(met) + len(unmet))
        assert row.not_found == len(not_found)
        for line in (*met, *unmet, *not_found):
            assert line.audit in ids
            assert line.question


def test_weakest_and_strongest_say_something(tables):
    """They are ranked by share, and none of them rests on fewer than five."""
    rows = criterion_counts(tables, Selection(has_drafts=True)).rows
    low, high = weakest(rows, 3), strongest(rows, 3)
    assert low[0].whole.share == min(row.whole.share for row in rows if row.whole.total >= 5)
    assert high[0].whole.share == max(row.whole.share for row in rows if row.whole.total >= 5)
    assert all(row.whole.total >= 5 for row in (*low, *high))
    assert [] == weakest(criterion_counts(tables, SELECTIONS["named"]).rows, 3)


def test_timescales(tables, selection, chosen):
    """In time, without a date, and the median lateness: as a report counts them."""
    old = {each.criterion: each for each in timeliness(judge(tables, chosen))}
    new = {each.criterion: each for each in timescale_counts(tables, selection)}
    assert {key: (e.in_time, e.no_date, e.late_by, e.unit) for key, e in old.items()} == {
        key: (e.in_time, e.no_date, e.late_by, e.unit) for key, e in new.items()
    }
    for criterion, each in new.items():
        late = timescale_lines(tables, selection, criterion, TimescaleState.LATE)
        assert each.in_time.total - each.in_time.count == len(late)
        assert 0 <= each.explained <= len(late)


def test_late_ones_with_a_reason_are_counted(tables, states):
    """A reason counts where the timescale was missed, and nowhere else."""
    expected = sum(
        bool(state.audit.answer(asked.key).late_reason)
        for state in states
        for asked in state.outline.questions
        if (result := state.outline.timescale(asked)) and result.state is TimescaleState.LATE
    )
    rows = timescale_counts(tables, EVERYTHING)
    assert 0 < expected == sum(row.explained for row in rows)


def test_causes(tables, selection, chosen):
    """How often each was given, and in how many audits."""
    audits = judge(tables, chosen)
    rows = cause_counts(tables, selection)
    assert causes(audits) == {row.cause: row.times for row in rows}
    for row in rows:
        having = [
            Line(state.audit.id)
            for state, audit in zip(chosen, audits, strict=True)
            if row.cause in audit.causes
        ]
        assert row.audits == len(having)
        assert tuple(having) == cause_lines(tables, selection, row.cause)
    assert not chosen or {row.cause for row in rows} <= set(Cause)


def test_actions(tables, selection, chosen):
    """By state, owner, team and theme; overdue and due soon are parts of the open ones."""
    actions = [
        (each.action, audit.team, each.theme)
        for audit in judge(tables, chosen)
        for each in audit.actions
    ]
    counts = action_counts(tables, selection, TODAY)
    still = [action for action, _team, _theme in actions if action.status is ActionStatus.OPEN]
    late = [action for action in still if action.due and action.due < TODAY]
    last = TODAY + dt.timedelta(days=SOON)
    soon = [action for action in still if action.due and TODAY <= action.due <= last]
    whole = counts.whole
    assert (len(actions), len(still)) == (whole.total, whole.still_open)
    assert (len(late), len(soon)) == (whole.overdue, whole.due_soon)
    assert sum(action.due is None for action in still) == whole.no_date
    for groups, names in (
        (counts.owners, [" ".join(action.owner_role.split()) for action, _t, _s in actions]),
        (counts.teams, [team for _action, team, _theme in actions]),
        (counts.themes, [theme for _action, _team, theme in actions]),
    ):
        expected = Counter(name.casefold() for name in names)
        assert expected == {row.name.casefold(): row.total for row in groups}


def test_concerns(tables, selection, chosen):
    """How many, how many wait, and in how many of the audits of a team and month."""
    rows = concern_counts(tables, selection)
    concerns = [state.audit.concerns for state in chosen]
    assert len(chosen) == sum(row.audits for row in rows)
    assert sum(map(len, concerns)) == sum(row.concerns for row in rows)
    assert sum(map(bool, concerns)) == sum(row.having for row in rows)
    waiting = [state.audit.id for state in chosen if state.audit.open_concerns]
    assert len(waiting) == sum(row.still_open for row in rows)
    lines = concern_lines(tables, selection, is_open=True)
    assert tuple(map(Line, waiting)) == lines
    assert sum(map(bool, concerns)) == len(concern_lines(tables, selection))


def test_feedback(tables, selection, chosen):
    """Who was asked and spoke, as a report counts it, and why nobody asked."""
    old = {each.person: each for each in heard(judge(tables, chosen))}
    for row in feedback_counts(tables, selection):
        share = old[row.person]
        assert (share.asked.count, share.asked.total) == (row.asked, row.audits)
        assert share.said.count == row.replied
        assert row.audits == row.asked + row.not_asked + row.not_said
        apart = (row.nothing, row.silent, row.with_reason, row.without_reason)
        assert row.audits == row.replied + sum(apart)
        numbers = (row.asked, row.replied, row.not_asked, row.explained, row.not_said, *apart)
        lines = [feedback_lines(tables, selection, row.person, asking) for asking in Asking]
        assert numbers == tuple(map(len, lines))
    assert list(FeedbackFrom) == [row.person for row in feedback_counts(tables, selection)]
