# SPDX-License-Identifier: MPL-2.0
"""Starting an audit."""

import pytest

from auditapp.model.front_sheet import Cohort
from tests.making import start_audit
from ui.audits.new_audit_view import NewAuditView


@pytest.fixture
def view(theme, workspace, preferences, show):
    """Return the page of a new audit, with a case reference given."""
    view = show(NewAuditView(theme, workspace, preferences))
    view.form.reference.set_text("HX-1")
    return view


def test_the_audit_is_started(view, workspace, qtbot):
    """A reference, a child and a checklist are enough."""
    view.form.cohorts.box("CIC").click()
    view.checklists.card("visits").click()
    view.checklists.card("life-story").click()
    with qtbot.waitSignal(view.started) as started:
        view.start_button.click()

    audit = workspace.open_audit(started.args[0])
    assert "HX-1" == audit.front.case_reference
    assert (Cohort.CHILD_IN_CARE,) == audit.front.cohorts
    assert {"visits", "life-story"} == {pin.id for pin in audit.checklists}
    assert "R. Okafor" == audit.front.auditor


def test_a_checklist_is_needed(view, workspace, qtbot):
    """Without a checklist nothing starts, and the list has the focus."""
    with qtbot.assertNotEmitted(view.started):
        view.start_button.click()
    assert "checklist" in view.fault.accessibleName()
    assert view.checklists.isAncestorOf(view.focusWidget())

    view.checklists.card("visits").click()
    assert not view.fault.isVisible()


def test_a_fault_in_the_front_sheet_comes_first(view, qtbot):
    """A missing reference gets the focus before anything else."""
    view.form.reference.set_text("")
    with qtbot.assertNotEmitted(view.started):
        view.start_button.click()
    assert view.form.reference.line_edit.hasFocus()
    assert view.fault.isVisible()


def test_a_name_keeps_the_audit_from_starting(view, qtbot):
    """What was typed last is challenged even when nobody left the field."""
    view.checklists.card("visits").click()
    qtbot.keyClicks(view.form.worker_code.line_edit, "Aisha")
    with qtbot.assertNotEmitted(view.started):
        view.start_button.click()
    assert "looks like a name" in view.form.worker_code.error


def test_checklists_for_other_children_are_greyed(view):
    """What does not fit says for whom it is, and can be picked as soon as it fits."""
    card = view.checklists.card("life-story")
    assert not card.isEnabled()
    assert "Child in care" in card.accessibleDescription()

    view.form.cohorts.box("CIC").click()
    assert card.isEnabled()
    assert "questions" in card.accessibleDescription()


def test_what_fits_no_longer_is_not_picked(view):
    """A checklist that stops fitting is dropped; the others stay picked."""
    view.form.cohorts.box("CIC").click()
    view.checklists.card("life-story").click()
    view.checklists.card("visits").click()
    view.form.cohorts.box("CIC").click()
    assert ("visits",) == view.checklists.values


def test_the_questions_are_counted(view):
    """The number to expect follows the child and the checklists."""
    assert "" == view._total.text()
    view.checklists.card("visits").click()
    for_any_child = int(view._total.text().split()[0])
    view.form.cohorts.box("CIC").click()
    assert for_any_child < int(view._total.text().split()[0])


def test_a_second_audit_of_a_file_is_mentioned(theme, workspace, preferences, show, qtbot):
    """The reference of another audit is recognised."""
    start_audit(workspace, case_reference="HX-9")
    view = show(NewAuditView(theme, workspace, preferences))
    qtbot.keyClicks(view.form.reference.line_edit, "HX-9")
    view.form.settle_now()
    assert "already" in view.form.reference.editor.accessibleDescription()


def test_cancelling(view, qtbot):
    """Cancel tells so and starts nothing."""
    with qtbot.waitSignal(view.cancelled):
        view.cancel_button.click()


def test_a_failure_to_save_is_explained(view, workspace, qtbot):
    """When the audit cannot be written, the page says so and stays."""
    view.checklists.card("visits").click()
    audits = workspace.paths.store / "audits"
    for file in audits.iterdir():
        file.unlink()
    audits.rmdir()
    audits.write_text("in the way", encoding="utf-8")
    with qtbot.assertNotEmitted(view.started):
        view.start_button.click()
    assert view.fault.isVisible()
    audits.unlink()
    audits.mkdir()
