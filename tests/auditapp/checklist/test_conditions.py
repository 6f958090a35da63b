# SPDX-License-Identifier: MPL-2.0
"""Say whether conditions hold, whatever has been answered."""

import datetime as dt

import pytest

from tests.auditapp.checklist.condition_facts import PlainFacts, holds


@pytest.mark.parametrize(
    ("verb", "right", "value", "expected"),
    [
        ("is", "met", "met", True),
        ("is", "met", "not_met", False),
        ("is", ["met", "good"], "good", True),
        ("is", 3, 3, True),
        ("is", 3, 3.0, True),
        ("is", "3", 3, False),
        ("is", 3, "3", False),
        ("is", "a", ("a",), True),
        ("is", "a", ("a", "b"), False),
        ("is_not", "met", "met", False),
        ("is_not", "met", "good", True),
        ("is_not", ["met", "good"], "good", False),
        ("includes", "a", ("a", "b"), True),
        ("includes", ["c", "b"], ("a", "b"), True),
        ("includes", "c", ("a", "b"), False),
        ("less_than", 3, 2, True),
        ("less_than", 3, 3, False),
        ("at_most", 3, 3, True),
        ("at_most", 3, 3.5, False),
        ("more_than", 3, 3.5, True),
        ("more_than", 3, 3, False),
        ("at_least", 3, 3, True),
        ("at_least", 3, 2, False),
        ("less_than", "2026-02-01", "2026-01-31", True),
        ("less_than", "2026-02-01", "2026-02-01", False),
        ("less_than", "2026-02-01", 5, False),
        ("less_than", 5, "2026-02-01", False),
        ("less_than", 5, "many", False),
        ("less_than", 5, ("a",), False),
        ("at_least", {"today": 0}, "2026-11-20", True),
        ("at_least", {"today": 1}, "2026-11-20", False),
        ("less_than", {"today": -30}, "2026-10-20", True),
        ("is", {"today": -30}, "2026-10-21", True),
        ("answered", True, "x", True),
        ("answered", False, "x", False),
        ("answered", True, 0, True),
        ("matches", "[0-9]{3}", "123", True),
        ("matches", "[0-9]{3}", "1234", False),
        ("matches", "[0-9]{3}", 123, False),
        ("matches", "[0-9]+", "1" * 500, True),
        ("matches", "[0-9]+", "1" * 501, False),
    ],
)
def test_each_verb_says_what_it_says(verb, right, value, expected):
    """The table of verbs, right sides and answers."""
    assert expected is holds({"question": "Q", verb: right}, Q=value)


@pytest.mark.parametrize("value", [None, "", ()])
@pytest.mark.parametrize(
    ("verb", "right", "expected"),
    [
        ("is", "met", False),
        ("is_not", "met", True),
        ("includes", "met", False),
        ("less_than", 3, False),
        ("at_most", 3, False),
        ("more_than", 3, False),
        ("at_least", 0, False),
        ("answered", True, False),
        ("answered", False, True),
        ("matches", "[a-z]*", False),
        ("within", {"of": "R", "days": 3}, False),
        ("timescale", ["met", "late"], False),
    ],
)
def test_unanswered_is_false_but_for_is_not(verb, right, expected, value):
    """An unanswered question fails every test but ``is_not`` and ``answered: false``."""
    assert expected is holds({"question": "Q", verb: right}, Q=value, R="2026-01-01")


@pytest.mark.parametrize(
    ("condition", "value", "expected"),
    [
        ({"of": "count", "at_least": 2}, ("a", "b"), True),
        ({"of": "count", "at_least": 3}, ("a", "b"), False),
        ({"of": "count", "is": 1}, "a", True),
        ({"of": "count", "less_than": 1}, (), False),
        ({"of": "length", "at_least": 3}, "abc", True),
        ({"of": "length", "at_least": 4}, "abc", False),
        ({"of": "length", "at_least": 0}, 5, False),
    ],
)
def test_counts_and_lengths_can_be_tested(condition, value, expected):
    """``of`` tests how many answers there are, or how long the text is."""
    assert expected is holds({"question": "Q", **condition}, Q=value)


@pytest.mark.parametrize(
    ("verb", "value", "other", "expected"),
    [
        ("is", "a", "a", True),
        ("is", "a", "b", False),
        ("is", "a", None, False),
        ("is", None, None, False),
        ("is_not", "a", None, True),
        ("includes", ("a", "b"), ("c", "b"), True),
        ("more_than", 5, 3, True),
        ("more_than", 5, None, False),
        ("more_than", "2026-02-01", "2026-01-01", True),
    ],
)
def test_two_answers_can_be_compared(verb, value, other, expected):
    """The right side may be the answer of another question."""
    assert expected is holds({"question": "Q", verb: {"question": "R"}}, Q=value, R=other)


@pytest.mark.parametrize(
    ("span", "start", "day", "expected"),
    [
        ({"days": 10}, "2026-01-01", "2026-01-11", True),
        ({"days": 10}, "2026-01-01", "2026-01-12", False),
        ({"days": 10}, "2026-01-01", "2025-12-31", False),
        ({"days": 0}, "2026-01-01", "2026-01-01", True),
        ({"weeks": 6}, "2026-01-01", "2026-02-12", True),
        ({"weeks": 6}, "2026-01-01", "2026-02-13", False),
        ({"months": 1}, "2026-01-31", "2026-02-28", True),
        ({"months": 1}, "2026-01-31", "2026-03-01", False),
        ({"months": 1}, "2028-01-31", "2028-02-29", True),
        ({"months": 13}, "2026-12-15", "2028-01-15", True),
        ({"working_days": 5}, "2026-12-24", "2027-01-05", True),
        ({"working_days": 5}, "2026-12-24", "2027-01-06", False),
        ({"days": 36525}, "9999-01-01", "9999-12-31", True),
        ({"months": 1000}, "9999-01-01", "9999-12-31", True),
        ({"working_days": 300}, "9999-12-01", "9999-12-31", True),
        ({"days": 5}, "2026-01-01", "soon", False),
        ({"days": 5}, 7, 8, False),
        ({"days": 5}, ("2026-01-01",), "2026-01-02", False),
    ],
)
def test_within_counts_from_the_other_date(span, start, day, expected):
    """A date is within a span from the other date on, the last day counted."""
    assert expected is holds({"question": "Q", "within": {"of": "R", **span}}, Q=day, R=start)


def test_today_can_be_far_away():
    """A day before or after all days is the first or last there is."""
    for today, days in ((dt.date(1, 1, 2), -36525), (dt.date(9999, 12, 30), 36525)):
        facts = PlainFacts({"Q": "2026-01-01"}, today=today)
        expected = days < 0
        assert expected is holds({"question": "Q", "more_than": {"today": days}}, facts)
