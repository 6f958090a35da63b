# SPDX-License-Identifier: MPL-2.0
"""Test the command for a report of each of many audits, as somebody types it."""

import pytest

from auditapp.commands.conventions import WrongUseError
from tests.making import start_audit


@pytest.fixture
def folder(tmp_path):
    """Return a folder that is not there yet."""
    return tmp_path / "out" / "reports"


def test_each_report_is_written_and_listed(typed, change_workspace, folder):
    """A second time nothing is made again."""
    change_workspace(start_audit)
    line = f"reports-batch --kind short --format csv --drafts -o '{folder}'"
    listed = f"They are listed in {folder / 'index.html'}."
    assert (0, ["1 report was saved.", listed]) == typed(line)
    again = ["0 reports were saved.", "1 report was there already.", listed]
    assert (0, again) == typed(line)


def test_what_cannot_be_made_is_said(typed, change_workspace, folder):
    """And makes the code that of faults."""
    change_workspace(start_audit)
    code, lines = typed(f"reports-batch --kind concern --drafts -o '{folder}'")
    assert 1 == code
    assert lines[1].startswith("HX-2047: This audit has no immediate concern")


def test_wrong_use_is_refused(typed, change_workspace, folder, tmp_path):
    """No audit chosen, or a file in the place of the folder."""
    change_workspace(start_audit)
    with pytest.raises(WrongUseError, match="No audit was found"):
        typed(f"reports-batch -o '{folder}'")
    path = tmp_path / "file"
    path.touch()
    with pytest.raises(WrongUseError, match="is no folder"):
        typed(f"reports-batch --drafts -o '{path}'")
    with pytest.raises(WrongUseError, match="below cannot be made: "):
        typed(f"reports-batch --drafts -o '{path}/below'")
