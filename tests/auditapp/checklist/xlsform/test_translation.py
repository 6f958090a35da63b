# SPDX-License-Identifier: MPL-2.0
"""Translate expressions of XLSForm into conditions, or say why they stay text."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from auditapp.checklist.models import Condition, QuestionKind
from auditapp.checklist.xlsform.answer_tests import Asked
from auditapp.checklist.xlsform.expressions import ExpressionError
from auditapp.checklist.xlsform.translation import Translator

ONE = Asked("one", QuestionKind.CHOICE, {"yes": "yes", "no": "no", "3": "a3", "7": "a7"})
TRANSLATOR = Translator(
    {
        "one": ONE,
        "two": Asked("two", QuestionKind.CHOICE, {"yes": "yes"}),
        "many": Asked("many", QuestionKind.CHOICES, {"a": "a", "b.c": "b-c"}),
        "n": Asked("n", QuestionKind.NUMBER, whole=True),
        "x": Asked("x", QuestionKind.NUMBER),
        "d": Asked("d", QuestionKind.DATE),
        "e": Asked("e", QuestionKind.DATE),
        "days": Asked("days", QuestionKind.DATES),
        "t": Asked("t", QuestionKind.TEXT),
    },
    {"c": "'c' is not asked"},
)
MODEL = TypeAdapter(Condition)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("${one} = 'yes'", {"question": "one", "is": "yes"}),
        ('"yes"=${one}', {"question": "one", "is": "yes"}),
        ("${one}", {"question": "one", "answered": True}),
        ("string(${one}) != ''", {"question": "one", "answered": True}),
        ("not(${one} != '')", {"not": {"question": "one", "answered": True}}),
        ("selected(${one}, 'no')", {"question": "one", "is": "no"}),
        ("selected(${many}, 'b.c')", {"question": "many", "includes": "b-c"}),
        ("${one} > 3", {"question": "one", "is": "a7"}),
        ("${one} <= 7", {"question": "one", "is": ["a3", "a7"]}),
        ("${one} > 9", False),
        ("${one} = 3", {"question": "one", "is": "a3"}),
        ("int(${one}) = 3", {"question": "one", "is": "a3"}),
        ("int(${n}) = 3", {"question": "n", "is": 3}),
        ("${one} = ${two}", {"question": "one", "is": {"question": "two"}}),
        (
            "${many} = 'a'",
            {
                "all": [
                    {"question": "many", "includes": "a"},
                    {"question": "many", "of": "count", "is": 1},
                ]
            },
        ),
        ("count-selected(${many}) > 0", {"question": "many", "answered": True}),
        ("count-selected(${many}) < 1", {"question": "many", "answered": False}),
        (
            "string-length(${t}) < 5",
            {
                "any": [
                    {"question": "t", "answered": False},
                    {"question": "t", "of": "length", "less_than": 5},
                ]
            },
        ),
        ("5 < ${n}", {"question": "n", "more_than": 5}),
        ("${n} + 1 > 5", {"question": "n", "more_than": 4}),
        ("10 - ${x} >= 2.5", {"question": "x", "at_most": 7.5}),
        ("-${n} < 4", {"question": "n", "more_than": -4}),
        ("${x} = -2", {"question": "x", "is": -2}),
        ("${x} = '2.5'", {"question": "x", "is": 2.5}),
        ("${d} < today() - 30", {"question": "d", "less_than": {"today": -30}}),
        ("today() - ${d} > 30", {"question": "d", "less_than": {"today": -30}}),
        ("decimal-date-time(${d}) = now()", {"question": "d", "is": {"today": 0}}),
        ("${d} >= ${e}", {"question": "d", "at_least": {"question": "e"}}),
        ("${d} - ${e} < 0", {"question": "d", "less_than": {"question": "e"}}),
        ("${d} != '2026-01-31T00:00:00'", {"question": "d", "is_not": "2026-01-31"}),
        ("regex(${t}, '[A-Z]+')", {"question": "t", "matches": "[A-Z]+"}),
        ("${t} = 5", {"question": "t", "is": "5"}),
        ("selected(${one}, 'yes') = 'true'", {"question": "one", "is": "yes"}),
        ("selected(${one}, 'yes') != 1", {"not": {"question": "one", "is": "yes"}}),
        (
            "${one} = 'yes' or ${one} = 'no' or ${n} = 1",
            {"any": [{"question": "one", "is": ["yes", "no"]}, {"question": "n", "is": 1}]},
        ),
        ("${one} = 'yes' and true()", {"question": "one", "is": "yes"}),
        ("${one} = 'yes' or TRUE", True),
        ("'yes' and 1 = 1.0 and 'a' != 'b'", True),
        ("not('b' < 'a')", True),
        (
            "coalesce(${n}, 9) > 5",
            {
                "any": [
                    {
                        "all": [
                            {"question": "n", "answered": True},
                            {"question": "n", "more_than": 5},
                        ]
                    },
                    {"question": "n", "answered": False},
                ]
            },
        ),
        ("/data/group/one = 'yes'", {"question": "one", "is": "yes"}),
        ("../one = 'yes'", {"question": "one", "is": "yes"}),
        ("../${one} = 'yes'", {"question": "one", "is": "yes"}),
        ("(one) = 'yes'", {"question": "one", "is": "yes"}),
        (". > 2", {"question": "n", "more_than": 2}),
    ],
)
def test_an_expression_becomes_the_condition_with_its_meaning(text, expected):
    """Each way in which forms write a test has one way in which checklists do."""
    condition = TRANSLATOR.condition(text, TRANSLATOR.asked["n"])
    assert expected == condition
    if isinstance(condition, dict):
        MODEL.validate_python(condition)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("${none} = 1", "there is no question 'none'"),
        ("${c} > 1", "'c' is not asked"),
        ("${one} = 'maybe'", "'maybe' is not an answer of 'one'"),
        (". = 1", "'.' stands for no answer here"),
        ("pulldata('a', 'b')", "the function pulldata() is not translated"),
        ("round(${n}) = 2", "the function round() is not translated"),
        ("int(${x}) = 2", "the function int() is not translated"),
        ("boolean(1, 2)", "the function boolean() is not translated"),
        ("${x} * 2 > 4", "'*' is not translated here"),
        ("${d} <= ${e} + 14", "sums of answers, and of days between them, are not translated"),
        ("${n} + ${n} > 4", "no answer is compared on its own"),
        ("${n} - ${n} > 4", "no answer is compared on its own"),
        ("${n} = ${d}", "two different kinds of answers are compared"),
        ("${many} = ${many}", "no answer is compared on its own"),
        ("${one} < ${two}", "'one' has no size"),
        ("${n} > today()", "only a date can be compared with today"),
        ("${d} > today() - 0.5", "only a date can be compared with today"),
        ("${d} = 'soon'", "'soon' is not a date"),
        ("${n} = 'many'", "'many' is not a number"),
        ("${n} > 99999999999999999999", "checklists take no number of so many digits"),
        ("${t} > 'a'", "'t' has no size"),
        ("${many} > 2", "'many' has no size"),
        ("${days} = '2026-01-31'", "'days' has no size"),
        ("selected(${days}, '2026-01-31')", "a series of dates has no answers to select"),
        ("selected(${one}, ${t})", "only a fixed value can be tested here"),
        ("selected('a', 'b')", "only the answer of a question can be tested"),
        ("count-selected(${one}) = 1", "'one' has no count-selected()"),
        ("regex(${n}, '1')", "only text can match a pattern"),
        ("regex(${t}, '(a+)+')", "This pattern can take too long to test."),
        ("selected(${one}, 'yes') = ${two}", "the function selected() is not translated"),
        ("${n} + 1", "this is no condition"),
        ("-${n}", "this is no condition"),
        ("'maybe'", "this is no condition"),
        ("-'a' = 1", "this cannot be compared"),
        ("${a}[1] = 2", "paths and filters are not translated"),
        ("a//b", "paths and filters are not translated"),
        ("${n} = ", "the expression ends too early"),
        ("${n} 5", "'5' cannot stand there"),
        ("(${n} = 5", "the expression ends too early"),
        ("../.. = 1", "'=' cannot stand there"),
        ("/ = 1", "'=' cannot stand there"),
        ("${n} = 1 ; 2", "';' cannot be read"),
        (" or ".join(["${n} = 1"] * 3_000), "the expression is too long"),
        ("(" * 41 + "1" + ")" * 41, "the expression is nested too deep"),
        ("1" + " + 1" * 50, "too many operations follow each other"),
        ("if(" * 30 + "${n}" + ", ${x}, ${d})" * 30, "the condition is too large"),
        (
            " or ".join(["if(${n}, if(${x}, 1, 2), 3) = if(${n}, if(${x}, 1, 2), 3)"] * 300),
            "the condition is too large",
        ),
    ],
)
def test_what_has_no_counterpart_is_refused_with_the_reason(text, reason):
    """Nothing is guessed: the reason stands in the report beside the text."""
    with pytest.raises(ExpressionError) as caught:
        TRANSLATOR.condition(text)
    assert reason in str(caught.value)


PIECES = (
    *("${one}", "${n}", "${d}", "${t}", "'yes'", "3", "-", "+", "=", "<", "(", ")", ",", "and"),
    *("or", "not(", "selected(", "if(", "coalesce(", "today()", ".", "..", "/", "regex("),
)


@given(st.lists(st.sampled_from(PIECES), max_size=25))
def test_no_expression_does_harm(pieces):
    """Any words in a row become a condition that checklists take, or are refused."""
    with suppress(ExpressionError):
        condition = TRANSLATOR.condition(" ".join(pieces), ONE)
        assert isinstance(condition, bool) or MODEL.validate_python(condition)
