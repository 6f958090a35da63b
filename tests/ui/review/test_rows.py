# SPDX-License-Identifier: MPL-2.0
"""Tests of the rows of grades, actions and timescales."""

import datetime as dt

from auditapp.model.follow_up import Action, ActionStatus
from auditapp.model.grade import IMPACT, GradeBand
from auditapp.model.ids import QuestionKey, RecordId
from tests.making import make_checklist, make_outline, make_standards
from tests.ui.review.answering import NOW, make_grade
from ui.review.action_rows import action_rows
from ui.review.grade_rows import GRADE_COLUMNS, grade_rows
from ui.review.timescale_rows import timescale_rows
from ui.rows.row import Cell, Column, Row, spoken_words
from ui.rows.row_picture import RowPicture, column_lefts
from ui.walkthrough.steps import Step, StepKind

ONE = make_checklist({"id": "Q1"})
MET = {"Q1": {"value": "met"}}
VISITS = make_checklist(
    {"id": "D1", "kind": "dates", "timescale": {"rule": "cp_visits", "reason_for_late": "optional"}}
)


def make_action(**changes):
    """Make an action that lacks nothing."""
    fields = {
        "what": "Visit weekly",
        "owner_role": "Team manager",
        "due": dt.date(2026, 12, 5),
        "how_we_will_know": "Six records in a row",
        "created_at": NOW,
    }
    return Action.model_validate(fields | changes)


def test_ungraded_section():
    """Before a grade is given, the suggestion stands alone."""
    row = grade_rows(make_outline(ONE, MET))[0]

    assert ["Good", "Not graded yet"] == [cell.text for cell in row.cells]


def test_grade_that_differs_is_marked_in_words():
    """A grade other than the suggested says so, with its reason."""
    grade = make_grade(GradeBand.INADEQUATE, "Nobody looked.")
    row = grade_rows(make_outline(ONE, MET, grades={"sample/only": grade}))[0]

    remarks = ["Differs from the suggestion.", "Nobody looked."]
    assert (["Good", "Inadequate"], remarks) == (
        [cell.text for cell in row.cells],
        [remark.text for remark in row.remarks],
    )


def test_grade_as_suggested_is_not_marked():
    """A grade that agrees has only its reason."""
    row = grade_rows(make_outline(ONE, MET, grades={"sample/only": make_grade()}))[0]

    assert ["Seen alone at each visit."] == [remark.text for remark in row.remarks]


def test_impact_is_never_suggested():
    """The impact grade is the auditor's own."""
    row = grade_rows(make_outline(ONE, MET, grades={IMPACT: make_grade()}))[-1]

    assert ["Yours to judge", "Good"] == [cell.text for cell in row.cells]


def test_grades_are_spoken_with_their_columns():
    """A screen reader hears which grade is the suggested one."""
    row = grade_rows(make_outline(ONE, MET))[0]

    words = "The only section. Suggested: Good. Given: Not graded yet"
    assert words == spoken_words(row, GRADE_COLUMNS)


def test_actions_come_by_their_date():
    """The action that is due first is at the top; one without a date is at the end."""
    late, soon = make_action(due=dt.date(2027, 1, 9)), make_action(due=dt.date(2026, 12, 1))
    actions = {RecordId("a"): make_action(due=None), RecordId("b"): late, RecordId("c"): soon}
    rows = action_rows(make_outline(ONE, actions=actions))

    dues = ["1 December 2026", "9 January 2027", "No date"]
    assert dues == [row.cells[1].text for row in rows]


def test_action_leads_to_its_question():
    """The line of an action shows the number of its question and leads to it."""
    action = make_action(question=QuestionKey("sample/Q1"), status=ActionStatus.DONE)
    (row,) = action_rows(make_outline(ONE, actions={RecordId("a"): action}))

    step = Step(StepKind.QUESTION, "sample/Q1")
    remarks = ["We will know by: Six records in a row", "Done, to be verified"]
    assert (1, step, remarks) == (row.number, row.step, [each.text for each in row.remarks])


def test_vague_action_is_told():
    """A line under the action says what it leaves open."""
    (row,) = action_rows(make_outline(ONE, actions={RecordId("a"): make_action(due=None)}))
    assert "Still vague. It does not say by when." in [each.text for each in row.remarks]


def test_action_of_the_whole_file():
    """An action without a question, and with nothing in it, still has a line of its own."""
    action = make_action(what="", owner_role="", due=None, how_we_will_know="")
    (row,) = action_rows(make_outline(ONE, actions={RecordId("a"): action}))

    texts = (row.title, row.cells[0].text, row.step, row.remarks[-1].colour)
    assert ("An action without words", "Nobody yet", None, "warn") == texts


def test_timescale_has_its_result():
    """A timescale shows how it stands as a pill and the dates in a sentence."""
    days = tuple(str(dt.date(2026, 9, 1) + dt.timedelta(days=number * 7)) for number in range(9))
    standards = make_standards(cp_visits={"on": True})
    (row,) = timescale_rows(make_outline(VISITS, {"D1": {"value": days}}, standards=standards))

    assert (1, "met", True) == (row.number, row.cells[0].tone, "visits" in row.remarks[0].text)


def test_question_without_a_timescale_has_no_line():
    """Only questions with a timescale are listed."""
    assert [] == timescale_rows(make_outline(ONE))


def test_a_column_has_room_for_its_title(theme):
    """However narrow it is meant to be: a title may be long in another language."""
    short, long = (column_lefts(theme, [Column(each, 40)], 800) for each in ("Due", "Due " * 20))

    assert long[0] < short[0]


def test_a_pill_wider_than_its_column_stands_below_the_words(theme):
    """It would lie over the next; a shorter one beside it keeps its place."""
    columns = [Column("Given", 90), Column("State", 120)]
    heights = [
        RowPicture(theme, Row("Overall", cells=(Cell(word, "ok"),)), columns, 800).height
        for word in ("Good", "Requires improvement to be good")
    ]

    assert heights[0] < heights[1]


def test_words_below_are_as_high_as_they_need(theme):
    """Where a row is too narrow for its columns, plain words wrap."""
    columns = [Column("Found", 210)]
    heights = [
        RowPicture(theme, Row("Not seen", cells=(Cell(words),)), columns, 200).height
        for words in ("Today", "21 November 2026 at half past nine in the morning")
    ]

    assert heights[1] >= heights[0] + theme.line_height("small")
