# SPDX-License-Identifier: MPL-2.0
"""Test the page of actions and registers: its parts, and what it keeps over a lock."""

import pytest

from auditapp.exports.orders import ReportOfOne
from auditapp.model.follow_up import ActionStatus
from auditapp.model.register import QualityActivity
from auditapp.model.report_kinds import ReportKind
from auditapp.operations.action_steps import GivenStep
from ui.actions.actions_view import ACTIONS
from ui.actions.deeds import Deed
from ui.walkthrough.steps import FEEDBACK, Step, StepKind


def show_part(page, settle, name):
    """Press the button of a part and wait for its lines."""
    page.buttons[name].click()
    settle()
    return page.part(name)


def lines(part):
    """Return what a part shows: titles with the texts of their cells."""
    return [
        (each.row.title, *(cell.text for cell in each.row.cells))
        for each in part.list.model_of_rows.rows
    ]


def choose(part, row):
    """Choose a line as Enter does."""
    part.list.row_chosen.emit(part.list.model_of_rows.rows[row].key)


@pytest.mark.parametrize(
    "name", ["concerns", "disputes", "learning", "activities", "feedback", "themes"]
)
def test_each_part_has_a_button(page, settle, name):
    """One is down at a time, and only its part is on show."""
    part = show_part(page, settle, name)
    assert part.isVisible()
    assert not page.actions_part.isVisible()
    down = [each for each, button in page.buttons.items() if button.isChecked()]
    assert [name] == down


def test_concerns_say_how_long_it_took(page, said, settle, qtbot):
    """The open one first; choosing it leads to its question."""
    part = show_part(page, settle, "concerns")
    first, second = lines(part)
    assert ("A bruise nobody asked about", "Nobody told", "Open") == (first[0], *first[2:])
    assert ("No bed of his own", "2 hours", "Closed") == (second[0], *second[2:])
    with qtbot.waitSignal(page.audit_asked) as asked:
        choose(part, 0)
    assert Step(StepKind.QUESTION, "visits/VS2") == asked.args[1]
    part.state.combo_box.setCurrentIndex(part.state.combo_box.findData("closed"))
    part.state._on_activated(part.state.combo_box.currentIndex())
    assert ["No bed of his own"] == [each[0] for each in lines(part)]


def test_feedback_stands_in_peoples_own_words(page, said, settle, qtbot):
    """Or why nobody asked; what came of it is told apart."""
    part = show_part(page, settle, "feedback")
    shown = {(each[0], each[3]) for each in lines(part)}
    assert {
        ("They listen.", "Replied"),
        ("Asked; nothing is written down yet", "Asked, no reply"),
        ("Not asked: A loss in the family", "Not asked"),
        ("Not asked: nobody said why", "Not asked"),
        ("Not settled yet", "Not settled"),
    } == shown
    with qtbot.waitSignal(page.audit_asked) as asked:
        choose(part, 0)
    assert FEEDBACK == asked.args[1]


def test_questions_are_printed_for_a_case(page, said, settle, qtbot, places):
    """Of the audit itself, not of a second reading; a reference that is none is said to be."""
    part = show_part(page, settle, "feedback")
    part.add_button.click()
    dialog = part.dialog
    dialog.button.click()
    assert "no audit of this case" in dialog.reference.error
    dialog.reference.set_text(" hx-1 ")
    with qtbot.waitSignal(page.report_asked) as asked:
        dialog.button.click()
    assert [ReportOfOne(ReportKind.QUESTIONS, places[1][0])] == asked.args
    assert None is part.dialog


def test_questions_can_be_printed_before_anybody_said_anything(page, places, settle):
    """That is what they are for."""
    part = show_part(page, settle, "feedback")
    part.states.nothing.button.click()
    assert "" == part.dialog.reference.text
    part.dialog.reject()


def test_the_case_that_was_typed_comes_back(page, said, make_page, settle):
    """After a lock."""
    part = show_part(page, settle, "feedback")
    part.add_button.click()
    part.dialog.reference.set_text("HX")
    sealed = page.sealed_place()
    part.dialog.reject()
    again = make_page()
    again.resume(sealed)
    settle()
    dialog = again.part("feedback").dialog
    assert "HX" == dialog.reference.text
    dialog.reject()


