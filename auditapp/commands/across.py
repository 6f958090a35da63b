# SPDX-License-Identifier: MPL-2.0
"""Choose audits from the command line, and write a report about them."""

import argparse
from collections.abc import Callable
from typing import TYPE_CHECKING

from auditapp.commands.conventions import DONE, Say, day_argument
from auditapp.commands.copies import add_copy, copy_of, with_protection
from auditapp.commands.report_writing import write_across, writing
from auditapp.i18n import _
from auditapp.model.ids import ChecklistId, RoundId
from auditapp.model.report_kinds import ReportKind

if TYPE_CHECKING:  # loads pydantic
    from auditapp.exports.orders import ReportAcross
    from auditapp.insight.selection import Selection
    from auditapp.workspace import Workspace


def add_choices(parser: argparse.ArgumentParser) -> None:
    """Add the arguments that choose audits, and name the file."""
    add_selection(parser)
    add_copy(parser)


def add_selection(parser: argparse.ArgumentParser) -> None:
    """Add the arguments that choose audits."""
    parser.add_argument(
        "--from",
        dest="first",
        type=day_argument,
        metavar="DATE",
        help=_("signed off on this day or later, as 2026-04-01"),
    )
    parser.add_argument(
        "--to",
        dest="last",
        type=day_argument,
        metavar="DATE",
        help=_("signed off on this day or earlier"),
    )
    parser.add_argument(
        "--team", action="append", default=[], help=_("of this team; may be given several times")
    )
    parser.add_argument(
        "--checklist",
        action="append",
        default=[],
        metavar="ID",
        help=_("made with this checklist; may be given several times"),
    )
    parser.add_argument(
        "--round",
        action="append",
        default=[],
        metavar="ID",
        help=_("of this round, by its id; may be given several times"),
    )
    parser.add_argument(
        "--drafts", action="store_true", help=_("take audits that are not signed off as well")
    )


def selection_of(args: argparse.Namespace) -> "Selection":
    """Return which audits ``args`` choose."""
    from auditapp.insight.selection import Selection  # noqa: PLC0415 - loads pydantic

    return Selection(
        first=args.first,
        last=args.last,
        teams=frozenset(args.team),
        checklists=frozenset(map(ChecklistId, args.checklist)),
        has_drafts=args.drafts,
        rounds=frozenset(map(RoundId, args.round)),
    )


def run_across(kind: ReportKind, args: argparse.Namespace, say: Say) -> int:
    """Write the report of a kind about the audits that ``args`` choose.

    Returns:
        0 when done.

    Raises:
        WrongUseError: No audit was found, or the file may not be written.
        AuditAppError: The report cannot be made.
    """
    from auditapp.exports.orders import ReportAcross  # noqa: PLC0415 - loads pydantic

    return run_order(lambda _workspace: ReportAcross(kind, selection_of(args)), args, say)


def run_order(
    order_of: Callable[["Workspace"], "ReportAcross"], args: argparse.Namespace, say: Say
) -> int:
    """Write the report about several audits that ``order_of`` asks the workspace for.

    Returns:
        0 when done.

    Raises:
        WrongUseError, AuditAppError: As ``run_across``.
    """
    copy = copy_of(args)
    with writing(args.home, say) as workspace:
        copy = with_protection(args, copy, workspace.settings().auditor, say)
        line = write_across(order_of(workspace), copy, args.output, workspace)
    say(line)
    return DONE
