# SPDX-License-Identifier: MPL-2.0
"""Test what an answer can hold, and when it counts as given."""

import math

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from auditapp.model.answer import Answer, Evidence, SetAsideAnswer

TEXTS = st.text(st.characters())  # half pairs too, which ``st.text`` alone leaves out
VALUES = st.one_of(
    st.none(),
    TEXTS,
    st.integers(),
    st.floats(allow_nan=False, allow_infinity=False),
    st.lists(TEXTS),
)


@given(value=VALUES, note=TEXTS)
def test_whatever_is_given_can_be_stored(value, note):
    """An answer that no file can hold would block the saving of all that follow it."""
    try:
        answer = Answer(value=value, note=note, evidence=(Evidence(document=note),))
    except ValidationError:
        assert math.inf == abs(_as_float(value))
        return

    assert answer == Answer.model_validate(orjson.loads(orjson.dumps(answer.record())))


def _as_float(number):
    try:
        return float(number)
    except OverflowError:
        return math.inf


@pytest.mark.parametrize("value", [math.nan, math.inf, -math.inf])
def test_a_number_must_be_one(value):
    """JSON has no sign for these; the answer would be stored as none."""
    with pytest.raises(ValidationError):
        Answer(value=value)


@pytest.mark.parametrize(
    ("value", "kind"), [("3", str), (3, int), (3.0, float), (2**70, float), (("a", "b"), tuple)]
)
def test_a_value_keeps_its_kind(value, kind):
    """A text that looks like a number stays a text; only what is too large for one is a float."""
    assert (value, kind) == (Answer(value=value).value, type(Answer(value=value).value))


@pytest.mark.parametrize(
    ("fields", "is_given", "is_blank"),
    [
        ({}, False, True),
        ({"value": ""}, False, True),
        ({"value": ()}, False, True),
        ({"value": 0}, True, False),
        ({"value": "met"}, True, False),
        ({"not_applicable": True}, True, False),
        ({"none_on_file": True}, True, False),
        ({"note": "Seen"}, False, False),
        ({"reason": "x"}, False, False),
        ({"late_reason": "x"}, False, False),
        ({"evidence": (Evidence(document="Plan"),)}, False, False),
        ({"cause": "practice"}, False, False),
        ({"flagged": True}, False, False),
        ({"changed_by": "R. Okafor"}, False, True),
    ],
)
def test_an_answer_is_given_blank_or_only_written_about(fields, is_given, is_blank):
    """What counts as answered is not what keeps the answer from being removed."""
    answer = Answer(**fields)

    assert (is_given, is_blank) == (answer.is_given, answer.is_blank)


def test_evidence_of_the_case_file_is_written_as_before_there_were_sources():
    """Wherever it lies, or the hashes of audits that were signed before would not hold."""
    file, talk = Evidence(document="Plan"), Evidence(document="", source="worker")
    answer = Answer(evidence=(file, talk))
    kept = SetAsideAnswer(
        question_text="Q", answer_text="", answer=answer, why="W", checklist_version="1.0"
    )
    old = {"document": "Plan", "date": None, "place": ""}
    new = {"document": "", "date": None, "place": "", "source": "worker"}
    assert [[old, new]] * 2 == [answer.record()["evidence"], kept.record()["answer"]["evidence"]]
    assert file == Evidence.model_validate(old)
