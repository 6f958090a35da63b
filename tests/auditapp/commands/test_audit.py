# SPDX-License-Identifier: MPL-2.0
"""Test the audit command as somebody types it."""

import json
import re

import pytest

from auditapp.errors import StoreMissingError, WrongPassphraseError
from auditapp.model.audit import AuditStatus
from auditapp.model.edits import Author, give_grade
from auditapp.model.grade import PRACTICE, Grade
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
