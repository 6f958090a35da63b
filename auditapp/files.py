# SPDX-License-Identifier: MPL-2.0
"""Write files so that they are either the old ones or the new ones, never something between.

No function here translates an ``OSError``: only the caller knows what the user was doing.
"""

import errno
import os
import re
import stat
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path
from typing import TypeVar

from auditapp import file_moves

Result = TypeVar("Result")

# Exists on Windows only, where without it line ends would be changed.
_BINARY: int = getattr(os, "O_BINARY", 0)

_PRIVATE = 0o700
_TEMPORARY_NAME = re.compile(r"[0-9a-f]{16}\.tmp")

# On Windows a virus scanner or an indexer may hold a file for a moment; elsewhere "permission
# denied" means just that. Seconds.
_WAITS = (0.02, 0.05, 0.1, 0.2, 0.4, 0.8) if sys.platform == "win32" else ()

# The C library of Windows makes "permission denied" of all its errors from 19 to 36 (winerror.h),
# the one of a bad sector (23) among them. Really refused is only the opening of a file.
_BLURS_ERRORS = sys.platform == "win32"

# A drive that was just plugged in, or is about to fail, often reads at the second or third try; and
# an error that is believed at once puts an older save in the place of the newest. Seconds.
_READ_WAITS = (0.02, 0.1, 0.4)


def write_atomically(path: Path, data: bytes | bytearray, *, keep_previous: bool = False) -> None:
    """Replace the file ``path`` by one with ``data`` (mode 0600), durable on return.

    If an exception is raised the old file is untouched, with one exception that no file system
    spares us: when flushing the *folder* fails, the new file is already in place.

    Args:
        path: The file; its folder must exist.
        data: All of the contents.
        keep_previous: Keep the old file under the same name with the suffix ``.prev``, where the
            disk has hard links.

    Raises:
        OSError: The file could not be written, flushed or put in its place.
    """
    # Names, not Path objects, from here on: those cost a tenth of the save of an answer.
    folder = str(path.parent)
    # Of fixed length and unpredictable: no long name becomes too long, no file of the user is hit.
    temporary = f"{folder}{os.sep}{os.urandom(8).hex()}.tmp"
    try:
        _write_and_flush(temporary, data)
        if keep_previous:
            _keep_previous(path)
        _patiently(lambda: file_moves.put_in_place(temporary, str(path)))
    except BaseException:
        with suppress(OSError):
            _patiently(lambda: os.unlink(temporary))  # noqa: PTH108 - see above
        raise
    sync_folder(folder)


def write_new(path: Path, data: bytes | bytearray) -> None:
    """Write a file (mode 0600) that must not be there yet; its contents are durable on return.

    Its name is durable once `sync_folder` was called for the folder, which many files can share.

    Raises:
        OSError: There is one already, or it could not be written or flushed.
    """
    _write_and_flush(str(path), data)


def move(source: Path, target: Path) -> None:
    """Put a file in the place of ``target``; durable after `sync_folder` of both folders.

    Raises:
        OSError: It could not be moved.
    """
    _patiently(lambda: file_moves.put_in_place(str(source), str(target)))


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """Yield a new, empty file beside ``path``; at the end of the block it takes its place, durable.

    If the block raises, the new file is removed and the old one is untouched.

    Raises:
        OSError: It could not be made, flushed or put in its place.
    """
    temporary = path.with_name(f"{os.urandom(8).hex()}.tmp")
    os.close(os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, 0o600))
    try:
        yield temporary
        _patiently(lambda: file_moves.put_in_place(str(temporary), str(path)))
    except BaseException:
        with suppress(OSError):
            remove(temporary)
        raise
    sync_folder(path.parent)


def flush_to_disk(path: Path) -> None:
    """Make the contents of a file durable, and have the next reading ask the disk, not the memory.

    Raises:
        OSError: It could not be flushed.
    """
    descriptor = os.open(path, os.O_RDWR | _BINARY)
    try:
        _flush(descriptor)
        if sys.platform == "linux":  # elsewhere nobody can be asked
            os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)
    finally:
        os.close(descriptor)


def move_folder(source: Path, target: Path) -> None:
    """Give a folder another name, durable on return; nothing may be at ``target``.

    Raises:
        OSError: The system refused it; on Windows, because a file in it is open.
    """
    rename(source, target)
    sync_folder(source.parent)


def read_bytes(path: Path) -> bytes:
    """Return the contents of ``path`` and leave no handle open, which would block a rename.

    Raises:
        OSError: The file cannot be read.
    """
    return _stubbornly(path, path.read_bytes)


