# SPDX-License-Identifier: MPL-2.0
"""Test two audits side by side: a second reading, and a later audit of the same case."""

import pytest

from auditapp.insight.agreement import COMPLIANCE, GRADES, Pair, agreement
from auditapp.insight.moderation_pairs import grade_pairs, rating_pairs
from auditapp.judgement.comparison import LineState, compare, steps_between
from auditapp.judgement.reaudit import Direction, Pointer, compare_with_earlier
from auditapp.model.action_progress import ActionProgress, ActionStep
from auditapp.model.agreed_grade import AgreedGrade
from auditapp.model.answer import Cause
from auditapp.model.follow_up import Action, ActionStatus
from auditapp.model.grade import IMPACT, PRACTICE, Grade, GradeBand
from tests.auditapp.checklist.revision.revising import declare, make_version
from tests.making import Clock, make_checklist, make_outline

NOW = Clock().now
OUTSTANDING, GOOD, REQUIRES_IMPROVEMENT, INADEQUATE = GradeBand
RATED = make_checklist(
    {"id": "plan", "text": "Is there a plan?"},
    {"id": "voice", "scale": "quality"},
    {"id": "why", "kind": "text"},
    {"id": "seen", "kind": "date"},
)


def answers(**values):
    """Return answers by question: a value, or the fields of an answer."""
    return {
        key: value if isinstance(value, dict) else {"value": value} for key, value in values.items()
    }


def laid(first, second, *, checklist=RATED, newer=None):
    """Lay two sets of answers side by side; ``newer`` is the second audit's checklist."""
    return compare(
        make_outline(checklist, answers(**first)),
        make_outline(newer or checklist, answers(**second)),
    )


def states(comparison):
    """Return the state and the steps of each line, by question."""
    return {line.key.partition("/")[2]: (line.state.value, line.steps) for line in comparison.lines}


def grade(band, reason=""):
    """Make a grade."""
    return Grade(band=band, reason=reason, given_at=NOW, given_by="R. Okafor")


def test_every_line_says_how_the_answers_stand():
    """The same, different and by how much, only one of them, or nobody."""
    comparison = laid(
        {"plan": "met", "voice": "inadequate", "why": "Late"},
        {"plan": "met", "voice": "good", "seen": "2026-10-01"},
    )

    assert {
        "plan": ("same", 0),
        "voice": ("different", 2),
        "why": ("first_only", None),
        "seen": ("second_only", None),
    } == states(comparison)
    assert {"neither"} == {line.state.value for line in laid({}, {}).lines}


def test_a_line_holds_both_answers_with_cause_and_note():
    """In the words of the checklist; the rest is in the answer itself."""
    first = {"value": "not_met", "cause": Cause.SYSTEM, "note": "No plan on file"}
    line = laid({"plan": first}, {"plan": "met"}).lines[0]

    assert ("Not met", "Met") == (line.first.words, line.second.words)
    assert (Cause.SYSTEM, "No plan on file") == (line.first.answer.cause, line.first.answer.note)
    assert ("not_met", "met", 2) == (line.first.rating, line.second.rating, line.steps)
    assert ("Is there a plan?", "The only section", "") == (line.text, line.section, line.why)


@pytest.mark.parametrize(
    ("first", "second", "steps"),
    [
        ("met", "not_met", -2),
        ("outstanding", "good", -1),
        ("met", "could_not_find", None),
        ("not_applicable", "met", None),
        ("met", "good", None),
        (None, "met", None),
    ],
)
def test_steps_are_counted_only_on_one_scale_with_an_order(first, second, steps):
    """What could not be found is neither better nor worse than anything."""
    assert steps == steps_between(first, second)


def test_what_has_no_order_is_the_same_or_not():
    """Not applicable, could not find and dates are compared, without steps."""
    first = {"plan": {"not_applicable": True}, "voice": "good", "seen": "2026-10-01"}
    second = {"plan": "could_not_find", "voice": {"not_applicable": True}, "seen": "2026-10-02"}

    found = states(laid(first, second))
    assert [("different", None)] * 3 == [found[key] for key in ("plan", "voice", "seen")]
    assert [("same", None), ("same", 0), ("same", None)] == [
        states(laid(first, first))[key] for key in ("plan", "voice", "seen")
    ]


