# SPDX-License-Identifier: MPL-2.0
"""Test that every change between two states of an audit is said, in words."""

import datetime as dt

import pytest

from auditapp.history.amended_lines import _NAMES, amended_lines
from auditapp.history.field_words import UNSAID
from auditapp.judgement.outline import Outline
from auditapp.model.answer import Answer, Cause, Evidence
from auditapp.model.follow_up import Action, Concern, Feedback, FeedbackFrom
from auditapp.model.grade import IMPACT, PRACTICE, Grade, GradeBand
from auditapp.model.tables import SPECS
from tests.auditapp.model.test_content_hash import AUDIT, VARIANTS
from tests.making import Clock, make_checklist, make_outline

NOW = Clock().now
NOT_AMENDED = ("id", "copy_of", "created_at", "checklists", "differences", "standards", "amendment")
"""What an amendment leaves alone, or is itself; differences are settled before the sign-off."""

STAMPS = ("answers.changed_at", "answers.changed_by", "grades.given_at", "grades.given_by")
CREATED = "actions.created_at"
AMENDABLE = [
    param
    for param in VARIANTS
    if param.id.partition(".")[0] not in NOT_AMENDED and param.id not in (*STAMPS, CREATED)
]

QUESTIONS = ({"id": "Q1", "text": "Was the child seen?"}, {"id": "Q2", "text": "Alone?"})
Q1, Q2 = "sample/Q1", "sample/Q2"


def bare(audit):
    """Return the outline of an audit whose checklists cannot be found."""
    return Outline(audit, (), {}, ())


@pytest.mark.parametrize(("where", "changed"), AMENDABLE)
def test_no_field_is_changed_unseen(where, changed):
    """At any depth; where a whole row is another there is a line for each of its fields."""
    assert amended_lines(bare(AUDIT), bare(changed))


def test_every_field_has_a_name_or_a_reason_for_none():
    """A field that is added to a model gets its words here."""
    own = {"differences", "standards", "amendment", "sign_off"}
    for table in SPECS.keys() - own:
        named = _NAMES[table].keys() | UNSAID.get(table, frozenset())
        assert set(SPECS[table].model.model_fields) == named, table


def lines(before=(), after=(), **held):
    """Return the lines between two states of an audit of a small checklist."""
    checklist = make_checklist(*QUESTIONS)
    old, new = held.pop("old", {}), held.pop("new", {})
    assert not held
    return [
        (line.number, line.subject, line.what, line.old, line.new)
        for line in amended_lines(
            make_outline(checklist, before, **old), make_outline(checklist, after, **new)
        )
    ]


def test_the_same_has_no_lines():
    """Nor has an answer that somebody gave again."""
    given = {"Q1": {"value": "met", "note": "Seen."}}
    assert [] == lines(given, given)


def test_answers_are_said_in_the_words_of_the_checklist():
    """By the number of the question, each part in a line of its own."""
    before = {"Q2": {"value": "not_met", "note": "No visit."}}
    evidence = (Evidence(document="Visit record", date=dt.date(2026, 5, 4), place="page 2"),)
    after = {
        "Q1": {"value": "met"},
        "Q2": {"value": "partly_met", "note": "One visit.", "evidence": evidence, "flagged": True},
    }
    first, second = (each["text"] for each in QUESTIONS)

    assert [
        (1, first, "Answer", "", "Met"),
        (2, second, "Answer", "Not met", "Partly met"),
        (2, second, "Note", "No visit.", "One visit."),
        (2, second, "Evidence", "", "Visit record, 4 May 2026, page 2"),
        (2, second, "Flagged", "", "Yes"),
    ] == lines(before, after)


def test_an_answer_that_was_taken_away_is_said():
    """With all that stood under it."""
    before = {"Q1": {"value": "not_met", "cause": Cause.SYSTEM}}
    first = QUESTIONS[0]["text"]

    assert [
        (1, first, "Answer", "Not met", ""),
        (1, first, "Cause", "System: capacity, process or tools", ""),
    ] == lines(before)


def test_grades_are_said_by_section_and_as_a_whole():
    """The band and the reason; not who gave it and when."""
    grade = Grade(band=GradeBand.GOOD, reason="Steady.", given_at=NOW, given_by="R. Okafor")
    later = grade.model_copy(update={"band": GradeBand.INADEQUATE, "given_by": "A. Manager"})
    keys = (PRACTICE, IMPACT, "sample/only", "sample/gone")
    old, new = ({"grades": dict.fromkeys(keys, each)} for each in (grade, later))

    assert [
        (None, subject, "Grade", "Good", "Inadequate")
        for subject in (
            "Overall: practice",
            "Overall: impact on the child",
            "The only section",
            "Section sample/gone, which no longer applies",
        )
    ] == lines(old=old, new=new)


def test_what_follows_from_the_audit_is_said():
    """Actions, concerns and feedback, each by what it is about."""
    action = Action(what="Visit weekly", due=dt.date(2026, 12, 1), created_at=NOW)
    concern = Concern(what="Not seen", found_at=NOW, question=Q1)
    new = {
        "actions": {"1": action.model_copy(update={"due": dt.date(2027, 1, 8)})},
        "concerns": {"1": concern.model_copy(update={"response": "Seen today."})},
        "feedback": {FeedbackFrom.CHILD: Feedback(asked=False)},
    }

    assert [
        (None, "Action: Visit weekly", "Due", "1 December 2026", "8 January 2027"),
        (None, "Immediate concern: Not seen", "Response", "", "Seen today."),
        (None, "Child or young person", "Asked", "", "No"),
    ] == lines(old={"actions": {"1": action}, "concerns": {"1": concern}}, new=new)


def test_the_front_sheet_is_said():
    """Field by field."""
    assert [(None, "Front sheet", "Team", "Children in care, north", "South")] == lines(
        new={"front": {"team": "South"}}
    )


def test_a_question_that_no_longer_applies_is_said():
    """Its answer is kept and counts for nothing any more, or counts again."""
    when = {"id": "Q2", "text": "Alone?", "when": {"question": "Q1", "is": "met"}}
    checklist = make_checklist(QUESTIONS[0], when)
    before = make_outline(checklist, {"Q1": {"value": "met"}, "Q2": {"value": "met"}})
    after = make_outline(checklist, {"Q1": {"value": "not_met"}, "Q2": {"value": "met"}})

    (line,) = (each for each in amended_lines(before, after) if each.what == "Asked")
    assert (Q2, 2, "Yes", "No, it does not apply") == (line.key, line.number, line.old, line.new)


def test_an_answer_to_an_unknown_question_is_said_as_it_is_kept():
    """The checklist may not have it any more."""
    audit = AUDIT.model_copy(update={"answers": {"x/Y": Answer(value="met")}})
    other = AUDIT.model_copy(update={"answers": {"x/Y": Answer(value="not_met")}})
    (line,) = amended_lines(bare(audit), bare(other))

    assert ("Question x/Y", "met", "not_met") == (line.subject, line.old, line.new)