def read_start(path: Path, size: int) -> bytes:
    """Return the first ``size`` bytes of ``path``, or all if there are fewer.

    Raises:
        OSError: The file cannot be read.
    """
    return _stubbornly(path, lambda: _read_start(path, size), size)


def sync_folder(folder: str | Path) -> None:
    """Make new, renamed and removed names in ``folder`` durable."""
    if sys.platform == "win32":  # pragma: no cover - it cannot flush a folder: see file_moves
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def make_private_folder(folder: Path) -> None:
    """Make ``folder`` and its parents if need be, and close it (0700) to other users."""
    folder.mkdir(mode=_PRIVATE, parents=True, exist_ok=True)
    if stat.S_IMODE(folder.stat().st_mode) != _PRIVATE:
        folder.chmod(_PRIVATE)
    sync_folder(folder.parent)


def free_name(path: Path, word: str) -> Path:
    """Return the first of ``<name>.<word>-<n>`` that nothing has, beside ``path``."""
    names = (path.with_name(f"{path.name}.{word}-{number}") for number in count(1))
    return next(name for name in names if not name.exists())


def set_aside(path: Path) -> Path:
    """Rename a damaged file to ``<name>.damaged-<n>`` and return its new path."""
    aside = free_name(path, "damaged")
    rename(path, aside)
    sync_folder(path.parent)
    return aside


def rename(source: Path, target: Path) -> None:
    """Give a file or a folder another name, that is free; `sync_folder` makes it durable.

    Raises:
        OSError: The system refused it.
    """
    _patiently(lambda: file_moves.rename(source, target))


def remove(path: Path, *, missing_ok: bool = False) -> None:
    """Remove a file; `sync_folder` makes that durable.

    Raises:
        OSError: The system refused it.
    """
    _patiently(lambda: path.unlink(missing_ok=missing_ok))


def remove_leftovers(folder: Path) -> None:
    """Remove what a killed `write_atomically` left in ``folder``; it was never acknowledged."""
    for path in list(folder.iterdir()):
        if _TEMPORARY_NAME.fullmatch(path.name):
            remove(path)


def _read_start(path: Path, size: int) -> bytes:
    descriptor = os.open(path, os.O_RDONLY | _BINARY)
    start = bytearray()
    try:
        while part := os.read(descriptor, size - len(start)):  # a pipe gives a little at a time
            start += part
            # One reading more may fail, and so may have an older save taken for the newest.
            if len(start) == size or len(start) == os.fstat(descriptor).st_size:
                break
    finally:
        os.close(descriptor)
    return bytes(start)


def _write_and_flush(path: str, data: bytes | bytearray) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, 0o600)
    try:
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(descriptor, rest) :]
        _flush(descriptor)
    finally:
        os.close(descriptor)


def _flush(descriptor: int) -> None:
    if sys.platform == "darwin":  # pragma: no cover - on macOS fsync stops at the drive's cache
        import fcntl  # noqa: PLC0415 - the module does not exist on Windows

        with suppress(OSError):  # network drives and some USB sticks do not know it
            fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)
            return
    os.fsync(descriptor)


def _keep_previous(path: Path) -> None:
    if not path.exists():  # then the previous file may be the only one there is
        return
    previous = f"{str(path).removesuffix(path.suffix)}.prev"
    with suppress(FileNotFoundError):
        _patiently(lambda: os.unlink(previous))  # noqa: PTH108 - see `write_atomically`
    with suppress(OSError):  # the disk has no hard links
        os.link(path, previous)


def _stubbornly(path: Path, read: Callable[[], bytes], size: int = -1) -> bytes:
    """Read, again if need be: no other error than one of the drive gets better by waiting."""
    for wait in _READ_WAITS:
        try:
            return _patiently(read)
        except OSError as error:
            if _BLURS_ERRORS and isinstance(error, PermissionError):
                return _read_what_opens(path, size)
            if error.errno != errno.EIO:
                raise
            time.sleep(wait)
    return _patiently(read)


def _read_what_opens(path: Path, size: int) -> bytes:
    """Read a file, and tell a drive that cannot read it from a system that does not open it."""
    with path.open("rb", buffering=0) as file:
        try:
            return file.read(size)
        except PermissionError as error:
            raise OSError(errno.EIO, os.strerror(errno.EIO), str(path)) from error


def _patiently(action: Callable[[], Result]) -> Result:
    for wait in _WAITS:
        try:
            return action()
        except PermissionError:
            time.sleep(wait)
    return action()
