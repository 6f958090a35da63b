# SPDX-License-Identifier: MPL-2.0
"""Test how files and folders get other names, on Windows by a system that is played here."""

import pytest

from auditapp import file_moves, files
from tests.auditapp.moves_of_windows import REPLACE_EXISTING, WRITE_THROUGH, moves_of_windows

__all__ = ["moves_of_windows"]


def test_a_save_on_windows_replaces_and_is_written_through(moves_of_windows, tmp_path):
    """The folder cannot be flushed afterwards."""
    path = tmp_path / "audit.seal"
    files.write_atomically(path, b"old")
    files.write_atomically(path, b"new")

    assert b"new" == path.read_bytes()
    assert [REPLACE_EXISTING | WRITE_THROUGH] * 2 == moves_of_windows


def test_a_folder_on_windows_is_not_asked_to_replace(moves_of_windows, tmp_path):
    """That is refused of a folder, whether there is something to replace or not."""
    (tmp_path / "new").mkdir()
    files.move_folder(tmp_path / "new", tmp_path / "store")

    assert (tmp_path / "store").is_dir()
    assert [WRITE_THROUGH] == moves_of_windows


def test_a_name_that_is_taken_stays_who_it_belongs_to(moves_of_windows, tmp_path):
    """Nothing is replaced by a mere renaming."""
    for name in ("one", "two"):
        (tmp_path / name).write_text(name, "utf-8")
    with pytest.raises(FileExistsError):
        file_moves.rename(tmp_path / "one", tmp_path / "two")

    assert "two" == (tmp_path / "two").read_text("utf-8")
