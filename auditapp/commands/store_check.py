# SPDX-License-Identifier: MPL-2.0
"""Check a workspace from the command line, and print or save its logbook."""

import argparse
import json
from collections.abc import Callable, Mapping
from dataclasses import asdict
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from auditapp.commands.conventions import DONE, FAULTS, Say, Subparsers, require_place
from auditapp.commands.unlocking import unlocked
from auditapp.fingerprints import grouped
from auditapp.i18n import _

if TYPE_CHECKING:
    from auditapp.store_check import StoreCheck
    from auditapp.workspace import Workspace


def add_actions(commands: Subparsers) -> None:
    """Add the two actions to those of ``store``."""
    check: argparse.ArgumentParser = commands.add_parser(
        "check", help=_("check every seal, chain and signature, and say what was found")
    )
    check.add_argument("--json", action="store_true", help=_("print JSON"))
    log: argparse.ArgumentParser = commands.add_parser(
        "log", help=_("print what happened to the audits as a whole, or save it as CSV")
    )
    log.add_argument("-o", "--output", type=Path, metavar="FILE.csv", help=_("the file to write"))
    log.add_argument(
        "--force", action="store_true", help=_("replace the file if there is one already")
    )
    log.add_argument("--json", action="store_true", help=_("print JSON"))


def check(args: argparse.Namespace, say: Say) -> int:
    """Say what a check of everything found; each fault has its own line.

    Returns:
        1 when there is a fault, 0 when there is none.
    """
    with unlocked(args.home) as workspace:
        done = workspace.check()
    if args.json:
        say(json.dumps(_plain(done), indent=2))
    else:
        for line in done.lines:
            say(line.words)
        for each in done.looked_at():
            say(_("Looked at: {what}").format(what=each))
        say(done.verdict)
    return DONE if done.is_well else FAULTS


def log(args: argparse.Namespace, say: Say) -> int:
    """Write the logbook to a file, or print it."""
    if args.output is not None:  # before anybody types a passphrase
        require_place(args.output, may_replace=args.force, endings=[".csv"])
    with unlocked(args.home) as workspace:
        if args.output is None:
            _print_log(workspace, say, as_json=args.json)
        else:
            workspace.export_logbook(args.output)
            say(_("The logbook is in {file}.").format(file=args.output))
    return DONE


def _plain(done: "StoreCheck") -> dict[str, Any]:
    # JSON escapes what a terminal would act on; a reader gets every character back.
    return {
        "is_well": done.is_well,
        "counts": asdict(done.counts),
        "lines": [asdict(line) for line in done.lines],
    }


def _print_log(workspace: "Workspace", say: Say, *, as_json: bool) -> None:
    lines = workspace.log_lines()
    if as_json:
        held = [asdict(line) | {"at": line.at.isoformat()} for line in lines]
        say(json.dumps({"lines": held}, indent=2))
        return
    for line in lines:
        words = filter(None, (line.title, line.audit, grouped(line.note)))
        say(f"{line.seq}  {line.at.astimezone():%Y-%m-%d %H:%M}  {line.by}: {', '.join(words)}")


ACTIONS: Final[Mapping[str, Callable[[argparse.Namespace, Say], int]]] = MappingProxyType(
    {"check": check, "log": log}
)
