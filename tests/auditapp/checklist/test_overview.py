# SPDX-License-Identifier: MPL-2.0
"""What a list of checklists shows beyond the headers."""

from pathlib import Path

import pytest

from auditapp.checklist.library import Library
from auditapp.checklist.overview import read_overview
from auditapp.model.front_sheet import Cohort
from auditapp.paths import find_paths


@pytest.fixture
def overview(tmp_path):
    """Return a function that reads the overview of a file after an edit of it."""

    def overview(source, old="", new="", names=None):
        text = source.read_text("utf-8")
        assert old in text
        (tmp_path / source.name).write_text(text.replace(old, new, 1), "utf-8")
        library = Library([tmp_path])
        (header,) = library.headers()
        return read_overview(library, header, names or {})

    return overview


def shipped(name):
    """Return the path of a shipped checklist."""
    return find_paths().checklists / name


def test_it_counts_what_is_asked_and_names_the_children(overview):
    """The sample asks nine questions, and has one that is retired."""
    found = overview(Path(__file__).with_name("sample.yaml"))
    assert (9, (Cohort.CHILD_IN_CARE, Cohort.CHILD_PROTECTION)) == (found.questions, found.cohorts)
    assert () == found.faults


def test_its_words_can_be_searched(overview):
    """They hold sections and questions, with the council's own names."""
    words = overview(
        shipped("early-help.yaml"), names={"early_help_assessment": "Family plan"}
    ).words
    assert "Does the Family plan show what this child needs?" in words.split("\n")


def test_faults_are_listed_with_their_places(overview):
    """A file that cannot be used says why, and asks nothing."""
    found = overview(shipped("seen-and-safe.yaml"), "kind: choice", "kind: choise")
    assert (0, ("seen-and-safe.yaml", 23)) == (
        found.questions,
        (found.faults[0].file, found.faults[0].line),
    )
