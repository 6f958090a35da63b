# SPDX-License-Identifier: MPL-2.0
"""Write the plan of the actions of many audits, by owner, from the command line."""

import argparse
from typing import TYPE_CHECKING

from auditapp.commands.across import add_choices, run_order, selection_of
from auditapp.commands.conventions import Say, Subparsers
from auditapp.i18n import _

if TYPE_CHECKING:  # loads pydantic
    from auditapp.exports.orders import ReportAcross
    from auditapp.workspace import Workspace


def add_parser(subparsers: Subparsers) -> None:
    """Add ``actions`` and its arguments."""
    parser: argparse.ArgumentParser = subparsers.add_parser(
        "actions", help=_("write who has to do what after many audits, each owner on a page")
    )
    add_choices(parser)
    parser.add_argument(
        "--owner",
        action="append",
        default=[],
        metavar="ROLE",
        help=_("of this owner; may be given several times"),
    )
    parser.add_argument(
        "--overdue", action="store_true", help=_("only what is open, and its day has passed")
    )


def run(args: argparse.Namespace, say: Say) -> int:
    """Write the plan that ``args`` ask for, and hand each line of output to ``say``.

    Returns:
        0 when done.

    Raises:
        WrongUseError: No action was found, or the file may not be written.
        AuditAppError: The plan cannot be made.
    """
    from auditapp.insight.action_search import ActionFilter  # noqa: PLC0415 - loads pydantic

    def order(workspace: "Workspace") -> "ReportAcross":
        """Return what to write of the actions here."""
        wanted = ActionFilter(
            selection=selection_of(args, workspace),
            owners=frozenset(args.owner),
            is_overdue=args.overdue,
        )
        return workspace.action_order(wanted)

    return run_order(order, args, say)
