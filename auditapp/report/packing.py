# SPDX-License-Identifier: MPL-2.0
"""Put the parts of an Office file together so that the same parts give the same bytes."""

import datetime as dt
import zipfile
from collections.abc import Iterable
from io import BytesIO
from typing import Final
from xml.sax.saxutils import escape

from auditapp.report.characters import cleaned_line
from auditapp.report.document import ReportDocument

CORE_PART: Final = "docProps/core.xml"
PROGRAM: Final = "Case File Audit"

_FIRST_DAY: Final = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a ZIP file can hold; the true one stands in the properties."""

_CORE: Final = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
    'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:dcterms="http://purl.org/dc/terms/" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
    "<dc:title>{title}</dc:title><dc:subject>{subject}</dc:subject>"
    "<dc:creator>{author}</dc:creator>"
    '<dcterms:created xsi:type="dcterms:W3CDTF">{at}</dcterms:created>'
    '<dcterms:modified xsi:type="dcterms:W3CDTF">{at}</dcterms:modified>'
    "<dc:language>{language}</dc:language></cp:coreProperties>"
)


def packed(parts: Iterable[tuple[str, bytes]]) -> bytes:
    """Return a ZIP file of ``parts``, each a name and its contents, in their order."""
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, contents in parts:
            about = zipfile.ZipInfo(name, _FIRST_DAY)
            about.compress_type = zipfile.ZIP_DEFLATED
            about.create_system = 0  # or else it would be that of the computer
            archive.writestr(about, contents)
    return target.getvalue()


def core_properties(document: ReportDocument) -> bytes:
    """Return the part that names the document, as ISO/IEC 29500-2, 11 describes it."""
    at = document.created_at.astimezone(dt.UTC)
    title = " ".join(filter(None, (document.title, document.reference)))
    subject = ", ".join(filter(None, (document.subtitle, document.marking)))
    texts = {"title": title, "subject": subject, "author": document.author}
    return _CORE.format(
        **{name: escape(cleaned_line(text)) for name, text in texts.items()},
        language=escape(document.language),
        at=f"{at:%Y-%m-%dT%H:%M:%SZ}",
    ).encode()
