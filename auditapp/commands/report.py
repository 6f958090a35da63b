# SPDX-License-Identifier: MPL-2.0
"""Write the report of an audit, or blank checklists, from the command line.

``run`` imports what needs pydantic, because every command is known at every start.
"""

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from auditapp.commands.conventions import DONE, Say, Subparsers, WrongUseError, require_place
from auditapp.commands.unlocking import REPORT_VARIABLE, new_passphrase, unlocked
from auditapp.errors import ChecklistNotFoundError, NotAllowedError
from auditapp.i18n import _
from auditapp.model.ids import ChecklistId
from auditapp.passphrases import passphrase_guidance
from auditapp.paths import find_paths

if TYPE_CHECKING:
    from auditapp.listing import AuditRow


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
    parser.add_argument(
        "--kind",
        choices=["audit", "blank"],
        default="audit",
        help=_("audit: all that an audit holds, which asks for the passphrase; blank: checklists"),
    )
    parser.add_argument(
        "--signed",
        type=int,
        metavar="N",
        help=_("of an audit that was amended: as it was signed the N-th time, 1 is the original"),
    )
    parser.add_argument(
        "--encrypt",
        action="store_true",
        help=_("of an audit: ask for a password, without which nobody can read the report"),
    )
    parser.add_argument("--format", choices=["pdf"], default="pdf", help=_("the kind of file"))
    parser.add_argument(
        "-o", "--output", type=Path, required=True, metavar="FILE", help=_("the file to write")
    )
    parser.add_argument(
        "--force", action="store_true", help=_("replace the file if there is one already")
    )


def run(args: argparse.Namespace, say: Say) -> int:
    """Write the report that ``args`` ask for, and hand each line of output to ``say``.

    Returns:
        0 when done.

    Raises:
        WrongUseError: There is no such audit, or the file may not be written.
        AuditAppError: The audit cannot be opened, or the report cannot be made.
    """
    require_place(args.output, may_replace=args.force)
    if args.signed is not None and args.kind != "audit":
        raise WrongUseError(_("Only audits are signed."), _("Leave --signed out."))
    if args.encrypt and args.kind != "audit":
        raise WrongUseError(
            _("Only the report of an audit is encrypted."), _("Leave --encrypt out.")
        )
    if args.kind == "blank":
        return _write_blank(args, say)
    if len(args.ids) > 1:
        raise WrongUseError(
            _("A report is about one audit."), _("Give one id, or make a report of each.")
        )
    with unlocked(args.home) as workspace:
        from auditapp.model.edits import Author  # noqa: PLC0415 - loads pydantic

        row = find_audit(workspace.audits(), args.ids[0])
        author = Author(row.auditor, workspace.clock())
        password = _new_password(row.auditor, say) if args.encrypt else ""
        try:
            workspace.export_report(
                row.id, args.output, author, signed=args.signed, password=password
            )
        except NotAllowedError as error:
            raise WrongUseError(str(error), error.remedy) from None
        for problem in workspace.problems:
            say(problem)
    say(
        _("The report of {reference} is in {file}.").format(
            reference=row.case_reference, file=args.output
        )
    )
    return DONE


def _new_password(auditor: str, say: Say) -> str:
    """Return the password of a report, and say how hard it is to guess."""
    chosen = new_passphrase(auditor, REPORT_VARIABLE, _("Password of the report: "))
    say(passphrase_guidance(chosen, [auditor]).words)
    return chosen


def _write_blank(args: argparse.Namespace, say: Say) -> int:
    """Write blank checklists; the workspace stays locked, because nothing of it is in them."""
    from auditapp.commands.printing import press_of  # noqa: PLC0415 - as the module says

    press = press_of(find_paths(args.home), say)
    try:
        press.export_blank([ChecklistId(each) for each in args.ids], args.output)
    except (ChecklistNotFoundError, NotAllowedError) as error:
        raise WrongUseError(
            str(error), _("The command 'checklist list' lists those that there are.")
        ) from None
    say(_("The blank checklist is in {file}.").format(file=args.output))
    return DONE


def find_audit(rows: Sequence["AuditRow"], name: str) -> "AuditRow":
    """Return the audit with the id ``name``, or the only one with that case reference.

    Raises:
        WrongUseError: There is none, or there are several.
    """
    found = [row for row in rows if row.id == name] or [
        row for row in rows if row.case_reference.casefold() == name.casefold()
    ]
    if not found:
        raise WrongUseError(
            _("There is no audit '{name}'.").format(name=name),
            _("The command 'audit list' lists those that there are."),
        )
    if len(found) > 1:
        raise WrongUseError(
            _("There are several audits of '{name}'.").format(name=name),
            _("Give the id of one: {ids}.").format(ids=", ".join(row.id for row in found)),
        )
    return found[0]
