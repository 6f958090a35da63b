# SPDX-License-Identifier: MPL-2.0
"""Export the audits chosen as a table for other programs, from the command line."""

import argparse

from auditapp.commands.across import add_selection, selection_of
from auditapp.commands.conventions import DONE, Say, Subparsers, add_output, require_place
from auditapp.commands.report_writing import writing
from auditapp.i18n import _, ngettext
from auditapp.model.scorecard import ScorecardRows


def add_parser(subparsers: Subparsers) -> None:
    """Add ``data-export`` and its arguments."""
    parser: argparse.ArgumentParser = subparsers.add_parser(
        "data-export", help=_("write audits or ratings without names as a table (CSV)")
    )
    parser.add_argument(
        "--rows",
        choices=[rows.value for rows in ScorecardRows],
        default=ScorecardRows.AUDITS.value,
        help=_("what there is a row for; audits if nothing is said"),
    )
    add_selection(parser)
    add_output(parser, "FILE.csv")


def run(args: argparse.Namespace, say: Say) -> int:
    """Write the table that ``args`` ask for, and hand each line of output to ``say``.

    Returns:
        0 when done.

    Raises:
        WrongUseError: No audit was found, or the file may not be written.
        AuditAppError: The table cannot be made.
    """
    require_place(args.output, may_replace=args.force, endings=[".csv"])
    with writing(args.home, say) as workspace:
        count = workspace.export_scorecard(
            selection_of(args, workspace), ScorecardRows(args.rows), args.output
        )
    words = ngettext(
        "The data of {count} audit is in {file}.", "The data of {count} audits is in {file}.", count
    )
    say(words.format(count=count, file=args.output))
    return DONE
