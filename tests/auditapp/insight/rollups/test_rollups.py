# SPDX-License-Identifier: MPL-2.0
"""Test each roll-up against the same figure counted from the audits themselves."""

import datetime as dt
from collections import Counter
from dataclasses import replace
from statistics import median

import pytest

from auditapp.insight.criterion_counts import heat_map
from auditapp.insight.digest_marks import Mark
from auditapp.insight.follow_up_counts import causes, heard, timeliness
from auditapp.insight.judged_audits import day_of, judged
from auditapp.insight.rollups.actions import SOON, action_counts
from auditapp.insight.rollups.breaks import breaks
from auditapp.insight.rollups.causes import cause_counts, cause_lines
from auditapp.insight.rollups.chosen import Line, audits_chosen
from auditapp.insight.rollups.completeness import Gap, completeness, lines_left
from auditapp.insight.rollups.completion import completion_counts
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
from auditapp.insight.rollups.moderation import moderation_counts, moderation_pairs
from auditapp.insight.rollups.side_by_side import side_by_side
from auditapp.insight.rollups.timescales import timescale_counts, timescale_lines
from auditapp.insight.selection import Selection
from auditapp.insight.tables import InsightTables
from auditapp.judgement.timescales import TimescaleState
from auditapp.model.answer import Cause
from auditapp.model.audit import AuditStatus
from auditapp.model.follow_up import ActionStatus, FeedbackFrom
from auditapp.model.front_sheet import Cohort
from auditapp.model.grade import IMPACT, PRACTICE, GradeBand
from tests.auditapp.insight.generating import ROUNDS, TODAY, checklists, digested, make_states

EVERYTHING = Selection(has_drafts=True, has_moderations=True)
SELECTIONS = {
    "signed": Selection(),
    "drafts": Selection(has_drafts=True),
    "spring": Selection(first=dt.date(2026, 3, 1), last=dt.date(2026, 5, 31)),
    "teams": Selection(teams=frozenset({"NORTH", "leaving care"}), has_drafts=True),
    "auditor": Selection(auditors=frozenset({"r. okafor"})),
    "cohorts": Selection(cohorts=frozenset({Cohort.CARE_16_PLUS, Cohort.ADOPTION})),
    "checklist": Selection(checklists=frozenset({"visits"})),
    "unsigned": Selection(statuses=frozenset({AuditStatus.DRAFT}), has_drafts=True),
    "named": Selection(audits=frozenset({f"{7:032x}", f"{9:032x}"}), has_drafts=True),
    "round": Selection(rounds=frozenset(ROUNDS[:1])),
    "moderations": EVERYTHING,
    "nothing": Selection(teams=frozenset({"Nobody"})),
}


@pytest.fixture(params=SELECTIONS, ids=str)
def selection(request):
    """Return one selection after the other."""
    return SELECTIONS[request.param]


@pytest.fixture
def chosen(states, selection):
    """Return the audits that the selection takes, chosen as those of a report are."""
    return choose(states, selection)


def choose(states, selection):
    """Choose audits by asking the selection about each of them, as ``choose_audits`` does."""
    found = []
    for state in states:
        if not selection.has_drafts and state.audit.is_draft:
            if not state.earlier:
                continue
            state = state.earlier[-1]  # noqa: PLW2901 - as it was signed
        audit = state.audit
        ids = [pin.id for pin in audit.checklists]
        is_named = selection.may_take(audit.id, audit.front.team)
        if is_named and selection.takes_audit(audit) and selection.takes(day_of(state), ids):
            found.append(state)
    return sorted(found, key=lambda state: (day_of(state), state.audit.id))


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


def test_two_periods_side_by_side(tables):
    """Each column says what a roll-up of its period says."""
    then = Selection(last=dt.date(2026, 3, 15))
    now = Selection(first=dt.date(2026, 3, 16))
    both = side_by_side(tables, then, now)
    for place, selection in enumerate((then, now)):
        assert len(audits_chosen(tables, selection)) == both.audits[place]
        assert sum(row.total for row in grade_counts(tables, selection)) == sum(
            both.practice[place]
        )
        whole = {row.criterion: row.whole for row in criterion_counts(tables, selection).rows}
        pairs = {each.criterion: (each.then, each.now)[place] for each in both.criteria}
        assert whole == {criterion: share for criterion, share in pairs.items() if share}
    empty = side_by_side(tables, SELECTIONS["nothing"], now)
    assert (0, (0, 0, 0, 0)) == (empty.audits[0], empty.practice[0])


def test_moderations_stand_beside_what_they_moderate(tables, states):
    """Each once, with both grades; one whose first reading is elsewhere has no pair."""
    by_id = {state.audit.id: state.audit for state in states}
    expected = {}
    for audit in by_id.values():
        first = by_id.get(audit.links.moderates) if audit.links else None
        if first is not None and not (first.links and first.links.moderates):
            expected[first.id, audit.id] = [
                tuple(
                    each.grades[key].band if key in each.grades else None for each in (first, audit)
                )
                for key in (PRACTICE, IMPACT)
            ]
    everything = Selection(has_drafts=True)
    pairs = moderation_pairs(tables, everything)
    assert expected == {(each.first, each.second): [each.practice, each.impact] for each in pairs}
    assert expected
    assert {each.auditor for each in pairs} <= {"R. Okafor", "P. Nowak", "A. Malik"}
    for place, aspect in enumerate(Aspect):
        counted = Counter(each[place] for each in expected.values() if None not in each[place])
        found = moderation_counts(tables, everything, aspect)
        assert counted == {(each.first, each.second): each.pairs for each in found}


def test_breaks_are_those_between_the_versions_used(states):
    """A question whose meaning was changed breaks where both versions are among the audits."""
    (sha,) = {sha for sha, each in checklists().items() if each.id == "supervision"}
    old = checklists()[sha]
    changed = old.model_dump(by_alias=True, mode="json", exclude_unset=True)
    changed["version"] = "99.0"
    rating = next(each.id for each in old.questions if each.scale)
    for question in changed["sections"][0]["questions"]:
        if question["id"] == rating:
            question["text"] = "Is it something else that is asked now?"
    new = type(old).model_validate(changed)
    facts = {
        state.audit.id: digested(state).facts[:1]
        for state in make_states(40, seed=3)
        if sha in [pin.sha256 for pin in state.audit.checklists]
    }
    moved = dict(list(facts.items())[::2])
    for key, (one,) in moved.items():
        sheets = [["f" * 64 if each == sha else each, marks] for each, marks in one.sheets]
        facts[key] = [replace(one, sheets=sheets)]
    tables = InsightTables(facts, checklists() | {"f" * 64: new})
    (found,) = breaks(tables, EVERYTHING)
    assert (old.version, "99.0", new.question(rating).text) == (
        found.old_version,
        found.new_version,
        found.new,
    )
    assert () == breaks(tables, replace(EVERYTHING, audits=frozenset(moved)))
    texts = [row.criterion.text for row in completeness(tables, EVERYTHING)]
    assert {each.question(rating).text for each in (old, new)} <= set(texts)


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


def test_every_rating_has_a_letter():
    """Letters are single and differ, so that a text of them can be counted."""
    assert len(Mark) == len({mark.value for mark in Mark})
    assert {1} == {len(mark) for mark in Mark}
