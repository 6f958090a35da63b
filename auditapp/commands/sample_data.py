# SPDX-License-Identifier: MPL-2.0
"""Make a workspace of invented audits from the command line."""

import argparse
import datetime as dt
import time
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Final

from auditapp import settings as settings_file
from auditapp.commands.conventions import (
    DONE,
    Say,
    Subparsers,
    WrongUseError,
    day_argument,
    home_argument,
)
from auditapp.commands.store import made_workspace
from auditapp.commands.unlocking import unlocked
from auditapp.i18n import _, ngettext
from auditapp.long_work import ReportProgress
from auditapp.paths import AppPaths, find_paths

if TYPE_CHECKING:  # loads pydantic
    from auditapp.workspace import Workspace

MOST_AUDITS: Final = 5000
FOLDER: Final = Path("sample-data")
"""Where it goes unless told otherwise: never the usual place, where real audits belong."""

_FIRST_YEAR, _LAST_YEAR = 2015, 2090
_TENTHS: Final = 10


def add_parser(subparsers: Subparsers) -> None:
    """Add ``sample-data`` and its arguments."""
    parser: argparse.ArgumentParser = subparsers.add_parser(
        "sample-data", help=_("make a workspace with the audits of an invented authority")
    )
    parser.add_argument(
        "audits",
        type=int,
        metavar="N",
        help=_("how many signed audits, from 1 to {most}").format(most=MOST_AUDITS),
    )
    parser.add_argument(
        "--seed", type=int, default=1, metavar="S", help=_("another number, another authority")
    )
    parser.add_argument(
        "--as-of",
        type=day_argument,
        default=None,
        metavar="DATE",
        help=_("the day that is today in the sample"),
    )
    parser.add_argument(
        "--home",
        type=home_argument,
        default=argparse.SUPPRESS,  # or it would hide the one before the command
        metavar="DIR",
        help=_("the folder to make it in; {folder} if none is given").format(folder=FOLDER),
    )


def run(args: argparse.Namespace, say: Say) -> int:
    """Make the sample that ``args`` ask for, and hand each line of output to ``say``.

    Returns:
        0 when done.

    Raises:
        WrongUseError: It is too many, too few, or of an impossible day.
        NotAllowedError: There are audits in the folder.
        AuditAppError: It cannot be made there, or cannot be unlocked.
    """
    as_of = args.as_of or dt.datetime.now(dt.UTC).date()
    if not 1 <= args.audits <= MOST_AUDITS or not _FIRST_YEAR <= as_of.year <= _LAST_YEAR:
        raise WrongUseError(
            _("This sample cannot be made."),
            _("Ask for 1 to {most} audits, as of a day from {first} to {last}.").format(
                most=MOST_AUDITS, first=_FIRST_YEAR, last=_LAST_YEAR
            ),
        )
    paths = find_paths(args.home or FOLDER)
    if paths.has_store:
        with unlocked(paths.home) as workspace:
            return _fill(workspace, args, as_of, say)
    with closing(made_workspace(paths, say)) as workspace:
        _settle(paths)
        return _fill(workspace, args, as_of, say)


def _settle(paths: AppPaths) -> None:
    """Put the invented council's own choices into a new workspace, and its name onto reports."""
    from auditapp.sample.authority import ORGANISATION, STANDARDS  # noqa: PLC0415 - loads pydantic

    if not paths.settings.exists():
        chosen = settings_file.Settings().with_changes(
            organisation=ORGANISATION, local_standards=dict(STANDARDS)
        )
        settings_file.save(paths.settings, chosen)


def _fill(workspace: "Workspace", args: argparse.Namespace, as_of: dt.date, say: Say) -> int:
    from auditapp.sample.plans import SampleOrder  # noqa: PLC0415 - loads pydantic

    order, began = SampleOrder(args.audits, args.seed, as_of), time.monotonic()
    made = workspace.make_sample(order, _teller(say))
    seconds = round(time.monotonic() - began)
    words = ngettext(
        "{count} invented audit is in {folder}.", "{count} invented audits are in {folder}.", made
    )
    took = ngettext("It took {count} second.", "It took {count} seconds.", seconds)
    said = words.format(count=made, folder=workspace.paths.home)
    say(f"{said} {took.format(count=seconds)}")
    return DONE


def _teller(say: Say) -> ReportProgress:
    """Return what says each tenth of the way."""
    told = 0

    def tell(done: int, total: int) -> None:
        """Say how many are done, when another tenth is."""
        nonlocal told
        if done * _TENTHS // total > told:
            told = done * _TENTHS // total
            say(_("{done} of {total} audits").format(done=done, total=total))

    return tell
