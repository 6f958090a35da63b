# SPDX-License-Identifier: MPL-2.0
"""The audits of a sample are whole, true to the rules, and differ as real ones do."""

from collections import Counter
from itertools import count

import pytest

from auditapp.judgement.actions import vagueness
from auditapp.judgement.gaps import gaps
from auditapp.judgement.grading import suggest_grade
from auditapp.judgement.outline import read_outline
from auditapp.judgement.personal_findings import find_personal
from auditapp.model.audit import AuditStatus
from auditapp.model.follow_up import ActionStatus
from auditapp.model.front_sheet import Cohort
from auditapp.model.grade import IMPACT, PRACTICE, GradeBand
from auditapp.sample import making
from auditapp.sample.plans import Outcome, SampleOrder, plan_audit, plan_moderation
from auditapp.sample.theme_words import THEMES
from auditapp.standards import as_signed
from tests.auditapp.sample.conftest import COUNT, DAY


def signed(audits):
    """Return those of the audits that were signed off."""
    return [audit for audit in audits if not audit.is_draft]


@pytest.fixture(scope="module")
def outlines(audits, checklist):
    """Return the outline of each signed audit, judged by what was signed."""
    return [
        read_outline(
            audit,
            [checklist(pin.id).compiled for pin in audit.checklists],
            as_signed(audit.standards),
        )
        for audit in signed(audits)
    ]


def test_there_are_as_many_signed_audits_as_ordered_and_drafts_beside_them(audits):
    """The number that is asked for counts second readings and re-audits, and no draft."""
    assert len(signed(audits)) == COUNT
    assert len(audits) - COUNT == 1


def test_nothing_is_missing_from_a_signed_audit_and_no_checklist_warns(outlines):
    """Whoever opens one finds no gap, not even one that may be signed off with."""
    assert [] == [gap for outline in outlines for gap in gaps(outline)]


