# SPDX-License-Identifier: MPL-2.0
"""A try-out: the walk of an audit over one checklist, of which nothing is kept."""

import pytest
from PySide6.QtCore import Qt

from auditapp.checklist.xlsform.importing import import_workbook
from auditapp.model.front_sheet import Cohort
from auditapp.model.grade import GradeBand
from tests.making import make_front
from tests.ui.checklists.chosen_outside import ChosenOutside
from ui.checklists.child_dialog import ChildDialog
from ui.checklists.savings import SaveKind
from ui.checklists.try_out_view import TryOutView
from ui.error_dialog import ErrorDialog
from ui.keys.commands import CommandId
from ui.walkthrough.steps import OVERALL, Step, StepKind

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def try_out(theme, workspace, preferences, jobs, show):
    """Return a function that shows the try-out of a checklist; each ends after the test."""
    made = []

    def try_out(checklist_id="education", **front):
        headers, _broken = workspace.checklists()
        header = next(each for each in headers if each.id == checklist_id)
        front = make_front(**{"cohorts": tuple(Cohort)} | front)
        view = TryOutView(theme, workspace.practise(header, front), workspace, preferences, jobs)
        made.append(view)
        show(view)
        view.show_step(view.start_place())
        return view

    yield try_out
    for view in made:
        view.end()


def files(folder):
    """Return every file below a folder, with its bytes."""
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_it_begins_at_the_first_question_and_says_what_it_is(try_out):
    """Sections and the overall grades are there, front sheet and report are not."""
    view = try_out()
    assert StepKind.QUESTION is view.step.kind
    assert "This is a try-out. Nothing you enter is kept." == view.strip.banner.accessibleName()
    kinds = {step.kind for step in view._walk.steps}
    assert {StepKind.QUESTION, StepKind.SECTION_GRADE, StepKind.OVERALL} == kinds


def test_answers_react_and_nothing_is_stored(qtbot, try_out, workspace):
    """The list counts, questions that depend on the answer come and go, and no file changes."""
    view = try_out()
    before = files(workspace.paths.home)
    asked = []
    for digit in (Qt.Key.Key_1, Qt.Key.Key_2):
        qtbot.keyClick(view, digit, CTRL)
        asked.append([each.key for each in view.open_audit.outline.questions])
    assert asked[0] != asked[1]
    assert f"{len(asked[1])} questions are asked" in view.strip.banner.accessibleDescription()
    view.open_audit.flush()
    assert before == files(workspace.paths.home)


def test_the_rules_suggest_a_grade(try_out):
    """The grade of a section is suggested from the answers tried."""
    view = try_out()
    asked = [
        each for each in view.open_audit.outline.questions if each.question.scale == "compliance"
    ]
    section = view.open_audit.outline.section_by_key[asked[0].section]
    for each in asked:
        view.open_audit.change_answer(each.key, value="not_met")
    view.show_step(Step(StepKind.SECTION_GRADE, section.key))
    card = view.pages.card(StepKind.SECTION_GRADE)
    assert card.form.suggestion.band in (GradeBand.REQUIRES_IMPROVEMENT, GradeBand.INADEQUATE)
    card.choose(2)
    assert GradeBand.GOOD is view.open_audit.audit.grades[section.key].band


def test_undo_takes_an_answer_back(qtbot, try_out):
    """By its button, as in an audit."""
    view = try_out()
    key = view.step.question
    qtbot.keyClick(view, Qt.Key.Key_1, CTRL)
    view.header.button(CommandId.UNDO).click()
    qtbot.waitUntil(lambda: not view.open_audit.audit.answer(key).is_given)
    view.header.button(CommandId.REDO).click()
    qtbot.waitUntil(lambda: view.open_audit.audit.answer(key).is_given)


def test_the_kind_of_child_decides_what_is_asked(try_out):
    """Fewer groups, fewer questions; the strip says for whom."""
    view = try_out()
    every = len(view.open_audit.outline.questions)
    assert "Kind of child: every group." in view.strip.banner.accessibleDescription()
    view.header.child.click()
    (dialog,) = view.findChildren(ChildDialog)
    for cohort in set(Cohort) - {Cohort.CHILD_IN_NEED}:
        dialog.groups.box(cohort.value).setChecked(False)
    dialog.use_button.click()
    assert every > len(view.open_audit.outline.questions)
    assert "Child in need" in view.strip.banner.accessibleDescription()


def test_every_group_is_ticked_by_one_button(try_out):
    """The dialog begins with what is in force."""
    view = try_out(cohorts=())
    assert "Kind of child: no group." in view.strip.banner.accessibleDescription()
    view.header.child.click()
    (dialog,) = view.findChildren(ChildDialog)
    assert () == dialog.groups.values
    dialog.all_button.click()
    dialog.use_button.click()
    assert tuple(Cohort) == view.open_audit.audit.front.cohorts


def test_undoing_the_kind_of_child_stays_in_the_walk(qtbot, try_out):
    """There is no front sheet to go to."""
    view = try_out()
    view.header.child.click()
    (dialog,) = view.findChildren(ChildDialog)
    dialog.groups.set_values(())
    dialog.use_button.click()
    view.show_step(OVERALL)
    view.header.button(CommandId.UNDO).click()
    qtbot.waitUntil(lambda: tuple(Cohort) == view.open_audit.audit.front.cohorts)
    assert OVERALL == view.step


