# SPDX-License-Identifier: MPL-2.0
"""Test the actions that follow from an answer."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from auditapp.model.follow_up import Action, ActionStatus


@pytest.fixture
def part(card, ask):
    """Return the part of the card with the actions; its question has none."""
    ask("VS2")
    return card.actions_part


@pytest.fixture
def kept(open_audit):
    """Return a function that returns what is to be done by the actions kept, oldest first."""
    return lambda: [action.what for action in open_audit.audit.actions.values()]


@pytest.fixture
def put(open_audit, workspace):
    """Return a function that adds an action to the question from elsewhere."""

    def put(what, **fields):
        action = Action(what=what, question="visits/VS2", created_at=workspace.clock(), **fields)
        workspace.clock.move(minutes=1)
        return open_audit.put_action(None, action)

    return put


def write(card, form, what):
    """Write what is to be done and let it settle."""
    QTest.keyClicks(form.what.text_edit, what)
    card.settle_now()


def test_the_box_opens_a_form_due_in_two_weeks(card, part, open_audit):
    """Nothing is kept yet: an empty action says nothing."""
    card.follow_up.action_box.click()
    form = part.forms[0]
    assert form.what.text_edit.hasFocus()
    assert dt.date(2026, 12, 5) == form.due.date
    assert {} == open_audit.audit.actions


def test_writing_makes_an_action_of_the_draft(card, part, open_audit, qtbot):
    """The first words make it an action, with the question it follows from."""
    card.follow_up.action_box.click()
    with qtbot.waitSignal(card.action_count_changed) as counted:
        write(card, part.forms[0], "See him alone.")
    assert [1] == counted.args
    (action,) = open_audit.audit.actions.values()
    assert ("See him alone.", "visits/VS2", dt.date(2026, 12, 5)) == (
        action.what,
        action.question,
        action.due,
    )
    assert ["Action raised"] == card.heading.marks


def test_one_action_grows_field_by_field(card, part, open_audit):
    """All fields belong to the one action, in whatever order they are filled in."""
    card.follow_up.action_box.click()
    form = part.forms[0]
    QTest.keyClicks(form.owner.line_edit, "Team manager")
    QTest.keyClicks(form.how.line_edit, "Next three records")
    write(card, form, "See him alone.")
    form.due.line_edit.selectAll()
    QTest.keyClicks(form.due.line_edit, "1/12/26")
    card.settle_now()
    (action,) = open_audit.audit.actions.values()
    assert ("See him alone.", "Team manager", dt.date(2026, 12, 1), "Next three records") == (
        action.what,
        action.owner_role,
        action.due,
        action.how_we_will_know,
    )


def test_a_vague_action_is_nudged_in_words(card, part, put, open_audit):
    """The nudge names what is missing, and goes."""
    key = put("See him alone.")
    form = part.forms[0]
    assert "It does not say who does it, by when or how we will know" in form.nudge.text()
    whole = open_audit.audit.actions[key].model_copy(
        update={
            "owner_role": "Social worker",
            "due": dt.date(2026, 12, 1),
            "how_we_will_know": "Next record",
        }
    )
    open_audit.put_action(key, whole)
    assert form.nudge.isHidden()


def test_a_draft_is_not_nudged(card, part):
    """Nobody is told off before the first word."""
    card.follow_up.action_box.click()
    assert part.forms[0].nudge.isHidden()


def test_several_actions(card, part, kept):
    """A question may lead to more than one action."""
    card.follow_up.action_box.click()
    write(card, part.forms[0], "See him alone.")
    part.more_button.click()
    assert part.forms[1].what.text_edit.hasFocus()
    assert part.more_button.isHidden()
    write(card, part.forms[1], "Tell the reviewing officer.")
    assert ["See him alone.", "Tell the reviewing officer."] == kept()
    assert ["2 actions raised"] == card.heading.marks


def test_a_removed_action_is_offered_back(card, part, kept, put):
    """The other one moves up, and the removed one comes back where it was."""
    put("See him alone.")
    put("Tell the reviewing officer.")
    part.forms[0].remove_button.click()
    assert ["Tell the reviewing officer."] == kept()
    assert ["Tell the reviewing officer."] == [form.what.text for form in part.forms]
    card.undo_line.button.click()
    assert ["See him alone.", "Tell the reviewing officer."] == [
        form.what.text for form in part.forms
    ]


def test_unticking_removes_all_and_offers_them_back(card, part, kept, put):
    """The box means: this needs no action."""
    put("See him alone.")
    put("Tell the reviewing officer.")
    card.follow_up.action_box.click()
    assert [] == kept()
    assert part.isHidden()
    assert "2 actions were removed." == card.undo_line.words.text()
    card.undo_line.button.click()
    assert 2 == len(kept())
    assert card.follow_up.action_box.isChecked()


def test_unticking_an_empty_draft_leaves_nothing(card, part, open_audit):
    """Ticking by mistake costs nothing and leaves no trace."""
    card.follow_up.action_box.click()
    card.follow_up.action_box.click()
    assert part.isHidden()
    assert card.undo_line.isHidden()
    assert {} == open_audit.audit.actions


def test_an_action_emptied_of_words_is_none_any_more(card, part, kept, put):
    """Its form stays for other words."""
    put("See him alone.")
    edit = part.forms[0].what.text_edit
    edit.selectAll()
    QTest.keyClick(edit, Qt.Key.Key_Delete)
    card.settle_now()
    assert [] == kept()
    assert part.forms[0].isVisible()
    write(card, part.forms[0], "Ask him where.")
    assert ["Ask him where."] == kept()


def test_an_action_under_way_is_not_removed_by_emptying_it(card, part, put, open_audit):
    """What somebody has done already stays on record."""
    key = put("See him alone.", status=ActionStatus.DONE)
    edit = part.forms[0].what.text_edit
    edit.selectAll()
    QTest.keyClick(edit, Qt.Key.Key_Delete)
    card.settle_now()
    assert ActionStatus.DONE is open_audit.audit.actions[key].status


def test_forms_follow_the_question(card, part, ask, put):
    """Another question shows its own actions, and the first shows its action again."""
    put("See him alone.")
    ask("VS1-safe")
    assert part.isHidden()
    assert not card.follow_up.action_box.isChecked()
    ask("VS2")
    assert ["See him alone."] == [form.what.text for form in part.forms]


def test_typing_goes_on_while_it_is_kept(card, part, kept):
    """What settles while somebody types moves neither caret nor words."""
    card.follow_up.action_box.click()
    edit = part.forms[0].what.text_edit
    QTest.keyClicks(edit, "See him")
    part.forms[0].what.settle_now()
    QTest.keyClicks(edit, " alone.")
    card.settle_now()
    assert (["See him alone."], "See him alone.") == (kept(), edit.toPlainText())


def test_a_draft_stays_while_another_action_is_changed(card, part, put):
    """Going back to the first action does not close the second form."""
    put("See him alone.")
    part.more_button.click()
    QTest.keyClicks(part.forms[0].owner.line_edit, "Social worker")
    card.settle_now()
    assert 2 == len(part.forms)


def test_removing_an_action_leaves_the_draft(card, part, put):
    """Only the form whose button is pressed goes."""
    put("See him alone.")
    part.more_button.click()
    part.forms[0].remove_button.click()
    assert [""] == [form.what.text for form in part.forms]
    part.forms[0].remove_button.click()
    assert part.isHidden()


def test_undo_brings_an_emptied_action_back(card, part, put, open_audit, qtbot):
    """What the store has is what the form shows."""
    key = put("See him alone.")
    edit = part.forms[0].what.text_edit
    edit.selectAll()
    QTest.keyClick(edit, Qt.Key.Key_Delete)
    card.settle_now()
    open_audit.undo()
    qtbot.waitUntil(lambda: key in open_audit.audit.actions)
    assert ["See him alone."] == [form.what.text for form in part.forms]


def test_roles_are_suggested(card, part):
    """Usual roles complete; any other may be typed."""
    card.follow_up.action_box.click()
    owner = part.forms[0].owner
    QTest.keyClicks(owner.line_edit, "team")
    QTest.keyClick(owner.completer.popup(), Qt.Key.Key_Down)
    QTest.keyClick(owner.completer.popup(), Qt.Key.Key_Return)
    assert "Team manager" == owner.text


def test_tab_goes_through_a_form_made_later(card, part, put, in_window):
    """The second form has its place behind the first."""
    in_window(card)
    put("See him alone.")
    put("Tell the reviewing officer.")
    first, second = part.forms
    wanted = [
        *(first.what.editor, first.owner.editor, first.due.editor, first.how.editor),
        first.remove_button,
        *(second.what.editor, second.owner.editor, second.due.editor, second.how.editor),
        *(second.remove_button, part.more_button),
    ]
    first.what.editor.setFocus()
    visited = []
    for _stop in range(13):
        visited.append(QApplication.focusWidget())
        QTest.keyClick(visited[-1], Qt.Key.Key_Tab)
    assert wanted == [widget for widget in visited if widget in wanted]
