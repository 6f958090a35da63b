# SPDX-License-Identifier: MPL-2.0
"""Test a round at work: its cases, and what is done with them."""

import datetime as dt

import pytest
from PySide6.QtCore import QItemSelectionModel

from auditapp.model.round_kinds import CaseState
from tests.working_rounds import sign
from ui.rounds.case_table_model import CaseTableModel


def give(dialog, reason, choice=None):
    """Fill in a dialog and go on."""
    if choice is not None:
        dialog.choice.set_value(choice)
    dialog.reason.set_text(reason)
    dialog.go_on_button.click()


def start(at_work, qtbot):
    """Start the next case; return the id of its audit."""
    with qtbot.waitSignal(at_work.audit_chosen) as chosen:
        at_work.next_button.click()
    return chosen.args[0]


def test_cases_are_worked_off_one_after_the_other(at_work, workspace, qtbot):
    """Begun ones come first, then the person's own; what is signed off counts."""
    mine = {
        case
        for case, row in at_work.open_round.whole.allocations.items()
        if at_work.open_round.whole.auditors[row.auditor].name == "R. Okafor"
    }
    first = start(at_work, qtbot)
    assert first == start(at_work, qtbot)
    sign(workspace, first)
    at_work.refresh()
    second = start(at_work, qtbot)
    assert second != first
    assert {row.case_reference for row in workspace.audits()} <= mine
    assert at_work.header.ring.value == pytest.approx(0.1)


def test_after_an_audit_the_next_case_is_chosen(at_work, workspace, qtbot):
    """So Enter is all that it takes to go on."""
    sign(workspace, start(at_work, qtbot))
    at_work.refresh()
    assert [at_work.next_case] == at_work.table.chosen


def test_late_cases_come_first(at_work, workspace):
    """They are told in the row, in the header, and found by the list of states."""
    workspace.clock.move(days=60)
    at_work.refresh()
    assert all("Late" in row.pill[0] for row in at_work._model.rows)
    at_work.cases.late_command.trigger()
    give(at_work.cases.dialog, "Sick leave")
    assert "Sick leave" in {row.note for row in at_work._model.rows}
    place = at_work.states.findData("late")
    at_work.states.setCurrentIndex(place)
    at_work.states.activated.emit(place)
    assert 10 == len(at_work._model.rows)
    at_work.search.text_edited.emit("nobody is called so")
    at_work.search.set_text("nobody is called so")
    at_work._filter()
    assert 0 == len(at_work._model.rows)


def test_a_case_is_exempt_for_a_reason_and_expected_again(at_work, workspace):
    """It is done with either way until somebody says otherwise."""
    case = at_work.table.chosen[0]
    at_work.cases.exempt_command.trigger()
    give(at_work.cases.dialog, "Moved away")
    assert CaseState.EXEMPT is workspace.round(at_work.open_round.whole.id).state(case)
    at_work.table.choose(case)
    at_work.cases.exempt_command.trigger()
    assert CaseState.ALLOCATED is at_work.open_round.whole.state(case)


def test_a_case_is_replaced(at_work, workspace):
    """The next one of the draw is in its place, and is named."""
    case = at_work.table.chosen[0]
    at_work.cases.replace_command.trigger()
    give(at_work.cases.dialog, "Sealed by the court")
    whole = workspace.round(at_work.open_round.whole.id)
    new = whole.replacements[case].replaced_by
    assert new in whole.sample
    assert at_work.banner.accessibleName() == f"{new} is in the place of {case}."


def test_cases_are_given_to_somebody_else_but_never_their_own(at_work, workspace):
    """What is refused is said, and nothing changes."""
    whole = at_work.open_round.whole
    keys = {each.name: key for key, each in whole.auditors.items()}
    own = next(case for case in whole.sample if whole.cases[case].team == "Team A")
    his = next(c for c, row in whole.allocations.items() if row.auditor == keys["Ben"])
    for case, name in ((own, "Ben"), (his, "R. Okafor")):
        at_work.table.choose(case)
        at_work.cases.give_button.click()
        give(at_work.cases.dialog, "Holiday", keys[name])
    now = workspace.round(whole.id).allocations
    assert keys["R. Okafor"] == now[own].auditor == now[his].auditor
    assert "" == now[own].reason
    assert "Holiday" == now[his].reason


def test_a_dialog_wants_a_reason_and_a_choice(at_work):
    """It stays open, and says which is missing."""
    at_work.cases.give_button.click()
    dialog = at_work.cases.dialog
    dialog.go_on_button.click()
    assert dialog.choice.error
    dialog.reject()


