# SPDX-License-Identifier: MPL-2.0
"""Test that what somebody must still write is found wherever it stands."""

from auditapp.checklist.loading import checked_checklist
from auditapp.checklist.placeholders import count_placeholders, placeholder
from tests.auditapp.checklist.desk import SHORT

FINISHED = SHORT.format(id="halden-visits", version="1.0", title="Visits")


def count(text):
    """Return how many texts of a checklist file are still to be written."""
    return count_placeholders(checked_checklist(text.encode(), "visits.yaml"))


def test_a_finished_checklist_has_none():
    """Also when a text speaks of completing."""
    assert 0 == count(FINISHED)
    assert 0 == count(FINISHED.replace("What happened?", "What was left TO COMPLETE here?"))


def test_each_text_counts_once():
    """In the head, in a question and in a list."""
    text = FINISHED.replace("Tests the shelf.", f'"{placeholder("what for")}"')
    text = text.replace("[nobody]", f'["{placeholder("a source")}", "{placeholder("another")}"]')
    assert 3 == count(text)
