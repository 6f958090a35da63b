# SPDX-License-Identifier: MPL-2.0
"""List, show and delete rounds, draw a sample from a list, and check a draw.

``run`` imports what needs pydantic, because every command is known at every start.
"""

import argparse
import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Final

from auditapp.commands.conventions import (
    DONE,
    FAULTS,
    Say,
    Subparsers,
    add_output,
    require_readable,
    wanted_format,
)
from auditapp.commands.round_draw import add_draw_parser, draw, read_listed
from auditapp.commands.round_naming import find_round
from auditapp.commands.unlocking import unlocked
from auditapp.i18n import _
from auditapp.model.report_format import ReportFormat
from auditapp.model.report_kinds import ReportKind

if TYPE_CHECKING:  # loads pydantic
    from auditapp.judgement.round_row import RoundListed
    from auditapp.model.round import Round


def add_parser(subparsers: Subparsers) -> None:
    """Add ``round`` and its own commands."""
    parser: argparse.ArgumentParser = subparsers.add_parser(
        "round",
        help=_("list, show or delete rounds of audits, draw a sample, check or print a draw"),
    )
    commands = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
    listing = commands.add_parser("list", help=_("list the rounds; asks for the passphrase"))
    listing.add_argument("--json", action="store_true", help=_("print JSON"))
    show = commands.add_parser("show", help=_("say how far a round and each of its cases is"))
    _add_id(show)
    show.add_argument("--json", action="store_true", help=_("print JSON"))
    add_draw_parser(commands)
    verify = commands.add_parser(
        "verify", help=_("draw once more, and say whether it is the same: 0 yes, 1 no")
    )
    _add_id(verify)
    verify.add_argument(
        "--list", type=Path, metavar="FILE", help=_("the list that was drawn from, CSV or XLSX")
    )
    paper = commands.add_parser("report", help=_("write a paper about a round"))
    _add_id(paper)
    paper.add_argument(
        "--kind", choices=[ReportKind.SAMPLING.value, ReportKind.COMPLETION.value], required=True
    )
    paper.add_argument("--format", choices=[each.value for each in ReportFormat])
    add_output(paper)
    _add_id(commands.add_parser("delete", help=_("delete a round that has no audits")))


def run(args: argparse.Namespace, say: Say) -> int:
    """Do what was asked with rounds and hand each line to ``say``.

    Returns:
        0 when done, 1 when a draw is not the same, or a list has rows to be looked at.
    """
    return _ACTIONS[args.action](args, say)


def _add_id(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("id", metavar="ID", help=_("the id of a round, or its name"))


def _list(args: argparse.Namespace, say: Say) -> int:
    with unlocked(args.home) as workspace:
        rounds = workspace.rounds()
        today = workspace.clock().astimezone().date()
    if args.json:
        say(json.dumps([_plain(each) for each in rounds], indent=1))
        return DONE
    for each in rounds:
        words = _("{name} ({id}), until {last:%Y-%m-%d}: {signed} of {expected}, {late} late")
        say(
            words.format(
                name=each.name,
                id=each.id,
                last=each.last,
                signed=each.signed,
                expected=each.expected,
                late=each.late(today),
            )
        )
    if not rounds:
        say(_("There are no rounds."))
    return DONE


def _plain(each: "RoundListed") -> dict[str, object]:
    return {
        "id": each.id,
        "name": each.name,
        "first": each.first.isoformat(),
        "last": each.last.isoformat(),
        "stage": each.stage.value,
        "listed": each.listed,
        "sample": each.sample,
        "signed": each.signed,
        "expected": each.expected,
    }


def _show(args: argparse.Namespace, say: Say) -> int:
    from auditapp.model.labels import label  # noqa: PLC0415 - loads pydantic

    with unlocked(args.home) as workspace:
        whole = workspace.refresh_round(find_round(workspace, args.id))
    if args.json:
        say(json.dumps(_cases(whole), indent=1))
        return DONE
    say(whole.about.name)
    for case in whole.sample:
        words = _("{case}: {state}, {auditor}, due {due:%Y-%m-%d}")
        say(
            words.format(
                case=case,
                state=label(whole.state(case)),
                auditor=_auditor(whole, case) or _("nobody"),
                due=whole.due(case),
            )
        )
    return DONE


def _cases(whole: "Round") -> dict[str, object]:
    cases = [
        {
            "case": case,
            "state": whole.state(case).value,
            "auditor": _auditor(whole, case),
            "due": whole.due(case).isoformat(),
        }
        for case in whole.sample
    ]
    return {"id": whole.id, "name": whole.about.name, "cases": cases}


def _auditor(whole: "Round", case: str) -> str:
    given = {str(key): row for key, row in whole.allocations.items()}.get(case)
    auditor = whole.auditors.get(given.auditor) if given else None
    return auditor.name if auditor else ""


def _verify(args: argparse.Namespace, say: Say) -> int:
    from auditapp.insight.sampling_statement import verify_draw  # noqa: PLC0415 - loads pydantic
    from auditapp.insight.statement_words import check_words  # noqa: PLC0415 - as above

    if args.list is not None:
        require_readable(args.list)
    with unlocked(args.home) as workspace:
        whole = workspace.round(find_round(workspace, args.id))
    cases = read_listed(args.list, whole) if args.list else None
    check = verify_draw(whole, cases)
    say(_("The same draw again: yes") if check.is_same else _("The same draw again: no"))
    for words in check_words(check):
        say(words)
    return DONE if check.is_same else FAULTS


def _report(args: argparse.Namespace, say: Say) -> int:
    from auditapp.exports.orders import ReportCopy  # noqa: PLC0415 - loads pydantic

    copy = ReportCopy(wanted_format(args.format, args.output, may_replace=args.force))
    with unlocked(args.home) as workspace:
        round_id = find_round(workspace, args.id)
        workspace.export_round(ReportKind(args.kind), round_id, args.output, copy=copy)
    say(_("Written: {file}").format(file=args.output))
    return DONE


def _delete(args: argparse.Namespace, say: Say) -> int:
    with unlocked(args.home) as workspace:
        workspace.remove_unused_round(find_round(workspace, args.id))
    say(_("The round {name} is deleted.").format(name=args.id))
    return DONE


_ACTIONS: Final[Mapping[str, Callable[[argparse.Namespace, Say], int]]] = {
    "list": _list,
    "show": _show,
    "draw": draw,
    "verify": _verify,
    "report": _report,
    "delete": _delete,
}
