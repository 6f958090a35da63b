# SPDX-License-Identifier: MPL-2.0
"""Write the board pack of the audits chosen, from the command line."""

import argparse

from auditapp.commands.across import add_choices, run_across
from auditapp.commands.conventions import Say, Subparsers
from auditapp.i18n import _
from auditapp.model.report_kinds import ReportKind


def add_parser(subparsers: Subparsers) -> None:
    """Add ``board-pack`` and its arguments."""
    parser: argparse.ArgumentParser = subparsers.add_parser(
        "board-pack", help=_("bind the summary, action plan and learning note of many audits")
    )
    add_choices(parser)


def run(args: argparse.Namespace, say: Say) -> int:
    """Write the board pack that ``args`` ask for, and hand each line of output to ``say``.

    Returns:
        0 when done.

    Raises:
        WrongUseError, AuditAppError: As ``run_across``.
    """
    return run_across(ReportKind.BOARD_PACK, args, say)
