# SPDX-License-Identifier: MPL-2.0
"""Test what is counted of timescales, causes, actions, concerns and feedback against the audits."""

import datetime as dt
from collections import Counter
from statistics import median

from auditapp.insight.follow_up_counts import causes, heard, timeliness
from auditapp.insight.rollups.actions import SOON, action_counts
from auditapp.insight.rollups.causes import cause_counts, cause_lines
from auditapp.insight.rollups.chosen import Line
from auditapp.insight.rollups.concerns import concern_counts, concern_lines
from auditapp.insight.rollups.feedback import Asking, feedback_counts, feedback_lines
from auditapp.insight.rollups.timescales import timescale_counts, timescale_lines
from auditapp.judgement.timescales import TimescaleState
from auditapp.model.answer import Cause
from auditapp.model.follow_up import ActionStatus, FeedbackFrom
from tests.auditapp.insight.generating import TODAY
from tests.auditapp.insight.rollups.choosing import EVERYTHING, judge


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


def test_medians_are_of_the_late_ones(tables, states):
    """Those in time do not pull the lateness down."""
    row = max(timescale_counts(tables, EVERYTHING), key=lambda e: e.late_by or 0)
    late = []
    for state in states:
        shas = {pin.id: pin.sha256 for pin in state.audit.checklists}
        for each in state.outline.questions:
            criterion = tables.meanings.criteria[shas[each.checklist.id], each.question.id]
            result = state.outline.timescale(each)
            if criterion == row.criterion and result and result.state is TimescaleState.LATE:
                late.append(max(result.late_by, result.overdue_by))
    assert median(late) == row.late_by


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
