# SPDX-License-Identifier: MPL-2.0
"""Starting an audit."""

import pytest

from auditapp.errors import SaveFailedError
from auditapp.model.front_sheet import Cohort
from tests.making import start_audit
from ui.audits.new_audit_view import NewAuditView


@pytest.fixture
def make_view(theme, workspace, preferences, jobs, show):
    """Return a function that shows the page of a new audit."""
    return lambda: show(NewAuditView(theme, workspace, preferences, jobs))


@pytest.fixture
def view(make_view):
    """Return the page of a new audit, with a case reference given."""
    view = make_view()
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
    for_any_child = int(view._total.text().split()[2])
    view.form.cohorts.box("CIC").click()
    assert for_any_child < int(view._total.text().split()[2])


def test_a_second_audit_of_a_file_is_mentioned(theme, workspace, preferences, jobs, show, qtbot):
    """The reference of another audit is recognised."""
    start_audit(workspace, case_reference="HX-9")
    view = show(NewAuditView(theme, workspace, preferences, jobs))
    qtbot.keyClicks(view.form.reference.line_edit, "HX-9")
    view.form.settle_now()
    assert "already" in view.form.reference.editor.accessibleDescription()


def test_cancelling(view, qtbot):
    """Cancel tells so and starts nothing."""
    with qtbot.waitSignal(view.cancelled):
        view.cancel_button.click()


def kept(workspace):
    """Return what is kept of the front sheet: its reference, period and checklists."""
    fields = workspace.draft_front() or {}
    return fields.get("reference"), fields.get("period_from"), fields.get("checklists")


def test_what_is_typed_is_kept_soon(view, workspace, jobs, qtbot):
    """Each kind of field, without anybody leaving it; half a date is kept as it is."""
    view.form.period_from.line_edit.clear()
    qtbot.keyClicks(view.form.period_from.line_edit, "5/12/20")
    qtbot.waitUntil(lambda: kept(workspace) == ("HX-1", "5/12/20", []))
    view.checklists.card("visits").click()
    qtbot.waitUntil(lambda: kept(workspace) == ("HX-1", "5/12/20", ["visits"]))
    view.form.cohorts.box("CIN").click()
    qtbot.waitUntil(lambda: workspace.draft_front()["cohorts"] == ["CIN"])
    qtbot.waitUntil(lambda: not jobs.is_busy)


def test_a_sheet_that_nobody_touched_is_not_kept(workspace, make_view):
    """Looking at the page leaves nothing behind."""
    view = make_view()
    view.settle_now()
    view.keep_now()
    assert workspace.draft_front() is None


def test_leaving_keeps_at_once(view, workspace, qtbot):
    """Also what was typed this very moment."""
    qtbot.keyClicks(view.form.worker_code.line_edit, "SW-1")
    view.settle_now()
    assert "SW-1" == workspace.draft_front()["worker_code"]


def test_what_was_kept_is_restored(view, workspace, make_view, qtbot):
    """Every field is as it was left, right or wrong, and the page says why it is not empty."""
    form = view.form
    texts = {"team": "North", "worker_code": "Aisha", "caseload": "1x", "workers": "3"}
    for name, text in {**texts, "auditor": "", "period_from": "5/12/20"}.items():
        line = getattr(form, name).line_edit
        line.selectAll()
        line.del_()
        qtbot.keyClicks(line, text)
    for box in (form.cohorts.box("CIC"), form.sources.box("family"), form.is_independent):
        box.click()
    form.legal_status.combo_box.activated.emit(2)
    view.checklists.card("life-story").click()
    view.keep_now()

    again = make_view()
    again.restore(workspace.draft_front())
    assert view._read_fields() == again._read_fields()
    assert "5/12/20" == again.form.period_from.text
    assert "looks like a name" in again.form.worker_code.error
    assert (3, ("life-story",)) == (again.form.workers.value, again.checklists.values)
    assert "It is as you left it." in again.fault.accessibleName()
    assert again._total.text()


def test_what_another_version_kept_is_restored_as_far_as_it_goes(view):
    """A choice and a checklist that are no more are left out, and what is lacking stays."""
    view.restore({"age_band": "ancient", "team": "North", "checklists": ["gone", "visits"]})
    assert ("North", "", ("visits",)) == (
        view.form.team.text,
        view.form.age_band.value,
        view.checklists.values,
    )
    assert "HX-1" == view.form.reference.text


def test_a_started_audit_leaves_no_sheet_behind(view, workspace, qtbot):
    """What was kept for it is gone, also while it was being written."""
    view.form.cohorts.box("CIC").click()
    view.keep_now()
    view.checklists.card("visits").click()
    with qtbot.waitSignal(view.started):
        view.start_button.click()
    assert workspace.draft_front() is None


def test_cancelling_leaves_no_sheet_behind(view, workspace, jobs, qtbot):
    """Nor does a write that was on its way bring it back."""
    qtbot.keyClicks(view.form.team.line_edit, "North")
    view._keeper._on_settled()
    with qtbot.waitSignal(view.cancelled):
        view.cancel_button.click()
    qtbot.waitUntil(lambda: not jobs.is_busy)
    assert workspace.draft_front() is None


@pytest.fixture
def no_folder(workspace):
    """Take the folder of the store away, as an unplugged drive does; it comes back at the end."""
    store, away = workspace.paths.store, workspace.paths.store.with_name("away")
    store.rename(away)
    yield
    away.rename(store)


def test_a_sheet_that_cannot_be_kept_is_said_and_stays(view, no_folder, jobs, qtbot):
    """While typing, on leaving, and to the window that wants to lock."""
    qtbot.keyClicks(view.form.team.line_edit, "North")
    qtbot.waitUntil(view.fault.isVisible)
    assert "cannot be found any more" in view.fault.accessibleName()
    view.fault.hide()
    view.settle_now()
    assert view.fault.isVisible()
    with pytest.raises(SaveFailedError):
        view.keep_now()
    assert "North" == view.form.team.text
    qtbot.waitUntil(lambda: not jobs.is_busy)


def test_a_sheet_that_cannot_be_dropped_keeps_nobody(view, no_folder, qtbot):
    """It would be offered once more; cancelling works."""
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
