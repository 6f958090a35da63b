# SPDX-License-Identifier: MPL-2.0
"""Test what the review finds missing or contradictory, and what of it blocks signing off."""

import pytest

from auditapp.judgement.gaps import GapKind, gaps
from auditapp.model.answer import Evidence, ToConfirm
from auditapp.model.follow_up import Action, Concern, Feedback, FeedbackFrom
from auditapp.model.grade import IMPACT, PRACTICE, Grade, GradeBand
from auditapp.model.ids import QuestionKey, RecordId
from tests.making import Clock, make_checklist, make_outline

NOW = Clock().now
KEY = QuestionKey("sample/q")
REASON_LATE = {"rule": "life_story_book", "starts_from": "start", "reason_for_late": "required"}


def kinds(*questions, answers=None, **changes):
    """Return the kinds of the gaps in the questions of an audit with ``answers``."""
    outline = make_outline(make_checklist(*questions), answers or {}, **changes)
    return [gap.kind for gap in gaps(outline) if gap.question]


def make_grade(band=GradeBand.GOOD, reason=""):
    """Make a grade given by the auditor."""
    return Grade(band=band, reason=reason, given_at=NOW, given_by="R. Okafor")


def test_an_unanswered_question_blocks():
    """Every question that applies and is required wants an answer."""
    assert [GapKind.UNANSWERED] == kinds({"id": "q"})


def test_an_optional_question_may_stay_open():
    """What is not required is not missed."""
    assert [] == kinds({"id": "q", "required": False})


def test_a_good_rating_with_nothing_behind_it():
    """Over-optimism: met, and neither a note nor a place on the file."""
    assert [GapKind.NO_EVIDENCE] == kinds({"id": "q"}, answers={"q": {"value": "met"}})


@pytest.mark.parametrize(
    "support", [{"note": "Seen at school."}, {"evidence": (Evidence(document="Visit record"),)}]
)
def test_a_note_or_a_place_on_the_file_supports_a_good_rating(support):
    """Either is enough."""
    assert [] == kinds({"id": "q"}, answers={"q": {"value": "met"} | support})


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"value": "met", "note": "Seen."}, [GapKind.NO_AGENCY]),
        ({"value": "met", "note": "Seen.", "agencies": ("police",)}, []),
        ({"not_applicable": True}, []),
    ],
)
def test_agencies_that_answer_together_are_named(given, expected):
    """An answer must say whose work it is about; what does not apply is nobody's."""
    agencies = [{"id": "police", "text": "Police"}]
    checklist = make_checklist({"id": "q"}, agencies=agencies)
    found = gaps(make_outline(checklist, {"q": given}))
    assert expected == [gap.kind for gap in found if gap.question]


@pytest.mark.parametrize("value", ["partly_met", "not_met"])
def test_a_shortfall_wants_its_cause(value):
    """A shortfall without a cause sends the action to the wrong place."""
    assert [GapKind.NO_CAUSE] == kinds({"id": "q"}, answers={"q": {"value": value}})
    assert [] == kinds({"id": "q"}, answers={"q": {"value": value, "cause": "practice"}})


def test_could_not_find_wants_no_cause():
    """It is a recording finding already."""
    assert [] == kinds({"id": "q"}, answers={"q": {"value": "could_not_find"}})


def test_not_applicable_wants_a_reason():
    """Unless the checklist says the reason is optional."""
    required = {"id": "q", "not_applicable": {"allowed": True}}
    optional = {"id": "q", "not_applicable": {"allowed": True, "reason": "optional"}}
    answers = {"q": {"not_applicable": True}}

    assert [GapKind.NO_REASON] == kinds(required, answers=answers)
    assert [] == kinds(optional, answers=answers)
    assert [] == kinds(required, answers={"q": {"not_applicable": True, "reason": "A baby"}})


@pytest.mark.parametrize("value", [None, "could_not_find"])
def test_a_flag_must_lead_somewhere(value):
    """A flag wants an action or a concern, answered or not."""
    question, answers = {"id": "q", "required": False}, {"q": {"flagged": True, "value": value}}
    action = Action(what="See her alone", question=KEY, created_at=NOW)
    concern = Concern(what="Unseen", question=KEY, found_at=NOW, closed_at=NOW)

    assert [GapKind.IDLE_FLAG] == kinds(question, answers=answers)
    assert [] == kinds(question, answers=answers, actions={RecordId("a"): action})
    assert [] == kinds(question, answers=answers, concerns={RecordId("c"): concern})


def test_an_answer_that_calls_for_a_concern():
    """The answer says the child is not safe; then somebody must be told."""
    option = {"id": "unsafe", "text": "Not safe", "raises": "concern"}
    question = {"id": "q", "kind": "choice", "answers": [option, {"id": "safe", "text": "Safe"}]}

    assert [GapKind.NO_CONCERN] == kinds(question, answers={"q": {"value": "unsafe"}})
    assert [] == kinds(question, answers={"q": {"value": "safe"}})


def late_questions():
    """Return a start date and a date that is late after it."""
    start = {"id": "start", "kind": "date"}
    return start, {"id": "q", "kind": "date", "required": False, "timescale": REASON_LATE}


@pytest.mark.parametrize("answer", [{"value": "2026-06-30"}, {"none_on_file": True}, {}])
def test_a_late_date_wants_its_reason(answer):
    """Late, missing or never entered: the reason is asked for, given once, and then enough."""
    start = {"start": {"value": "2026-05-01"}}

    assert [GapKind.NO_LATE_REASON] == kinds(*late_questions(), answers=start | {"q": answer})
    answer = answer | {"late_reason": "The ceremony was moved."}
    assert [] == kinds(*late_questions(), answers=start | {"q": answer})


