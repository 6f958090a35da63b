# SPDX-License-Identifier: MPL-2.0
"""Test the words for two audits side by side."""

import pytest

from auditapp.judgement.comparison import compare
from auditapp.judgement.comparison_words import (
    comparison_words,
    direction_words,
    line_words,
    pointer_words,
    reaudit_words,
    since_then_words,
    steps_words,
)
from auditapp.judgement.reaudit import Direction, Pointer, compare_with_earlier
from tests.auditapp.checklist.revision.revising import declare, make_version
from tests.making import make_checklist, make_outline

BOTH = make_checklist({"id": "plan"}, {"id": "why", "kind": "text"})


def laid(first, second, second_reader="M. Price"):
    """Return the words of the two lines, and of the whole."""
    outlines = [
        make_outline(
            BOTH,
            {key: {"value": value} for key, value in each.items()},
            front={"auditor": reader},
        )
        for each, reader in ((first, "R. Okafor"), (second, second_reader))
    ]
    comparison = compare(*outlines)
    return [*map(line_words, comparison.lines), comparison_words(comparison)]


@pytest.mark.parametrize(
    ("first", "second", "words"),
    [
        ({"plan": "met", "why": "a"}, {"plan": "met", "why": "b"}, "The same|To be read side by"),
        ({"plan": "met"}, {"plan": "not_met"}, "The second is 2 steps lower|Nobody answered"),
        ({"plan": "not_met"}, {"plan": "partly_met"}, "The second is 1 step higher|Nobody"),
        ({"plan": "met"}, {"plan": "could_not_find"}, "Different|Nobody answered"),
        ({"plan": "met"}, {"why": "a"}, "Only the first answered|Only the second answered"),
    ],
)
def test_each_line_has_its_words(first, second, words):
    """A step is counted in words that need no scale beside them."""
    for start, line in zip(words.split("|"), laid(first, second), strict=False):
        assert line.startswith(start)


def test_the_whole_says_how_many_differ():
    """Texts that a person has to read are not counted as different."""
    assert "1 of 2 lines differ." == laid({"plan": "met"}, {"plan": "not_met"})[-1]
    assert "The same" == steps_words(0)


@pytest.mark.parametrize(
    ("steps", "words"),
    [
        (0, "As it was then"),
        (1, "1 step better than then"),
        (3, "3 steps better than then"),
        (-1, "1 step worse than then"),
        (-2, "2 steps worse than then"),
    ],
)
def test_a_grade_of_a_re_audit_is_set_against_then(steps, words):
    """As its criteria are: there is no first and no second in it, but a then and a now."""
    assert words == since_then_words(steps)


@pytest.mark.parametrize(("reader", "is_said"), [("r.  okafor", True), ("", False), ("Q", False)])
def test_one_person_who_read_twice_is_told_that_it_is_no_second_view(reader, is_said):
    """Who nobody named may be anybody."""
    said = laid({"plan": "met"}, {"plan": "not_met"}, second_reader=reader)[-1]
    assert is_said == ("One person made both readings" in said)
    assert said.startswith("1 of 2 lines differ.")


def test_a_changed_meaning_says_why():
    """So that nobody compares it after all."""
    old = make_version({"id": "q"})
    new = make_version({"id": "q"}, version="2.0", changes=declare("changed_meaning", "q"))
    (line,) = compare(make_outline(old), make_outline(new)).lines

    assert "Not to be compared: It asks something else now." == line_words(line)


def test_every_direction_and_pointer_has_words_of_its_own():
    """But nothing is said where nothing is pointed to."""
    assert 4 == len({direction_words(each) for each in Direction})
    words = [pointer_words(each) for each in Pointer]
    assert (len(Pointer), "") == (len(set(words)), pointer_words(Pointer.NOTHING))


def test_a_re_audit_says_what_is_better_and_worse():
    """In one sentence."""
    outlines = [make_outline(BOTH, {"plan": {"value": value}}) for value in ("not_met", "met")]

    assert "1 better, 0 as before, 0 worse; 0 cannot be compared." == (
        reaudit_words(compare_with_earlier(*outlines))
    )