def test_two_texts_are_for_a_person_to_read():
    """Only texts that are letter for letter the same are the same."""
    assert ("to_read", None) == states(laid({"why": "Late"}, {"why": "Too late"}))["why"]
    assert ("same", None) == states(laid({"why": "Late"}, {"why": "Late"}))["why"]


def test_the_differences_are_what_people_talk_about():
    """Neither what is the same nor what only a reading can compare."""
    comparison = laid(
        {"plan": "met", "voice": "good", "why": "a"},
        {"plan": "not_met", "voice": "good", "why": "b"},
    )

    assert ["sample/plan"] == [line.key for line in comparison.differences]


def test_words_of_an_own_scale_count_as_what_they_stand_for():
    """Two answers that count the same are the same."""
    scale = {
        "id": "own",
        "title": "Own",
        "measures": "quality",
        "answers": [
            {"id": "fine", "text": "Fine", "counts_as": "good"},
            {"id": "sound", "text": "Sound", "counts_as": "good"},
            {"id": "poor", "text": "Poor", "counts_as": "inadequate"},
        ],
    }
    own = make_version({"id": "q", "scale": "own"}, scales=[scale])

    assert ("same", 0) == states(laid({"q": "fine"}, {"q": "sound"}, checklist=own))["q"]
    assert ("different", -2) == states(laid({"q": "fine"}, {"q": "poor"}, checklist=own))["q"]


def test_a_question_that_was_renamed_is_compared():
    """With the newer version in either of the audits."""
    old = make_version({"id": "before"})
    new = make_version({"id": "q", "renamed_from": ["before"]}, version="2.0")
    forth = laid({"before": "met"}, {"q": "not_met"}, checklist=old, newer=new)
    back = laid({"q": "met"}, {"before": "not_met"}, checklist=new, newer=old)

    assert {"q": ("different", -2)} == states(forth)
    assert {"before": ("different", -2)} == states(back)
    assert "sample/before" == forth.lines[0].first_key


def test_a_question_with_another_meaning_is_not_compared():
    """Both answers are shown, with why; there are no steps."""
    old = make_version({"id": "q"})
    new = make_version({"id": "q"}, version="2.0", changes=declare("changed_meaning", "q"))
    (line,) = laid({"q": "met"}, {"q": "not_met"}, checklist=old, newer=new).lines

    assert (LineState.CHANGED_MEANING, None) == (line.state, line.steps)
    assert "It asks something else now." == line.why
    assert ("Met", "Not met") == (line.first.words, line.second.words)


def test_a_question_that_was_split_is_not_compared():
    """Both parts show the answer that was given to the whole."""
    old = make_version({"id": "whole"})
    new = make_version(
        {"id": "a", "renamed_from": ["whole"]},
        {"id": "b", "renamed_from": ["whole"]},
        version="2.0",
    )
    comparison = laid({"whole": "met"}, {"a": "met", "b": "met"}, checklist=old, newer=new)

    assert {LineState.CHANGED_MEANING} == {line.state for line in comparison.lines}
    assert ["It was split or merged."] * 2 == [line.why for line in comparison.lines]


def test_a_question_that_only_one_audit_asks_is_not_lost():
    """A new one has no first answer; one that is gone, or of another checklist, no second."""
    old = make_version({"id": "gone"}, {"id": "stays"})
    new = make_version({"id": "stays"}, {"id": "new"}, version="2.0")
    comparison = laid(
        {"gone": "met", "stays": "met"}, {"stays": "met", "new": "met"}, checklist=old, newer=new
    )

    assert {"stays": ("same", 0), "new": ("second_only", None), "gone": ("first_only", None)} == (
        states(comparison)
    )
    gone = comparison.lines[-1]
    assert (None, "Only the first audit asks this.") == (gone.second, gone.why)
    other = make_checklist({"id": "plan"}).model_copy(update={"id": "other"})
    assert 5 == len(compare(make_outline(RATED), make_outline(other)).lines)


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
