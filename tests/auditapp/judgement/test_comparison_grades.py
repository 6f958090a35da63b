# SPDX-License-Identifier: MPL-2.0
"""Test how grades are compared, and what a later audit says of an earlier one."""

import pytest

from auditapp.insight.agreement import COMPLIANCE, GRADES, Pair, agreement
from auditapp.insight.moderation_pairs import grade_pairs, rating_pairs
from auditapp.judgement.comparison import compare
from auditapp.judgement.reaudit import Direction, Pointer, compare_with_earlier
from auditapp.model.action_progress import ActionProgress, ActionStep
from auditapp.model.agreed_grade import AgreedGrade
from auditapp.model.follow_up import Action, ActionStatus
from auditapp.model.grade import IMPACT, PRACTICE, Grade, GradeBand
from tests.auditapp.checklist.revision.revising import make_version
from tests.auditapp.judgement.compared_answers import RATED, answers
from tests.making import Clock, make_checklist, make_outline

NOW = Clock().now
OUTSTANDING, GOOD, REQUIRES_IMPROVEMENT, INADEQUATE = GradeBand


def grade(band, reason=""):
    """Make a grade."""
    return Grade(band=band, reason=reason, given_at=NOW, given_by="R. Okafor")


def test_grades_stand_side_by_side_with_what_was_agreed():
    """Sections first, then practice and impact; above 0 the second is better."""
    section = "sample/only"
    agreed = AgreedGrade(band=GOOD, reason="Both read again", by="M. Ash", at=NOW)
    first = make_outline(
        RATED,
        grades={section: grade(GOOD), PRACTICE: grade(INADEQUATE)},
        agreed={PRACTICE: agreed},
    )
    second = make_outline(RATED, grades={PRACTICE: grade(GOOD), IMPACT: grade(GOOD)})
    found = compare(first, second).grades

    assert [
        (section, "The only section", None),
        (PRACTICE, "Practice grade", 2),
        (IMPACT, "Impact grade", None),
    ] == [(each.key, each.title, each.steps) for each in found]
    assert agreed == found[1].agreed


def test_agreement_is_counted_of_what_both_graded_and_rated():
    """Grades, and ratings scale by scale; what has no order is left out."""
    first = make_outline(RATED, answers(plan="met", voice="good"), grades={PRACTICE: grade(GOOD)})
    second = make_outline(
        RATED,
        answers(plan="partly_met", voice="outstanding"),
        grades={PRACTICE: grade(GOOD), IMPACT: grade(GOOD)},
    )
    comparison = compare(first, second)

    assert [Pair("good", "good", "Ash", PRACTICE)] == list(grade_pairs(comparison, "Ash"))
    assert [Pair("met", "partly_met", "Ash", "sample/plan")] == list(
        rating_pairs(comparison, "Ash", COMPLIANCE)
    )
    quality = list(rating_pairs(comparison, "Ash", GRADES))
    assert [Pair("good", "outstanding", "Ash", "sample/voice")] == quality
    assert 1 == agreement(quality).direction.higher


def action(question="sample/plan", **fields):
    """Make an action."""
    return Action(**({"what": "Write it", "created_at": NOW, "question": question} | fields))


def progress(status):
    """Make the progress of an action that came to ``status``."""
    return ActionProgress(steps=(ActionStep(status=status, by="M. Ash", at=NOW, words="Seen"),))


def test_a_re_audit_counts_what_is_better_the_same_and_worse():
    """Only what was rated in both counts; what has no order is unknown."""
    checklist = make_checklist(*({"id": each} for each in "abcdef"))
    earlier = make_outline(checklist, answers(a="not_met", b="met", c="met", d="met", e="met"))
    now = make_outline(
        checklist, answers(a="met", b="met", c="partly_met", d="could_not_find", f="met")
    )
    found = compare_with_earlier(earlier, now)

    assert [1, 1, 1, 1] == [found.count(each) for each in Direction]


@pytest.mark.parametrize(
    ("status", "rating", "pointer"),
    [
        (ActionStatus.OPEN, "met", Pointer.OPEN),
        (ActionStatus.DONE, "met", Pointer.VERIFY),
        (ActionStatus.DONE, "partly_met", Pointer.REOPEN),
        (ActionStatus.VERIFIED, "not_met", Pointer.REOPEN),
        (ActionStatus.VERIFIED, "met", Pointer.NOTHING),
        (ActionStatus.DONE, "could_not_find", Pointer.NOTHING),
        (ActionStatus.DONE, None, Pointer.NOTHING),
        (ActionStatus.DROPPED, "not_met", Pointer.NOTHING),
    ],
)
def test_an_earlier_action_stands_beside_what_its_question_says_now(status, rating, pointer):
    """As it stands after the sign-off; what the re-audit points to, a person decides."""
    earlier = make_outline(
        RATED,
        answers(plan="not_met"),
        actions={"a1": action()},
        action_progress={"a1": progress(status)},
    )
    now = make_outline(RATED, answers(plan=rating) if rating else {})
    (found,) = compare_with_earlier(earlier, now).actions

    assert (status, "sample/plan", pointer) == (
        found.action.status,
        found.line.key,
        found.points_to,
    )


def test_an_action_finds_its_question_under_its_new_name():
    """And one of no question, or of one that nobody asks, stands alone."""
    old = make_version({"id": "before"})
    new = make_version({"id": "q", "renamed_from": ["before"]}, {"id": "x"}, version="2.0")
    actions = {
        "a1": action("sample/before", status=ActionStatus.DONE),
        "a2": action(None, status=ActionStatus.DONE),
        "a3": action("sample/never"),
    }
    earlier = make_outline(old, answers(before="not_met"), actions=actions)
    found = compare_with_earlier(earlier, make_outline(new, answers(q="met"))).actions

    assert ["sample/q", None, None] == [each.line and each.line.key for each in found]
    assert [Pointer.VERIFY, Pointer.NOTHING, Pointer.OPEN] == [each.points_to for each in found]
