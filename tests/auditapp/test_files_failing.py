# SPDX-License-Identifier: MPL-2.0
"""Test files in trouble: cut off, held, damaged, in the way of others; and their folders."""

import errno
import io
import os
import stat

import pytest

from auditapp import files
from tests.auditapp.file_names_left import names


def test_an_interrupt_leaves_the_old_file(tmp_path, monkeypatch):
    """Ctrl+C in the middle of a save is no different from a fault."""
    path = tmp_path / "audit.seal"
    files.write_atomically(path, b"old")

    def interrupt(_descriptor):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", interrupt)
        with pytest.raises(KeyboardInterrupt):
            files.write_atomically(path, b"new")

    assert b"old" == path.read_bytes()
    assert ["audit.seal"] == names(tmp_path)


def test_a_short_write_is_completed(tmp_path, monkeypatch):
    """A system that takes a few bytes at a time gets all of them."""
    path = tmp_path / "audit.seal"
    write = os.write
    monkeypatch.setattr(os, "write", lambda descriptor, data: write(descriptor, data[:3]))

    files.write_atomically(path, b"ten bytes!")

    assert b"ten bytes!" == path.read_bytes()


def test_file_and_folder_are_flushed_in_this_order(tmp_path, monkeypatch):
    """The new file is durable before it has its name, and the name before the return."""
    path = tmp_path / "audit.seal"
    flushed = []
    fsync = os.fsync

    def record(descriptor):
        flushed.append((stat.S_ISDIR(os.fstat(descriptor).st_mode), path.exists()))
        fsync(descriptor)

    monkeypatch.setattr(os, "fsync", record)

    files.write_atomically(path, b"new")

    assert [(False, False), (True, True)] == flushed


def test_a_held_file_is_tried_again(tmp_path, monkeypatch):
    """Where a virus scanner may hold a file, permission denied is not final at once."""
    path = tmp_path / "audit.seal"
    path.write_bytes(b"contents")
    monkeypatch.setattr(files, "_WAITS", (0.0, 0.0))
    answers = iter([PermissionError(), PermissionError(), b"contents"])

    def read(_path):
        answer = next(answers)
        if isinstance(answer, Exception):
            raise answer
        return answer

    monkeypatch.setattr(type(path), "read_bytes", read)

    assert b"contents" == files.read_bytes(path)


def test_a_file_that_stays_held_is_an_error(tmp_path, monkeypatch):
    """The waiting has an end."""

    def refuse(_path):
        raise PermissionError

    monkeypatch.setattr(files, "_WAITS", (0.0,))
    monkeypatch.setattr(type(tmp_path), "read_bytes", refuse)

    with pytest.raises(PermissionError):
        files.read_bytes(tmp_path / "audit.seal")


def test_the_start_of_a_file_is_read(tmp_path):
    """No more than asked for, and all there is of a short file."""
    path = tmp_path / "audit.seal"
    path.write_bytes(b"0123456789")

    assert b"0123" == files.read_start(path, 4)
    assert b"0123456789" == files.read_start(path, 40)


def test_nothing_behind_the_end_of_a_file_is_asked_for(tmp_path, monkeypatch):
    """A drive that reads only now and then is read no more often than the contents take."""
    path = tmp_path / "audit.seal"
    path.write_bytes(b"0123456789")
    read, asked = os.read, []

    def read_once(descriptor, size):
        asked.append(size)
        return read(descriptor, size)

    monkeypatch.setattr(os, "read", read_once)
    assert (b"0123456789", b"0123") == (files.read_start(path, 40), files.read_start(path, 4))
    assert [40, 4] == asked


def test_a_private_folder_is_made_with_its_parents(tmp_path):
    """Only its owner can look into it."""
    folder = tmp_path / "a" / "b"

    files.make_private_folder(folder)

    assert 0o700 == stat.S_IMODE(folder.stat().st_mode)


def test_an_open_folder_is_closed_to_others(tmp_path):
    """A folder that was there before becomes private too."""
    folder = tmp_path / "a"
    folder.mkdir(mode=0o755)

    files.make_private_folder(folder)

    assert 0o700 == stat.S_IMODE(folder.stat().st_mode)


def test_damaged_files_are_set_aside_side_by_side(tmp_path):
    """A second damaged file does not take the place of the first."""
    path = tmp_path / "audit.seal"

    for contents in (b"1", b"2"):
        path.write_bytes(contents)
        files.set_aside(path)

    assert ["audit.seal.damaged-1", "audit.seal.damaged-2"] == names(tmp_path)
    assert b"2" == (tmp_path / "audit.seal.damaged-2").read_bytes()


def test_leftovers_of_a_killed_save_are_removed(tmp_path):
    """Only names that this program makes are taken for leftovers."""
    (tmp_path / "0123456789abcdef.tmp").write_bytes(b"half")
    (tmp_path / "letter.tmp").write_bytes(b"the user's own")

    files.remove_leftovers(tmp_path)

    assert ["letter.tmp"] == names(tmp_path)


