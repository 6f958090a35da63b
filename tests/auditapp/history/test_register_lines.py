# SPDX-License-Identifier: MPL-2.0
"""Test in which words the history of the registers tells what happened."""

import datetime as dt

import pytest

from auditapp.history.register_lines import FIELD_NAMES, UNSAID, register_lines
from auditapp.model.ledger import LedgerChange, LedgerEntry
from auditapp.model.register import ENTRIES, LearningMessage, Register
from tests.making import Clock

NOW, KEY = Clock().now, "a" * 32
MESSAGE = LearningMessage(
    author="R. Okafor",
    created_at=NOW,
    message="See the child alone.",
    audience="All",
    sent_on=dt.date(2026, 11, 2),
).record()


def line(what, old, new, detail=""):
    """Return the history of one change."""
    change = LedgerChange(table="learning", key=KEY, old=old, new=new).sealed()
    entry = LedgerEntry(seq=1, at=NOW, by="R. Okafor", what=what, changes=(change,), detail=detail)
    return entry.sealed()


@pytest.mark.parametrize("register", Register)
def test_every_field_of_every_register_has_a_name_or_is_left_unsaid(register):
    """A field that comes new to a model must be given a name here."""
    named = FIELD_NAMES[register].keys()
    assert ENTRIES[register].model_fields.keys() == named | UNSAID
    assert len(named) == len(set(FIELD_NAMES[register].values()))


def test_what_is_added_changed_and_removed_is_told_field_by_field():
    """In the words that people read, with the reason."""
    checked = MESSAGE | {"checked_on": "2026-12-01", "check_found": "Done."}
    added, changed, removed = (
        register_lines([each])[0]
        for each in (
            line("added", None, MESSAGE),
            line("changed", MESSAGE, checked),
            line("removed", checked, None, "Entered twice."),
        )
    )
    told = [(each.name, each.old, each.new) for each in added.fields]
    assert "Entry added" == added.title
    assert [
        ("Message", "", "See the child alone."),
        ("For whom", "", "All"),
        ("Sent on", "", "2 November 2026"),
    ] == told
    assert [("Effect looked at", "", "1 December 2026"), ("Effect found", "", "Done.")] == [
        (each.name, each.old, each.new) for each in changed.fields
    ]
    assert ("Entry removed", "Entered twice.") == (removed.title, removed.note)
    assert ("Message", "See the child alone.", "") in [
        (each.name, each.old, each.new) for each in removed.fields
    ]


def test_what_was_erased_is_not_told():
    """That there was something is."""
    entry = line("added", None, MESSAGE).without(frozenset({("learning", KEY)}))
    (told,) = register_lines([entry])
    assert (True, (), Register.LEARNING) == (told.is_erased, told.fields, told.register)


def test_a_line_that_no_model_of_today_fits_is_told_as_it_is():
    """It is kept for ever, and what a field may hold can change."""
    (told,) = register_lines([line("imported", None, MESSAGE | {"sent_on": "in spring"})])
    assert "imported" == told.title
    assert ("Sent on", "in spring") in [(each.name, each.new) for each in told.fields]
