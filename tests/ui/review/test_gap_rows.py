# SPDX-License-Identifier: MPL-2.0
"""Tests of ``ui.review.gap_rows``."""

from auditapp.judgement.gaps import gaps
from auditapp.model.difference import Difference, Version
from auditapp.model.follow_up import Concern
from auditapp.model.grade import PRACTICE
from auditapp.model.ids import QuestionKey, RecordId
from tests.making import make_checklist, make_outline
from tests.ui.review.answering import NOW, make_grade
from ui.review.gap_rows import ADVISORY, BLOCKING, GapGroup, gap_rows
from ui.walkthrough.steps import FEEDBACK, FRONT_SHEET, OVERALL, Step, StepKind

ONE = make_checklist({"id": "Q1"})


def rows_of(outline):
    """Return the rows of an outline, group by group."""
    return gap_rows(outline, gaps(outline))


def test_every_group_is_shown_in_one_place():
    """The groups that block and those that advise are all the groups there are."""
    assert set(GapGroup) == {*BLOCKING, *ADVISORY}


def test_every_gap_has_a_line():
    """No gap is lost on the way to the screen."""
    outline = make_outline(ONE, {"Q1": {"value": "met", "flagged": True}})

    found = gaps(outline)
    assert len(found) == sum(len(rows) for rows in gap_rows(outline, found).values())


def test_unanswered_question_leads_to_itself():
    """The line of a question says where it stands and leads to it."""
    (row,) = rows_of(make_outline(ONE))[GapGroup.UNANSWERED]

    seen = (row.title, row.remarks[0].text, row.number, row.step)
    step = Step(StepKind.QUESTION, "sample/Q1")
    assert ("Is it there?", "The only section", 1, step) == seen


def test_grades_lead_to_where_they_are_given():
    """A section's grade leads to its own step, the others to the overall step."""
    rows = rows_of(make_outline(ONE))[GapGroup.GRADES]

    section = Step(StepKind.SECTION_GRADE, "sample/only")
    assert [section, OVERALL, OVERALL] == [row.step for row in rows]


def test_reasons_stand_together():
    """A reason for "not applicable" and one for a grade are both reasons to give."""
    checklist = make_checklist(
        {"id": "Q1", "not_applicable": {"allowed": True, "reason": "required"}}
    )
    outline = make_outline(
        checklist,
        {"Q1": {"not_applicable": True}},
        grades={PRACTICE: make_grade(reason="")},
    )

    titles = [row.title for row in rows_of(outline)[GapGroup.REASONS]]
    assert ["Is it there?", "Overall: practice"] == titles


def test_feedback_leads_to_its_step():
    """Each person who was not heard has a line."""
    rows = rows_of(make_outline(ONE))[GapGroup.FEEDBACK]

    assert ({FEEDBACK}, 3) == ({row.step for row in rows}, len(rows))


def test_concern_is_told_in_its_own_words():
    """An open concern shows what it is, and leads to the question it came from."""
    concern = Concern(what="Not seen since May.", question=QuestionKey("sample/Q1"), found_at=NOW)
    outline = make_outline(ONE, concerns={RecordId("c"): concern})

    (row,) = rows_of(outline)[GapGroup.CONCERNS]
    step = Step(StepKind.QUESTION, "sample/Q1")
    assert ("Not seen since May.", 1, step) == (row.title, row.number, row.step)


def test_concern_without_a_question_leads_nowhere():
    """A concern about the file as a whole, or a question that went away, has no step."""
    concern = Concern(what="Not seen.", question=QuestionKey("sample/gone"), found_at=NOW)
    outline = make_outline(ONE, concerns={RecordId("c"): concern})

    (row,) = rows_of(outline)[GapGroup.CONCERNS]
    assert (None, None) == (row.number, row.step)


def test_good_rating_without_support_is_advice():
    """What may be signed off with stands in a group of its own."""
    outline = make_outline(ONE, {"Q1": {"value": "met"}})

    rows = rows_of(outline)
    assert (1, 0) == (len(rows[GapGroup.SUPPORT]), len(rows[GapGroup.UNANSWERED]))


def test_what_has_two_versions_leads_to_where_it_is_shown():
    """An answer leads to its question, a grade and feedback to their steps; an action to none."""
    other = Version(writer="0", rank=1, row={"other": True}, by="A. Other", at=NOW)
    names = [("answers", "sample/Q1"), ("grades", PRACTICE), ("front", "1"), ("actions", "0")]
    held = {"/".join(n): Difference(table=n[0], key=n[1], others=(other,)) for n in names}
    outline = make_outline(ONE, grades={PRACTICE: make_grade()}, differences=held)
    rows = rows_of(outline)[GapGroup.DIFFERENCES]

    step = Step(StepKind.QUESTION, "sample/Q1")
    assert [step, OVERALL, FRONT_SHEET, None] == [row.step for row in rows]
    assert ["Is it there?", "Practice grade", "Front sheet", "An action"] == [r.title for r in rows]
    assert {"This was changed on two computers to different things. Choose what stands."} == {
        row.remarks[0].text for row in rows
    }
