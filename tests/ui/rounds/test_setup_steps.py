# SPDX-License-Identifier: MPL-2.0
"""Test the steps between the list and the round at work."""

from PySide6.QtCore import Qt

from auditapp.model.round_kinds import SampleMethod, StrataMethod


def test_cases_are_left_out_for_a_reason_and_put_back(setup, planned, workspace):
    """All that are found are chosen at once; without a reason nothing happens."""
    step = setup(planned, 2).exclusions
    step.search.set_text("Team A")
    step.search.text_edited.emit("Team A")
    step.table.selectAll()
    assert 10 == len(step.table.chosen)
    step.out_button.click()
    step.dialog.go_on_button.click()
    assert step.dialog.reason.error
    step.dialog.reason.set_text("Just transferred")
    step.dialog.go_on_button.click()
    assert 10 == len(workspace.round(planned).exclusions)
    assert "10 of 30 cases are left out." == step.count.text()
    step.table.selectAll()
    step.in_button.click()
    assert {} == workspace.round(planned).exclusions


def test_the_size_says_in_plain_words_what_it_is_good_for(setup, planned):
    """Other figures, other sentences, at once."""
    step = setup(planned, 3).plan
    assert "10 of 30 cases would be audited." in step.words.text()
    step.method.set_value(SampleMethod.DIP)
    step.bad.set_value(50)
    step.method.value_chosen.emit(SampleMethod.DIP)
    assert "4 of 30 cases would be audited." in step.words.text()
    step.method.set_value(SampleMethod.ALL)
    step.method.value_chosen.emit(SampleMethod.ALL)
    assert "Every case is read" in step.words.text()


def test_a_sample_is_spread_over_groups(setup, planned, workspace):
    """How many each group gives is told before the draw; too many of each is told as well."""
    view = setup(planned, 3)
    step = view.plan
    step.groups.set_values(["team"])
    step.least.set_value(2)
    step.groups.values_changed.emit(("team",))
    assert "Team A: 4 of 10; Team B: 3 of 10; Team C: 3 of 10" in step.words.text()
    step.least.set_value(9)
    step.least.value_changed.emit(9)
    assert "more than the sample of 10" in step.words.text()
    step.least.set_value(2)
    view.next_button.click()
    plan = workspace.round(planned).plan
    assert (("team",), 2, StrataMethod.PROPORTIONAL) == (
        plan.strata_by,
        plan.least_each,
        plan.strata_method,
    )


def test_a_size_without_a_number_is_not_taken(setup, planned, workspace):
    """The step stays, and says so."""
    view = setup(planned, 3)
    view.plan.number.set_value(None)
    view.next_button.click()
    assert 3 == view.place
    assert view.banner.isVisible()
    assert 10 == workspace.round(planned).plan.size


def test_the_seed_can_be_typed_and_gives_the_same_draw_again(setup, planned, workspace, heard):
    """What is drawn is told and heard, checked, and taken back for a reason only."""
    step = setup(planned, 4).draw_step
    step.seed.set_text("3 17 22 38 41 44")
    step.origin.set_text("Lottery")
    step.draw_button.click()
    whole = workspace.round(planned)
    assert ("3 17 22 38 41 44", 10) == (whole.draw.seed, len(whole.sample))
    assert "10 cases are drawn" == step.outcome.accessibleName()
    step.check_button.click()
    assert "The same draw again: yes" == step.outcome.accessibleName()
    assert ["10 cases are drawn", "The same draw again: yes"] == [
        words.partition(".")[0] for words in heard
    ]
    step.back_button.click()
    step.dialog.reason.set_text("Wrong list")
    step.dialog.go_on_button.click()
    assert workspace.round(planned).draw is None
    assert step.draw_button.isVisible()


def test_a_seed_by_chance_is_another_one(setup, planned, workspace):
    """It is written down at once; an empty one is refused."""
    view = setup(planned, 4)
    before = workspace.round(planned).seed.text
    view.draw_step.chance_button.click()
    assert before != workspace.round(planned).seed.text
    view.draw_step.seed.set_text("")
    view.next_button.click()
    assert 4 == view.place


def test_nothing_is_drawn_before_there_is_a_list(setup, begun):
    """The button waits, and the step says for what."""
    step = setup(begun, 4).draw_step
    assert not step.draw_button.isEnabled()
    assert "Read a list of cases and say how many files first." == step.outcome.accessibleName()


def test_auditors_are_named_changed_and_share_the_cases(setup, planned, workspace, by):
    """Who is left over is told; nobody who has cases is taken out."""
    workspace.draw_sample(planned, by)
    step = setup(planned, 5).auditors
    step.add_button.click()
    step.dialog.keep_button.click()
    assert step.dialog.name.error
    step.dialog.name.set_text("Ana")
    step.dialog.capacity.set_value(3)
    step.dialog.codes.set_text("SW-1; SW-2")
    step.dialog.keep_button.click()
    (auditor,) = workspace.round(planned).auditors.values()
    assert ("Ana", 3, ("SW-1", "SW-2")) == (auditor.name, auditor.capacity, auditor.codes)

    step.share_button.click()
    assert 3 == len(workspace.round(planned).allocations)
    assert "Nobody may read these, or has room:" == step.outcome.accessibleName()
    step.rows[0].remove_button.click()
    assert 1 == len(workspace.round(planned).auditors)

    step.rows[0].change_button.click()
    assert "SW-1, SW-2" == step.dialog.codes.text
    step.dialog.capacity.set_value(None)
    step.dialog.capacity.set_text("")
    step.dialog.codes.set_text("")
    step.dialog.keep_button.click()
    step.share_button.click()
    assert "Every case is with somebody. The round is ready." == step.outcome.accessibleName()


def test_an_auditor_without_cases_is_taken_out(setup, planned, workspace):
    """The row is gone."""
    step = setup(planned, 5).auditors
    step.add_button.click()
    step.dialog.name.set_text("Ana")
    step.dialog.keep_button.click()
    step.rows[0].remove_button.click()
    assert {} == workspace.round(planned).auditors
    assert [] == step.rows


def test_the_steps_are_gone_through_by_keyboard(setup, planned, qtbot):
    """Alt and the number of a step shows it."""
    view = setup(planned, 3)
    assert view._first_stop().hasFocus()
    view.next_button.setFocus()
    qtbot.keyClick(view.next_button, Qt.Key.Key_Space)
    assert 4 == view.place
