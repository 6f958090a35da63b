# SPDX-License-Identifier: MPL-2.0
"""Write the summary of the audits chosen, or another report that counts them, by a command."""

import argparse
from typing import Final

from auditapp.commands.across import add_choices, run_across
from auditapp.commands.conventions import Say, Subparsers
from auditapp.commands.report_writing import add_kind
from auditapp.i18n import _
from auditapp.model.report_kinds import KINDS, MadeOf, ReportKind

_OFFERED: Final = tuple(
    kind
    for kind, about in KINDS.items()
    if about.made_of is MadeOf.AUDITS and kind is not ReportKind.BOARD_PACK
)
"""The kinds that only count; the board pack has a command of its own."""


def add_parser(subparsers: Subparsers) -> None:
    """Add ``summary`` and its arguments."""
    parser: argparse.ArgumentParser = subparsers.add_parser(
        "summary", help=_("show what many audits say together")
    )
    add_kind(parser, _OFFERED, ReportKind.SUMMARY)
    add_choices(parser)


def run(args: argparse.Namespace, say: Say) -> int:
    """Write the report that ``args`` ask for, and hand each line of output to ``say``.

    Returns:
        0 when done.

    Raises:
        WrongUseError, AuditAppError: As ``run_across``.
    """
    return run_across(ReportKind(args.kind), args, say)
