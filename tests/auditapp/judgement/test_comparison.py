# SPDX-License-Identifier: MPL-2.0
"""Test two audits side by side: a second reading, and a later audit of the same case."""

import pytest

from auditapp.judgement.comparison import LineState, compare, steps_between
from auditapp.model.answer import Cause
from tests.auditapp.checklist.revision.revising import declare, make_version
from tests.auditapp.judgement.compared_answers import RATED, answers
from tests.making import make_checklist, make_outline


def laid(first, second, *, checklist=RATED, newer=None):
    """Lay two sets of answers side by side; ``newer`` is the second audit's checklist."""
    return compare(
        make_outline(checklist, answers(**first)),
        make_outline(newer or checklist, answers(**second)),
    )


def states(comparison):
    """Return the state and the steps of each line, by question."""
    return {line.key.partition("/")[2]: (line.state.value, line.steps) for line in comparison.lines}


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


def test_dates_are_put_into_words_and_what_looks_like_one_is_not():
    """As everywhere else; a text stays as it was written."""
    lines = laid({"seen": "2026-10-01", "why": "2026-10-01"}, {"seen": "2026-10-12"}).lines
    words = {line.key: (line.first.words, line.second.words) for line in lines}

    assert ("1 October 2026", "12 October 2026") == words["sample/seen"]
    assert "2026-10-01" == words["sample/why"][0]


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
