# SPDX-License-Identifier: MPL-2.0
"""Encrypt a finished report, so that only who has the password can read it.

The cipher is AES-256 in the form of PDF 2.0 (revision 6 of ISO 32000-2, 7.6.4), which readers have
known since 2011. The copy can still be read aloud: it follows PDF/UA-1. It cannot follow PDF/A,
which forbids encryption (ISO 19005-2, 6.1.3), and no longer says so.
"""

import unicodedata
from io import BytesIO
from typing import Final

import pikepdf

from auditapp.errors import NotAllowedError
from auditapp.i18n import _
from auditapp.passphrases import LEAST_LENGTH, passphrase_fault
from auditapp.report.finishing import PACKED
from auditapp.report.metadata import without_archival_claim

LONGEST_PASSWORD: Final = 127
"""Bytes in UTF-8; a reader drops what is behind them (ISO 32000-2, 7.6.4.3.2)."""


def encrypt(contents: bytes, password: str) -> bytes:
    """Return the report ``contents`` encrypted; other bytes each time.

    Who has the password may do everything with the copy: to forbid printing or copying would keep
    nobody from it, but a screen reader from reading.

    Raises:
        NotAllowedError: The password is too easily guessed, or too long for a PDF.
    """
    require_fit_password(password)
    # In the form in which every reader takes it (RFC 4013). One password for both, because with
    # an empty one for the owner the copy would open without any.
    secret = unicodedata.normalize("NFKC", password)
    everything = pikepdf.Permissions(modify_assembly=True)
    locks = pikepdf.Encryption(owner=secret, user=secret, R=6, allow=everything)
    with pikepdf.open(BytesIO(contents)) as pdf, BytesIO() as encrypted:
        metadata = pdf.Root.Metadata
        metadata.write(without_archival_claim(metadata.read_bytes()))
        pdf.save(encrypted, encryption=locks, **PACKED)
        return encrypted.getvalue()


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
    if len(unicodedata.normalize("NFKC", password).encode("utf-8")) > LONGEST_PASSWORD:
        raise NotAllowedError(
            _("The password is too long for a PDF."), _("Leave a few of its words out.")
        )
