# SPDX-License-Identifier: MPL-2.0
"""List the audits of a workspace from the command line, and move one to a revised checklist.

``run`` imports what needs pydantic, because every command is known at every start.
"""

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING

from auditapp.commands.conventions import DONE, FAULTS, Say, Subparsers
from auditapp.commands.unlocking import unlocked
from auditapp.i18n import _

if TYPE_CHECKING:
    from auditapp.listing import AuditRow


def add_parser(subparsers: Subparsers) -> None:
    """Add ``audit`` and its own commands."""
    parser: argparse.ArgumentParser = subparsers.add_parser("audit", help=_("list or move audits"))
    commands = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
    listing = commands.add_parser(
        "list", help=_("list the audits, the one changed last first; asks for the passphrase")
    )
    listing.add_argument("--json", action="store_true", help=_("print JSON"))
    move = commands.add_parser(
        "migrate", help=_("say what a version of a checklist would do to a draft, or move it")
    )
    move.add_argument("id", metavar="ID", help=_("the id of an audit, as the list shows it"))
    move.add_argument("--to", type=Path, required=True, metavar="FILE", help=_("the new version"))
    move.add_argument("--apply", action="store_true", help=_("move the draft; it can be undone"))
    move.add_argument(
        "--accept-unsigned",
        action="store_true",
        help=_("move it although nobody whom your organisation trusts has signed the file"),
    )
    move.add_argument("--json", action="store_true", help=_("print JSON"))


def run(args: argparse.Namespace, say: Say) -> int:
    """List or move audits of the workspace and hand each line to ``say``.

    Returns:
        0 when done, 1 when something is wrong with the workspace (it is said).
    """
    if args.action == "migrate":
        from auditapp.commands.audit_migration import migrate  # noqa: PLC0415 - loads pydantic

        return migrate(args, say)
    return _list(args, say)


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
