# SPDX-License-Identifier: MPL-2.0
"""Choose audits from the command line, and write a report about them."""

import argparse
import datetime as dt
from typing import TYPE_CHECKING

from auditapp.commands.conventions import DONE, Say, WrongUseError
from auditapp.commands.copies import add_copy, copy_of, with_password, with_seal
from auditapp.commands.report import write_across
from auditapp.commands.unlocking import unlocked
from auditapp.errors import NotAllowedError
from auditapp.i18n import _
from auditapp.model.ids import ChecklistId, RoundId
from auditapp.model.report_kinds import ReportKind

if TYPE_CHECKING:  # loads pydantic
    from auditapp.insight.selection import Selection


def add_choices(parser: argparse.ArgumentParser) -> None:
    """Add the arguments that choose audits, and name the file."""
    add_selection(parser)
    add_copy(parser)


def add_selection(parser: argparse.ArgumentParser) -> None:
    """Add the arguments that choose audits."""
    parser.add_argument(
        "--from",
        dest="first",
        type=dt.date.fromisoformat,
        metavar="DATE",
        help=_("signed off on this day or later, as 2026-04-01"),
    )
    parser.add_argument(
        "--to",
        dest="last",
        type=dt.date.fromisoformat,
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
    copy = copy_of(args)
    with unlocked(args.home) as workspace:
        from auditapp.exports.orders import ReportAcross  # noqa: PLC0415 - loads pydantic

        selection = selection_of(args)
        try:
            copy = with_password(args, copy, workspace.settings().auditor, say)
            copy = with_seal(args, copy)
            line = write_across(ReportAcross(kind, selection), copy, args.output, workspace)
        except NotAllowedError as error:
            raise WrongUseError(str(error), error.remedy) from None
        for problem in workspace.problems:
            say(problem)
    say(line)
    return DONE
