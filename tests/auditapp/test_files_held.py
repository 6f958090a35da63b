# SPDX-License-Identifier: MPL-2.0
"""Test that a file which another program holds for a moment keeps nobody from their work.

On Windows a file that a virus scanner or OneDrive reads can be neither renamed nor removed. Here
the scanner is played: whatever is to be done to a file is refused once.
"""

import ast
import os
from pathlib import Path

import pytest

from auditapp import files, settings
from auditapp.beside import put_beside
from auditapp.paths import find_paths
from tests.auditapp.file_names_left import names
from tests.test_project import ROOT

STEPS = ("unlink", "rename", "replace", "rmdir")
OWN_WAY = {
    "auditapp/file_moves.py": "does it, and auditapp/files.py waits",
    "auditapp/files.py": "knows how to wait",
    "auditapp/store_place_facts.py": "removes what it tried a disk with, and says nothing",
    "auditapp/bootstrap/environment.py": "runs before there is anything of the program",
    "auditapp/bootstrap/stamps.py": "runs before there is anything of the program",
    "auditapp/commands/places.py": "removes folders that it made a moment ago",
    "auditapp/store/resealing.py": "removes folders that are empty; the next start tries again",
}


@pytest.fixture
def held(monkeypatch):
    """Hold each file until the second try, and return what was refused."""
    monkeypatch.setattr(files, "_WAITS", (0.0, 0.0))
    refused = set()

    def once(step, real):
        def call(path, *arguments, **options):
            if (step, str(path)) not in refused:
                refused.add((step, str(path)))
                raise PermissionError(13, "in use by another process", str(path))
            return real(path, *arguments, **options)

        return call

    for step in ("unlink", "replace", "rename"):
        monkeypatch.setattr(Path, step, once(step, getattr(Path, step)))
        monkeypatch.setattr(os, step, once(step, getattr(os, step)))
    return refused


def test_a_held_file_is_removed(tmp_path, held):
    """One that is not there is still an error, unless that is no matter."""
    path = tmp_path / "audit.seal"
    path.touch()
    files.remove(path)

    assert not path.exists()
    assert held
    files.remove(path, missing_ok=True)
    with pytest.raises(FileNotFoundError):
        files.remove(path)


def test_a_held_leftover_keeps_nobody_out(tmp_path, held):
    """It lies in the folder that is cleared up before the audits open."""
    (tmp_path / "0123456789abcdef.tmp").touch()
    files.remove_leftovers(tmp_path)
    assert [] == names(tmp_path)


def test_a_held_new_file_is_not_left_behind(tmp_path, held, monkeypatch):
    """A save that failed clears up after itself."""

    def fail(_descriptor):
        raise OSError(28, "no space")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(OSError, match="no space"):
        files.write_atomically(tmp_path / "audit.seal", b"new")
    with pytest.raises(OSError, match="no space"), files.replacing(tmp_path / "audit.seal"):
        fail(0)
    assert [] == names(tmp_path)


def test_held_settings_without_sense_are_kept_aside(tmp_path, held):
    """So is what a restore replaces."""
    paths = find_paths(tmp_path)
    paths.settings.write_text("{", "utf-8")
    with pytest.raises(settings.SettingsDamagedError, match="usual ones"):
        settings.load(paths.settings)
    paths.settings.write_text("old", "utf-8")
    put_beside(paths, {"settings.json": b"new"}, is_new_here=True)

    assert b"new" == paths.settings.read_bytes()
    assert b"old" == paths.settings.with_name("settings.json.replaced-1").read_bytes()
    assert b"{" == paths.settings.with_name("settings.unreadable-1.json").read_bytes()


def test_the_core_removes_and_renames_in_one_place():
    """Whatever does it by itself would fail where a file is held."""
    found = {
        name
        for path in (ROOT / "auditapp").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in STEPS
        and not (node.func.attr == "replace" and (len(node.args) != 1 or node.keywords))
        and (name := path.relative_to(ROOT).as_posix())
    }
    assert OWN_WAY.keys() == found