@pytest.mark.parametrize("read", [files.read_bytes, lambda path: files.read_start(path, 3)])
def test_a_drive_that_reads_at_the_fourth_try_has_read(tmp_path, monkeypatch, read):
    """Another error is believed at once, and so is one that stays."""
    path = tmp_path / "file"
    path.write_bytes(b"all")
    errors = []

    def fail(number, times):
        errors[:] = [OSError(number, os.strerror(number))] * times

    def raising(real):
        def call(*arguments):
            if errors:
                raise errors.pop()
            return real(*arguments)

        return call

    monkeypatch.setattr(files, "_READ_WAITS", (0, 0, 0))
    monkeypatch.setattr(type(path), "read_bytes", raising(type(path).read_bytes))
    monkeypatch.setattr(os, "read", raising(os.read))

    fail(errno.EIO, 3)
    assert b"all" == read(path)
    for number, times in ((errno.EIO, 4), (errno.EACCES, 1)):
        fail(number, times)
        with pytest.raises(OSError, match=os.strerror(number)):
            read(path)
        assert [] == errors


class BadSector(io.FileIO):
    """A file that can be opened and not be read, as the C library of Windows tells it."""

    def read(self, _size=-1):
        """Refuse, by the error that stands for a refusal."""
        raise PermissionError(errno.EACCES, "Permission denied")


@pytest.mark.parametrize("read", [files.read_bytes, lambda path: files.read_start(path, 3)])
@pytest.mark.parametrize(
    ("opened", "expected"),
    [(BadSector, errno.EIO), (None, errno.EACCES)],
    ids=["bad sector", "no permission"],
)
def test_windows_is_asked_whether_the_drive_failed(tmp_path, monkeypatch, read, opened, expected):
    """A bad sector is damage, for which the save before stands in; a refusal is none."""

    def open_(path, mode, **_options):
        if opened is None:
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return opened(path, mode)

    def refuse(*_arguments):
        raise PermissionError(errno.EACCES, "Permission denied")

    (tmp_path / "file").write_bytes(b"contents")
    monkeypatch.setattr(files, "_BLURS_ERRORS", True)
    monkeypatch.setattr(files, "_WAITS", (0.0,))
    monkeypatch.setattr(type(tmp_path), "open", open_)
    monkeypatch.setattr(type(tmp_path), "read_bytes", refuse)
    monkeypatch.setattr(os, "read", refuse)

    with pytest.raises(OSError, match=os.strerror(expected)) as refusal:
        read(tmp_path / "file")
    assert expected == refusal.value.errno


def test_a_file_that_windows_lets_go_of_at_last_is_read(tmp_path, monkeypatch):
    """It was held, and is neither damaged nor refused."""
    path = tmp_path / "file"
    path.write_bytes(b"contents")

    def refuse(*_arguments):
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(files, "_BLURS_ERRORS", True)
    monkeypatch.setattr(files, "_WAITS", ())
    monkeypatch.setattr(type(path), "read_bytes", refuse)
    monkeypatch.setattr(os, "read", refuse)

    assert b"contents" == files.read_bytes(path)
    assert b"cont" == files.read_start(path, 4)


def test_a_new_file_takes_nobodys_place(tmp_path):
    """It is private, and refused where there is one."""
    path = tmp_path / "audit.seal"
    files.write_new(path, b"new")
    assert 0o600 == stat.S_IMODE(path.stat().st_mode)
    with pytest.raises(FileExistsError):
        files.write_new(path, b"other")
    assert b"new" == path.read_bytes()


def test_a_file_that_was_replaced_in_a_block_is_whole(tmp_path):
    """The old one is there until the block ends."""
    path = tmp_path / "backup.zip"
    path.write_bytes(b"old")
    with files.replacing(path) as new:
        new.write_bytes(b"new")
        files.flush_to_disk(new)
        assert b"old" == path.read_bytes()
    assert b"new" == path.read_bytes()
    assert ["backup.zip"] == names(tmp_path)


def test_a_block_that_fails_leaves_the_old_file(tmp_path):
    """And nothing else."""
    path = tmp_path / "backup.zip"
    path.write_bytes(b"old")
    with pytest.raises(KeyboardInterrupt), files.replacing(path):
        raise KeyboardInterrupt
    assert b"old" == path.read_bytes()
    assert ["backup.zip"] == names(tmp_path)


def test_a_folder_gets_another_name(tmp_path):
    """With all that is in it; one that is not empty is not replaced."""
    (tmp_path / "store").mkdir()
    (tmp_path / "store" / "file").touch()
    files.move_folder(tmp_path / "store", tmp_path / "kept")
    assert ["file"] == names(tmp_path / "kept")
    (tmp_path / "store").mkdir()
    with pytest.raises(OSError, match="not empty"):
        files.move_folder(tmp_path / "store", tmp_path / "kept")


def test_free_names_are_counted_up(tmp_path):
    """The first that nothing has."""
    path = tmp_path / "audit.seal"
    assert "audit.seal.replaced-1" == files.free_name(path, "replaced").name
    files.free_name(path, "replaced").touch()
    assert "audit.seal.replaced-2" == files.free_name(path, "replaced").name
