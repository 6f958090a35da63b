# SPDX-License-Identifier: MPL-2.0
"""Choose audits from the command line, and write a report about them."""

import argparse
import datetime as dt
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from auditapp.commands.conventions import DONE, Say, WrongUseError, day_argument
from auditapp.commands.copies import add_copy, copy_of, with_protection
from auditapp.commands.report_writing import write_across, writing
from auditapp.commands.round_naming import find_round
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
        help=_("of this round, by its id or name; may be given several times"),
    )
    parser.add_argument(
        "--drafts", action="store_true", help=_("take audits that are not signed off as well")
    )


def selection_of(args: argparse.Namespace, workspace: "Workspace") -> "Selection":
    """Return which of the audits in ``workspace`` the ``args`` choose.

    Raises:
        WrongUseError: A team, a checklist or a round is named that there is not, or the period ends
            before it begins.
    """
    from auditapp.insight.selection import Selection  # noqa: PLC0415 - loads pydantic

    _require_period(args.first, args.last)
    _require_teams(args.team, workspace)
    _require_checklists(args.checklist, workspace)
    return Selection(
        first=args.first,
        last=args.last,
        teams=frozenset(args.team),
        checklists=frozenset(map(ChecklistId, args.checklist)),
        has_drafts=args.drafts,
        rounds=frozenset(_round(each, workspace) for each in args.round),
    )


def _require_period(first: dt.date | None, last: dt.date | None) -> None:
    if first is not None and last is not None and last < first:
        raise WrongUseError(
            _("The period ends before it begins."),
            _("Give --to the same day as --from, or a later one."),
        )


def _require_teams(names: Iterable[str], workspace: "Workspace") -> None:
    from auditapp.insight.selection import plain_team  # noqa: PLC0415 - loads pydantic

    known = {plain_team(row.team): row.team for row in workspace.audits()}
    for name in names:
        if plain_team(name) not in known:
            listed = "; ".join(sorted(filter(None, known.values())))  # names hold commas
            raise WrongUseError(
                _("There is no audit of the team '{name}'.").format(name=name),
                _("There are audits of these teams: {names}.").format(names=listed)
                if listed
                else _("The command 'audit list' lists those that there are."),
            )


def _require_checklists(names: Iterable[str], workspace: "Workspace") -> None:
    known = {header.id for header in workspace.library.headers()}
    for name in map(ChecklistId, names):
        if name not in known and not _is_used(workspace, checklists=frozenset({name})):
            raise WrongUseError(
                _("There is no checklist '{id}'.").format(id=name),
                _("The command 'checklist list' lists those that there are."),
            )


def _round(name: str, workspace: "Workspace") -> RoundId:
    try:
        return find_round(workspace, name)
    except WrongUseError:
        # The file of a round may be damaged, and its audits are there all the same.
        if _is_used(workspace, rounds=frozenset({RoundId(name)})):
            return RoundId(name)
        raise


def _is_used(workspace: "Workspace", **chosen: Any) -> bool:  # noqa: ANN401 - as Selection has them
    """Tell whether an audit here is chosen by that; it opens them all, to be sure of a refusal."""
    from auditapp.insight.selection import Selection  # noqa: PLC0415 - loads pydantic

    every = Selection(**chosen, has_drafts=True, has_moderations=True)
    return bool(workspace.choose_audits(every).states)


def run_across(kind: ReportKind, args: argparse.Namespace, say: Say) -> int:
    """Write the report of a kind about the audits that ``args`` choose.

    Returns:
        0 when done.

    Raises:
        WrongUseError: No audit was found, or the file may not be written.
        AuditAppError: The report cannot be made.
    """
    from auditapp.exports.orders import ReportAcross  # noqa: PLC0415 - loads pydantic

    return run_order(lambda workspace: ReportAcross(kind, selection_of(args, workspace)), args, say)


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
        wanted = order_of(workspace)  # what cannot be had is said before a password is asked for
        copy = with_protection(args, copy, workspace.settings().auditor, say)
        line = write_across(wanted, copy, args.output, workspace)
    say(line)
    return DONE
