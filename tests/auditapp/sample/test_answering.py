# SPDX-License-Identifier: MPL-2.0
"""Answers follow from the checklist, whatever it asks, until it warns of nothing."""

import pytest

from auditapp.errors import NotAllowedError
from auditapp.judgement.compiled import compile_checklist
from auditapp.model.front_sheet import AgeBand
from auditapp.sample.answering import Answering
from auditapp.sample.plans import SampleOrder, plan_audit
from auditapp.sample.reader import Reader
from tests.auditapp.sample.conftest import DAY
from tests.making import make_audit, make_checklist

NEVER = {"must": {"question": "Q1", "answered": False}, "message": "Take it back."}
"""A rule that no answer keeps."""


@pytest.fixture
def answer(standards):
    """Return a function that answers a checklist of these questions, and returns the answers."""

    def answer(*questions, number=0, **checklist):
        made = make_checklist(*questions, **checklist)
        reader = Reader(plan_audit(SampleOrder(1, 1, DAY), number), standards)
        outline = Answering(reader, make_audit([made]), [compile_checklist(made)]).run()
        return {key.partition("/")[2]: value for key, value in outline.audit.answers.items()}

    return answer


def choice(question_id, *ids, **fields):
    """Make a question with one answer to choose."""
    answers = [{"id": each, "text": each} for each in ids]
    return {"id": question_id, "kind": "choice", "text": "Which?", "answers": answers, **fields}


def test_a_question_that_comes_up_by_an_answer_is_answered_too(answer):
    """What is asked because of an answer is part of the audit."""
    follows = {"id": "Q2", "when": {"question": "Q1", "answered": True}}
    assert {"Q1", "Q2"} == answer(choice("Q1", "yes"), follows).keys()


def test_an_answer_that_the_checklist_warns_of_is_changed(answer):
    """The first guess gives way to one that fits."""
    rule = {"must": {"question": "Q1", "is": "last"}, "message": "The last one."}
    assert "last" == answer(choice("Q1", "first", "second", "last", rules=[rule]))["Q1"].value


def test_where_every_answer_is_warned_of_the_question_does_not_apply(answer):
    """Not applicable, with the reason that the checklist gives as its example."""
    fields = {"rules": [NEVER], "not_applicable": {"example": "The child is grown up"}}
    given = answer(choice("Q1", "first", "second", **fields))["Q1"]
    assert given.not_applicable
    assert "The child is grown up" == given.reason


def test_a_checklist_that_cannot_be_answered_is_refused(answer):
    """Nothing is signed off with an answer missing."""
    with pytest.raises(NotAllowedError):
        answer(choice("Q1", "first", "second", rules=[NEVER]))


def test_dates_that_nothing_is_known_of_are_not_on_file(answer):
    """A series without a timescale has nothing to go by."""
    dates = {"id": "Q1", "kind": "dates", "text": "When?"}
    assert answer(dates)["Q1"].none_on_file


def test_a_date_may_stay_empty_where_nothing_happened(answer):
    """The end of a plan that still runs is not invented."""
    ended = {"id": "Q1-ended", "kind": "date", "text": "When?", "required": False}
    assert {"Q2"} == answer(ended, choice("Q2", "yes")).keys()


def test_an_answer_names_the_agencies_where_several_answer(answer):
    """As `sign_off` wants it."""
    agencies = [{"id": each, "text": each} for each in ("police", "health")]
    given = answer(choice("Q1", "yes"), agencies=agencies)["Q1"]
    assert set(given.agencies) <= {"police", "health"}
    assert given.agencies


def test_a_shortfall_has_a_cause_and_a_good_rating_something_behind_it(answer):
    """Over many files, every rating comes up and each is as the review wants it."""
    found = [answer({"id": "Q1"}, number=number)["Q1"] for number in range(60)]
    assert {"met", "partly_met", "not_met", "could_not_find"} == {each.value for each in found}
    for each in found:
        assert (each.cause is not None) is (each.value in ("partly_met", "not_met"))
        assert each.note


def test_a_number_stays_within_what_the_checklist_allows(answer):
    """A count of six is at most six; one that may be large is small all the same."""
    number = {"kind": "number", "text": "How many?", "min": 0, "whole": True}
    for file in range(20):
        given = answer(
            {"id": "Q1", "max": 6, **number}, {"id": "Q2", "max": 400, **number}, number=file
        )
        assert 0 <= given["Q1"].value <= 6
        assert 0 <= given["Q2"].value <= 12


def test_an_exclusive_answer_stands_alone(answer):
    """It is never given together with one of the others."""
    answers = [{"id": each, "text": each} for each in ("one", "two", "three")]
    none = {"id": "none", "text": "none", "exclusive": True}
    several = {"id": "Q1", "kind": "choices", "text": "Which?", "answers": [*answers, none]}
    found = [answer(several, number=file)["Q1"].value for file in range(150)]
    assert ("none",) in found
    assert all(each == ("none",) or "none" not in each for each in found)


def test_an_answer_that_calls_for_a_concern_is_rare(answer):
    """It is given now and then, in files where the work is poor."""
    question = choice("Q1", "shown", "unsure")
    question["answers"].append({"id": "unsafe", "text": "unsafe", "raises": "concern"})
    found = [answer(question, number=file)["Q1"].value for file in range(200)]
    assert 0 < found.count("unsafe") < 20


def test_a_worse_or_a_better_rating_is_given_where_the_first_is_warned_of(answer):
    """Whatever an auditor found, the checklist's own rule holds in the end."""
    for wanted in ("met", "not_met"):
        rule = {"must": {"question": "Q1", "is": wanted}, "message": "It cannot be otherwise."}
        for file in range(8):
            assert wanted == answer({"id": "Q1", "rules": [rule]}, number=file)["Q1"].value


def test_none_of_several_is_given_where_nothing_else_fits(answer):
    """The last that is tried is the answer that stands alone."""
    answers = [{"id": "one", "text": "one"}, {"id": "none", "text": "none", "exclusive": True}]
    rule = {"must": {"question": "Q1", "includes": "none"}, "message": "It cannot be otherwise."}
    fields = {"id": "Q1", "kind": "choices", "text": "Which?", "rules": [rule]}
    for file in range(4):
        assert ("none",) == answer({**fields, "answers": answers}, number=file)["Q1"].value


def test_what_is_a_fact_of_the_case_fits_the_child(answer):
    """A child who may not go to school yet does not go to college."""
    places = ("early", "school", "college", "finished")
    by_age = {}
    for file in range(60):
        age = plan_audit(SampleOrder(1, 1, DAY), file).case.age_band
        given = answer(choice("ED1-where", *places), number=file)["ED1-where"].value
        by_age.setdefault(age, set()).add(given)
    assert {"early"} == by_age[AgeBand.UNDER_5]
    assert {"school"} == by_age[AgeBand.FROM_10]
    assert {"college"} == by_age[AgeBand.FROM_16]


def test_a_revised_question_is_answered_by_its_own_answers(answer):
    """What is usual for a question that was rewritten since does not stand in the way."""
    assert "anew" == answer(choice("ED1-where", "anew"))["ED1-where"].value
