# SPDX-License-Identifier: MPL-2.0
"""Say in a PDF what it is, and which standards it follows, as XMP (ISO 16684-1).

The same is said in the older dictionary of the file by `auditapp.report.file_parts`; PDF/A wants
both to agree. That the file follows PDF/UA is said in words that PDF/A does not know, so they are
declared beside it (ISO 19005-2, 6.6.2.3).
"""

import datetime as dt
from dataclasses import dataclass
from typing import Final
from xml.sax.saxutils import escape

PRODUCER: Final = "Case File Audit"

_PACKET: Final = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:format>application/pdf</dc:format>
{texts}<dc:identifier>sha256:{digest}</dc:identifier>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<xmp:CreatorTool>{producer}</xmp:CreatorTool>
<xmp:CreateDate>{date}</xmp:CreateDate>
<xmp:ModifyDate>{date}</xmp:ModifyDate>
<pdf:Producer>{producer}</pdf:Producer>
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
{archival}</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""

_TITLE = '<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{}</rdf:li></rdf:Alt></dc:title>\n'
_SUBJECT = (
    '<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{}</rdf:li></rdf:Alt></dc:description>\n'
)
_AUTHOR = "<dc:creator><rdf:Seq><rdf:li>{}</rdf:li></rdf:Seq></dc:creator>\n"

_ARCHIVAL: Final = """<rdf:Description rdf:about=""
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaid:part>2</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>The part of ISO 14289 that the file follows</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
"""


@dataclass(frozen=True, slots=True)
class Properties:
    """Describe a file: all texts admitted, on one line; ``created_at`` aware."""

    title: str
    author: str
    subject: str
    language: str
    content_hash: str
    created_at: dt.datetime


def xmp_packet(about: Properties) -> bytes:
    """Return what ``about`` says as a packet of XMP; an empty text is left out."""
    texts = (
        pattern.format(escape(text))
        for pattern, text in (
            (_TITLE, about.title),
            (_SUBJECT, about.subject),
            (_AUTHOR, about.author),
        )
        if text
    )
    packet = _PACKET.format(
        texts="".join(texts),
        digest=escape(about.content_hash),
        language=escape(about.language),
        producer=PRODUCER,
        date=about.created_at.astimezone(dt.UTC).isoformat(timespec="seconds"),
        archival=_ARCHIVAL,
    )
    return packet.encode("utf-8")


def without_archival_claim(packet: bytes) -> bytes:
    """Return a packet made here without the claim that the file follows PDF/A."""
    return packet.replace(_ARCHIVAL.encode("utf-8"), b"")
