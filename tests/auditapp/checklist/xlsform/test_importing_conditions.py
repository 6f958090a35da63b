# SPDX-License-Identifier: MPL-2.0
"""Test what the import makes of conditions, rules and limits."""

import pytest

from auditapp.checklist.xlsform.report import Outcome


@pytest.mark.parametrize(
    ("heading", "text"),
    [
        ("audit_when", "{question: nobody, answered: true}"),
        ("audit_rules", "[{must: {cohort: 1}}]"),
        ("audit_rules", "anything"),
        ("audit_when", "yes"),
    ],
)
def test_a_condition_that_cannot_work_is_kept_as_text(imported, heading, text):
    """A condition of our own columns is checked like that of a file."""
    found = imported(f"survey\n  type | name | label | {heading}\n  text | q | Q? | {text}\n")
    assert (None, ()) == (found.checklist.questions[0].when, found.checklist.questions[0].rules)
    kept = [line.text for line in found.report.of(Outcome.KEPT_AS_TEXT)]
    assert [text] == kept


def test_questions_that_show_each_other_are_freed(imported):
    """A circle is broken by keeping one of its conditions as text."""
    found = imported(
        "survey\n  type | name | label | relevant\n"
        "  text | a | A? | ${b} != ''\n  text | b | B? | ${a} != ''\n"
    )
    assert [None, "b"] == [each.when and each.id for each in found.checklist.questions]
    (line,) = found.report.of(Outcome.KEPT_AS_TEXT)
    assert "depends on itself" in line.reason


def test_both_conditions_hold_when_both_are_written(imported):
    """The standard column and ours are joined."""
    found = imported(
        "survey\n  type | name | label | relevant | audit_when\n  text | a | A?\n"
        "  text | b | B? | ${a} != '' | {cohort: CIC}\n"
    )
    when = found.checklist.question("b").when.model_dump(by_alias=True, exclude_defaults=True)
    assert {"all": ({"question": "a", "answered": True}, {"cohort": ("CIC",)})} == when


def test_a_rule_without_message_is_to_be_completed(imported, noted):
    """Nobody is warned without being told why."""
    text = "survey\n  type | name | label | constraint\n  text | q | Q? | . != 'x'\n"
    (rule,) = imported(text).checklist.questions[0].rules
    assert "TO COMPLETE: what is wrong" == rule.message
    assert "survey 2: the rule has no message" in noted(text, Outcome.TO_COMPLETE)


def test_limits_of_a_range_are_not_overwritten(imported):
    """Of two limits the one of the range counts, and the other is kept."""
    found = imported(
        "survey\n  type | name | label | parameters | constraint\n"
        "  range | q | Q? | start=1 end=5 step=1 | . >= 2\n"
    )
    question = found.checklist.questions[0]
    assert (1, 5, True) == (question.min, question.max, question.whole)
    assert [". >= 2"] == [line.text for line in found.report.of(Outcome.KEPT_AS_TEXT)]


@pytest.mark.parametrize(
    ("constraint", "exclusive", "rules"),
    [
        ("not(selected(., 'a') and count-selected(.) > 1)", ["a"], 0),
        ("not(count-selected(.) > 1 and selected(., 'a')) and selected(., 'b')", ["a"], 1),
        ("not(selected(., 'a') and selected(., 'b'))", [], 1),
        ("not(count-selected(.) > 1 and ${other} = 'x')", [], 1),
        ("not(count-selected(.) > 1 and (selected(., 'a') or selected(., 'b')))", [], 1),
        ("not(selected(., 'a'))", [], 1),
    ],
)
def test_an_answer_that_excludes_the_others_is_recognised(imported, constraint, exclusive, rules):
    """Only the usual way to write it counts; anything else is a rule."""
    question = imported(
        "survey\n  type | name | label | constraint | constraint_message\n  text | other | O?\n"
        f"  select_multiple l | q | Q? | {constraint} | Wrong\n"
        "choices\n  list_name | name | label\n  l | a | A\n  l | b | B\n"
    ).checklist.question("q")
    assert exclusive == [each.id for each in question.answers if each.exclusive]
    assert rules == len(question.rules)


def test_nothing_is_said_twice_or_lost_of_a_condition_that_is_none(imported):
    """A cell of ours that holds no condition stays text beside one that does."""
    found = imported(
        "survey\n  type | name | label | relevant | audit_when\n  text | a | A?\n"
        "  text | b | B? | ${a} = 'x' | soon\n"
    )
    assert found.checklist.question("b").when is not None
    assert ["soon"] == [line.text for line in found.report.of(Outcome.KEPT_AS_TEXT)]


@pytest.mark.parametrize(
    ("kind", "reason"),
    [
        ("hidden", "a hidden value is not asked"),
        ("calculate", "a calculation is not worked out"),
        ("deviceid", "the program records such things itself, or not at all"),
    ],
)
def test_what_nobody_is_asked_says_why_no_condition_can_test_it(imported, kind, reason):
    """The condition stays text, with the reason of the row that it names."""
    found = imported(
        f"survey\n  type | name | label | relevant\n  {kind} | h\n  text | q | Q? | ${{h}} = 1\n"
    )
    kept = [line.reason for line in found.report.of(Outcome.KEPT_AS_TEXT)]
    assert [reason, f"'h' is not asked: {reason}"] == [each for each in kept if reason in each]
