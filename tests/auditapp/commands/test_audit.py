# SPDX-License-Identifier: MPL-2.0
"""Test the audit command as somebody types it."""

import csv
import json
import re
from hashlib import sha256

import pytest

from auditapp.errors import StoreMissingError, UnsafePathError, WrongPassphraseError
from auditapp.model.audit import AuditStatus
from auditapp.model.edits import Author, give_grade
from auditapp.model.grade import PRACTICE, Grade
from auditapp.model.history import HistoryKind
from tests.making import start_audit


def give_good(workspace, audit_id):
    """Grade the practice of an audit as good."""
    now = workspace.clock()
    grade = Grade(band="good", reason="Read whole.", given_at=now, given_by="R. Okafor")
    workspace.commit(audit_id, give_grade(PRACTICE, grade, Author("R. Okafor", now)))


def test_a_new_workspace_has_no_audits(typed):
    """It says so instead of showing nothing."""
    assert (0, ["There are no audits yet."]) == typed("audit list")


def test_each_audit_is_one_line(typed, change_workspace):
    """Id, reference, status, progress, grade and the time of the last change, in local time."""
    audit_id = change_workspace(start_audit)
    code, (line,) = typed("audit list")

    assert 0 == code
    assert re.fullmatch(
        rf"{audit_id}  HX-2047, Draft, 0 of \d+ answered, no grade yet, "
        r"2026-11-\d\d \d\d:\d\d",
        line,
    )


def test_a_grade_is_shown(typed, change_workspace):
    """The practice grade stands in the line in words."""
    audit_id = change_workspace(start_audit)
    change_workspace(lambda workspace: give_good(workspace, audit_id))

    _code, (line,) = typed("audit list")
    assert ", Good, " in line


def test_the_list_can_be_read_by_programs(typed, change_workspace):
    """JSON holds every field of a row; what a terminal might act on is escaped."""
    audit_id = change_workspace(lambda workspace: start_audit(workspace, team="\x9b31mNorth"))
    code, lines = typed("audit list --json")
    held = json.loads("\n".join(lines))
    (row,) = held["audits"]

    assert 0 == code
    assert [] == held["problems"]
    assert (audit_id, "HX-2047", "\x9b31mNorth") == (row["id"], row["case_reference"], row["team"])
    assert (AuditStatus.DRAFT, None) == (row["status"], row["grade"])
    assert "2026-11-21T09:30:00+00:00" == row["changed_at"] == row["created_at"]
    assert "\x9b" not in lines[0]


@pytest.mark.parametrize("form", ["", "--json"])
def test_what_is_wrong_with_the_workspace_is_listed(typed, change_workspace, workspace_home, form):
    """An audit whose file is gone still has its row, and is named as missing."""
    audit_id = change_workspace(start_audit)
    for path in (workspace_home / "store" / "audits").iterdir():
        path.unlink()

    code, lines = typed(f"audit list {form}")
    assert 1 == code
    assert audit_id in lines[0]
    assert "HX-2047: The file of this audit is missing." in "\n".join(lines)


def test_a_folder_without_audits_is_named_as_such(typed, tmp_path, monkeypatch):
    """Nobody has to type a passphrase to hear it."""
    monkeypatch.setenv("AUDITAPP_PASSPHRASE_FILE", "no such file")
    with pytest.raises(StoreMissingError):
        typed("audit list", home=tmp_path / "elsewhere")


def test_a_wrong_passphrase_opens_nothing(typed, passphrase_file):
    """The error of the store is for the command line to say."""
    passphrase_file.write_text("something else entirely\n")
    with pytest.raises(WrongPassphraseError):
        typed("audit list")


def test_the_history_of_an_audit_is_saved_as_csv(typed, change_workspace, tmp_path):
    """It is named by its case reference as well; the export is a line of it from then on."""
    audit_id = change_workspace(start_audit)
    change_workspace(lambda workspace: give_good(workspace, audit_id))
    file = tmp_path / "history.csv"
    code, lines = typed(f"audit history hx-2047 -o {file}")
    with file.open(encoding="utf-8-sig", newline="") as opened:
        rows = list(csv.DictReader(opened))

    assert 0 == code
    assert f"The history of HX-2047 is in {file}." == lines[0]
    assert "All 2 lines follow from each other: none was changed, and none is missing." == lines[1]
    assert ["Audit started", "Grade given", "Grade given"] == [row["What"] for row in rows]
    assert ("Practice grade", "Grade", "", "Good") == tuple(
        rows[1][name] for name in ("Where", "Field", "Before", "After")
    )
    assert "2026-11-21T09:30:00+00:00" == rows[1]["When"]
    history = change_workspace(lambda workspace: workspace.history(audit_id))
    assert HistoryKind.EXPORTED is history[-1].kind
    assert f"csv {sha256(file.read_bytes()).hexdigest()}" == history[-1].detail


def test_a_history_is_never_saved_among_the_audits(typed, change_workspace, workspace_home):
    """What lies there is the program's own."""
    audit_id = change_workspace(start_audit)
    with pytest.raises(UnsafePathError):
        typed(f"audit history {audit_id} -o {workspace_home}/store/audits/history.csv")

    history = change_workspace(lambda workspace: workspace.history(audit_id))
    assert [HistoryKind.CREATED] == [entry.kind for entry in history]
