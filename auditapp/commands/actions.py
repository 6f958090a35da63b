# SPDX-License-Identifier: MPL-2.0
"""Write the plan of the actions of many audits, by owner, from the command line."""

import argparse

from auditapp.commands.across import add_choices, selection_of
from auditapp.commands.conventions import DONE, Say, Subparsers, WrongUseError
from auditapp.commands.copies import copy_of, with_password, with_seal
from auditapp.commands.report import write_across
from auditapp.commands.unlocking import unlocked
from auditapp.errors import NotAllowedError
from auditapp.i18n import _


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
    copy = copy_of(args)
    with unlocked(args.home) as workspace:
        from auditapp.insight.action_search import ActionFilter  # noqa: PLC0415 - loads pydantic

        wanted = ActionFilter(
            selection=selection_of(args), owners=frozenset(args.owner), is_overdue=args.overdue
        )
        try:
            copy = with_password(args, copy, workspace.settings().auditor, say)
            copy = with_seal(args, copy)
            line = write_across(workspace.action_order(wanted), copy, args.output, workspace)
        except NotAllowedError as error:
            raise WrongUseError(str(error), error.remedy) from None
        for problem in workspace.problems:
            say(problem)
    say(line)
    return DONE
