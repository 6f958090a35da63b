# SPDX-License-Identifier: MPL-2.0
"""Hold a checklist as its author wrote it."""

import datetime as dt

import pytest
from pydantic import ValidationError

from auditapp.checklist.models import (
    Checklist,
    Measure,
    Quality,
    Question,
    QuestionKind,
    SectionGrade,
)
from auditapp.checklist.scales import COMPLIANCE, QUALITY


def test_questions_come_in_the_order_they_are_asked(sample):
    """All questions are there, section after section, retired ones among them."""
    assert [f"SA{number}" for number in range(1, 11)] == [each.id for each in sample.questions]


def test_parts_are_found_by_their_ids(sample):
    """A question, its section and its scale are one look-up away."""
    question = sample.question("SA2")
    assert "Whose words describe the child?" == question.text
    assert "seen" == sample.section_of("SA2").id
    assert sample.section("seen") is sample.section_of("SA2")
    assert Measure.QUALITY is sample.scale(question.scale).measures
    assert COMPLIANCE is sample.scale("compliance")
    assert QUALITY is sample.scale("quality")


@pytest.mark.parametrize("look_up", ["question", "section", "section_of", "scale"])
def test_an_unknown_id_is_a_key_error(sample, look_up):
    """Nothing is made up for an id that is not there."""
    with pytest.raises(KeyError):
        getattr(sample, look_up)("unknown")


def test_one_text_and_a_list_of_points_are_alike(sample):
    """What good looks like is a list of points, however the author wrote it."""
    question = sample.question("SA1")
    assert ("Seen alone each time.",) == question.good
    assert ("Seen with a parent only.", "The record does not say.") == question.shortfall


def test_dates_are_dates(sample):
    """Dates of the header are read from ISO text."""
    assert dt.date(2026, 1, 4) == sample.last_review
    assert dt.date(2026, 1, 1) == sample.effective.from_


def test_causes_are_asked_after_shortfalls(sample):
    """Without a word from the author, the cause is asked after each answer that is a shortfall."""
    assert ("not_met",) == sample.causes_asked("SA1")
    assert ("absent",) == sample.causes_asked("SA2")
    assert () == sample.causes_asked("SA3")


def test_causes_of_a_built_in_scale():
    """The cause is asked after the two lower answers of each built-in scale, not for recording."""
    question = {"id": "Q", "kind": "rating", "text": "?", "sources": ["x"]}
    for scale, expected in {
        "compliance": ("partly_met", "not_met"),
        "quality": ("requires_improvement", "inadequate"),
    }.items():
        checklist = small_checklist({**question, "scale": scale})
        assert expected == checklist.causes_asked("Q")


def test_an_empty_list_of_causes_asks_for_none():
    """An author can switch the cause off for one question."""
    question = {"id": "Q", "kind": "rating", "text": "?", "sources": ["x"], "scale": "quality"}
    assert () == small_checklist({**question, "cause_when": []}).causes_asked("Q")


def test_answer_texts_come_from_the_scale_or_the_question(sample):
    """The answers on offer are one mapping, in order; free kinds offer none."""
    assert {"first_year": "First year", "later": "Later"} == sample.answer_texts("SA3")
    assert ["own", "told", "absent"] == list(sample.answer_texts("SA2"))
    assert {} == sample.answer_texts("SA5")


def test_defaults_are_those_of_the_format():
    """What an author leaves out is required, weighs 1, counts, and is never "not applicable"."""
    checklist = small_checklist({"id": "Q", "kind": "text", "text": "?", "sources": ["x"]})
    question = checklist.question("Q")
    assert question.required
    assert 1 == question.weight
    assert question.counts
    assert not question.critical
    assert not question.can_be_not_applicable
    assert QuestionKind.TEXT is question.kind
    assert (12, 6) == (checklist.look_back.months, checklist.look_back.judge_on_months)
    assert SectionGrade.PRACTICE is checklist.section("s").grade


def test_not_applicable_can_be_refused(sample):
    """The offer of "not applicable" is one property, whether absent or switched off."""
    assert sample.question("SA1").can_be_not_applicable
    plain = {"id": "Q", "kind": "text", "text": "?", "sources": ["x"]}
    refused = Question.model_validate({**plain, "not_applicable": {"allowed": False}})
    assert not refused.can_be_not_applicable


def test_nothing_changes_after_loading(sample):
    """A loaded checklist is frozen."""
    with pytest.raises(ValidationError):
        sample.title = "Another"


def test_a_changed_copy_finds_its_own_questions(sample):
    """What was looked up in the original says nothing about the copy."""
    assert 10 == len(sample.questions)
    copy = sample.model_copy(update={"sections": sample.sections[:1]})
    assert 4 == len(copy.questions)
    assert 10 == len(sample.questions)


def test_a_scale_knows_what_its_answers_count_as(sample):
    """An own scale maps each answer to one of the built-in scale; another answer is an error."""
    assert Quality.GOOD == sample.scale("voice").counts_as("told")
    with pytest.raises(KeyError):
        sample.scale("voice").counts_as("good")


def small_checklist(question):
    """Return a checklist of one question."""
    return Checklist.model_validate(
        {
            "schema": "checklist/1",
            "id": "small",
            "version": "1.0",
            "status": "draft",
            "title": "Small",
            "purpose": "Tests",
            "licence": "none",
            "sections": [{"id": "s", "title": "S", "questions": [question]}],
        }
    )
