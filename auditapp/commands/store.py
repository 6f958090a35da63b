# SPDX-License-Identifier: MPL-2.0
"""Make a workspace from the command line, check all that is in one, or read its logbook.

``run`` imports what needs pydantic and cryptography, because every command is known at every start.
"""

import argparse
import json
from contextlib import closing
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from auditapp import settings as settings_file
from auditapp.commands.conventions import DONE, FAULTS, Say, Subparsers, require_place
from auditapp.commands.unlocking import new_passphrase, unlocked
from auditapp.errors import StoreExistsError
from auditapp.i18n import _
from auditapp.paths import AppPaths, find_paths

if TYPE_CHECKING:
    from auditapp.store_check import StoreCheck
    from auditapp.workspace import Workspace


def add_parser(subparsers: Subparsers) -> None:
    """Add ``store`` and its own commands."""
    parser: argparse.ArgumentParser = subparsers.add_parser(
        "store", help=_("make the place where audits are kept, or check it")
    )
    commands = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
    commands.add_parser("create", help=_("make an encrypted place for audits"))
    check = commands.add_parser(
        "check", help=_("check every seal, chain and signature, and say what was found")
    )
    check.add_argument("--json", action="store_true", help=_("print JSON"))
    log = commands.add_parser(
        "log", help=_("print what happened to the audits as a whole, or save it as CSV")
    )
    log.add_argument("-o", "--output", type=Path, metavar="FILE", help=_("the file to write"))
    log.add_argument(
        "--force", action="store_true", help=_("replace the file if there is one already")
    )
    log.add_argument("--json", action="store_true", help=_("print JSON"))


def run(args: argparse.Namespace, say: Say) -> int:
    """Do what ``args`` ask and hand each line of output to ``say``.

    Returns:
        0 when done, 1 when something in the workspace is not as it should be.

    Raises:
        AuditAppError: It cannot be made, or cannot be unlocked.
    """
    if args.action == "create":
        return _create(args.home, say)
    with unlocked(args.home) as workspace:
        if args.action == "log":
            return _log(workspace, args, say)
        return _check(workspace, say, as_json=args.json)


def _create(home: Path | None, say: Say) -> int:
    from auditapp.workspace import Workspace  # noqa: PLC0415 - loads pydantic and cryptography

    paths = find_paths(home)
    if paths.has_store:  # before anybody thinks up a passphrase
        raise StoreExistsError(
            _("There are audits in {folder} already.").format(folder=paths.home),
            _("Give another folder: --home, before the command."),
        )
    passphrase = new_passphrase(_name_in_settings(paths, say))
    workspace, recovery_key = Workspace.create(paths, passphrase)
    with closing(workspace):
        say(_("The audits will be kept, encrypted, in {folder}.").format(folder=paths.home))
        say(_("Recovery key: {key}").format(key=recovery_key))
        say(_("Write it down now and lock it away, because it is shown this once."))
        say(_("It opens the audits when the passphrase is forgotten; nothing else can."))
    return DONE


def _name_in_settings(paths: AppPaths, say: Say) -> str:
    try:
        return settings_file.load(paths.settings).auditor
    except settings_file.SettingsDamagedError as error:
        say(f"{error} {error.remedy}")
        return ""


def _check(workspace: "Workspace", say: Say, *, as_json: bool) -> int:
    done = workspace.check()
    if as_json:
        say(json.dumps(_plain(done), indent=2))
    else:
        for line in done.lines:
            say(line.words)
        for each in done.looked_at():
            say(_("Looked at: {what}").format(what=each))
        say(done.verdict)
    return DONE if done.is_well else FAULTS


def _plain(done: "StoreCheck") -> dict[str, Any]:
    # JSON escapes what a terminal would act on; a reader gets every character back.
    return {
        "is_well": done.is_well,
        "counts": asdict(done.counts),
        "lines": [asdict(line) for line in done.lines],
    }


def _log(workspace: "Workspace", args: argparse.Namespace, say: Say) -> int:
    """Write the logbook to a file, or print it."""
    if args.output is not None:
        require_place(args.output, may_replace=args.force)
        workspace.export_logbook(args.output)
        say(_("The logbook is in {file}.").format(file=args.output))
        return DONE
    lines = workspace.log_lines()
    if args.json:
        held = [asdict(line) | {"at": line.at.isoformat()} for line in lines]
        say(json.dumps({"lines": held}, indent=2))
    else:
        for line in lines:
            words = filter(None, (line.title, line.audit, line.note))
            say(f"{line.seq}  {line.at.astimezone():%Y-%m-%d %H:%M}  {line.by}: {', '.join(words)}")
    return DONE
