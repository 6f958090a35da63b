# SPDX-License-Identifier: MPL-2.0
"""Save audits as a package for another workspace, or bring in what is in one."""

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from auditapp.commands.conventions import (
    DONE,
    FAULTS,
    Say,
    add_output,
    require_place,
    require_readable,
)
from auditapp.commands.report import find_audit
from auditapp.commands.unlocking import passphrase, unlocked
from auditapp.i18n import _

if TYPE_CHECKING:
    from auditapp.exchange.incoming import IncomingPackage
    from auditapp.model.exchange import Choice
    from auditapp.model.ids import AuditId

CODE_VARIABLE: Final = "AUDITAPP_PACKAGE_CODE_FILE"
"""Names the environment variable that names the file with the code of a package."""


def add_parsers(commands: Any) -> None:  # noqa: ANN401 - argparse does not publish the type
    """Add ``export`` and ``import`` to the commands of ``audit``."""
    export = commands.add_parser(
        "export", help=_("save audits as a package for another computer; prints its code, once")
    )
    export.add_argument("id", metavar="ID", nargs="+", help=_("an audit, or its case reference"))
    add_output(export, "FILE.cfaudit")
    export.add_argument(
        "--for", dest="recipient", default="", metavar="WHOM", help=_("whom the package is for")
    )
    purpose = export.add_mutually_exclusive_group()
    for flag, value, words in (
        (
            "--for-moderation",
            "for_moderation",
            _("blind: with nothing that the first auditor found"),
        ),
        ("--moderated", "moderated", _("second readings that were signed off, back to the first")),
        ("--re-audit", "re_audit", _("signed audits whose cases are to be audited again")),
    ):
        purpose.add_argument(
            flag, dest="purpose", action="store_const", const=value, default="merge", help=words
        )
    incoming = commands.add_parser(
        "import", help=_("bring in the audits of a package; asks for its code")
    )
    incoming.add_argument("file", type=Path, metavar="FILE", help=_("the file of a package"))
    incoming.add_argument(
        "--preview", action="store_true", help=_("say what it would do, and change nothing")
    )
    incoming.add_argument("--json", action="store_true", help=_("print JSON"))
    for flag, words in (
        ("--take", _("let the audit of the package take the place of that here")),
        ("--keep-both", _("bring the draft of the package in as an audit of its own")),
    ):
        incoming.add_argument(flag, action="append", default=[], metavar="ID", help=words)


def export(args: argparse.Namespace, say: Say) -> int:
    """Save a package and print its code, which is kept nowhere."""
    require_place(args.output, may_replace=args.force, endings=[".cfaudit"])
    with unlocked(args.home) as workspace:
        from auditapp.model.exchange import Purpose  # noqa: PLC0415 - loads pydantic

        rows = workspace.audits()
        ids = [find_audit(rows, each).id for each in args.id]
        saved = workspace.export_package(
            ids, args.output, Purpose(args.purpose), recipient=args.recipient
        )
    say(_("The package is in {file}.").format(file=args.output))
    say(_("Its code: {code}").format(code=saved.code))
    say(_("It is shown this once. Read it out over the telephone; never send it with the file."))
    return DONE


def bring_in(args: argparse.Namespace, say: Say) -> int:
    """Bring a package in, or say what it would do.

    Returns:
        0 when done or nothing stands in the way; 1 when an audit waits for somebody's choice, or
        could not be written.

    Raises:
        WrongUseError: The file cannot be opened.
        AuditAppError: As ``Workspace.read_package`` and ``Workspace.import_package``.
    """
    require_readable(args.file)
    with unlocked(args.home) as workspace:
        incoming = workspace.read_package(
            args.file, passphrase(_("Code of the package: "), CODE_VARIABLE)
        )
        choices = _choices(args)
        waiting = [each for each in incoming.plans if each.choices and each.here not in choices]
        done = () if args.preview else workspace.import_package(incoming, choices)
    left = [each for each in done if each.why_left]
    if args.json:
        record = {**incoming.record(), "applied": not args.preview}
        if left:
            record["left"] = {each.plan.here: each.why_left for each in left}
        say(json.dumps(record, indent=2))
    else:
        _tell(incoming, say)
        if waiting:
            say(_("What waits for a choice was left as it is: add --take ID or --keep-both ID."))
        for each in left:
            say(f"{each.plan.here}  {each.plan.reference}: {each.why_left}")
    return FAULTS if waiting or left else DONE


def _choices(args: argparse.Namespace) -> "dict[AuditId, Choice]":
    from auditapp.model.exchange import Choice  # noqa: PLC0415 - loads pydantic

    kept = dict.fromkeys(args.keep_both, Choice.KEEP_BOTH)
    return {**kept, **dict.fromkeys(args.take, Choice.TAKE)}


def _tell(incoming: "IncomingPackage", say: Say) -> None:
    say(incoming.words)
    for plan in incoming.plans:
        say(f"{plan.here}  {plan.reference}, {plan.words}")
