# SPDX-License-Identifier: MPL-2.0
"""Ask the system about the folder of the audits: kind of disk, network, synchronising services.

Whatever cannot be found out counts as harmless: a question that fails keeps nobody from their work.
"""

import os
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path, PurePosixPath
from typing import Final

from auditapp.store_place import (
    PlaceFacts,
    PlaceWarning,
    mounted_type,
    syncing_service,
    warnings_about,
)

MOUNTINFO: Final = Path("/proc/self/mountinfo")

_MOST_NAMES: Final = 2000
"""Names that are looked at in one folder, so that a huge one costs no time."""

_DRIVE_REMOTE: Final = 4
"""What ``GetDriveTypeW`` returns for a network drive (fileapi.h)."""

_MNT_LOCAL: Final = 0x1000
"""The flag of ``statfs`` on macOS for a file system on this computer (sys/mount.h)."""


def place_warnings(folder: Path) -> tuple[PlaceWarning, ...]:
    """Return what may go wrong with audits in ``folder``, which need not be there yet."""
    return warnings_about(place_facts(folder))


def place_facts(folder: Path) -> PlaceFacts:
    """Ask the system about ``folder``, or the nearest one above it that is there."""
    there = nearest_folder(folder)
    file_system, is_remote = _file_system(there)
    has_links, can_flush = try_out(there)
    return PlaceFacts(
        file_system=file_system,
        is_remote=is_remote,
        synced_by=syncing_service(folder.absolute(), os.environ, names_in)
        or syncing_service(there, os.environ, names_in),
        has_links=has_links,
        can_flush=can_flush,
    )


def nearest_folder(folder: Path) -> Path:
    """Return ``folder``, or the nearest one above it that is there, without symbolic links."""
    absolute = folder.absolute()
    found = next((each for each in (absolute, *absolute.parents) if each.is_dir()), absolute)
    with suppress(OSError):
        return found.resolve()
    return found


def names_in(folder: Path) -> Iterable[str]:
    """Yield the names in a folder; none if it cannot be read."""
    with suppress(OSError), os.scandir(folder) as entries:
        for entry, _number in zip(entries, range(_MOST_NAMES), strict=False):
            yield entry.name


def try_out(folder: Path) -> tuple[bool, bool]:
    """Tell whether files in ``folder`` can have a second name, and can be flushed.

    Where nothing can be written at all, both count as possible: saving will say what is wrong.
    """
    # Named as by `write_atomically`: what a killed start leaves is cleared away by the next one.
    name, second = (folder / f"{os.urandom(8).hex()}.tmp" for _each in range(2))
    try:
        descriptor = os.open(name, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except OSError:
        return True, True
    try:
        can_flush = _works(os.fsync, descriptor)
        os.close(descriptor)
        return _works(os.link, name, second), can_flush
    finally:
        for path in (second, name):
            with suppress(OSError):
                path.unlink()


def _works(step: Callable[..., object], *args: object) -> bool:
    try:
        step(*args)
    except OSError:
        return False
    return True


def _file_system(folder: Path) -> tuple[str, bool]:
    """Return the type of the file system in small letters, and whether it is a network's."""
    with suppress(OSError, AttributeError, ValueError):
        if sys.platform == "win32":  # pragma: no cover - asks Windows
            return _windows_file_system(folder)
        if sys.platform == "darwin":  # pragma: no cover - asks macOS
            return _macos_file_system(folder)
        return mounted_type(MOUNTINFO.read_text("utf-8", "replace"), PurePosixPath(folder)), False
    return "", False


def _windows_file_system(folder: Path) -> tuple[str, bool]:  # pragma: no cover - asks Windows
    import ctypes  # noqa: PLC0415 - needed on Windows and macOS only

    # A share without a letter, \\server\share, has that as its anchor.
    root = folder.anchor if folder.anchor.endswith("\\") else f"{folder.anchor}\\"
    kernel = ctypes.WinDLL("kernel32", use_last_error=True)  # type: ignore[attr-defined,unused-ignore]
    name = ctypes.create_unicode_buffer(64)
    found = kernel.GetVolumeInformationW(root, None, 0, None, None, None, name, len(name))
    return (name.value.lower() if found else ""), kernel.GetDriveTypeW(root) == _DRIVE_REMOTE


def _macos_file_system(folder: Path) -> tuple[str, bool]:  # pragma: no cover - asks macOS
    import ctypes  # noqa: PLC0415 - needed on Windows and macOS only

    class Statfs(ctypes.Structure):
        """The 64-bit ``struct statfs`` of macOS (statfs(2))."""

        _fields_ = (
            ("f_bsize", ctypes.c_uint32),
            ("f_iosize", ctypes.c_int32),
            ("f_numbers", ctypes.c_uint64 * 5),
            ("f_fsid", ctypes.c_int32 * 2),
            ("f_owner", ctypes.c_uint32),
            ("f_type", ctypes.c_uint32),
            ("f_flags", ctypes.c_uint32),
            ("f_fssubtype", ctypes.c_uint32),
            ("f_fstypename", ctypes.c_char * 16),
            ("f_mntonname", ctypes.c_char * 1024),
            ("f_mntfromname", ctypes.c_char * 1024),
            ("f_reserved", ctypes.c_uint32 * 8),
        )

    system = ctypes.CDLL(None, use_errno=True)
    # On Intel the plain name is the old structure; Apple silicon has only the new one.
    statfs = getattr(system, "statfs$INODE64", None) or system.statfs
    found = Statfs()
    if statfs(os.fsencode(folder), ctypes.byref(found)) != 0:
        return "", False
    return found.f_fstypename.decode().lower(), not found.f_flags & _MNT_LOCAL
