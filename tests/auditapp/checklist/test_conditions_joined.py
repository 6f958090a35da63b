# SPDX-License-Identifier: MPL-2.0
"""Test conditions that are joined, and what they ask of dates and texts."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from auditapp.checklist.condition_models import Verb
from auditapp.model.front_sheet import Cohort
from tests.auditapp.checklist.condition_facts import PlainFacts, holds


def test_conditions_join():
    """``all``, ``any`` and ``not`` mean what they say."""
    yes, no = {"question": "Q", "is": "a"}, {"question": "Q", "is": "b"}
    assert holds({"all": [yes, yes]}, Q="a")
    assert not holds({"all": [yes, no]}, Q="a")
    assert holds({"any": [no, yes]}, Q="a")
    assert not holds({"any": [no, no]}, Q="a")
    assert holds({"not": no}, Q="a")
    assert not holds({"not": yes}, Q="a")


def test_answers_of_a_section_are_counted():
    """``answers_in`` wants so many answers out of a list."""
    answers = {"Q": "not_met", "R": "met", "S": "partly_met"}
    for least, expected in ((2, True), (3, False)):
        condition = {
            "answers_in": "checklist",
            "equal": ["not_met", "partly_met"],
            "at_least": least,
        }
        assert expected is holds(condition, PlainFacts(answers))


def test_one_cohort_in_common_is_enough():
    """A cohort test holds when the child is in at least one of those named."""
    facts = PlainFacts(cohorts=frozenset({Cohort.CHILD_IN_CARE}))
    assert holds({"cohort": ["CP", "CIC"]}, facts)
    assert not holds({"cohort": "CP"}, facts)


def test_the_state_of_a_timescale_is_asked_for():
    """A timescale test looks at the computed result, not at the answer."""
    facts = PlainFacts(states={"Q": "late"})
    assert holds({"question": "Q", "timescale": ["due", "late"]}, facts)
    assert not holds({"question": "Q", "timescale": "met"}, facts)


IDS = st.sampled_from(["Q", "R", "S"])
VALUES = st.one_of(
    st.none(),
    st.text(max_size=5),
    st.integers(),
    st.floats(),
    st.dates().map(dt.date.isoformat),
    st.lists(st.text(max_size=3) | st.dates().map(dt.date.isoformat), max_size=3).map(tuple),
)
LITERALS = st.text("ab1", min_size=1, max_size=2) | st.integers(-9, 9)
SINGLES = (
    LITERALS
    | st.builds(lambda days: {"today": days}, st.integers(-36_525, 36_525))
    | st.builds(lambda question: {"question": question}, IDS)
)
RIGHT_SIDES = {
    Verb.ANSWERED: st.booleans(),
    Verb.MATCHES: st.sampled_from(["[a-z]*", "a|b", ".+"]),
    Verb.WITHIN: st.builds(
        lambda of, span, length: {"of": of, span: length},
        IDS,
        st.sampled_from(["days", "weeks", "months", "working_days"]),
        st.integers(0, 60),
    ),
    Verb.TIMESCALE: st.sampled_from(["met", "late", "due", "no_date", "not_applicable"]),
}
TESTS = st.sampled_from(Verb).flatmap(
    lambda verb: st.builds(
        lambda question, of, right: {"question": question, "of": of, verb.value: right},
        IDS,
        st.sampled_from(["value", "count", "length"]),
        RIGHT_SIDES.get(verb, SINGLES),
    )
)
LEAVES = (
    TESTS
    | st.builds(lambda cohort: {"cohort": cohort}, st.sampled_from(["CIC", "CP"]))
    | st.builds(
        lambda equal, least: {"answers_in": "checklist", "equal": equal, "at_least": least},
        st.sampled_from(["a", "b"]),
        st.integers(1, 3),
    )
)
CONDITIONS = st.recursive(
    LEAVES,
    lambda parts: st.one_of(
        st.builds(lambda each: {"all": each}, st.lists(parts, min_size=1, max_size=3)),
        st.builds(lambda each: {"any": each}, st.lists(parts, min_size=1, max_size=3)),
        st.builds(lambda each: {"not": each}, parts),
    ),
    max_leaves=6,
)
FACTS = st.builds(
    PlainFacts,
    answers=st.dictionaries(IDS, VALUES),
    states=st.dictionaries(IDS, st.sampled_from(["met", "late", "due"])),
    cohorts=st.frozensets(st.sampled_from(Cohort)),
    today=st.dates(),
)


@given(CONDITIONS, FACTS)
def test_every_condition_has_an_answer(condition, facts):
    """Whatever the condition and the answers, the outcome is true or false, never an error."""
    assert holds(condition, facts) in (True, False)


@given(CONDITIONS, FACTS)
def test_not_turns_every_condition_round(condition, facts):
    """A condition and its opposite never agree."""
    assert holds(condition, facts) is not holds({"not": condition}, facts)
