# SPDX-License-Identifier: MPL-2.0
"""Test how a list of cases is read: pasted, matched, looked at, taken."""

import pytest
from PySide6.QtGui import QGuiApplication

from auditapp.model.round_kinds import CaseField

ROWS = """Case ref\tTeam\tDOB\tPath
HX-1\tNorth\t1/2/2015\tA
HX-2\tSouth\t1/2/2014\tB
\tSouth\t1/2/2013\tB
John Smith\tSouth\t1/2/2012\tA"""


@pytest.fixture
def step(setup, begun):
    """Return the step with the list, of a round that has none."""
    return setup(begun, 1).list_step


def pasted(step, qtbot, text=ROWS):
    """Paste a list and wait until it is read; return what it looks like."""
    QGuiApplication.clipboard().setText(text)
    step.paste_button.click()
    return waited(step, qtbot)


def waited(step, qtbot):
    """Wait until what is read is read."""
    qtbot.waitUntil(lambda: step._reading is None, timeout=20_000)
    return step.look


def test_columns_are_proposed_and_personal_ones_left_out(step, qtbot):
    """Nothing is kept yet; what is no case and what may be a name is told beside the rows."""
    look = pasted(step, qtbot)
    fields = [each.field for each in look.columns.matched]
    assert [CaseField.REFERENCE, CaseField.TEAM, None, None] == fields
    assert (
        "It identifies people: it stays out."
        in step.columns.combos[2].combo_box.accessibleDescription()
    )
    said = [step.faults.model().index(row, 0).data() for row in range(2)]
    assert said[0] == "Row 4, Case ref: It has no case reference."
    assert said[1].startswith("Row 5, Case ref: It looks like a name.")
    assert "John" not in " ".join(said)
    assert {} == step.whole.cases


def test_a_column_is_matched_by_hand(step, qtbot):
    """The rows are read again with it."""
    pasted(step, qtbot)
    combo = step.columns.combos[3]
    combo.set_value(CaseField.FACT)
    combo.value_chosen.emit(CaseField.FACT)
    look = waited(step, qtbot)
    assert {"Path": "A"} == look.reading.cases["HX-1"].facts


def test_a_row_that_was_looked_at_is_taken(step, qtbot):
    """Enter on the fault takes the row in, once more leaves it out."""
    pasted(step, qtbot)
    assert step.accept_button.isVisible()
    step.faults._choose(step.faults.model().index(1, 0))
    assert 3 == len(waited(step, qtbot).reading.cases)
    assert not step.accept_button.isVisible()
    step.faults._choose(step.faults.model().index(1, 0))
    assert 2 == len(waited(step, qtbot).reading.cases)
    step.accept_button.click()
    assert 3 == len(waited(step, qtbot).reading.cases)


def test_a_list_is_taken_and_can_be_read_again_with_the_same_columns(step, qtbot, workspace):
    """It says how it came in; a second list has its columns matched as the first one."""
    pasted(step, qtbot)
    step.columns.field_chosen.emit(3, CaseField.FACT)
    waited(step, qtbot)
    step.take_button.click()
    waited(step, qtbot)
    whole = workspace.round(step.whole.id)
    assert ({"HX-1", "HX-2"}, 2, "pasted") == (
        set(whole.cases),
        whole.listed.rows_left_out,
        whole.listed.kind,
    )
    look = pasted(step, qtbot)
    assert CaseField.FACT is look.columns.matched[3].field


def test_next_takes_a_list_that_was_read(setup, begun, workspace, qtbot):
    """So nobody loses it by going on; one without a case is refused."""
    view = setup(begun, 1)
    pasted(view.list_step, qtbot, "Alpha\tBeta\n1\t2")
    view.next_button.click()
    assert (1, True) == (view.place, view.banner.isVisible())
    pasted(view.list_step, qtbot)
    view.next_button.click()
    qtbot.waitUntil(lambda: view.place == 2, timeout=20_000)
    assert 2 == len(workspace.round(begun).cases)


def test_nothing_copied_is_said(step, setup, qtbot):
    """So is a file that is none."""
    QGuiApplication.clipboard().clear()
    with qtbot.waitSignal(step.failed) as failed:
        step.paste_button.click()
    assert "Nothing is copied." == failed.args[0].title
    with qtbot.waitSignal(step.failed, timeout=20_000):
        step.file_button.click()
    assert step.look is None


def test_a_list_without_references_cannot_be_taken(step, qtbot):
    """The person is asked which column has them."""
    pasted(step, qtbot, "Alpha\tBeta\n1\t2\n3\t4")
    assert not step.take_button.isEnabled()
    assert "Say which column holds the case references." in step.summary.text()


def test_the_list_of_a_drawn_sample_stays(setup, planned, workspace, by):
    """It cannot be read anew."""
    workspace.draw_sample(planned, by)
    step = setup(planned, 1).list_step
    assert not step.paste_button.isEnabled()


def test_a_list_that_was_not_taken_comes_back_after_a_lock(view, step, make_view, show, qtbot):
    """With the columns and rows as they were settled; of what identifies people only headings."""
    pasted(step, qtbot)
    step.columns.field_chosen.emit(3, CaseField.FACT)
    waited(step, qtbot)
    step.accept_button.click()
    before = waited(step, qtbot)
    sealed = view.sealed_place()
    assert b"HX-1" not in sealed
    assert "1/2/2015" not in view._workspace.unseal_words(sealed)

    again = show(make_view())
    again.resume(sealed)
    look = waited(again.setup.list_step, qtbot)
    assert (1, before.reading) == (again.setup.place, look.reading)
    assert (before.columns, before.accepted) == (look.columns, look.accepted)
    assert again.setup.list_step.take_button.isVisible()
    again.stop()


def test_a_case_of_the_list_is_erased(step, qtbot, workspace):
    """Before the draw nothing of it stays; the page says what it is called now."""
    pasted(step, qtbot)
    step.take_button.click()
    waited(step, qtbot)
    step.erase_button.click()
    step.erasing.dialog.case.set_text("HX-2")
    step.erasing.dialog.reason.set_text("Its time is over")
    step.erasing.dialog.erase_button.click()
    assert ["HX-1"] == list(workspace.round(step.whole.id).cases)
    assert "HX-2" not in workspace.round(step.whole.id).model_dump_json()
