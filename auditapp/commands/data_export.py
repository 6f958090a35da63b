# SPDX-License-Identifier: MPL-2.0
"""Export the audits chosen as a table for other programs, from the command line."""

import argparse
from pathlib import Path

from auditapp.commands.across import add_selection, selection_of
from auditapp.commands.conventions import DONE, Say, Subparsers, WrongUseError
from auditapp.commands.unlocking import unlocked
from auditapp.errors import NotAllowedError
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
    parser.add_argument(
        "-o",
        "--output",
        type=Path,
        required=True,
        metavar="FILE.csv",
        help=_("the file to write"),
    )
    parser.add_argument(
        "--force", action="store_true", help=_("replace the file if it exists already")
    )


def run(args: argparse.Namespace, say: Say) -> int:
    """Write the table that ``args`` ask for, and hand each line of output to ``say``.

    Returns:
        0 when done.

    Raises:
        WrongUseError: No audit was found, or the file may not be written.
        AuditAppError: The table cannot be made.
    """
    if args.output.exists() and not args.force:
        raise WrongUseError(
            _("{file} exists already.").format(file=args.output),
            _("Choose another name, or give --force to replace it."),
        )
    with unlocked(args.home) as workspace:
        try:
            count = workspace.export_scorecard(
                selection_of(args), ScorecardRows(args.rows), args.output
            )
        except NotAllowedError as error:
            raise WrongUseError(str(error), error.remedy) from None
    words = ngettext(
        "The data of {count} audit is in {file}.", "The data of {count} audits is in {file}.", count
    )
    say(words.format(count=count, file=args.output))
    return DONE
