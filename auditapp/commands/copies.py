# SPDX-License-Identifier: MPL-2.0
"""Say on the command line as what a report goes out: which file, for whom, with whose names."""

import argparse
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from auditapp.commands.conventions import (
    Say,
    WrongUseError,
    add_output,
    require_readable,
    wanted_format,
)
from auditapp.commands.unlocking import SEAL_VARIABLE, new_password, passphrase
from auditapp.i18n import _
from auditapp.model.report_format import ReportFormat
from auditapp.passphrases import passphrase_guidance

if TYPE_CHECKING:  # loads pydantic
    from auditapp.exports.orders import ReportCopy


def add_copy(parser: argparse.ArgumentParser) -> None:
    """Add the arguments that say what goes out, and name the file."""
    parser.add_argument(
        "--format",
        choices=[*ReportFormat],
        help=_(
            "the kind of file, in which the name of FILE has to end; without it, that end says it"
        ),
    )
    add_readers(parser)
    add_output(parser)


def add_readers(parser: argparse.ArgumentParser) -> None:
    """Add the arguments that say who is to read what goes out."""
    parser.add_argument(
        "--shared",
        action="store_true",
        help=_(
            "for a copy that leaves the service: codes in the place of people, teams and cases, "
            "what looks personal left out, small numbers not shown"
        ),
    )
    parser.add_argument(
        "--for",
        dest="recipient",
        default="",
        metavar="WHOM",
        help=_("whom the report is for; it is kept with the record that it went out"),
    )
    parser.add_argument(
        "--encrypt",
        action="store_true",
        help=_("ask for a password, without which nobody can read the PDF"),
    )
    parser.add_argument(
        "--seal",
        type=Path,
        metavar="CERT",
        help=_(
            "seal the PDF with the certificate and key in this file (.p12 or .pfx); its "
            "passphrase is asked for"
        ),
    )


def copy_of(args: argparse.Namespace) -> "ReportCopy":
    """Return as what the report that ``args`` ask for goes out.

    Raises:
        WrongUseError: The file may not be written, nobody can tell what kind of file it is to
            be, or it cannot be protected as it is to be.
    """
    from auditapp.exports.orders import ReportCopy  # noqa: PLC0415 - loads pydantic

    report_format = wanted_format(args.format, args.output, may_replace=args.force)
    require_protectable(args, report_format)
    return ReportCopy(report_format, args.shared, " ".join(args.recipient.split()))


def require_protectable(args: argparse.Namespace, report_format: ReportFormat) -> None:
    """Refuse to protect what cannot be protected, before anybody types a password for it.

    Raises:
        WrongUseError: It is no PDF, or there is no such certificate.
    """
    is_pdf = report_format is ReportFormat.PDF
    if args.encrypt and not is_pdf:
        raise WrongUseError(
            _("Only a PDF can be encrypted."), _("Save it as PDF, or without a password.")
        )
    if args.seal is not None and not is_pdf:
        raise WrongUseError(
            _("Only a PDF can be sealed."), _("Save it as PDF, or without the seal.")
        )
    if args.seal is not None:
        require_readable(args.seal)


def with_protection(
    args: argparse.Namespace, copy: "ReportCopy", auditor: str, say: Say
) -> "ReportCopy":
    """Return the copy with the password that somebody chose and what seals it, as ``args`` ask.

    How hard the password is to guess is said. That it is not the name of who made the audit is
    seen to when the report is made, and only then is the file of the seal opened.

    Raises:
        PassphraseUnfitError: The password will not do.
        WrongUseError: There is neither a terminal to ask at nor a usable file.
    """
    return _with_seal(args, _with_password(args, copy, auditor, say))


def _with_password(
    args: argparse.Namespace, copy: "ReportCopy", auditor: str, say: Say
) -> "ReportCopy":
    if not args.encrypt:
        return copy
    chosen = new_password(auditor)
    say(passphrase_guidance(chosen, [auditor]).words)
    return replace(copy, password=chosen)


def _with_seal(args: argparse.Namespace, copy: "ReportCopy") -> "ReportCopy":
    if args.seal is None:
        return copy
    from auditapp.exports.orders import SealFile  # noqa: PLC0415 - loads pydantic

    secret = passphrase(_("Passphrase of the certificate: "), SEAL_VARIABLE)
    return replace(copy, seal=SealFile(args.seal, secret))
