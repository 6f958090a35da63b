# SPDX-License-Identifier: MPL-2.0
"""Test the command that exports data, as somebody types it."""

import csv

import pytest

from auditapp.commands.conventions import WrongUseError
from auditapp.model.logbook import LogKind
from tests.making import start_audit


@pytest.fixture
def output(tmp_path):
    """Return the file that data are written to."""
    return tmp_path / "data.csv"


@pytest.fixture
def audit_id(change_workspace):
    """Put a draft into the workspace, and return its id."""
    return change_workspace(
        lambda workspace: start_audit(workspace, case_reference="HX-1", team="=North")
    )


def test_a_table_is_written_and_recorded(typed, audit_id, output, change_workspace):
    """A row for each audit unless asked otherwise; the logbook has a line of it."""
    code, lines = typed(f"data-export --drafts -o '{output}'")
    assert (0, [f"The data of 1 audit is in {output}."]) == (code, lines)
    rows = list(csv.DictReader(output.read_text("utf-8-sig").splitlines()))
    assert [(audit_id, "'=North")] == [(row["audit"], row["team"]) for row in rows]
    last = change_workspace(lambda workspace: workspace.logbook()[-2:])
    (entry,) = (each for each in last if each.kind is LogKind.REPORT_EXPORTED)
    assert entry.detail.endswith(", Data, a row for each audit, without names, 1 audit")


def test_ratings_are_written(typed, audit_id, output):
    """Of an audit without any there are only the heads."""
    assert 0 == typed(f"data-export --rows answers --drafts -o '{output}'")[0]
    (heads,) = csv.reader(output.read_text("utf-8-sig").splitlines())
    assert ["audit", "date", "team", "checklist", "version", "question", "rating"] == heads


def test_wrong_use_writes_nothing(typed, audit_id, output):
    """No audit, or a file that is there already."""
    with pytest.raises(WrongUseError, match="No audit was found"):
        typed(f"data-export -o '{output}'")
    assert not output.exists()
    output.write_bytes(b"old")
    with pytest.raises(WrongUseError, match="exists already"):
        typed(f"data-export --drafts -o '{output}'")
    assert b"old" == output.read_bytes()
    assert 0 == typed(f"data-export --drafts --force -o '{output}'")[0]