def test_themes_stand_side_by_side(page, settle, workspace, by):
    """What audits ask for beside what a complaint found; choosing one looks for its actions."""
    theme = workspace.action_choices().themes[0]
    fields = {"author": by.name, "created_at": by.now, "held_on": by.now.date()}
    for name in (theme.upper(), ""):
        entry = QualityActivity(kind="complaint", found="Nobody rang back.", theme=name, **fields)
        workspace.add_to_register(entry, by)
    part = show_part(page, settle, "themes")
    assert [(theme, "3", "0", "0", "1"), ("No theme named", "0", "0", "0", "1")] == lines(part)
    choose(part, 0)
    settle()
    assert page.actions_part.isVisible()
    assert theme == page.actions_part.filter_bar.theme.value


def test_searching_looks_everywhere_in_a_line(page, said, settle, qtbot):
    """Words, case and team; nothing found offers everything again."""
    part = show_part(page, settle, "feedback")
    qtbot.keyClicks(part.search.line_edit, "listen hx-0")
    assert 1 == len(lines(part))
    qtbot.keyClicks(part.search.line_edit, "zzz")
    assert part.states.not_found is part.states.currentWidget()
    part.states.not_found.button.click()
    assert 5 == len(lines(part))


def test_what_was_looked_for_and_typed_comes_back(page, places, make_page, settle):
    """Sealed, on a new page over the same workspace; no word of it is plain."""
    page.actions_part.filter_bar.search.set_text("letter")
    page.actions_part.desk.ask(Deed.DROP, [places[0]])
    page.actions_part.desk.dialog.words.set_text("Half a reason")
    sealed = page.sealed_place()
    assert b"Half" not in sealed
    page.actions_part.desk.dialog.reject()
    again = make_page()
    again.resume(sealed)
    settle()
    assert "letter" == again.actions_part.filter_bar.search.text
    dialog = again.actions_part.desk.dialog
    assert (Deed.DROP, "Half a reason") == (dialog.deed, dialog.words.text)
    dialog.reject()


def test_the_part_and_the_form_of_an_entry_come_back(page, make_page, settle):
    """With half a day in it."""
    part = show_part(page, settle, "disputes")
    part.desk.ask()
    form = part.desk.dialog.form
    form.editors["matter"].set_text("Who pays for the taxi")
    form.editors["reply_due"].set_text("3 De")
    sealed = page.sealed_place()
    part.desk.dialog.reject()
    again = make_page()
    again.resume(sealed)
    settle()
    assert again.buttons["disputes"].isChecked()
    form = again.part("disputes").desk.dialog.form
    assert ("Who pays for the taxi", "3 De") == (
        form.editors["matter"].text,
        form.editors["reply_due"].text,
    )
    again.part("disputes").desk.dialog.reject()


def test_another_page_leads_to_one_action(page, places, settle, workspace, by):
    """Whatever was looked for, settled or not; any search brings the others back."""
    workspace.progress_actions(places[:1], GivenStep(ActionStatus.DROPPED, "Moved away."), by)
    page.show_part("disputes")
    part = page.actions_part
    part.filter_bar.show_words({"owner": "Social worker"})
    page.show_action(*places[0])
    settle()
    assert part.isVisible()
    assert [("Write a letter", ActionStatus.DROPPED)] == [
        (each.row.title, part.pane.story.action.status) for each in part.list.model_of_rows.rows
    ]
    assert part.only_banner.isVisible()
    part.only_banner.buttons[0].click()
    settle()
    assert not part.only_banner.isVisible()
    assert ["Visit at school"] == [each.row.title for each in part.list.model_of_rows.rows]


def test_an_action_that_is_gone_is_said_to_be(page, places, settle):
    """There is a way to the others from there."""
    page.show_action(places[0][0], "f" * 32)
    settle()
    part = page.actions_part
    assert part.states.not_found is part.states.currentWidget()
    part.states.not_found.button.click()
    settle()
    assert 3 == len(lines(part))


def test_the_one_action_is_still_on_show_after_a_lock(page, places, make_page, settle):
    """With its banner."""
    page.show_action(*places[1])
    settle()
    again = make_page()
    again.resume(page.sealed_place())
    settle()
    assert "Visit at school" == again.actions_part.pane.story.action.what
    assert again.actions_part.only_banner.isVisible()


def test_words_sealed_elsewhere_change_nothing(page):
    """Another workspace cannot be read."""
    page.resume(b"nothing of ours")
    assert page.buttons[ACTIONS].isChecked()


def test_stopping_ends_all_work(page, settle):
    """As before a lock."""
    for name in page.buttons:
        page.show_part(name)
    page.stop()
    settle()
    assert page.isVisible()
