# SPDX-License-Identifier: MPL-2.0
"""Test what an organisation may settle for everybody, and that a slip is told with its line."""

import dataclasses

import pytest

from auditapp.checklist.field_types import LONGEST_LIMIT
from auditapp.checklist.trust.organisation import NOBODY, read_organisation
from auditapp.checklist.trust.settled import SettledSettings
from auditapp.errors import OrganisationFileError
from auditapp.judgement.local_standards import LocalStandards
from auditapp.settings import Settings
from tests.auditapp.settled_samples import SETTLED


def settings_of(text):
    """Return what the file of an organisation settles."""
    return read_organisation(text.encode(), "organisation.yaml").settings


def test_what_is_settled_has_the_names_of_the_settings():
    """And values that the settings take as they are."""
    values = settings_of(SETTLED).values
    names = {field.name for field in dataclasses.fields(Settings)}

    assert set(SettledSettings.model_fields) == values.keys()
    assert values.keys() <= names
    taken = Settings().with_changes(**values)
    assert values == {name: getattr(taken, name) for name in values}


def test_without_a_word_of_it_nothing_is_settled():
    """Each person chooses."""
    assert {} == NOBODY.settings.values
    assert {} == settings_of("schema: organisation/1\n").values
    assert NOBODY.layout is None


def test_the_largest_number_of_a_timescale_is_that_which_counts():
    """A larger one would be settled, shown, and not used."""
    text = f"local_standards: {{supervision: {{number: {LONGEST_LIMIT}}}}}"
    values = settings_of(f"schema: organisation/1\nsettings:\n  {text}\n").values
    choices = LocalStandards.from_settings(values["local_standards"]).root
    assert LONGEST_LIMIT == choices["supervision"].number


def test_no_marking_and_no_reminder_can_be_settled():
    """What is empty, or nothing, is another thing than what is left out."""
    text = "schema: organisation/1\nsettings: {marking: '', backup_days: 0, keep_months: 0}\n"
    assert {"marking": "", "backup_days": 0, "keep_months": 0} == settings_of(text).values


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ("idle_minutes: 0", "idle_minutes"),
        ("idle_minutes: 121", "idle_minutes"),
        ("idle_minutes: five", "idle_minutes"),
        ("idle_minutes: 5.5", "idle_minutes"),
        ("backup_days: 366", "backup_days"),
        ("keep_months: 1201", "keep_months"),
        ("agreement_target: 0", "agreement_target"),
        ("reference_pattern: '[A-Z'", "not well formed"),
        ("reference_pattern: 'x{99999999999}'", "not well formed"),
        ("reference_pattern: '([A-Z]+)+-1'", "too long to test"),
        ("local_standards: {supervision: {number: 0}}", "number"),
        ("local_standards: {supervision: {number: 1001}}", "number"),
        ("local_standards: {supervision: 20}", "supervision"),
        ("local_names: {risk_panel: ''}", "risk_panel"),
        ("text_scale: 2.0", "text_scale"),
        ("theme: dark", "theme"),
    ],
)
def test_a_slip_is_told_with_its_line(wrong, told):
    """How it looks is nobody's but the person's, and a wrong name settles nothing."""
    with pytest.raises(OrganisationFileError) as caught:
        settings_of(f"schema: organisation/1\nsettings:\n  {wrong}\n")
    (fault,) = caught.value.faults
    assert 3 == fault.line
    assert told in str(fault)


@pytest.mark.parametrize("name", ["../council.yaml", "a/b.yaml", r"C:\a.yaml", "council.png", ""])
def test_a_layout_lies_beside_the_file(name):
    """It is named without a folder, so that whoever guards the one guards the other."""
    with pytest.raises(OrganisationFileError) as caught:
        read_organisation(f"schema: organisation/1\nlayout: '{name}'\n".encode(), "o.yaml")
    assert "layout beside this file" in str(caught.value.faults[0])


def test_a_layout_is_named():
    """As it is called in its folder."""
    text = b"schema: organisation/1\nlayout: council layout.yaml\n"
    assert "council layout.yaml" == read_organisation(text, "o.yaml").layout