def test_a_concern_is_not_recorded_here(qtbot, try_out):
    """Nobody is left to believe that a worry about a child was written down."""
    view = try_out("seen-and-safe")
    asked, answer = next(
        (asked, answer)
        for asked in view.open_audit.outline.questions
        for answer in asked.question.answers
        if answer.raises
    )
    view.show_step(Step(StepKind.QUESTION, asked.key))
    view.open_audit.change_answer(asked.key, value=answer.id)
    banner = view.pages.card(StepKind.QUESTION).notices_part.concern
    assert banner.isVisible()
    banner.buttons[0].click()
    (dialog,) = view.findChildren(ErrorDialog)
    assert "This is only a try-out" == dialog.windowTitle()
    assert {} == view.open_audit.audit.concerns
    dialog.accept()


@pytest.mark.parametrize("way", ["escape", "button", "icon", "key"])
def test_it_is_left(qtbot, try_out, way):
    """By Esc, by its button in either form, and by the key that leaves an audit."""
    view = try_out()
    with qtbot.waitSignal(view.left):
        if way == "escape":
            qtbot.keyClick(view.pages.card(StepKind.QUESTION).note_part.field.text_edit, "\x1b")
        elif way == "key":
            qtbot.keyClick(view, Qt.Key.Key_Home, Qt.KeyboardModifier.AltModifier)
        else:
            (view.header.leave if way == "button" else view.header.leave_icon).click()


def test_escape_closes_an_open_pane_first(qtbot, try_out):
    """In a narrow window the guidance lies over the question."""
    view = try_out()
    view.resize(560, 700)
    view.header.button(CommandId.GUIDANCE).click()
    assert view.panes.open_pane is view.guidance
    with qtbot.assertNotEmitted(view.left):
        qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert view.panes.open_pane is None


def test_the_head_fits_the_window(try_out, theme):
    """Words become icons where there is no room, and one way out is always there."""
    view = try_out()
    assert view.header.leave.isVisible()
    theme.set_text_scale(2.0)
    view.resize(560, 700)
    assert view.header.leave_icon.isVisible()
    assert not view.header.leave.isVisible()
    assert not view.grab().isNull()


def choose(view, kind):
    """Choose a form in the menu under the button that saves."""
    view.header.save.click()
    menu = view.header.save_menu
    next(action for action in menu.actions() if action.data() is kind).trigger()
    menu.close()


@pytest.mark.timeout(300)  # the first one waits for the fonts
def test_the_blank_checklist_is_saved_and_opened(try_out, qtbot, tmp_path):
    """It is named after checklist and version, and can be opened from there."""
    view = try_out()
    desk = view.desk._outside = ChosenOutside(tmp_path)
    assert view.desk.isHidden()
    choose(view, SaveKind.PAPER)
    qtbot.waitUntil(view.desk.banner.isVisible, timeout=120_000)
    (saved,) = tmp_path.glob("*.pdf")
    assert "education-1.0.pdf" == saved.name
    assert saved.read_bytes().startswith(b"%PDF-")
    view.desk.banner.buttons[0].click()
    assert [saved] == desk.opened
    view.desk.banner.buttons[1].click()
    assert view.desk.isHidden()


def test_nothing_is_saved_when_no_file_is_chosen(try_out, qtbot):
    """A cancelled dialog leaves everything as it was."""
    view = try_out()
    view.desk._outside = ChosenOutside(None)
    choose(view, SaveKind.PAPER)
    assert view.desk.isHidden()
    assert view.desk.work_bar.job is None


def test_the_spreadsheet_and_the_checklist_file_are_saved(try_out, qtbot, tmp_path, workspace):
    """The spreadsheet gives the same checklist back; the file is the one that came, to the byte."""
    view = try_out()
    view.desk._outside = ChosenOutside(tmp_path)
    for kind in (SaveKind.SPREADSHEET, SaveKind.CHECKLIST):
        choose(view, kind)
        qtbot.waitUntil(view.desk.banner.isVisible, timeout=20_000)
        assert view.desk.banner.accessibleName().startswith("Saved as education-1.0.")
        view.desk.banner.buttons[1].click()
    loaded = workspace.library.find("education", "1.0")
    data = (tmp_path / "education-1.0.xlsx").read_bytes()
    assert loaded.checklist == import_workbook(data, "education-1.0.xlsx").checklist
    assert loaded.data == (tmp_path / "education-1.0.yaml").read_bytes()


def test_what_cannot_be_saved_says_why(try_out, qtbot, workspace):
    """Among the audits nothing is written; there is nothing to open then."""
    view = try_out()
    view.desk._outside = ChosenOutside(workspace.paths.store)
    before = files(workspace.paths.home)
    choose(view, SaveKind.SPREADSHEET)
    qtbot.waitUntil(view.desk.banner.isVisible, timeout=20_000)
    assert "Nothing can be saved in the folder" in view.desk.banner.accessibleName()
    assert not view.desk.banner.buttons[0].isVisible()
    assert before == files(workspace.paths.home)


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_forms_are_chosen_by_keyboard(try_out, qtbot, theme, scale):
    """Space opens the menu at either button, the arrow goes on, and Enter chooses."""
    view = try_out()
    theme.set_text_scale(scale)
    view.header.resize(560 if scale > 1 else 1366, view.header.height())
    button = view.header.save_icon if scale > 1 else view.header.save
    assert button.isVisible()
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)
    menu = view.header.save_menu
    qtbot.waitUntil(menu.isVisible)
    qtbot.keyClick(menu, Qt.Key.Key_Down)
    with qtbot.waitSignal(view.header.save_asked) as asked:
        view.desk._outside = ChosenOutside(None)
        qtbot.keyClick(menu, Qt.Key.Key_Return)
    assert [SaveKind.SPREADSHEET] == asked.args
