# SPDX-License-Identifier: MPL-2.0
"""Put a finished PDF into the form that PDF/A asks for.

reportlab leaves out the line end before ``endstream`` (ISO 19005-2, 6.1.7.1) and the profile of the
colours (6.2.3), and makes one object of each element of the structure; packed together they take a
third of the room.
"""

from io import BytesIO
from typing import Any, Final

import pikepdf

from auditapp.report.pdf import colour_profile
from auditapp.report.pdf.metadata import Properties, xmp_packet

PACKED: Final[dict[str, Any]] = {
    "object_stream_mode": pikepdf.ObjectStreamMode.generate,
    "fix_metadata_version": False,  # it would read the metadata with lxml, and write it anew
}
"""How a file is saved."""


def finish(contents: bytes, about: Properties) -> bytes:
    """Return the file ``contents``, repaired and packed; the same file gives the same bytes."""
    with pikepdf.open(BytesIO(contents)) as pdf, BytesIO() as finished:
        _drop_what_is_empty(pdf)
        _add_output_intent(pdf)
        pdf.Root.Metadata = pdf.make_stream(
            xmp_packet(about), Type=pikepdf.Name.Metadata, Subtype=pikepdf.Name.XML
        )
        pdf.save(finished, deterministic_id=True, **PACKED)
        return finished.getvalue()


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