def test_a_signed_audit_has_about_eighty_answers(outlines):
    """Most audits are long ones; a few are quick looks."""
    counts = sorted(len(outline.audit.answers) for outline in outlines)
    assert 70 < counts[len(counts) // 2] < 100


def test_no_answer_is_given_to_a_question_that_is_not_asked(outlines):
    """What a change of mind has hidden is not left behind."""
    assert [] == [key for outline in outlines for key in outline.hidden_answers]


def test_nothing_looks_like_a_person(audits):
    """Neither a name nor a number of a person stands in any text."""
    found = [each for audit in audits for each in find_personal(audit, ())]
    assert [] == found


def test_grades_are_as_suggested_or_have_a_reason(outlines):
    """What was suggested is kept beside each grade, and a different one is explained."""
    given = [
        (outline, key, grade)
        for outline in outlines
        for key, grade in outline.audit.grades.items()
        if key != IMPACT
    ]
    differing = [grade for _outline, _key, grade in given if grade.band is not grade.suggested]
    assert all(suggest_grade(outline, key).band is grade.suggested for outline, key, grade in given)
    assert all(grade.reason for grade in differing)
    assert 0 < len(differing) < len(given) / 5


def test_notes_are_not_copies_of_each_other(outlines):
    """Nine of ten notes on ratings are written once."""
    notes = Counter(a.note for o in outlines for a in o.audit.answers.values() if a.note)
    assert sum(notes.values()) > 1000
    assert len(notes) > 0.9 * sum(notes.values())


def test_actions_are_vague_or_good_and_reach_before_and_after_the_day(audits):
    """Some are as they should be, others say next to nothing; some are overdue."""
    actions = [action for audit in signed(audits) for action in audit.actions_now.values()]
    vague = [action for action in actions if vagueness(action)]
    assert 0.2 * len(actions) < len(vague) < 0.8 * len(actions)
    waiting = [each for each in actions if each.status is ActionStatus.OPEN and each.due]
    assert any(each.due < DAY for each in waiting)
    assert any(each.due > DAY for each in waiting)


def test_actions_are_done_verified_and_dropped_after_the_sign_off(audits):
    """What became of them stands in their progress, up to the day of the sample and no further."""
    steps = [
        step
        for audit in audits
        for progress in audit.action_progress.values()
        for step in progress.steps
    ]
    statuses = {step.status for step in steps}
    assert {ActionStatus.DONE, ActionStatus.VERIFIED, ActionStatus.DROPPED} <= statuses
    assert max(step.at for step in steps).date() < DAY


def test_a_concern_of_a_signed_audit_has_its_response(audits):
    """Concerns are raised now and then, and answered before the sign-off."""
    concerns = [each for audit in signed(audits) for each in audit.concerns.values()]
    assert concerns
    assert all(each.response and each.found_at < each.told_at < each.closed_at for each in concerns)


def test_every_case_reference_is_given_to_one_case(audits):
    """Only a second reading and a re-audit have the reference of another audit."""
    first = [audit.front.case_reference for audit in audits if audit.links is None]
    assert len(set(first)) == len(first)


def test_all_ends_by_the_day_of_the_sample_and_begins_two_years_before(audits):
    """Nothing happens in the future."""
    at = [audit.sign_off.at.date() for audit in signed(audits)]
    assert (DAY - min(at)).days < 740
    assert max(at) < DAY


def test_the_same_seed_makes_the_same_and_another_makes_another(make_kept):
    """Ids, words, times and hashes are the same: nothing is left to the moment."""
    once, again, other = make_kept(3, 5), make_kept(3, 5), make_kept(3, 6)
    assert once.tables == again.tables
    assert once.rows == again.rows
    assert once.tables.keys().isdisjoint(other.tables)


def test_a_second_reading_is_blind_and_differs_believably(make_kept, monkeypatch):
    """It reads the same file for the same time and finds much the same, but not all."""
    monkeypatch.setattr(making, "MODERATED", 1.0)
    audits = {audit.id: audit for audit in make_kept(3).audits}
    second = next(a for a in audits.values() if a.links and a.links.moderates)
    first = audits[second.links.moderates]
    hidden = {"auditor": ""}
    assert first.front.model_copy(update=hidden) == second.front.model_copy(update=hidden)
    assert first.front.auditor != second.front.auditor
    both = first.answers.keys() & second.answers.keys()
    same = [key for key in both if first.answers[key].value == second.answers[key].value]
    assert 0.6 * len(both) < len(same) < len(both)
    assert first.status in (AuditStatus.MODERATED, AuditStatus.CLOSED)
    assert {PRACTICE, IMPACT} <= first.agreed.keys()
    assert second.sign_off.at > first.sign_off.at
    assert first.actions
    assert {} == second.actions
    assert not any(each.asked for each in second.feedback.values())


def test_an_inadequate_file_is_come_back_to(audits):
    """A re-audit is of the same case, months later, by somebody else, on the same checklists."""
    by_id = {audit.id: audit for audit in audits}
    re_audits = [audit for audit in audits if audit.links and audit.links.re_audits]
    assert re_audits
    for later in re_audits:
        first = by_id[later.links.re_audits]
        assert first.grades[PRACTICE].band is GradeBand.INADEQUATE
        assert first.front.case_reference == later.front.case_reference
        assert first.front.auditor != later.front.auditor
        assert [pin.id for pin in first.checklists] == [pin.id for pin in later.checklists]
        assert (later.sign_off.at - first.sign_off.at).days > 60


def test_an_amended_audit_says_so():
    """Some plans are of audits that are amended after they were signed."""
    outcomes = Counter(plan_audit(SampleOrder(1, 1, DAY), n).outcome for n in range(400))
    assert 4 < outcomes[Outcome.AMENDED] < 24


def test_what_would_come_after_the_day_is_not_planned():
    """A file that was just signed has no second reading yet."""
    order = SampleOrder(1, 1, DAY)
    assert plan_moderation(plan_audit(order, 0), DAY) is None


def test_a_draft_is_of_these_days(audits):
    """Work in progress was begun in the last weeks and is not finished."""
    draft = next(audit for audit in audits if audit.is_draft)
    assert 0 <= (DAY - draft.created_at.date()).days < 30
    assert draft.sign_off is None


def test_checklists_fit_the_child(audits):
    """Pathway planning is for the older ones, child protection for those on a plan."""
    for audit in audits:
        used, cohorts = {pin.id for pin in audit.checklists}, set(audit.front.cohorts)
        assert "pathway" not in used or Cohort.CARE_16_PLUS in cohorts
        assert "child-protection" not in used or Cohort.CHILD_PROTECTION in cohorts
        assert "life-story" not in used or cohorts & {
            Cohort.CHILD_IN_CARE,
            Cohort.ADOPTION,
            Cohort.CARE_16_PLUS,
        }


def test_every_theme_of_the_checklists_has_words(checklist):
    """An action is worded by the letters of its criterion, so none may be unknown."""
    names = ("front-door", "early-help", "enquiries", "assessment", "chronology", "child-in-need")
    letters = {
        "".join(filter(str.isalpha, each))
        for name in names
        for question in checklist(name).compiled.checklist.questions
        for each in question.criteria
    }
    assert letters <= THEMES.keys()


def test_an_audit_has_room_for_any_seed(make_kept):
    """Numbers below nothing, large ones and an odd day are as good as any."""
    for seed in (-3, 10**12, *[next(count(7))]):
        assert make_kept(1, seed, DAY.replace(year=2024, month=2, day=29)).audits
