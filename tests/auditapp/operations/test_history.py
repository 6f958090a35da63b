# SPDX-License-Identifier: MPL-2.0
"""Test how the workspace hands out its histories and its logbook."""

import csv
import io

import pytest

from auditapp.errors import NotAllowedError, ReportError, UnsafePathError
from auditapp.model.edits import change_answer
from auditapp.model.history import HistoryKind
from auditapp.model.logbook import LogKind
from tests.making import start_audit

KEY = "visits/VS2"


def rows_of(path):
    """Return the rows of a CSV file, by its titles."""
    text = path.read_bytes().decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_each_change_of_a_field_is_a_row(workspace, audit_id, by, tmp_path):
    """Texts are whole, and what looks like a formula is text."""
    note = "=HYPERLINK(1)\r\nSeen, alone. " + "word " * 500
    edit = change_answer(workspace.open_audit(audit_id), KEY, by, value="met", note=note)
    workspace.commit(audit_id, edit)
    workspace.export_history(audit_id, tmp_path / "history.csv", by)
    started, answer, noted = rows_of(tmp_path / "history.csv")

    assert ("1", "Audit started", "") == (started["Line"], started["What"], started["Field"])
    assert ("2", "3", "", "Met") == tuple(
        answer[name] for name in ("Line", "Number", "Before", "After")
    )
    assert (f"'{note}", "Undo takes this back next") == (noted["After"], noted["Undo"])
    hashes = [entry.hash for entry in workspace.history(audit_id)]
    assert hashes[1] == answer["SHA-256 of the line"] == noted["SHA-256 of the line"]


def test_the_export_of_a_signed_audit_is_recorded_too(workspace, audit_id, by, tmp_path):
    """Its history goes on, because that says what became of it."""
    workspace._sessions.get(audit_id).sign_off(by)
    workspace.export_history(audit_id, tmp_path / "history.csv", by)

    assert HistoryKind.EXPORTED is workspace.history(audit_id)[-1].kind
    assert workspace.check().is_well


@pytest.mark.parametrize("name", ["history.csv", "audits/history.csv"])
def test_nothing_is_saved_among_the_audits(workspace, audit_id, by, name):
    """Neither a history nor the logbook."""
    path = workspace.paths.store / name
    with pytest.raises(UnsafePathError):
        workspace.export_history(audit_id, path, by)
    with pytest.raises(UnsafePathError):
        workspace.export_logbook(path)
    assert not path.exists()


def test_an_export_that_fails_is_not_recorded(workspace, audit_id, by, tmp_path):
    """There is no file that anybody could have."""
    (tmp_path / "folder").mkdir()
    with pytest.raises(ReportError, match=r"folder could not be saved"):
        workspace.export_history(audit_id, tmp_path / "folder", by)
    with pytest.raises(ReportError):
        workspace.export_logbook(tmp_path / "folder")

    assert HistoryKind.CREATED is workspace.history(audit_id)[-1].kind
    assert LogKind.MADE is workspace.log_lines()[-1].kind


def test_a_locked_workspace_hands_out_nothing(workspace, audit_id, by, tmp_path):
    """It may have locked itself while somebody chose the place of the file."""
    workspace.close()
    with pytest.raises(NotAllowedError):
        workspace.export_history(audit_id, tmp_path / "history.csv", by)
    assert not (tmp_path / "history.csv").exists()


def test_the_logbook_names_audits_as_people_do(workspace, audit_id):
    """One that is gone by its id, which means nothing any more."""
    workspace._log(LogKind.AUDIT_RESTORED, "2026-11-20", audit_id)
    assert "HX-2047" == workspace.log_lines()[-1].audit
    workspace.remove_audit(audit_id)
    line = workspace.log_lines()[-1]

    assert ("Audit removed", f"An audit that is no longer here ({audit_id})") == (
        line.title,
        line.audit,
    )


def test_a_check_leaves_audits_as_open_as_they_were(workspace, audit_id):
    """The window checks while somebody works."""
    other = start_audit(workspace, case_reference="HX-2048")
    workspace.open_audit(audit_id)
    progress = []
    done = workspace.check(lambda number, count: progress.append((number, count)))

    assert (2, 2) == (done.counts.audits, done.counts.history_lines)
    assert [(1, 2), (2, 2)] == progress
    assert workspace._sessions.is_open(audit_id)
    assert not workspace._sessions.is_open(other)
