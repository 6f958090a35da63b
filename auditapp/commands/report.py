# SPDX-License-Identifier: MPL-2.0
"""Write the report of an audit, or blank checklists, from the command line.

``run`` imports what needs pydantic, because every command is known at every start.
"""

import argparse
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from auditapp.commands.conventions import DONE, Say, Subparsers, WrongUseError
from auditapp.commands.copies import add_copy, copy_of, with_protection
from auditapp.commands.report_writing import add_kind, write_across, writing
from auditapp.errors import ChecklistNotFoundError, NotAllowedError
from auditapp.i18n import _
from auditapp.model.ids import ChecklistId
from auditapp.model.report_format import ReportFormat
from auditapp.model.report_kinds import KINDS, ReportKind
from auditapp.paths import find_paths

if TYPE_CHECKING:
    from auditapp.exports.orders import ReportCopy
    from auditapp.listing import AuditRow
    from auditapp.workspace import Workspace

_OFFERED: Final = tuple(
    kind
    for kind, about in KINDS.items()
    if about.is_of_one_audit or about.is_of_two_audits or kind is ReportKind.BLANK
)
"""The kinds that are made of ids; those of many audits have commands of their own."""


def add_parser(subparsers: Subparsers) -> None:
    """Add ``report`` and its arguments."""
    parser: argparse.ArgumentParser = subparsers.add_parser(
        "report", help=_("write the report of an audit, or blank checklists to fill in by hand")
    )
    parser.add_argument(
        "ids",
        nargs="+",
        metavar="ID",
        help=_("the id of an audit, or its case reference; of kind blank, the ids of checklists"),
    )
    add_kind(parser, _OFFERED, ReportKind.AUDIT)
    parser.add_argument(
        "--signed",
        type=int,
        metavar="N",
        help=_("of an audit that was amended: as it was signed the N-th time, 1 is the original"),
    )
    add_copy(parser)


def run(args: argparse.Namespace, say: Say) -> int:
    """Write the report that ``args`` ask for, and hand each line of output to ``say``.

    Returns:
        0 when done.

    Raises:
        WrongUseError: There is no such audit, the file may not be written, or nobody can tell what
            kind of file it is to be.
        AuditAppError: The audit cannot be opened, or the report cannot be made.
    """
    copy = copy_of(args)
    args.kind = ReportKind(args.kind)
    if args.signed is not None and (args.kind is ReportKind.BLANK or len(args.ids) > 1):
        raise WrongUseError(_("Only audits are signed, each by itself."), _("Leave --signed out."))
    if args.kind is ReportKind.BLANK and (
        args.shared or args.encrypt or args.seal or args.recipient
    ):
        raise WrongUseError(
            _("A blank checklist is about nobody."),
            _("Leave --shared, --encrypt, --seal and --for out."),
        )
    if args.kind is ReportKind.BLANK:
        return _write_blank(args, copy.format, say)
    if len(args.ids) > 1 and not KINDS[args.kind].is_of_audits:
        raise WrongUseError(
            _("A report is about one audit."), _("Give one id, or make a report of each.")
        )
    with writing(args.home, say) as workspace:
        copy = with_protection(args, copy, workspace.settings().auditor, say)
        write = _write_one if len(args.ids) == 1 else _write
        line = write(args, copy, workspace)
    say(line)
    return DONE


def _write_one(args: argparse.Namespace, copy: "ReportCopy", workspace: "Workspace") -> str:
    """Write a report about one audit, and return what to say about it."""
    from auditapp.exports.orders import ReportOfOne  # noqa: PLC0415 - as above

    row = find_audit(workspace.audits(), args.ids[0])
    author = workspace.author_here(row.auditor)
    wanted = ReportOfOne(args.kind, row.id, args.signed)
    missing = workspace.left_out(wanted)
    workspace.export_report(wanted, args.output, author, copy=copy)
    line = _("The report of {reference} is in {file}.").format(
        reference=row.case_reference, file=args.output
    )
    if missing:
        line += " " + _("It leaves out {list}.").format(list="; ".join(missing))
    return line


def _write(args: argparse.Namespace, copy: "ReportCopy", workspace: "Workspace") -> str:
    """Write a report about several audits that were named, and return what to say about it."""
    from auditapp.exports.orders import ReportAcross  # noqa: PLC0415 - as above
    from auditapp.insight.selection import Selection  # noqa: PLC0415 - loads pydantic

    rows = workspace.audits()
    ids = frozenset(find_audit(rows, name).id for name in args.ids)
    selection = Selection(audits=ids, has_drafts=True)
    wanted = ReportAcross(args.kind, selection)
    return write_across(wanted, copy, args.output, workspace)


def _write_blank(args: argparse.Namespace, report_format: ReportFormat, say: Say) -> int:
    """Write blank checklists; the workspace stays locked, because nothing of it is in them."""
    from auditapp.commands.printing import press_of  # noqa: PLC0415 - as the module says

    press = press_of(find_paths(args.home), say)
    try:
        ids = [ChecklistId(each) for each in args.ids]
        press.export_blank(ids, args.output, report_format=report_format)
    except (ChecklistNotFoundError, NotAllowedError) as error:
        raise WrongUseError(
            str(error), _("The command 'checklist list' lists those that there are.")
        ) from None
    say(_("The blank checklist is in {file}.").format(file=args.output))
    return DONE


def find_audit(rows: Sequence["AuditRow"], name: str, remedy: str = "") -> "AuditRow":
    """Return the audit with the id ``name``, or the only one with that case reference.

    ``remedy`` says where those that there are can be seen, if not by ``audit list``.

    Raises:
        WrongUseError: There is none, or there are several.
    """
    found = [row for row in rows if row.id == name] or [
        row for row in rows if row.case_reference.casefold() == name.casefold()
    ]
    if not found:
        raise WrongUseError(
            _("There is no audit '{name}'.").format(name=name),
            remedy or _("The command 'audit list' lists those that there are."),
        )
    if len(found) > 1:
        raise WrongUseError(
            _("There are several audits of '{name}'.").format(name=name),
            _("Give the id of one: {ids}.").format(ids=", ".join(row.id for row in found)),
        )
    return found[0]
