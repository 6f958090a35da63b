# SPDX-License-Identifier: MPL-2.0
"""Say whether the password of a report will do, before a report is made for it."""

import unicodedata
from typing import Final

from auditapp.errors import NotAllowedError
from auditapp.i18n import _
from auditapp.passphrases import LEAST_LENGTH, passphrase_fault

LONGEST_PASSWORD: Final = 127
"""Bytes in UTF-8; a reader drops what is behind them (ISO 32000-2, 7.6.4.3.2)."""


def plain_form(password: str) -> str:
    """Return a password in the form in which every reader of PDFs takes it (RFC 4013)."""
    return unicodedata.normalize("NFKC", password)


def require_fit_password(password: str, name: str = "") -> None:
    """Refuse a password that will not do; ``name`` is the person's own.

    Raises:
        NotAllowedError: It is too easily guessed, or too long for a PDF.
    """
    fault = passphrase_fault(password, name)
    if fault is not None:
        raise NotAllowedError(
            _("This password will not do. {fault}").format(fault=fault),
            _("Choose one of at least {count} characters; four unrelated words do well.").format(
                count=LEAST_LENGTH
            ),
        )
    if len(plain_form(password).encode("utf-8")) > LONGEST_PASSWORD:
        raise NotAllowedError(
            _("The password is too long for a PDF."), _("Leave a few of its words out.")
        )
