# SPDX-License-Identifier: MPL-2.0
"""Test that reports of several audits go out only after what they give away was shown, once."""

import pytest

from auditapp.model.edits import Author, put_action
from auditapp.model.follow_up import Action
from auditapp.model.ids import new_record_id
from auditapp.model.report_kinds import ReportKind
from tests.making import start_audit
from tests.ui.outgoing.report_fixtures import choose_kind_in
from tests.ui.reports.at_work import wait_for_end


@pytest.fixture
def telling(workspace, audits):
    """Add two signed audits, each with a telephone number in an action."""
    by = Author("R. Okafor", workspace.clock())
    for place in (1, 2):
        audit_id = start_audit(workspace, "visits", case_reference=f"TELL-{place}", team="North")
        action = Action(what=f"Ring 07700 90012{place}", created_at=by.now)
        workspace.commit(audit_id, put_action(new_record_id(), action, by))
        workspace._sessions.get(audit_id).sign_off(by)
        workspace.close_audit(audit_id)


@pytest.fixture
def plan(telling, view, counted):
    """Choose the action plan of them all."""
    choose_kind_in(view.form.picker, ReportKind.ACTIONS)
    counted()
    return view


@pytest.fixture(autouse=True)
def closing(view):
    """Leave no dialog open."""
    yield
    for desk in (view.outgoing, view.batch.outgoing):
        if desk.dialog is not None:
            desk.dialog.reject()


def save(view, qtbot):
    """Go on from the dialog of saving, and wait."""
    view.header.save_button.click()
    view.dialog.go_on_button.click()
    wait_for_end(view, qtbot)


def lines(dialog):
    """Return what the lines of a dialog say."""
    return [f"{row.title}: {row.remarks[0].text}" for row in dialog.group.rows]


def test_what_was_found_is_shown_once_with_the_audits_named(plan, outside, qtbot):
    """Nothing is saved before the person goes on; no line leads into an audit."""
    save(plan, qtbot)
    dialog = plan.outgoing.dialog
    assert [
        "TELL-1: Action: Possible phone number: Ring “07700 900121”",
        "TELL-2: Action: Possible phone number: Ring “07700 900122”",
    ] == sorted(lines(dialog))
    assert {None} == {row.step for row in dialog.group.rows}
    assert ([], False) == (outside.names, outside.path.exists())
    dialog.go_on_button.click()
    wait_for_end(plan, qtbot)
    assert (True, None) == (outside.path.exists(), plan.outgoing.dialog)


def test_what_is_left_out_is_in_the_same_dialog(plan, qtbot):
    """With the number of audits that hold it."""
    save(plan, qtbot)
    texts = [line.text() for line in plan.outgoing.dialog.lines]
    assert "• Most of the front sheet, in 5 audits" in texts
    assert not [text for text in texts if text.startswith("• Actions")]


def test_going_back_saves_nothing(plan, outside, qtbot):
    """Not even the place is asked for."""
    save(plan, qtbot)
    plan.outgoing.dialog.back_button.click()
    assert ([], None) == (outside.names, plan.outgoing.dialog)


def test_a_copy_without_names_asks_about_no_finding(plan, counted, qtbot):
    """They are taken out of it; what is left out is told all the same."""
    plan.form.sharing.click()
    counted()
    save(plan, qtbot)
    dialog = plan.outgoing.dialog
    assert ([], False) == (lines(dialog), dialog.lines == [])


def test_a_summary_without_findings_is_saved_at_once(view, outside, qtbot):
    """It counts, so nothing is left out of it."""
    save(view, qtbot)
    assert (None, True) == (view.outgoing.dialog, outside.path.exists())


def test_printing_asks_as_well(plan, quick, jobs, outside, qtbot):
    """Before the computer asks for a printer."""
    plan.pane.empty.button.click()
    qtbot.waitUntil(lambda: plan.pane.file is not None and not jobs.is_busy)
    plan.header.print_button.click()
    wait_for_end(plan, qtbot)
    assert "Print it all the same" == plan.outgoing.dialog.go_on_button.text()


def test_a_report_of_each_asks_once_for_all(telling, view, counted, outside, tmp_path, qtbot):
    """In the full report nothing is left out; then one of each is saved."""
    view.form.drafts.click()
    view.form.drafts.click()
    counted()
    view.each_command.trigger()
    view.batch.dialog.formats.card("csv").click()
    view.batch.dialog.go_on_button.click()
    wait_for_end(view, qtbot)
    dialog = view.batch.outgoing.dialog
    assert (2, []) == (len(dialog.group.rows), dialog.lines)
    dialog.go_on_button.click()
    wait_for_end(view, qtbot)
    assert 5 == len(list(tmp_path.glob("Audit *.csv")))


def test_looking_can_be_stopped(plan, workspace, monkeypatch, outside, qtbot):
    """Nothing goes out then, and that is said."""
    choose = workspace.choose_audits

    def wait(selection, *, report_progress, is_cancelled):
        report_progress(1, 2)
        while not is_cancelled():
            pass
        return choose(selection, is_cancelled=is_cancelled)

    monkeypatch.setattr(workspace, "choose_audits", wait)
    plan.header.save_button.click()
    plan.dialog.go_on_button.click()
    plan.desk.work_bar.cancel_button.click()
    wait_for_end(plan, qtbot)
    assert "Stopped. Nothing went out." == plan.desk.banner.accessibleName()
    assert (None, []) == (plan.outgoing.dialog, outside.names)
