# SPDX-License-Identifier: MPL-2.0
"""The front sheet as a form."""

import datetime as dt

import pytest

from auditapp.model.front_sheet import Cohort, FrontSheet
from auditapp.settings import Settings
from tests.making import make_front
from ui.audits.front_defaults import default_front
from ui.audits.front_sheet_form import FrontSheetForm


@pytest.fixture
def form(theme, preferences, show):
    """Return the form with a front sheet in it."""
    form = show(FrontSheetForm(theme, preferences))
    form.set_front(make_front())
    return form


def type_into(field, text, qtbot):
    """Type a text over what is there, and wait no longer."""
    field.line_edit.selectAll()
    qtbot.keyClicks(field.line_edit, text)
    field.settle_now()


def test_what_is_shown_is_what_is_read(form):
    """A front sheet comes back as it went in, with nothing wrong."""
    full = make_front(
        caseload=18,
        workers_in_12_months=3,
        is_independent=True,
        sources_used=("file", "family"),
    )
    form.set_front(full)
    assert form.first_fault() is None
    assert full == form.front()


def test_a_new_sheet_looks_at_twelve_months():
    """The usual period ends today, and the last six months of it are judged."""
    front = default_front(Settings(auditor="R. Okafor"), dt.date(2026, 8, 31))
    assert (dt.date(2025, 9, 1), dt.date(2026, 8, 31), dt.date(2026, 3, 1)) == (
        front.period_from,
        front.period_to,
        front.judged_from,
    )
    assert "R. Okafor" == front.auditor


@pytest.mark.parametrize(
    ("field", "text", "words"),
    [
        ("reference", "Bright-04", "looks like a name"),
        ("reference", "943 476 5919", "NHS number"),
        ("reference", "AB04032011", "date of birth"),
        ("worker_code", "Aisha", "looks like a name"),
        ("team", "Aisha Bright's team", "looks like a name"),
        ("team", "HU3 4AB", "postcode"),
    ],
)
def test_personal_data_is_challenged_and_can_be_confirmed(form, qtbot, field, text, words):
    """What looks personal is challenged at once; it counts only when it is said to be harmless."""
    field = getattr(form, field)
    type_into(field, text, qtbot)
    assert words in field.error
    assert form.front() is None
    assert field.error == form.first_fault()

    with qtbot.waitSignal(form.front_changed):
        field.confirm_button.click()
    assert field.error is None
    assert not field.confirm_button.isVisible()
    assert form.front() is not None


def test_changing_the_text_ends_the_challenge(form, qtbot):
    """A code in place of the name is fine."""
    type_into(form.reference, "Bright", qtbot)
    type_into(form.reference, "HX-1", qtbot)
    assert form.reference.error is None
    assert not form.reference.confirm_button.isVisible()
    assert "HX-1" == form.front().case_reference


def test_a_team_in_use_is_not_challenged(form, qtbot):
    """What other audits call their team was confirmed once."""
    form.set_other_audits((), {"Priory Road"})
    type_into(form.team, "Priory Road", qtbot)
    assert form.team.error is None


def test_an_audit_of_the_same_file_is_mentioned(form, qtbot):
    """That there is one already is said, and forbids nothing."""
    form.set_other_audits({"HX-77"}, ())
    type_into(form.reference, "HX-77", qtbot)
    assert "already" in form.reference.editor.accessibleDescription()
    assert form.front() is not None


def test_the_reference_has_the_form_of_the_organisation(form, preferences, qtbot):
    """A pattern in the settings holds for every case reference."""
    preferences.change(reference_pattern=r"[A-Z]{2}-\d{4}")
    assert form.first_fault() is None
    type_into(form.reference, "HX-1", qtbot)
    assert "organisation" in form.reference.error
    type_into(form.reference, "HX-2048", qtbot)
    assert form.first_fault() is None


def test_the_first_fault_gets_the_focus(theme, preferences, show):
    """Everything missing is shown, and the first of it has the focus."""
    form = show(FrontSheetForm(theme, preferences))
    form.set_front(default_front(Settings(), dt.date(2026, 11, 21)))
    assert form.reference.error is None

    assert form.show_first_fault()
    assert form.reference.line_edit.hasFocus()
    assert "reference of the case file" in form.reference.error
    assert "your name or initials" in form.auditor.error


@pytest.mark.parametrize(
    ("field", "text", "words"),
    [
        ("period_from", "1 Jan 2027", "ends before it begins"),
        ("judged_from", "1 Jan 2020", "within the period"),
        ("period_to", "the day before", "not a date"),
        ("period_to", "", "Write a date"),
        ("caseload", "many", "not a whole number"),
        ("workers", "101", "The most is 100"),
    ],
)
def test_dates_and_numbers_that_cannot_be(form, qtbot, field, text, words):
    """Each is explained, and the sheet cannot be used until it is mended."""
    field = getattr(form, field)
    field.line_edit.selectAll()
    field.line_edit.del_()
    qtbot.keyClicks(field.line_edit, text)
    form.settle_now()
    assert words in form.first_fault()
    assert form.front() is None


def test_every_change_is_told(form, qtbot):
    """Ticks, lists, dates, numbers and text all tell that the sheet is another."""
    with qtbot.waitSignal(form.front_changed):
        form.cohorts.box("CIN").click()
    with qtbot.waitSignal(form.front_changed):
        form.is_independent.click()
    with qtbot.waitSignal(form.front_changed):
        type_into(form.caseload, "12", qtbot)
    with qtbot.waitSignal(form.front_changed):
        form.legal_status.combo_box.activated.emit(1)
    with qtbot.waitSignal(form.front_changed):
        type_into(form.period_to, "30 October 2026", qtbot)

    front = form.front()
    assert Cohort.CHILD_IN_NEED in front.cohorts
    assert (True, 12, "none") == (front.is_independent, front.caseload, front.legal_status)
    assert dt.date(2026, 10, 30) == front.period_to


def test_typing_survives_a_refresh(form, qtbot):
    """What is being typed stays when the sheet is shown again from elsewhere."""
    form.team.line_edit.selectAll()
    qtbot.keyClicks(form.team.line_edit, "Sou")
    form.set_front(make_front())
    assert "Sou" == form.team.text


def test_a_signed_sheet_cannot_be_changed(form, qtbot):
    """Read only means every field."""
    form.set_read_only(True)
    qtbot.keyClicks(form.reference.line_edit, "X")
    form.cohorts.box("CIN").click()
    form.is_independent.click()
    assert make_front() == form.front()
    assert form.period_to.line_edit.isReadOnly()


def test_fields_fold_into_one_column(form, qtbot):
    """A narrow form has one column, and all of it fits the width."""
    form.resize(360, 1500)
    qtbot.waitUntil(lambda: form.team.geometry().left() == form.worker_code.geometry().left())
    assert form.minimumSizeHint().width() <= 360


def test_a_provisional_sheet_knows_the_child(form):
    """What decides which questions apply can be read before the sheet is complete."""
    form.reference.set_text("")
    standing_in = default_front(Settings(), dt.date(2026, 11, 21))
    front = form.provisional_front(standing_in)
    assert isinstance(front, FrontSheet)
    assert make_front().cohorts == front.cohorts
    assert standing_in.period_to == front.period_to
