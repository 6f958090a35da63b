# SPDX-License-Identifier: MPL-2.0
"""Protect a finished report with a password and a seal, as it was asked for."""

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditapp.errors import NotAllowedError
from auditapp.exports.orders import ReportCopy
from auditapp.i18n import _
from auditapp.model.report_format import ReportFormat
from auditapp.report_passwords import require_fit_password

if TYPE_CHECKING:  # loads cryptography
    from auditapp.report.pdf.seal import Seal


@dataclass(frozen=True, slots=True)
class Protection:
    """Hold what a report is protected with; make one with `protection_of`."""

    copy: ReportCopy
    seal: "Seal | None" = None

    def protected(self, contents: bytes) -> bytes:
        """Return the report ``contents``, encrypted if that was asked for, then sealed.

        Raises:
            SignatureError: The certificate does not seal it.
        """
        if self.copy.password:
            from auditapp.report.pdf.encryption import encrypt  # noqa: PLC0415 - loads pikepdf

            contents = encrypt(contents, self.copy.password)
        if self.seal:
            from auditapp.report.pdf.seal import apply_seal  # noqa: PLC0415 - loads cryptography

            contents = apply_seal(contents, self.seal, self.copy.password)
        return contents

    @property
    def words(self) -> str:
        """Return what the record of the export says of it."""
        words = _(", encrypted") if self.copy.password else ""
        if self.seal:
            words += _(", sealed by {name}").format(name=self.seal.name)
        return words


def protection_of(copy: ReportCopy, name: str, now: dt.datetime) -> Protection:
    """Return what protects a copy. Whatever will not do is refused before a report is made.

    Args:
        copy: as what the report goes out.
        name: the person's own, which may not be in the password.
        now: when that is.

    Raises:
        NotAllowedError: The password will not do, or there is none for this kind of file, nor seal.
        SignatureError: Nothing can be sealed with that certificate, or not on this computer.
    """
    if copy.password:
        if copy.format is not ReportFormat.PDF:
            raise NotAllowedError(
                _("Only a PDF can be encrypted."), _("Save it as PDF, or without a password.")
            )
        require_fit_password(copy.password, name)
    if copy.seal is None:
        return Protection(copy)
    if copy.format is not ReportFormat.PDF:
        raise NotAllowedError(
            _("Only a PDF can be sealed."), _("Save it as PDF, or without the seal.")
        )
    from auditapp.report.pdf.seal import open_seal  # noqa: PLC0415 - loads cryptography

    return Protection(copy, open_seal(copy.seal.path, copy.seal.passphrase, now))
