# SPDX-License-Identifier: MPL-2.0
"""Test the rows of the section list."""

from dataclasses import replace

from PySide6.QtCore import Qt

from auditapp.model.follow_up import Action, ActionStatus
from auditapp.model.ids import SectionKey
from tests.making import Clock
from tests.ui.review.answering import answer_all, finish, make_grade
from ui.walkthrough.question_item import QuestionSearch
from ui.walkthrough.question_list_model import QuestionListModel
from ui.walkthrough.stage_list import StageList
from ui.walkthrough.stage_list_model import ROW_ROLE, StageListModel, StageRow
from ui.walkthrough.steps import REPORT, REVIEW, Walk


def make_model(open_audit):
    """Return a model of the audit as it stands."""
    model = StageListModel()
    model.show_walk(Walk(open_audit.outline), open_audit.outline)
    return model


def first_section(model):
    """Return the row of the first section."""
    return model.index_of_stage(1).data(ROW_ROLE)


def test_the_models_are_sound(open_audit, qtmodeltester):
    """Qt's own checks find nothing."""
    qtmodeltester.check(make_model(open_audit))
    questions = QuestionListModel(checkable=True)
    questions.set_items(QuestionSearch(open_audit.outline).find(""))
    qtmodeltester.check(questions)


def test_a_section_says_how_far_it_is_and_how_many_actions_it_has(open_audit):
    """Dropped actions do not count."""
    first = open_audit.outline.sections[0].questions[0].key
    open_audit.change_answer(first, not_applicable=True, reason="Closed.")
    for status in (ActionStatus.OPEN, ActionStatus.DROPPED):
        action = Action(what="Visit", question=first, status=status, created_at=Clock().now)
        open_audit.put_action(None, action)
    model = make_model(open_audit)
    questions = open_audit.outline.sections[0].questions
    count = sum(asked.question.required for asked in questions)
    title = open_audit.outline.sections[0].section.title
    assert f"1 of {count}  ·  1 action" == first_section(model).note
    spoken = model.index_of_stage(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert f"{title}, 1 of {count} answered, 1 action" == spoken


def test_a_section_that_may_stay_empty_is_not_counted(open_audit):
    """Nought of nought would be no answer to how far it is."""
    outline = open_audit.outline
    optional = next(asked for asked in outline.questions if not asked.question.required)
    section = replace(outline.section_by_key[optional.section], questions=(optional,))
    outline = replace(outline, sections=(section,))
    model = StageListModel()
    model.show_walk(Walk(outline), outline)
    assert first_section(model).note.startswith("Optional")
    assert first_section(model).spoken.startswith("Optional")


def test_a_section_is_done_when_it_is_graded(open_audit):
    """Answering all of it is not enough."""
    answer_all(open_audit)
    row = first_section(make_model(open_audit))
    assert (1.0, False) == (row.share, row.is_done)
    assert row.note.endswith("no grade yet")
    open_audit.give_grade(SectionKey(open_audit.outline.sections[0].key), make_grade())
    assert first_section(make_model(open_audit)).is_done


def test_only_the_rows_that_changed_are_told(open_audit):
    """The list does not jump while one types."""
    model, told = make_model(open_audit), []
    model.dataChanged.connect(lambda first, _last: told.append(first.row()))
    open_audit.change_answer(open_audit.outline.questions[0].key, not_applicable=True)
    model.show_walk(Walk(open_audit.outline), open_audit.outline)
    assert [1] == told


def test_the_review_is_done_when_it_is_signed_off(open_audit):
    """The report is not counted at all."""
    finish(open_audit)
    open_audit.sign_off()
    walk = Walk(open_audit.outline)
    model = make_model(open_audit)
    review = model.index_of_stage(walk.stage_number(REVIEW)).data(ROW_ROLE)
    report = model.index_of_stage(walk.stage_number(REPORT)).data(ROW_ROLE)
    assert ("Signed off", True) == (review.note, review.is_done)
    assert report.share is None


def test_the_title_of_a_checklist_is_whole(open_audit, theme, show):
    """A long one takes a second line; it is not cut off."""
    model = make_model(open_audit)
    model._rows = [StageRow("Pathway planning and care leavers"), *model._rows]
    stages = show(StageList(theme, model), 600, 600)
    heading = model.index(0, 0)
    on_one_line = stages.visualRect(heading).height()
    stages.resize(160, 600)
    stages.doItemsLayout()
    assert on_one_line < stages.visualRect(heading).height()