def test_a_closed_round_can_only_be_opened_again(at_work, workspace):
    """Nothing is started in it."""
    at_work.desk.close_command.trigger()
    assert workspace.round(at_work.open_round.whole.id).about.closed_at
    assert not at_work.next_button.isEnabled()
    assert not at_work.cases.give_button.isEnabled()
    at_work.desk.close_command.trigger()
    assert at_work.next_button.isEnabled()


def test_cases_are_due_on_another_day_for_a_reason(at_work, workspace):
    """Several at once; the same day, or none, is none; the row says why."""
    at_work.table.selectAll()
    at_work.cases.due_button.click()
    dialog = at_work.cases.due_dialog
    dialog.keep_button.click()
    assert "Give another day." == dialog.day.error
    dialog.day.set_text("15 Jan 2027")
    dialog.keep_button.click()
    assert "Write the reason in a few words." == dialog.reason.error
    dialog.reason.set_text("The court has the files")
    dialog.keep_button.click()
    whole = workspace.round(at_work.open_round.whole.id)
    assert {dt.date(2027, 1, 15)} == {whole.due(case) for case in whole.sample}
    assert {"The court has the files"} == {row.note for row in at_work._model.rows}
    assert {"15 January 2027"} == {row.cells[2] for row in at_work._model.rows}


def test_the_audits_of_a_round_are_sent(at_work, workspace, qtbot):
    """All of them; or those of the chosen cases, where several are."""
    assert not at_work.send_command.isEnabled()
    first, second = start(at_work, qtbot), ""
    sign(workspace, first)
    at_work.refresh()
    second = start(at_work, qtbot)
    at_work.refresh()
    assert "Send 2 a&udits …" == at_work.send_command.text()
    with qtbot.waitSignal(at_work.send_asked) as asked:
        at_work.send_command.trigger()
    assert {first, second} == set(asked.args[0])
    rows = [at_work._model.rows.index(r) for r in at_work._model.rows if "Started" not in r.words]
    at_work.table.clearSelection()
    mode = at_work.table.selectionModel()
    for row in rows:
        flags = QItemSelectionModel.SelectionFlag
        mode.select(at_work._model.index(row, 0), flags.Select | flags.Rows)
    assert [first] == at_work.sent


def test_a_case_is_erased_for_a_reason(at_work, workspace):
    """The chosen one is offered; nothing is expected of it any more, but another may replace it."""
    case = at_work.table.chosen[0]
    at_work.erase_command.trigger()
    dialog = at_work.erasing.dialog
    assert case == dialog.case.text
    dialog.erase_button.click()
    assert "Write the reason in a few words." == dialog.reason.error
    dialog.reason.set_text("The family asked for it")
    dialog.erase_button.click()
    whole = workspace.round(at_work.open_round.whole.id)
    assert case not in whole.model_dump_json()
    row = next(row for row in at_work._model.rows if row.case == "erased-1")
    assert row.note.startswith("Erased on ")
    assert "erased-1" in at_work.banner.accessibleName()
    at_work.table.choose("erased-1")
    assert at_work.cases.replace_command.isEnabled()
    others = (*at_work.cases.buttons, at_work.cases.late_command, at_work.cases.exempt_command)
    assert not any(each.isEnabled() for each in others)


def test_what_cannot_be_erased_is_said(at_work, workspace):
    """A reference that the round never had, or none."""
    at_work.table.clearSelection()
    at_work.erase_command.trigger()
    dialog = at_work.erasing.dialog
    dialog.erase_button.click()
    assert "Type the reference of a case." == dialog.case.error
    dialog.case.set_text("HX-4711")
    dialog.reason.set_text("The family asked for it")
    dialog.erase_button.click()
    assert "This round has no case HX-4711." == at_work.banner.accessibleName()


def test_the_steps_of_a_round_at_work_can_be_seen_again(view, at_work):
    """And the way back leads to the list."""
    at_work.header.setup_button.click()
    assert view.setup is not None
    view.setup.step_buttons[4].click()
    assert view.setup.draw_step.check_button.isVisible()
    view.setup.leave_button.click()
    view.at_work.header.back_button.click()
    assert view.currentWidget() is view.listed


def test_the_model_is_a_proper_one(at_work, qtmodeltester):
    """Rows, columns and roles are as Qt wants them."""
    assert isinstance(at_work.table.model(), CaseTableModel)
    qtmodeltester.check(at_work.table.model())
