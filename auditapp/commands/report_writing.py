# SPDX-License-Identifier: MPL-2.0
"""Hold what commands that write reports have in common: the kind, and how one goes out."""

import argparse
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from auditapp.commands.conventions import Say, WrongUseError
from auditapp.commands.unlocking import unlocked
from auditapp.errors import NotAllowedError
from auditapp.i18n import ngettext
from auditapp.model.report_kinds import KINDS, ReportKind

if TYPE_CHECKING:  # loads pydantic
    from auditapp.exports.orders import ReportAcross, ReportCopy
    from auditapp.workspace import Workspace


def add_kind(
    parser: argparse.ArgumentParser, offered: Sequence[ReportKind], usual: ReportKind
) -> None:
    """Add the argument that names one of the kinds ``offered``; without it, it is the usual one."""
    parser.add_argument(
        "--kind",
        choices=[kind.value for kind in offered],
        default=usual.value,
        metavar="KIND",
        help="; ".join(f"{kind}: {KINDS[kind].name.lower()}" for kind in offered),
    )


@contextmanager
def writing(home: Path | None, say: Say) -> Iterator["Workspace"]:
    """Unlock the workspace for a report; say at the end what was found wrong with it.

    Raises:
        WrongUseError: What the block asks for is not allowed, or there is no passphrase to be had.
        AuditAppError: The workspace cannot be opened, or whatever the block raises.
    """
    with unlocked(home) as workspace:
        try:
            yield workspace
        except NotAllowedError as error:
            raise WrongUseError(str(error), error.remedy) from None
        for problem in workspace.problems:
            if problem != workspace.settings_problem:  # said already
                say(problem)


def write_across(
    wanted: "ReportAcross", copy: "ReportCopy", output: Path, workspace: "Workspace"
) -> str:
    """Write a report about several audits, and return what to say about it."""
    count = workspace.export_across(wanted, output, copy=copy)
    words = ngettext(
        "The report of {count} audit is in {file}.",
        "The report of {count} audits is in {file}.",
        count,
    )
    return words.format(count=count, file=output)
