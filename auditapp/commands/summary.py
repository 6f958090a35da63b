# SPDX-License-Identifier: MPL-2.0
"""Write the summary of the audits chosen, from the command line."""

import argparse

from auditapp.commands.across import add_choices, run_across
from auditapp.commands.conventions import Say, Subparsers
from auditapp.i18n import _
from auditapp.model.report_kinds import ReportKind


def add_parser(subparsers: Subparsers) -> None:
    """Add ``summary`` and its arguments."""
    parser: argparse.ArgumentParser = subparsers.add_parser(
        "summary", help=_("show what many audits say together")
    )
    add_choices(parser)


def run(args: argparse.Namespace, say: Say) -> int:
    """Write the summary that ``args`` ask for, and hand each line of output to ``say``.

    Returns:
        0 when done.

    Raises:
        WrongUseError, AuditAppError: As ``run_across``.
    """
    return run_across(ReportKind.SUMMARY, args, say)
