# SPDX-License-Identifier: MPL-2.0
"""List audits, save the history of one, move one to a revised checklist, or exchange some.

``run`` imports what needs pydantic, because every command is known at every start.
"""

import argparse
import json
from collections.abc import Callable, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Final

from auditapp.commands import audit_exchange, audit_settling
from auditapp.commands.conventions import (
    DONE,
    FAULTS,
    Say,
    Subparsers,
    WrongUseError,
    add_output,
    require_place,
    require_readable,
)
from auditapp.commands.report import find_audit
from auditapp.commands.unlocking import unlocked
from auditapp.errors import NotAllowedError
from auditapp.fingerprints import grouped
from auditapp.i18n import _

if TYPE_CHECKING:
    from auditapp.listing import AuditRow


def add_parser(subparsers: Subparsers) -> None:
    """Add ``audit`` and its own commands."""
    parser: argparse.ArgumentParser = subparsers.add_parser(
        "audit", help=_("list, verify, move, export or import audits, or save a history")
    )
    commands = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
    listing = commands.add_parser(
        "list", help=_("list the audits, the one changed last first; asks for the passphrase")
    )
    listing.add_argument("--json", action="store_true", help=_("print JSON"))
    history = commands.add_parser(
        "history", help=_("save the history of an audit as CSV; that is a line of it, too")
    )
    history.add_argument("id", metavar="ID", help=_("the id of an audit, or its case reference"))
    add_output(history, "FILE.csv")
    verify = commands.add_parser(
        "verify", help=_("say whether a file is the report of an audit as it was signed off")
    )
    verify.add_argument("file", type=Path, metavar="FILE", help=_("the file of a report"))
    verify.add_argument("--json", action="store_true", help=_("print JSON"))
    move = commands.add_parser(
        "migrate", help=_("say what a version of a checklist would do to a draft, or move it")
    )
    move.add_argument("id", metavar="ID", help=_("the id of an audit, or its case reference"))
    move.add_argument("--to", type=Path, required=True, metavar="FILE", help=_("the new version"))
    move.add_argument("--apply", action="store_true", help=_("move the draft; it can be undone"))
    move.add_argument(
        "--accept-unsigned",
        action="store_true",
        help=_("move it although nobody whom your organisation trusts has signed the file"),
    )
    move.add_argument("--json", action="store_true", help=_("print JSON"))
    audit_exchange.add_parsers(commands)
    audit_settling.add_parser(commands)


def run(args: argparse.Namespace, say: Say) -> int:
    """Do what was asked with audits of the workspace and hand each line to ``say``.

    Returns:
        0 when done, 1 when something is wrong with the workspace or a file (it is said).
    """
    return _ACTIONS[args.action](args, say)


def _migrate(args: argparse.Namespace, say: Say) -> int:
    from auditapp.commands.audit_migration import migrate  # noqa: PLC0415 - loads pydantic

    return migrate(args, say)


def _verify(args: argparse.Namespace, say: Say) -> int:
    """Say what a file is; only the report of what was signed off, unchanged, is no fault."""
    require_readable(args.file)
    with unlocked(args.home) as workspace:
        from auditapp.exports.checks import FileState  # noqa: PLC0415 - loads pydantic

        try:
            found = workspace.verify_file(args.file)
        except NotAllowedError as error:
            raise WrongUseError(str(error), error.remedy) from None
    if args.json:
        say(json.dumps({**asdict(found), "unchanged": found.is_unchanged}, indent=2))
    else:
        for line in filter(None, (found.sentence, found.words, f"SHA-256 {grouped(found.digest)}")):
            say(line)
    return DONE if found.state is FileState.SIGNED else FAULTS


def _history(args: argparse.Namespace, say: Say) -> int:
    """Save the history of an audit, and say so if its chain is broken."""
    require_place(args.output, may_replace=args.force, endings=[".csv"])
    with unlocked(args.home) as workspace:
        from auditapp.history.lines import chain_words  # noqa: PLC0415 - loads pydantic

        row = find_audit(workspace.audits(), args.id)
        history = workspace.read_history(row.id)
        workspace.export_history(row.id, args.output, workspace.author_here(row.auditor))
        problems = workspace.problems
    words = _("The history of {reference} is in {file}.")
    say(words.format(reference=row.case_reference, file=args.output))
    for line in (chain_words(history), *problems):
        say(line)
    return DONE if history.fault is None else FAULTS


def _list(args: argparse.Namespace, say: Say) -> int:
    with unlocked(args.home) as workspace:
        rows, problems = workspace.audits(), workspace.problems
    if args.json:
        # Escaped: a reader of JSON gets every character back, a terminal acts on none.
        held = {"audits": [row.plain() for row in rows], "problems": problems}
        say(json.dumps(held, indent=2))
    else:
        for line in [*map(_line, rows), *problems]:
            say(line)
        if not rows:
            say(_("There are no audits yet."))
    return FAULTS if problems else DONE


def _line(row: "AuditRow") -> str:
    from auditapp.model.labels import label, status_words  # noqa: PLC0415 - loads pydantic

    parts = [
        row.case_reference,
        status_words(row.status, row.amendment),
        _("{answered} of {asked} answered").format(answered=row.answered, asked=row.asked),
        label(row.grade) if row.grade else _("no grade yet"),
        f"{row.changed_at.astimezone():%Y-%m-%d %H:%M}",
    ]
    return f"{row.id}  {', '.join(parts)}"


_ACTIONS: Final[Mapping[str, Callable[[argparse.Namespace, Say], int]]] = {
    "list": _list,
    "history": _history,
    "verify": _verify,
    "migrate": _migrate,
    "export": audit_exchange.export,
    "import": audit_exchange.bring_in,
    "settle": audit_settling.settle,
}
