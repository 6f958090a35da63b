# SPDX-License-Identifier: MPL-2.0
"""Put a finished PDF into the form that PDF/A asks for, or encrypt it.

reportlab leaves out the line end before ``endstream`` (ISO 19005-2, 6.1.7.1) and the profile of the
colours (6.2.3), and writes one object for each element of the structure; packed together they
take a third of the room.
"""

import unicodedata
from io import BytesIO
from typing import Any, Final

import pikepdf

from auditapp.errors import ReportError
from auditapp.i18n import _
from auditapp.report import colour_profile

LONGEST_PASSWORD: Final = 127
"""Bytes in UTF-8; a reader drops what is behind them (ISO 32000-2, 7.6.4.3.2)."""


def finish(contents: bytes, password: str = "") -> bytes:
    """Return the file ``contents``, repaired and packed; the same file gives the same bytes.

    With a ``password`` it is encrypted with AES-256 (revision 6 of ISO 32000-2, 7.6.4), other bytes
    each time. Who has the password may do everything with it: to forbid printing or copying
    would not keep anybody from it, but a screen reader from reading.

    Raises:
        ReportError: The password is too long.
    """
    options: dict[str, Any] = {"deterministic_id": True}
    if password:
        # One password for both, because with an empty one for the owner it opens without any.
        secret = fitting_password(password)
        options = {"encryption": pikepdf.Encryption(owner=secret, user=secret, R=6)}
    with pikepdf.open(BytesIO(contents)) as pdf, BytesIO() as finished:
        _drop_what_is_empty(pdf)
        _add_output_intent(pdf)
        pdf.save(finished, object_stream_mode=pikepdf.ObjectStreamMode.generate, **options)
        return finished.getvalue()


def fitting_password(password: str) -> str:
    """Return ``password`` in the form in which every reader understands it (RFC 4013).

    Raises:
        ReportError: It is too long for a PDF.
    """
    fitting = unicodedata.normalize("NFKC", password)
    if len(fitting.encode("utf-8")) > LONGEST_PASSWORD:
        raise ReportError(
            _("The password is too long for a PDF."),
            _("Choose one of at most {count} letters.").format(count=LONGEST_PASSWORD // 4),
        )
    return fitting


def _drop_what_is_empty(pdf: pikepdf.Pdf) -> None:
    """Leave out what reportlab says of a file without knowing it; XMP leaves it out as well."""
    for name, value in list(pdf.docinfo.items()):
        if not str(value):
            del pdf.docinfo[name]
    for page in pdf.pages:
        del page.Trans


def _add_output_intent(pdf: pikepdf.Pdf) -> None:
    """Say that the colours are those of sRGB, and add its profile."""
    profile = pdf.make_stream(colour_profile.srgb_profile(), N=3)
    name = pikepdf.String(colour_profile.NAME)
    intent = pikepdf.Dictionary(
        Type=pikepdf.Name.OutputIntent,
        S=pikepdf.Name.GTS_PDFA1,
        OutputConditionIdentifier=name,
        Info=name,
        DestOutputProfile=profile,
    )
    pdf.Root.OutputIntents = pikepdf.Array([intent])
