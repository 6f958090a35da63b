# SPDX-License-Identifier: MPL-2.0
"""Test that every field that an audit can hold has a name and words."""

import datetime as dt

import pytest

from auditapp.history.field_words import FIELD_NAMES, UNSAID, field_value, field_words, plain_words
from auditapp.model.audit import Audit, ChecklistPin
from auditapp.model.tables import CHECKLISTS, SPECS
from tests.making import Clock

FIELDS_OF = {
    "audit": {"id", "copy_of", "created_at", "status"},
    CHECKLISTS: set(ChecklistPin.model_fields),
    **{table: set(spec.model.model_fields) for table, spec in SPECS.items()},
}


@pytest.mark.parametrize("table", FIELDS_OF)
def test_every_field_of_every_table_has_a_name_or_is_left_unsaid(table):
    """A field that comes new to a model must be given a name here, or be left out on purpose."""
    named, unsaid = set(FIELD_NAMES[table]), UNSAID.get(table, frozenset())

    assert FIELDS_OF[table] == named | unsaid
    assert named.isdisjoint(unsaid)


def test_only_tables_of_an_audit_are_named():
    """The header of an audit is one of them."""
    assert set(FIELDS_OF) == set(FIELD_NAMES)
    assert FIELDS_OF["audit"] <= set(Audit.model_fields)


@pytest.mark.parametrize("table", FIELD_NAMES)
def test_names_are_words(table):
    """They begin like a sentence, show no id, and no two of one table are the same."""
    names = list(FIELD_NAMES[table].values())

    assert len(names) == len(set(names))
    assert all(name[0].isupper() and "_" not in name for name in names)


@pytest.mark.parametrize(
    ("table", "name", "stored", "words"),
    [
        ("audit", "status", "signed_off", "Signed off"),
        ("front", "age_band", "16-17", "16 to 17"),
        ("front", "caseload", 17, "17"),
        ("front", "is_independent", True, "Yes"),
        ("front", "period_to", "2026-10-31", "31 October 2026"),
        ("actions", "due", None, ""),
        ("concerns", "told_at", "2026-07-01T08:05:00Z", "1 July 2026 at 09:05"),
        ("answers", "evidence", [{"document": "Plan"}, {"document": "Diary"}], "Plan; Diary"),
        ("set_aside", "answer", {"value": "met", "note": "Seen."}, "Seen."),
        ("standards", "rules", [{"id": "a"}, {"id": "b"}], "2 timescales"),
        ("standards", "local", {"a": {"days": 3}}, "1 timescale"),
        ("standards", "names", {"panel": "Gateway"}, "panel: Gateway"),
        (CHECKLISTS, "trust", {"state": "unsigned"}, "Unsigned"),
    ],
)
def test_what_a_field_holds_is_said_in_words(table, name, stored, words):
    """Never as JSON has it."""
    assert words == field_words(table, name, stored)


@pytest.mark.parametrize(
    ("table", "name", "stored"),
    [("actions", "status", "postponed"), ("actions", "no_more", "7"), ("no_table", "any", "7")],
)
def test_what_no_model_knows_is_said_as_it_is_stored(table, name, stored):
    """A line of the history stays for ever, and models change."""
    assert stored == field_value(table, name, stored) == field_words(table, name, stored)


def test_values_are_put_into_words():
    """Whatever their kind; what holds nothing says nothing."""
    assert ["", "", "Yes", "No", "4 May 2026", "21 November 2026 at 09:30", "3", "a; b"] == [
        plain_words(value)
        for value in (None, "", True, False, dt.date(2026, 5, 4), Clock().now, 3, ("a", "b"))
    ]
