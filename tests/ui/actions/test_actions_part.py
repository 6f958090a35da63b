# SPDX-License-Identifier: MPL-2.0
"""Test the list of the actions of all audits, on a real store."""

import datetime as dt
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible

from auditapp.model.follow_up import ActionStatus
from auditapp.operations.action_steps import GivenStep
from tests.ui.actions.conftest import WHATS
from tests.ui.actions.part_hands import do, mark, spoken, titles
from ui.actions.deeds import Deed
from ui.walkthrough.steps import Step, StepKind


def test_all_actions_stand_in_the_order_in_which_they_are_due(part):
    """With owner, day and state; a vague one says what it leaves open."""
    assert ["Write a letter", "Visit at school", "An action without words"] == titles(part)
    assert "Owner: Team manager" in spoken(part, 0)
    assert "5 days overdue" in spoken(part, 0)
    assert "Still vague" in spoken(part, 2)
    assert "3 actions are shown." in part.count.text()
    assert "3 open, 1 overdue, 1 due within 14 days" in part.count.text()


def test_the_first_line_is_marked_by_the_space_bar(part, qtbot):
    """The arrow keys mark what they come to, and nobody comes to the first line by one."""
    part.list.setFocus()
    assert [] == part.marked
    qtbot.keyClick(part.list, Qt.Key.Key_Space)
    assert part.marked == [part.list.model_of_rows.rows[0].key]


def test_the_pane_says_what_to_do_about_words_that_are_missing(part, signed_places, settle):
    """Whether it is done here or in the audit."""
    row = part.list.model_of_rows.rows[2].key
    mark(part, settle, row)
    assert "Put it right in the audit" in part.pane._vague.accessibleDescription()


@pytest.mark.parametrize(
    ("fields", "hint"),
    [
        ({"due": None}, "Give it here"),
        ({"how_we_will_know": ""}, "The words are put right by amending the audit."),
        ({"how_we_will_know": "", "owner_role": ""}, "Date and owner are given here;"),
    ],
)
def test_a_signed_action_that_is_vague_says_where_to_mend_it(
    part, signed_places, workspace, fields, hint
):
    """Here, by amending the audit, or both."""
    story = workspace.action_story(signed_places[0], "")
    part.pane.show_story(replace(story, action=story.action.model_copy(update=fields)))
    assert part.pane._vague.accessibleDescription().startswith(hint)


def test_the_pane_tells_all_of_the_action_that_is_marked(part, places, settle):
    """Its question and answer, and what can be done with it."""
    mark(part, settle, places[0])
    story = part.pane.story
    assert ("HX-0", "Not met") == (story.reference, story.answer)
    offered = {deed for deed, button in part.pane.buttons.items() if not button.isHidden()}
    assert {Deed.DONE, Deed.DROP} == offered


def test_done_needs_evidence_and_another_person_verifies(part, places, settle, workspace):
    """Whoever said it was done sees that they cannot."""
    mark(part, settle, places[0])
    do(part, Deed.DONE, settle)
    assert "Write what shows" in part.desk.dialog.words.error
    part.desk.dialog.words.set_text("It is on the file.")
    part.desk.dialog.button.click()
    settle()
    assert None is part.desk.dialog
    assert ActionStatus.DONE is workspace.action_story(places[0], "").action.status
    mark(part, settle, places[0])
    assert not part.pane.buttons[Deed.VERIFY].isEnabled()
    part.desk.ask(Deed.VERIFY, [places[0]])
    part.desk.dialog.button.click()
    settle()
    assert "somebody else" in part.desk.dialog.banner.accessibleName()
    part.desk.dialog.name.set_text("A. Manager")
    part.desk.dialog.button.click()
    settle()
    assert ActionStatus.VERIFIED is workspace.action_story(places[0], "").action.status
    assert 2 == len(titles(part))


@pytest.mark.parametrize("deed", [Deed.DROP, Deed.REOPEN])
def test_dropping_and_opening_again_need_a_reason(part, places, settle, workspace, by, deed):
    """It stays on record."""
    if deed is Deed.REOPEN:
        workspace.progress_actions(places[:1], GivenStep(ActionStatus.DONE, "Sent."), by)
        part.refresh()
        settle()
    mark(part, settle, places[0])
    do(part, deed, settle, words="It turned out otherwise.")
    story = workspace.action_story(places[0], "")
    assert "It turned out otherwise." in str((story.course, story.action))


def test_a_signed_action_gets_another_date_and_owner(part, signed_places, settle, by):
    """For a reason; the first ones stay in sight, and nobody calls it overdue any more."""
    later = by.now.date() + dt.timedelta(days=7)
    mark(part, settle, signed_places[0])
    part.pane.buttons[Deed.MOVE].click()
    dialog = part.desk.dialog
    assert "Team manager" == dialog.owner.text
    dialog.due.set_date(later)
    dialog.owner.set_text("Duty worker")
    dialog.button.click()
    assert "Write why" in dialog.words.error
    dialog.words.set_text("Off sick until then.")
    dialog.button.click()
    settle()
    told = part.pane.story.action
    assert (later, "Duty worker", 1) == (told.due, told.owner_role, told.due_moves)
    row = next(r for r in range(3) if "Write a letter" == titles(part)[r])
    assert "First due 16 November 2026, moved once. At first: Team manager" in spoken(part, row)
    assert "0 overdue" in part.count.text()


def test_a_date_that_is_none_is_not_taken(part, signed_places, settle):
    """The dialog stays, with what was typed."""
    mark(part, settle, signed_places[0])
    part.pane.buttons[Deed.MOVE].click()
    dialog = part.desk.dialog
    dialog.words.set_text("Off sick.")
    dialog.due.set_text("soonish")
    dialog.button.click()
    assert "This is not a date." in dialog.due.error
    assert "soonish" == dialog.typed()["due"]
    dialog.reject()