def test_a_date_in_time_wants_no_reason():
    """Within ten working days of the ceremony."""
    answers = {"start": {"value": "2026-05-01"}, "q": {"value": "2026-05-08"}}

    assert [] == kinds(*late_questions(), answers=answers)


def test_a_warning_of_the_checklist():
    """A rule of the checklist that does not hold is shown beside the answer, never blocks."""
    rule = {"must": {"question": "q", "at_most": 5}, "message": "That is a lot."}
    question = {"id": "q", "kind": "number", "rules": [rule], "not_applicable": {"allowed": True}}

    assert [GapKind.WARNING] == kinds(question, answers={"q": {"value": 9}})
    assert [] == kinds(question, answers={"q": {"value": 3}})
    assert [] == kinds(question, answers={"q": {"not_applicable": True, "reason": "x"}})


def grade_gaps(grades, answer="met"):
    """Return the gaps about grades, as (kind, key)."""
    outline = make_outline(make_checklist({"id": "q"}), {"q": {"value": answer}}, grades=grades)
    return [(gap.kind, gap.grade) for gap in gaps(outline) if gap.grade]


def test_all_grades_must_be_given():
    """A section's grade, the practice grade and the impact grade."""
    assert [
        (GapKind.NO_GRADE, "sample/only"),
        (GapKind.NO_GRADE, PRACTICE),
        (GapKind.NO_GRADE, IMPACT),
    ] == grade_gaps({})


def test_overall_grades_always_want_a_reason():
    """A grade is a person's, with a reason."""
    grades = {"sample/only": make_grade(), PRACTICE: make_grade(), IMPACT: make_grade()}

    assert [
        (GapKind.NO_GRADE_REASON, PRACTICE),
        (GapKind.NO_GRADE_REASON, IMPACT),
    ] == grade_gaps(grades)


def test_a_grade_that_differs_wants_a_reason():
    """The section's suggestion is Good; another grade needs a reason, the same one does not."""
    overall = {PRACTICE: make_grade(reason="x"), IMPACT: make_grade(reason="x")}
    differs = make_grade(GradeBand.OUTSTANDING)

    assert [] == grade_gaps(overall | {"sample/only": make_grade()})
    assert [(GapKind.NO_GRADE_REASON, "sample/only")] == grade_gaps(
        overall | {"sample/only": differs}
    )
    assert [] == grade_gaps(
        overall | {"sample/only": differs.model_copy(update={"reason": "Her words lead."})}
    )


def test_a_section_in_which_nothing_applies_needs_no_grade():
    """When every rating is not applicable there is nothing to judge."""
    question = {"id": "q", "not_applicable": {"allowed": True}}
    answers = {"q": {"not_applicable": True, "reason": "x"}}
    outline = make_outline(make_checklist(question), answers)

    assert [PRACTICE, IMPACT] == [gap.grade for gap in gaps(outline) if gap.grade]


def feedback_gaps(feedback):
    """Return whose feedback is not settled."""
    outline = make_outline(make_checklist({"id": "q"}), {}, feedback=feedback)
    return [gap.feedback for gap in gaps(outline) if gap.feedback]


def test_feedback_is_asked_for_or_explained():
    """Each of the three was asked and answered for, or there is a reason why not."""
    child, parent, practitioner = FeedbackFrom

    assert [child, parent, practitioner] == feedback_gaps({})
    assert [parent] == feedback_gaps(
        {
            child: Feedback(asked=True, said="She listens."),
            parent: Feedback(asked=True),
            practitioner: Feedback(asked=False, why_not="On leave."),
        }
    )


def test_an_open_concern_blocks():
    """It must have its response before the audit is signed."""
    concern = Concern(what="Unseen", found_at=NOW)
    outline = make_outline(make_checklist({"id": "q"}), {}, concerns={RecordId("c"): concern})
    found = [gap for gap in gaps(outline) if gap.kind is GapKind.OPEN_CONCERN]

    assert [True] == [gap.blocks for gap in found]


@pytest.mark.parametrize(
    ("kind", "blocks"),
    [
        (GapKind.UNANSWERED, True),
        (GapKind.NO_AGENCY, True),
        (GapKind.TO_CONFIRM, True),
        (GapKind.NO_REASON, True),
        (GapKind.NO_LATE_REASON, True),
        (GapKind.NO_GRADE, True),
        (GapKind.NO_EVIDENCE, False),
        (GapKind.NO_CAUSE, False),
        (GapKind.IDLE_FLAG, False),
        (GapKind.NO_CONCERN, False),
        (GapKind.WARNING, False),
    ],
)
def test_what_blocks_signing_off(kind, blocks):
    """What is missing blocks; what merely does not fit is for the auditor to weigh."""
    from auditapp.judgement.gaps import Gap

    assert blocks is Gap(kind, "x").blocks


def test_an_answer_to_confirm_blocks_while_its_question_is_asked():
    """One to a question that does not apply waits without holding anything up."""
    mark = ToConfirm(question_text="x?", answer_text="Met", why="x", checklist_version="0.9")
    answers = {"q": {"value": "could_not_find"}}
    hidden = {"id": "q", "cohorts": ["ADO"]}

    assert [GapKind.TO_CONFIRM] == kinds({"id": "q"}, answers=answers, to_confirm={KEY: mark})
    assert [] == kinds(hidden, answers=answers, to_confirm={KEY: mark})
