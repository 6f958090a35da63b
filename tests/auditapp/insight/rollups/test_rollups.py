# SPDX-License-Identifier: MPL-2.0
"""Test roll-ups of grades, criteria and completeness against the audits themselves."""

import datetime as dt
from collections import Counter

from auditapp.insight.criterion_counts import heat_map
from auditapp.insight.digest_marks import Mark
from auditapp.insight.judged_audits import day_of
from auditapp.insight.rollups.chosen import Line, audits_chosen
from auditapp.insight.rollups.completeness import Gap, completeness, lines_left
from auditapp.insight.rollups.completion import completion_counts
from auditapp.insight.rollups.criteria import (
    Outcome,
    criterion_counts,
    criterion_lines,
    strongest,
    weakest,
)
from auditapp.insight.rollups.grades import Aspect, grade_counts, graded_audits
from auditapp.insight.selection import Selection
from auditapp.model.grade import PRACTICE, GradeBand
from tests.auditapp.insight.rollups.choosing import EVERYTHING, SELECTIONS, judge


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


def test_completeness(tables, selection, chosen):
    """Every question that was asked is answered, or it is known why not."""
    rows = {row.criterion: row for row in completeness(tables, selection)}
    asked, blank = Counter(), Counter()
    for state in chosen:
        shas = {pin.id: pin.sha256 for pin in state.audit.checklists}
        for each in state.outline.questions:
            criterion = tables.meanings.criteria[shas[each.checklist.id], each.question.id]
            asked[criterion] += 1
            answer = state.audit.answer(each.key)
            blank[criterion] += each.question.required and not answer.is_given
    assert asked == {criterion: row.asked for criterion, row in rows.items()}
    assert +blank == {criterion: row.blank for criterion, row in rows.items() if row.blank}
    for criterion, row in list(rows.items())[:9]:
        gaps = [len(lines_left(tables, selection, criterion, gap)) for gap in Gap]
        assert row.asked == row.answered + sum(gaps)
        assert row.not_applicable == gaps[list(Gap).index(Gap.NOT_APPLICABLE)]


def test_completion(tables, selection, chosen):
    """Signed audits and drafts by month, in order."""
    rows = completion_counts(tables, selection)
    expected = Counter((day_of(each).replace(day=1), each.audit.is_draft) for each in chosen)
    assert expected == +Counter(
        {(row.month, False): row.signed for row in rows}
        | {(row.month, True): row.drafts for row in rows}
    )
    assert sorted(row.month for row in rows) == [row.month for row in rows]


def test_every_rating_has_a_letter():
    """Letters are single and differ, so that a text of them can be counted."""
    assert len(Mark) == len({mark.value for mark in Mark})
    assert {1} == {len(mark) for mark in Mark}