def test_before_the_sign_off_the_action_itself_is_changed(part, places, settle):
    """There is no step for it then."""
    mark(part, settle, places[0])
    assert part.pane.buttons[Deed.MOVE].isHidden()


def test_several_take_a_step_at_once(part, places, settle, workspace):
    """One pane, one dialog, one evidence; and it is said how many."""
    mark(part, settle, *places[:2])
    assert part.pane.story is None
    do(part, Deed.DONE, settle, words="Seen at the panel.")
    assert "2 actions were changed" == part.desk.banner.accessibleName()
    assert {ActionStatus.DONE} == {
        workspace.action_story(place, "").action.status for place in places[:2]
    }


def test_what_could_not_be_done_of_several_is_said(part, places, settle, workspace, by):
    """With its reason; the others are done."""
    mark(part, settle, *places[:2])
    workspace.progress_actions(places[:1], GivenStep(ActionStatus.DROPPED, "No."), by)
    do(part, Deed.DONE, settle, words="Seen at the panel.")
    assert "1 action was changed" == part.desk.banner.accessibleName()
    assert "Only an open action can be done." in part.desk.banner.accessibleDescription()


def test_nothing_is_lost_when_it_cannot_be_written(part, places, settle, full_disk):
    """The dialog stays, with what was typed and why."""
    mark(part, settle, places[0])
    full_disk.set()
    do(part, Deed.DROP, settle, words="Not needed any more.")
    assert "Not needed any more." == part.desk.dialog.words.text
    assert part.desk.dialog.banner.isVisible()
    full_disk.clear()
    part.desk.dialog.button.click()
    settle()
    assert None is part.desk.dialog


def test_a_dialog_without_a_name_is_not_taken(part, places, settle):
    """Somebody says so."""
    mark(part, settle, places[0])
    do(part, Deed.DROP, settle, words="Not needed.", name=" ")
    assert "Say who says so." == part.desk.dialog.name.error
    part.desk.dialog.reject()


def test_the_audit_is_opened_at_the_question(part, places, settle, qtbot):
    """From the pane."""
    mark(part, settle, places[1])
    with qtbot.waitSignal(part.audit_asked) as asked:
        part.pane.open_button.click()
    assert [places[1][0], Step(StepKind.QUESTION, "visits/VS2")] == asked.args


def test_the_plan_holds_what_the_list_shows(part, settle, outside, jobs, qtbot):
    """It is looked at, saved and printed; each owner by themselves."""
    part.filter_bar.show_words({"owner": "Team manager"})
    part.filter_bar.filter_changed.emit()
    settle()
    part.plan_button.click()
    plan = part.plan.dialog
    qtbot.waitUntil(lambda: plan.pane.file is not None, timeout=60_000)
    settle()
    assert 2 == len(plan.order.actions)
    plan.header.save_button.click()
    plan.dialog.go_on_button.click()
    settle()
    if plan.outgoing.dialog is not None:
        plan.outgoing.dialog.accept()
    settle()
    assert outside.path.exists()
    plan.reject()
    assert None is part.plan.dialog


def test_further_actions_come_as_the_list_is_scrolled(part, settle, monkeypatch):
    """Each once, in their order."""
    monkeypatch.setattr("ui.actions.action_finder.AT_A_TIME", 2)
    part.refresh()
    settle()
    while part.list.model_of_rows.has_more:
        part.list.scrollToBottom()
        part.list.model_of_rows.fetchMore(part.list.rootIndex())
        settle()
    assert len(WHATS) == len(titles(part))
    assert len(WHATS) == len({each.key for each in part.list.model_of_rows.rows})


def test_the_keyboard_alone_is_enough(part, settle, qtbot):
    """Arrow keys mark what the pane tells."""
    part.list.setFocus()
    qtbot.keyClick(part.list, Qt.Key.Key_Down)
    settle()
    assert "Visit at school" == part.pane.story.action.what
    interface = QAccessible.queryAccessibleInterface(part.list)
    assert "Actions" == interface.text(QAccessible.Text.Name)


def test_no_actions_say_how_they_come_here(make_page):
    """And nothing is offered that leads nowhere."""
    part = make_page().actions_part
    assert part.states.nothing is part.states.currentWidget()
    assert part.filter_bar.isHidden()
    assert not part.plan_button.isVisible()


def test_a_failure_is_said_with_a_way_out(part, settle, monkeypatch, workspace):
    """Trying again brings the list back."""

    def refuse(**_more):
        raise OSError(5, "Input/output error")

    with monkeypatch.context() as patch:
        patch.setattr(workspace, "insight_tables", refuse)
        part.refresh()
        settle()
        assert part.states.failed is part.states.currentWidget()
    part.states.failed.button.click()
    settle()
    assert part.states.has_rows


def test_the_pane_stands_below_where_it_is_narrow(places, make_page, settle):
    """Nothing is wider than the window."""
    part = make_page(560, 900).actions_part
    mark(part, settle, places[0])
    assert part.beside._area.y() > part.states.y()
    assert part.width() <= 560


def test_the_pane_says_how_to_see_an_action(part, places, settle):
    """Until one is marked, in the middle of the room; then in its place what is to be said."""
    nothing = part.pane._nothing
    assert (True, False) == (nothing.isVisible(), part.pane._title.isVisible())
    part.list.mark([places[0]])
    settle()
    assert (False, True) == (nothing.isVisible(), part.pane._title.isVisible())
