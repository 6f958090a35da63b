# SPDX-License-Identifier: MPL-2.0
"""Test that a file is either the old one or the new one."""

import errno
import os
import stat

import pytest

from auditapp import files
from tests.auditapp.file_names_left import names


def failing(number):
    """Return a function that fails with an ``OSError``, whatever it is given."""

    def fail(*_arguments):
        raise OSError(number, os.strerror(number))

    return fail


def test_new_contents_take_the_place_of_the_old(tmp_path):
    """The new contents are read back, and no other file is left."""
    path = tmp_path / "audit.seal"

    files.write_atomically(path, b"old")
    files.write_atomically(path, b"new")

    assert b"new" == files.read_bytes(path)
    assert ["audit.seal"] == names(tmp_path)


def test_the_file_is_private(tmp_path):
    """Only its owner can read it."""
    path = tmp_path / "audit.seal"

    files.write_atomically(path, b"new")

    assert 0o600 == stat.S_IMODE(path.stat().st_mode)


def test_the_previous_file_is_kept_if_asked_for(tmp_path):
    """Each save leaves the one before it, and no older one."""
    path = tmp_path / "audit.seal"

    for contents in (b"1", b"2", b"3"):
        files.write_atomically(path, contents, keep_previous=True)

    assert b"3" == path.read_bytes()
    assert b"2" == (tmp_path / "audit.prev").read_bytes()


def test_the_previous_file_outlives_a_current_one_that_was_lost(tmp_path, monkeypatch):
    """Until the new file is in its place it is the only one there is."""
    path = tmp_path / "audit.seal"
    for contents in (b"1", b"2"):
        files.write_atomically(path, contents, keep_previous=True)
    path.unlink()
    with monkeypatch.context() as broken:
        broken.setattr(os, "replace", failing(errno.EIO))
        with pytest.raises(OSError, match="Input"):
            files.write_atomically(path, b"3", keep_previous=True)

    assert ["audit.prev"] == names(tmp_path)
    files.write_atomically(path, b"3", keep_previous=True)
    assert b"1" == (tmp_path / "audit.prev").read_bytes()


def test_a_disk_without_hard_links_keeps_no_previous_file(tmp_path, monkeypatch):
    """The save itself succeeds."""
    path = tmp_path / "audit.seal"
    files.write_atomically(path, b"old")
    monkeypatch.setattr(os, "link", failing(errno.EPERM))

    files.write_atomically(path, b"new", keep_previous=True)

    assert b"new" == path.read_bytes()
    assert ["audit.seal"] == names(tmp_path)


@pytest.mark.parametrize("call", ["write", "fsync", "close"])
def test_a_failure_leaves_the_old_file_and_nothing_else(tmp_path, monkeypatch, call):
    """Whatever the disk refuses, the old contents stay and the temporary file goes."""
    path = tmp_path / "audit.seal"
    files.write_atomically(path, b"old")
    close = os.close

    def fail(descriptor, *_rest):
        if call == "close":
            close(descriptor)
        raise OSError(errno.EIO, "broken")

    with monkeypatch.context() as patch:
        patch.setattr(os, call, fail)
        with pytest.raises(OSError, match="broken"):
            files.write_atomically(path, b"new", keep_previous=True)

    assert b"old" == path.read_bytes()
    assert [] == [name for name in names(tmp_path) if name.endswith(".tmp")]
