# SPDX-License-Identifier: MPL-2.0
"""Encrypt a finished report, so that only who has the password can read it.

The cipher is AES-256 in the form of PDF 2.0 (revision 6 of ISO 32000-2, 7.6.4), which readers have
known since 2011. The copy can still be read aloud: it follows PDF/UA-1. It cannot follow PDF/A,
which forbids encryption (ISO 19005-2, 6.1.3), and no longer says so.
"""

from io import BytesIO

import pikepdf

from auditapp.report.pdf.finishing import PACKED
from auditapp.report.pdf.metadata import without_archival_claim
from auditapp.report_passwords import plain_form, require_fit_password


def encrypt(contents: bytes, password: str) -> bytes:
    """Return the report ``contents`` encrypted; other bytes each time.

    Who has the password may do everything with the copy: to forbid printing or copying would keep
    nobody from it, but a screen reader from reading.

    Raises:
        NotAllowedError: The password is too easily guessed, or too long for a PDF.
    """
    require_fit_password(password)
    # One password for both, because with an empty one for the owner it would open without any.
    secret = plain_form(password)
    everything = pikepdf.Permissions(modify_assembly=True)
    locks = pikepdf.Encryption(owner=secret, user=secret, R=6, allow=everything)
    with pikepdf.open(BytesIO(contents)) as pdf, BytesIO() as encrypted:
        metadata = pdf.Root.Metadata
        metadata.write(without_archival_claim(metadata.read_bytes()))
        pdf.save(encrypted, encryption=locks, **PACKED)
        return encrypted.getvalue()
