# SPDX-License-Identifier: MPL-2.0
"""Hold what commands have in common: exit codes, types, one error, and the file they write."""

import argparse
import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, Final

from auditapp import settings as settings_file
from auditapp.commands.terminal import complain
from auditapp.errors import AuditAppError, SaveFailedError
from auditapp.files import read_start, write_atomically
from auditapp.i18n import _
from auditapp.model.report_format import ReportFormat, format_of
from auditapp.paths import AppPaths
from auditapp.settled import in_force, under
from auditapp.unsaved import why_unmade, why_unsaved

DONE: Final = 0
FAULTS: Final = 1
WRONG_USE: Final = 2

Say = Callable[[str], object]
Subparsers = Any  # argparse does not publish the type of what add_subparsers returns


class WrongUseError(AuditAppError):
    """Refuse what was typed after the command; it ends with ``WRONG_USE``."""


def add_output(parser: argparse.ArgumentParser, name: str = "FILE") -> None:
    """Add the arguments that name the file to write, and let it replace one; see `require_place`.

    ``name`` stands for the file in the help.
    """
    parser.add_argument(
        "-o", "--output", type=Path, required=True, metavar=name, help=_("the file to write")
    )
    parser.add_argument(
        "--force", action="store_true", help=_("replace the file if there is one already")
    )


def require_folder(file: Path) -> None:
    """Refuse a file in a folder that is not there.

    Raises:
        WrongUseError: There is no such folder, or it is a file.
    """
    if file.parent.is_file():
        raise WrongUseError(
            _("{file} is no folder.").format(file=file.parent), _("Name another one.")
        )
    if not file.parent.is_dir():
        raise WrongUseError(
            _("There is no folder {folder}.").format(folder=file.parent),
            _("Make it first, or choose another."),
        )


def require_no_folder(file: Path) -> None:
    """Refuse a folder where a file is to be written.

    Raises:
        WrongUseError: It is one.
    """
    if file.is_dir():
        raise WrongUseError(
            _("{file} is a folder and no file.").format(file=file),
            _("Name the file that is to be written in it as well."),
        )


def require_ending(file: Path, endings: Sequence[str]) -> None:
    """Refuse a file whose name ends in none of ``endings``, which have their dots.

    Raises:
        WrongUseError: It has another ending, or none.
    """
    if file.suffix.lower() not in endings:
        raise WrongUseError(
            _("What is written here cannot be called {file}.").format(file=file.name),
            _("End its name in {ending}.").format(ending=endings[0]),
        )


def require_place(file: Path, *, may_replace: bool, endings: Sequence[str] = ()) -> None:
    """Refuse a file that cannot be written, before any work is done for it.

    ``endings`` are those that its name may have, with their dots; none allows any.

    Raises:
        WrongUseError: It is a folder, has another ending, there is no such folder, or a file that
            may not be replaced.
    """
    require_no_folder(file)
    if endings:
        require_ending(file, endings)
    require_folder(file)
    if file.exists() and not may_replace:
        raise WrongUseError(
            _("{file} exists already.").format(file=file),
            _("Choose another name, or add --force to replace a file."),
        )


def save_file(file: Path, data: bytes | bytearray) -> None:
    """Write a file, whole or not at all.

    Raises:
        SaveFailedError: It cannot be written; whatever was there still is.
    """
    try:
        write_atomically(file, data)
    except OSError as error:
        raise SaveFailedError(*why_unsaved(file, error)) from error


def unopened(file: Path, error: OSError) -> WrongUseError:
    """Return what to say of a file that was named and cannot be opened."""
    from auditapp.checklist.file_bytes import why_unopened  # noqa: PLC0415 - loads YAML

    words, remedy = why_unopened(file, error)
    return WrongUseError(f"{file}: {words}", remedy)


def require_readable(file: Path) -> None:
    """Refuse a file that cannot be opened, before anybody types a passphrase for it.

    Raises:
        WrongUseError: It is not there, is a folder, or may not be read.
    """
    if file.is_fifo():  # what is read of it is gone
        return
    try:
        with file.open("rb"):
            pass
    except OSError as error:
        raise unopened(file, error) from error


def contents_of(file: Path, most: int) -> bytes:
    """Return the contents of a file, or ``most`` bytes of it and one, which are too many.

    Raises:
        WrongUseError: As `require_readable`.
    """
    try:
        return read_start(file, most + 1)
    except OSError as error:
        raise unopened(file, error) from error


def make_folder(folder: Path) -> None:
    """Make a folder for what is to be written, if it is not there; others cannot look into it.

    Raises:
        WrongUseError: It cannot be made, or is a file.
    """
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except FileExistsError:
        raise WrongUseError(
            _("{file} is no folder.").format(file=folder), _("Name another one.")
        ) from None
    except OSError as error:
        raise WrongUseError(why_unmade(folder, error), _("Name another one.")) from error


def day_of(text: str) -> dt.date:
    """Return the day that somebody typed.

    Raises:
        WrongUseError: It is none.
    """
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise WrongUseError(
            _("'{text}' is not a date.").format(text=text),
            _("Write the year, month and day like this: 2026-03-31."),
        ) from None


def day_argument(text: str) -> dt.date:
    """Return the day that an argument names, for argparse, which names the argument as well.

    Raises:
        ArgumentTypeError: It is none.
    """
    try:
        return day_of(text)
    except WrongUseError as error:
        raise argparse.ArgumentTypeError(f"{error} {error.remedy}") from None


def home_argument(text: str) -> Path:
    """Return the folder that ``--home`` names, for argparse.

    Raises:
        ArgumentTypeError: It names none: nothing, as a script does whose variable is empty, or the
            folder of somebody whom this computer does not know.
    """
    try:
        folder = Path(text).expanduser()
    except RuntimeError:  # of "~somebody"
        folder = None
    if not text or folder is None:
        raise argparse.ArgumentTypeError(_("there is no home folder '{name}'").format(name=text))
    return folder


def settings_of(paths: AppPaths) -> settings_file.Settings:
    """Return the settings; where they cannot be read say so, and return the usual ones."""
    try:
        return in_force(paths)
    except settings_file.SettingsDamagedError as error:
        complain(f"{error} {error.remedy}")
        return under(settings_file.Settings(), paths.organisation)


def wanted_format(named: str | None, file: Path, *, may_replace: bool) -> ReportFormat:
    """Return the kind of file that was ``named`` or, if none was, that ``file`` ends in.

    Raises:
        WrongUseError: It is a folder, its name ends in nothing known or in what another kind ends
            in, or it cannot be written, as `require_place` says.
    """
    require_no_folder(file)
    found = ReportFormat(named) if named else format_of(file)
    if found is None:
        raise unknown_kind(file, [each.suffix for each in ReportFormat])
    require_place(file, may_replace=may_replace, endings=found.endings)
    return found


def unknown_kind(file: Path, endings: Iterable[str]) -> WrongUseError:
    """Return what to say of a file whose name ends in none of the ``endings`` that there are."""
    return WrongUseError(
        _("{file} does not say what kind of file it is to be.").format(file=file.name),
        _("End its name in one of {endings}.").format(endings=", ".join(endings)),
    )
