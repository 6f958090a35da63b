# SPDX-License-Identifier: MPL-2.0
"""Save the handbook from the command line, to print it or to put it where everybody can read it."""

import argparse

from auditapp.commands.conventions import (
    DONE,
    Say,
    Subparsers,
    add_output,
    require_no_folder,
    require_place,
    unknown_kind,
)
from auditapp.commands.places import require_elsewhere
from auditapp.handbook.saving import HandbookKind, save_handbook
from auditapp.i18n import _
from auditapp.paths import find_paths


def add_parser(subparsers: Subparsers) -> None:
    """Add ``handbook`` and its arguments."""
    parser: argparse.ArgumentParser = subparsers.add_parser(
        "handbook", help=_("save all guides as one PDF or one web page")
    )
    add_output(parser)


def run(args: argparse.Namespace, say: Say) -> int:
    """Write the handbook to the file that ``args`` name, and say so.

    Returns:
        0 when done.

    Raises:
        WrongUseError: The name says neither of the kinds, or the place cannot be written to.
        AuditAppError: The guide is not there, or the file cannot be written.
    """
    require_no_folder(args.output)
    endings = [each.value for each in HandbookKind]
    if args.output.suffix.lower() not in endings:
        raise unknown_kind(args.output, endings)
    require_place(args.output, may_replace=args.force)
    require_elsewhere(find_paths(args.home), args.output)
    save_handbook(args.output)
    say(_("The handbook is saved as {file}.").format(file=args.output))
    return DONE
