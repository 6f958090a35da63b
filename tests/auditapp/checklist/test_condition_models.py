# SPDX-License-Identifier: MPL-2.0
"""Hold conditions as data."""

import pytest
from pydantic import TypeAdapter, ValidationError

from auditapp.checklist.condition_models import (
    AllOf,
    AnswersTest,
    AnyOf,
    CohortTest,
    Condition,
    Not,
    OtherAnswer,
    QuestionTest,
    Span,
    Today,
    Verb,
    Within,
)

CONDITION = TypeAdapter(Condition)


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        ({"all": [{"cohort": "CIC"}]}, AllOf),
        ({"any": [{"cohort": "CIC"}]}, AnyOf),
        ({"not": {"cohort": "CIC"}}, Not),
        ({"answers_in": "checklist", "equal": "met", "at_least": 2}, AnswersTest),
        ({"cohort": ["CIC", "CP"]}, CohortTest),
        ({"question": "Q", "is": "met"}, QuestionTest),
    ],
)
def test_keys_tell_the_kind_of_condition(data, kind):
    """Each kind of condition is known by its own key, and is itself again when read once more."""
    condition = CONDITION.validate_python(data)
    assert kind is type(condition)
    assert condition == CONDITION.validate_python(condition)
    assert condition == CONDITION.validate_json(CONDITION.dump_json(condition, by_alias=True))


@pytest.mark.parametrize(
    ("verb", "value", "expected"),
    [
        ("is", "met", "met"),
        ("is", ["met", 2], ("met", 2)),
        ("is_not", 3, 3),
        ("includes", 1.5, 1.5),
        ("less_than", {"today": -30}, Today(today=-30)),
        ("at_most", {"question": "R"}, OtherAnswer(question="R")),
        ("more_than", Today(today=1), Today(today=1)),
        ("at_least", OtherAnswer(question="R"), OtherAnswer(question="R")),
        ("answered", False, False),
        ("matches", "[0-9]+", "[0-9]+"),
        ("within", {"of": "R", "weeks": 2}, Within(of="R", weeks=2)),
        ("timescale", "late", ("late",)),
        ("timescale", ["late", "due"], ("late", "due")),
    ],
)
def test_a_test_has_one_verb_and_one_right_side(verb, value, expected):
    """The verb that is written is the verb of the test, and its value the right side."""
    test = CONDITION.validate_python({"question": "Q", verb: value})
    assert Verb(verb) is test.verb
    assert expected == test.right_side
    assert type(expected) is type(test.right_side)


@pytest.mark.parametrize(
    "data",
    [
        {"question": "Q"},
        {"question": "Q", "is": None},
        {"question": "Q", "is": "a", "is_not": "b"},
        {"question": "Q", "is": True},
        {"question": "Q", "is": []},
        {"question": "Q", "is": {"today": 1.5}},
        {"question": "Q", "less_than": [1, 2]},
        {"question": "Q", "answered": "true"},
        {"question": "Q", "within": {"of": "R", "days": 1, "weeks": 1}},
        {"question": "Q", "within": {"of": "R", "months": -1}},
        {"question": "Q", "matches": ""},
        {"cohort": []},
        {"all": []},
        {"all": [{"cohort": "CIC"}], "any": [{"cohort": "CIC"}]},
        {"answers_in": "s", "equal": "met", "at_least": 0},
        "Q is met",
        None,
    ],
)
def test_half_conditions_are_refused(data):
    """A condition that could mean two things, or none, is refused."""
    with pytest.raises(ValidationError):
        CONDITION.validate_python(data)


def test_a_span_is_a_unit_and_a_number():
    """``within`` gives its one length of time."""
    assert (Span.WORKING_DAYS, 15) == Within(of="Q", working_days=15).span
    assert (Span.DAYS, 0) == Within(of="Q", days=0).span
