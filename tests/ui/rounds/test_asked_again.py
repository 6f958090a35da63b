# SPDX-License-Identifier: MPL-2.0
"""Test that what is typed into the dialogs of rounds is there again after a lock, and sealed."""

import datetime as dt

import pytest

from auditapp.model.round_kinds import CaseState
from ui.locking.clearing import close_all_above

SECRET = "Her sister works here"
DAY = "5 December 2026"


@pytest.fixture
def lock(view, make_view, show):
    """Return a function that leaves the page as a lock does, and gives one that came back."""

    def lock():
        sealed = view.sealed_place()
        assert SECRET.encode() not in sealed
        close_all_above()
        view.show_list()
        again = show(make_view(), 1152, 768)
        again.resume(sealed)
        return again

    return lock


def asked(again):
    """Return the dialog of a case that is open."""
    return again.at_work.cases.dialog


@pytest.mark.parametrize(
    ("name", "state"), [("exempt", CaseState.EXEMPT), ("late", CaseState.ALLOCATED)]
)
def test_a_reason_is_asked_again(at_work, lock, workspace, begun, name, state):
    """Going on does with the same case what was begun with it."""
    case = at_work.next_case
    at_work.table.choose(case)
    getattr(at_work.cases, f"{name}_command").trigger()
    at_work.cases.dialog.reason.set_text(SECRET)
    again = lock()
    assert asked(again).isVisible()
    assert SECRET == asked(again).reason.text
    asked(again).go_on_button.click()
    whole = workspace.round(begun)
    progress = whole.progress[case]
    assert (state, SECRET) == (whole.state(case), progress.exempt_reason or progress.late_reason)


def test_a_replacement_is_asked_again(at_work, lock, workspace, begun):
    """The case that was chosen is the one that is replaced."""
    case = at_work.table.chosen[0]
    at_work.cases.replace_command.trigger()
    at_work.cases.dialog.reason.set_text(SECRET)
    asked(lock()).go_on_button.click()
    assert SECRET == workspace.round(begun).replacements[case].reason


def test_several_cases_are_given_to_whom_was_chosen(at_work, lock, workspace, begun):
    """The choice comes back too, for the same cases."""
    at_work.table.selectAll()
    cases = at_work.table.chosen
    key = next(iter(workspace.round(begun).auditors))
    at_work.cases.give_button.click()
    at_work.cases.dialog.choice.set_value(key)
    at_work.cases.dialog.reason.set_text(SECRET)
    again = lock()
    assert (key, SECRET) == (asked(again).choice.value, asked(again).reason.text)
    kept = again.at_work.cases.typed()
    assert ("give", cases) == (kept["deed"], kept["cases"])
    asked(again).go_on_button.click()
    assert {key} == {workspace.round(begun).allocations[case].auditor for case in cases}


@pytest.mark.parametrize("day", [DAY, "soonish"])
def test_another_day_is_asked_again(at_work, lock, workspace, begun, day):
    """What is no day stands there as it was typed, and is said to be none."""
    case = at_work.table.chosen[0]
    at_work.cases.due_button.click()
    at_work.cases.due_dialog.day.set_text(day)
    at_work.cases.due_dialog.reason.set_text(SECRET)
    again = lock()
    dialog = again.at_work.cases.due_dialog
    assert (day, SECRET) == (dialog.day.text, dialog.reason.text)
    dialog.keep_button.click()
    if day == DAY:
        assert dt.date(2026, 12, 5) == workspace.round(begun).due(case)
    else:
        assert "This is not a date." in dialog.day.error
        dialog.reject()


def test_what_is_to_be_erased_is_asked_again(at_work, lock):
    """The case may be another one than the one that was chosen."""
    at_work.erase_command.trigger()
    at_work.erasing.dialog.case.set_text("HX-17")
    at_work.erasing.dialog.reason.set_text(SECRET)
    again = lock()
    dialog = again.at_work.erasing.dialog
    assert ("HX-17", SECRET) == (dialog.case.text, dialog.reason.text)
    assert not again.at_work.cases.dialog
    dialog.reject()


def test_a_case_that_went_meanwhile_is_not_asked_about(at_work, lock, workspace, begun, by):
    """The round is shown, without a dialog about something that is no more."""
    case = at_work.table.chosen[0]
    at_work.cases.exempt_command.trigger()
    at_work.cases.dialog.reason.set_text(SECRET)
    workspace.replace_drawn(begun, case, "Moved away", by)
    assert asked(lock()) is None


def test_nothing_is_asked_where_nothing_was(at_work, lock):
    """A dialog that was cancelled does not come back."""
    at_work.cases.exempt_command.trigger()
    at_work.cases.dialog.reject()
    assert at_work.typed() is None
    assert asked(lock()) is None


def test_cases_that_are_to_be_left_out_are_asked_about_again(setup, planned, lock, workspace):
    """With the reason that was begun."""
    step = setup(planned, 2).exclusions
    case = min(workspace.round(planned).cases)
    assert step.table.choose(case)
    step.out_button.click()
    step.dialog.reason.set_text(SECRET)
    dialog = lock().setup.exclusions.dialog
    assert SECRET == dialog.reason.text
    dialog.go_on_button.click()
    assert SECRET == workspace.round(planned).exclusions[case].reason


def test_an_auditor_is_asked_about_again(setup, planned, lock, workspace):
    """Every field, also a number that is none yet."""
    step = setup(planned, 5).auditors
    step.add_button.click()
    typed = {
        "name": "Ana",
        "capacity": "few",
        "codes": "SW-1",
        "teams": "Team A",
        "conflicts": SECRET,
        "second": True,
    }
    step.dialog.show_typed(typed)
    again = lock().setup.auditors
    assert typed == again.dialog.typed()
    again.dialog.keep_button.click()
    assert again.dialog.capacity.error
    again.dialog.capacity.set_text("3")
    again.dialog.keep_button.click()
    (auditor,) = workspace.round(planned).auditors.values()
    assert ("Ana", 3, ("Team A",), True) == (
        auditor.name,
        auditor.capacity,
        auditor.teams,
        auditor.reads_second,
    )


def test_why_a_draw_is_taken_back_is_asked_again(setup, planned, lock, workspace, by):
    """It goes with that reason."""
    workspace.draw_sample(planned, by)
    step = setup(planned, 4).draw_step
    step.back_button.click()
    step.dialog.reason.set_text(SECRET)
    lock().setup.draw_step.dialog.go_on_button.click()
    assert workspace.round(planned).draw is None


def test_a_case_of_a_list_that_is_to_be_erased_is_asked_about_again(setup, planned, lock):
    """The step of the list has that button, too."""
    step = setup(planned, 1).list_step
    step.erase_button.click()
    step.erasing.dialog.reason.set_text(SECRET)
    dialog = lock().setup.list_step.erasing.dialog
    assert SECRET == dialog.reason.text
    dialog.reject()
