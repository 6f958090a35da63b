# SPDX-License-Identifier: MPL-2.0
"""Test the place of the rounds: from the list through the steps to a round at work, and back."""

import datetime as dt

from PySide6.QtCore import Qt

from auditapp.model.round_kinds import CaseState
from tests.working_rounds import begin_round


def fill_about(step, name="Visits, autumn 2026"):
    """Type what a round is."""
    step.name.set_text(name)
    step.first.set_date(dt.date(2026, 11, 1))
    step.last.set_date(dt.date(2026, 12, 18))
    step.checklists.set_values(["visits"])


def test_a_round_that_cannot_be_read_is_said(view, workspace, begun):
    """It is not listed, and does not just vanish either."""
    view.listed.refresh()
    assert not view.listed.unread.isVisible()
    for path in workspace.paths.store.glob(f"ledger-{begun}.*"):
        path.write_bytes(b"not a file of this program")
    assert 1 == workspace.unread_rounds()
    view.listed.refresh()
    assert view.listed.unread.isVisible()
    assert "1 round cannot be read, and is not listed." == view.listed.unread.accessibleName()


def test_a_round_is_made_from_nothing_to_its_first_audit(view, workspace, outside, qtbot):
    """List, size, draw and auditors follow each other, and Enter starts the audit of a case."""
    view.listed.nothing_yet.button.click()
    fill_about(view.setup.about)
    view.setup.next_button.click()
    rows = [f"HX-{number:04};North;SW-{number % 7}" for number in range(40)]
    outside.list_path.write_text("\n".join(["Case ref;Team;Worker", *rows]), "utf-8")
    setup = view.setup
    setup.list_step.file_button.click()
    qtbot.waitUntil(lambda: setup.list_step.look is not None, timeout=20_000)
    setup.list_step.take_button.click()
    qtbot.waitUntil(lambda: setup.place == 2, timeout=20_000)
    setup.next_button.click()
    setup.plan.method.set_value("size")
    setup.plan.number.set_value(8)
    setup.next_button.click()
    setup.draw_step.draw_button.click()
    setup.next_button.click()
    setup.auditors.add_button.click()
    dialog = setup.auditors.dialog
    dialog.name.set_text("R. Okafor")
    dialog.keep_button.click()
    setup.auditors.share_button.click()
    setup.next_button.click()

    (row,) = workspace.rounds()
    assert (40, 8, "underway") == (row.listed, row.sample, row.stage)
    with qtbot.waitSignal(view.audit_chosen) as chosen:
        view.at_work.table.setFocus()
        qtbot.keyClick(view.at_work.table, Qt.Key.Key_Return)
    (audit,) = workspace.audits()
    assert ([audit.id], row.id) == (chosen.args, audit.round)


def test_a_round_is_opened_where_its_work_goes_on(view, workspace, by, planned):
    """Each stage has its step; a round at work shows its cases."""
    empty = begin_round(workspace, by, name="Empty")
    view.open_round(empty)
    assert 1 == view.setup.place
    view.open_round(planned)
    assert 4 == view.setup.place
    workspace.draw_sample(planned, by)
    view.open_round(planned)
    assert 5 == view.setup.place


def test_a_step_is_kept_once_it_is_left(view, workspace, setup, begun):
    """What is typed is durable by Next, by a step's own button and before the window locks."""
    steps = setup(begun, 0)
    steps.about.name.set_text("Supervision")
    steps.step_buttons[2].click()
    assert ("Supervision", 2) == (workspace.round(begun).about.name, steps.place)
    steps.step_buttons[0].click()
    steps.about.purpose.set_text("For the board")
    view.settle_now()
    assert "For the board" == workspace.round(begun).about.purpose


def test_what_is_missing_is_said_and_nothing_is_begun(view, workspace):
    """A round wants a name, days in their order and a checklist."""
    view.begin()
    view.setup.next_button.click()
    assert view.setup.about.name.error
    fill_about(view.setup.about)
    view.setup.about.last.set_date(dt.date(2026, 10, 1))
    view.setup.next_button.click()
    assert "This day is before the first one." == view.setup.about.last.error
    fill_about(view.setup.about)
    view.setup.about.checklists.set_values([])
    view.setup.next_button.click()
    assert view.setup.banner.isVisible()
    assert [] == workspace.rounds()


def test_later_leads_back_to_the_list_which_knows_the_round(view, setup, begun):
    """It is the chosen row, and Enter opens it again."""
    setup(begun, 1).leave_button.click()
    assert view.currentWidget() is view.listed
    assert [begun] == view.listed.table.chosen
    view.listed.table.case_opened.emit(begun)
    assert view.setup.open_round.whole.id == begun


def test_it_comes_back_after_a_lock(view, begun, at_work):
    """To a round at work, to a step of one, and to a new round that was only typed: all sealed."""
    sealed = view.sealed_place()
    view.show_list()
    view.resume(sealed)
    assert view.at_work.open_round.whole.id == begun

    view.at_work.header.setup_button.click()
    view.setup.show_step(3)
    sealed = view.sealed_place()
    view.show_list()
    view.resume(sealed)
    assert (begun, 3) == (view.setup.open_round.whole.id, view.setup.place)

    view.setup.show_step(0)
    view.setup.about.name.set_text("")
    view.setup.about.target.set_text("12")
    sealed = view.sealed_place()
    view.resume(sealed)
    assert ("", "12") == (view.setup.about.name.text, view.setup.about.target.text)

    view.begin()
    fill_about(view.setup.about, "Neglect, spring")
    sealed = view.sealed_place()
    assert b"Neglect" not in sealed
    view.show_list()
    view.resume(sealed)
    assert "Neglect, spring" == view.setup.about.name.text


def test_a_deleted_round_is_gone_from_the_list(view, at_work, workspace, heard):
    """The person is told that its audits stay, and hears it."""
    at_work.desk.remove_command.trigger()
    at_work.desk.dialog.do_button.click()
    assert [] == workspace.rounds()
    assert view.currentWidget() is view.listed
    assert view.listed.notice.isVisible()
    assert "The round is deleted. Its audits stay." == heard[-1]


def test_a_round_that_is_gone_meanwhile_is_told_of(view, workspace, begun, heard):
    """The list is shown, with a sentence, which is heard; nothing breaks."""
    view.refresh()
    workspace.remove_round(begun)
    view.open_round(begun)
    assert view.currentWidget() is view.listed
    assert view.listed.notice.isVisible()
    assert heard[-1].startswith(view.listed.notice.accessibleName())


def test_the_list_says_how_far_each_round_is(view, workspace, shared_out, by):
    """Signed off, late, and by when."""
    case = shared_out.sample[0]
    workspace.clock.move(days=60)
    view.refresh()
    (row,) = view.listed._model.rows
    assert ("Visits, autumn 2026", "10 late") == (row.name, row.pill[0])
    assert "0 of 10 signed off" == row.cells[0]
    assert CaseState.ALLOCATED is shared_out.state(case)
