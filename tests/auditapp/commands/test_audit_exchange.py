# SPDX-License-Identifier: MPL-2.0
"""Test the commands that save a package and bring one in, as somebody types them."""

import json
import shutil

import pytest

from auditapp.commands.audit_exchange import CODE_VARIABLE
from auditapp.commands.conventions import WrongUseError
from auditapp.errors import NotAllowedError, WrongCodeError
from auditapp.model.edits import Author, change_answer
from auditapp.paths import find_paths
from auditapp.workspace import Workspace
from tests.making import PASSPHRASE, WEAK, Clock, start_audit

KEY = "visits/VS1-last"


@pytest.fixture
def other_home(tmp_path):
    """Return the folder of another, empty workspace."""
    home = tmp_path / "other"
    home.mkdir()
    workspace, _recovery_key = Workspace.create(find_paths(home), PASSPHRASE, strength=WEAK)
    workspace.close()
    return home


@pytest.fixture
def package(tmp_path):
    """Return where packages go."""
    return tmp_path / "out.cfaudit"


@pytest.fixture
def export(typed, package, tmp_path, monkeypatch):
    """Return a function that saves a package and puts its code into the file that is named."""

    def run(line):
        package.unlink(missing_ok=True)
        code, lines = typed(f"audit export {line} -o {package}")
        assert 0 == code
        named = tmp_path / "code"
        named.write_text(lines[1].partition(": ")[2])
        monkeypatch.setenv(CODE_VARIABLE, str(named))
        return lines

    return run


def note(workspace, audit_id, words):
    """Change the note of an answer."""
    by = Author("R. Okafor", workspace.clock())
    edit = change_answer(workspace.open_audit(audit_id), KEY, by, note=words)
    workspace.commit(audit_id, edit)


def test_a_package_is_saved_and_brought_in(typed, change_workspace, export, package, other_home):
    """The code is said once, and is not in the file; the second time there is nothing new."""
    audit_id = change_workspace(start_audit)
    lines = export(audit_id)

    assert 3 == len(lines)
    assert "shown this once" in lines[2]
    code, (head, line) = typed(f"audit import {package}", other_home)
    assert 0 == code
    assert head.endswith("to be put together with another copy.")
    assert f"{audit_id}  HX-2047, New here" == line
    _code, (_head, line) = typed(f"audit import {package}", other_home)
    assert f"{audit_id}  HX-2047, Nothing new in it" == line


def test_a_preview_changes_nothing(typed, change_workspace, export, package, other_home):
    """It says the same as the import would, also for programs."""
    audit_id = change_workspace(start_audit)
    export("HX-2047")
    code, lines = typed(f"audit import {package} --preview --json", other_home)
    held = json.loads("\n".join(lines))

    assert 0 == code
    assert not held["applied"]
    assert [(audit_id, "new", [])] == [
        (each["id"], each["outcome"], each["choices"]) for each in held["audits"]
    ]
    assert (0, ["There are no audits yet."]) == typed("audit list", other_home)


def test_a_blind_copy_is_not_opened_where_it_was_made(
    typed, change_workspace, export, package, other_home
):
    """Elsewhere it becomes an audit with an id of its own."""
    audit_id = change_workspace(start_audit)
    export(f"{audit_id} --for-moderation --for Ben")

    with pytest.raises(NotAllowedError, match="made here"):
        typed(f"audit import {package}")
    _code, (_head, line) = typed(f"audit import {package}", other_home)
    assert line.endswith("HX-2047, New here")
    assert audit_id not in line


def test_what_needs_a_choice_waits_for_it(typed, change_workspace, export, package, tmp_path):
    """Nothing is done to it until somebody names it."""
    audit_id = change_workspace(start_audit)
    export(audit_id)
    there = find_paths(shutil.copytree(tmp_path / "workspace", tmp_path / "there"))
    change_workspace(lambda workspace: note(workspace, audit_id, "Only here."))
    workspace = Workspace.unlock(there, PASSPHRASE, clock=Clock())
    workspace._sessions.get(audit_id).sign_off(Author("Ben", workspace.clock()))
    workspace.close()
    lines = typed(f"audit export {audit_id} -o {package} --force", there.home)[1]
    (tmp_path / "code").write_text(lines[1].partition(": ")[2])

    code, lines = typed(f"audit import {package}")
    assert 1 == code
    assert lines[1].endswith("a draft here with work of its own")
    assert "--take ID" in lines[2]
    code, _lines = typed(f"audit import {package} --take {audit_id}")
    assert 0 == code
    _code, listed = typed("audit list")
    assert {"Signed off", "Draft"} == {line.split(", ")[1] for line in listed}


def test_a_wrong_code_is_said(typed, change_workspace, export, package, tmp_path):
    """And a file that is there is not replaced by itself."""
    audit_id = change_workspace(start_audit)
    export(audit_id)
    (tmp_path / "code").write_text("AAAA-AAAA-AAAA-AAAA-AAAA")

    with pytest.raises(WrongCodeError):
        typed(f"audit import {package}")
    with pytest.raises(WrongUseError, match="exists already"):
        typed(f"audit export {audit_id} -o {package}")


def test_a_difference_is_listed_and_settled(typed, change_workspace, export, package, tmp_path):
    """Both versions with who and when; after that there is nothing left."""
    audit_id = change_workspace(start_audit)
    export(audit_id)
    there = find_paths(shutil.copytree(tmp_path / "workspace", tmp_path / "there"))
    change_workspace(lambda workspace: note(workspace, audit_id, "At home."))
    workspace = Workspace.unlock(there, PASSPHRASE, clock=Clock())
    note(workspace, audit_id, "At school.")
    workspace.close()
    lines = typed(f"audit export {audit_id} -o {package} --force", there.home)[1]
    (tmp_path / "code").write_text(lines[1].partition(": ")[2])
    typed(f"audit import {package}")

    code, (name, *versions) = typed("audit settle HX-2047")
    assert (1, f"answers/{KEY}") == (code, name)
    assert {"At home.", "At school."} == {line.rpartition(": ")[2] for line in versions}
    assert all("R. Okafor, 21 November 2026 at 09:30" in line for line in versions)
    code, lines = typed("audit settle HX-2047 --json")
    assert [name] == [each["row"] for each in json.loads("\n".join(lines))]

    with pytest.raises(WrongUseError, match="no version 3"):
        typed(f"audit settle HX-2047 --row {name} --version 3")
    with pytest.raises(WrongUseError, match="Name both"):
        typed(f"audit settle HX-2047 --row {name}")
    chosen = next(number for number, line in enumerate(versions, 1) if "At home." in line)
    done = typed(f"audit settle HX-2047 --row {name} --version {chosen}")
    assert (0, ["There is nothing to settle."]) == done
    stands = change_workspace(lambda workspace: workspace.open_audit(audit_id).answers[KEY].note)
    assert "At home." == stands
