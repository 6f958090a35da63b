# SPDX-License-Identifier: MPL-2.0
"""Write a report of each of the audits chosen into one folder, from the command line."""

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

from auditapp.commands.across import add_selection, selection_of
from auditapp.commands.conventions import DONE, FAULTS, Say, Subparsers, make_folder
from auditapp.commands.copies import add_readers, require_protectable, with_protection
from auditapp.commands.report_writing import add_kind, writing
from auditapp.i18n import _, ngettext
from auditapp.model.report_format import ReportFormat
from auditapp.model.report_kinds import KINDS, ReportKind

if TYPE_CHECKING:  # loads pydantic
    from auditapp.operations.batch import Batch

_OFFERED: Final = tuple(kind for kind, about in KINDS.items() if about.is_of_one_audit)


def add_parser(subparsers: Subparsers) -> None:
    """Add ``reports-batch`` and its arguments."""
    parser: argparse.ArgumentParser = subparsers.add_parser(
        "reports-batch",
        help=_("write a report of each of many audits into a folder, with a page that lists them"),
    )
    add_kind(parser, _OFFERED, ReportKind.AUDIT)
    parser.add_argument(
        "--format",
        choices=[*ReportFormat],
        default=ReportFormat.PDF.value,
        help=_("the kind of file; without it, PDF"),
    )
    add_selection(parser)
    add_readers(parser)
    parser.add_argument(
        "-o",
        "--output",
        type=Path,
        required=True,
        metavar="FOLDER",
        help=_("the folder; reports that are in it already are not made again"),
    )


def run(args: argparse.Namespace, say: Say) -> int:
    """Write the reports that ``args`` ask for, and hand each line of output to ``say``.

    Returns:
        0 when all are there, 1 when some could not be made.

    Raises:
        WrongUseError: No audit was found, the folder cannot be used, or the reports cannot be
            protected as they are to be.
        AuditAppError: A report could not be written.
    """
    require_protectable(args, ReportFormat(args.format))
    with writing(args.home, say) as workspace:
        from auditapp.exports.orders import ReportAcross, ReportCopy  # noqa: PLC0415 - pydantic

        copy = ReportCopy(ReportFormat(args.format), args.shared, " ".join(args.recipient.split()))
        wanted = ReportAcross(ReportKind(args.kind), selection_of(args, workspace))
        make_folder(args.output)
        copy = with_protection(args, copy, workspace.settings().auditor, say)
        batch = workspace.export_each(wanted, args.output, copy=copy)
    for line in _lines(batch):
        say(line)
    return FAULTS if batch.refused else DONE


def _lines(batch: "Batch") -> Iterator[str]:
    saved = ngettext("{count} report was saved.", "{count} reports were saved.", batch.saved)
    yield saved.format(count=batch.saved)
    if batch.kept:
        kept = ngettext(
            "{count} report was there already.", "{count} reports were there already.", batch.kept
        )
        yield kept.format(count=batch.kept)
    yield from batch.refused
    yield _("They are listed in {file}.").format(file=batch.index)
