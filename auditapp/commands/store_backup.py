# SPDX-License-Identifier: MPL-2.0
"""Back a workspace up from the command line, check a backup, or restore it or one audit of it.

What is run imports what needs pydantic and cryptography, because every command is known at every
start.
"""

import argparse
import datetime as dt
from contextlib import suppress
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from auditapp.commands.conventions import (
    DONE,
    FAULTS,
    Say,
    Subparsers,
    require_place,
    require_readable,
)
from auditapp.commands.places import require_possible
from auditapp.commands.report import find_audit
from auditapp.commands.unlocking import passphrase, unlocked
from auditapp.errors import RestoreChoiceError
from auditapp.i18n import _, ngettext
from auditapp.paths import account_name, find_paths

if TYPE_CHECKING:
    from auditapp.backups import Backup, BackupCheck
    from auditapp.listing import AuditRow
    from auditapp.paths import AppPaths

_MEGABYTE: Final = 1_000_000


def add_actions(commands: Subparsers) -> None:
    """Add the three actions to those of ``store``."""
    make: argparse.ArgumentParser = commands.add_parser(
        "backup", help=_("copy everything, encrypted, into one file and read that back")
    )
    make.add_argument("-o", dest="file", type=Path, required=True, metavar="FILE.zip")
    make.add_argument("--force", action="store_true", help=_("replace a file that is there"))
    check: argparse.ArgumentParser = commands.add_parser(
        "check-backup", help=_("check every file of a backup, and list the audits in it")
    )
    check.add_argument("file", type=Path, metavar="FILE")
    restore: argparse.ArgumentParser = commands.add_parser(
        "restore", help=_("put a backup, or one audit of it, in the place of what is here")
    )
    restore.add_argument("file", type=Path, metavar="FILE")
    restore.add_argument(
        "--audit",
        metavar="ID",
        help=_("only this audit, by its id or case reference; check-backup lists them"),
    )
    restore.add_argument(
        "--force", action="store_true", help=_("do it although something here goes out of sight")
    )


def back_up(args: argparse.Namespace, say: Say) -> int:
    """Make a backup; a damaged audit is a fault, though the backup is made."""
    require_place(args.file, may_replace=args.force, endings=[".zip"])
    with unlocked(args.home) as workspace:
        done = workspace.back_up(args.file)
    for remark in done.remarks:
        say(remark)
    words = ngettext(
        "{count} audit was backed up ({size} MB) and read back.",
        "{count} audits were backed up ({size} MB) and read back.",
        done.audit_count,
    )
    say(words.format(count=done.audit_count, size=_megabytes(done.size)))
    return FAULTS if done.remarks else DONE


def check_backup(args: argparse.Namespace, say: Say) -> int:
    """Say what is in a backup, and whether all of it is what was written."""
    backup = _open(find_paths(args.home), args.file)
    check = backup.check()
    words = ngettext(
        "Made on {when}: {count} audit, {size} MB.",
        "Made on {when}: {count} audits, {size} MB.",
        backup.audit_count,
    )
    size = _megabytes(backup.size)
    say(words.format(when=_minute(backup.made_at), count=backup.audit_count, size=size))
    if backup.is_of_others:
        say(_("It is of other audits than those on this computer."))
    for line in [*map(_line, check.audits), *check.remarks, *check.faults]:
        say(line)
    say(_("The backup is damaged.") if check.faults else _("All is well."))
    return FAULTS if check.faults else DONE


def restore(args: argparse.Namespace, say: Say) -> int:
    """Restore one audit or the whole."""
    require_readable(args.file)
    if args.audit is not None:
        return _restore_audit(args, say)
    paths = find_paths(args.home)
    require_possible(paths.home)
    backup = _open(paths, args.file)
    check = backup.check()
    with suppress(BrokenPipeError):  # whoever reads no more of this wants the audits all the same
        for line in (*check.remarks, *check.faults):
            say(line)
    return _restore_whole(args, backup, check, say)


def _restore_whole(
    args: argparse.Namespace, backup: "Backup", check: "BackupCheck", say: Say
) -> int:
    try:
        done = backup.restore(check, dt.datetime.now(dt.UTC), is_wanted=args.force)
    except RestoreChoiceError as error:
        raise _with_force(error) from error
    words = ngettext(
        "{count} audit is here now.", "{count} audits are here now.", len(check.audits)
    )
    say(words.format(count=len(check.audits)))
    if done.kept is not None:
        say(_("What was here before is kept in {folder}.").format(folder=done.kept))
    say(_("They open with the passphrase of the backup."))
    return FAULTS if check.faults else DONE


def _restore_audit(args: argparse.Namespace, say: Say) -> int:
    from auditapp.model.edits import Author  # noqa: PLC0415 - loads pydantic

    with unlocked(args.home) as workspace:
        backup = _open(workspace.paths, args.file)
        name = workspace.settings().auditor.strip() or account_name()
        by = Author(name, workspace.clock())
        remedy = _("The command 'store check-backup {file}' lists those that are in the backup.")
        row = find_audit(backup.rows(), args.audit, remedy.format(file=args.file))
        try:
            workspace.restore_audit(backup, row.id, by, is_wanted=args.force)
        except RestoreChoiceError as error:
            raise _with_force(error) from error
        restored = next(each for each in workspace.audits() if each.id == row.id)
    words = _("{name} is again as it was in the backup of {when}.")
    say(words.format(name=restored.case_reference, when=_minute(backup.made_at)))
    return DONE


def _open(paths: "AppPaths", file: Path) -> "Backup":
    from auditapp.backups import Backup  # noqa: PLC0415 - loads pydantic and cryptography

    require_readable(file)
    return Backup.open(paths, file, passphrase(_("Passphrase of the backup: ")))


def _with_force(error: RestoreChoiceError) -> RestoreChoiceError:
    return RestoreChoiceError(
        str(error), _("Nothing has been changed. Add --force to do it all the same.")
    )


def _line(row: "AuditRow") -> str:
    from auditapp.model.labels import label  # noqa: PLC0415 - loads pydantic

    changed = _("last changed {when}").format(when=_minute(row.changed_at))
    return f"{row.id}  {row.case_reference}, {label(row.status)}, {changed}"


def _minute(at: dt.datetime) -> str:
    return f"{at.astimezone():%Y-%m-%d %H:%M}"


def _megabytes(size: int) -> int:
    return -(-size // _MEGABYTE)


ACTIONS: Final = MappingProxyType(
    {"backup": back_up, "check-backup": check_backup, "restore": restore}
)
"""What carries out each of the actions; it returns the exit code."""
