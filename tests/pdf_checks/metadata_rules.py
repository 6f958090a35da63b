# SPDX-License-Identifier: MPL-2.0
"""Check what a PDF says of itself, and its colours (ISO 19005-2, 6.2.3 and 6.6)."""

import datetime as dt
import re
import struct
from xml.etree import ElementTree as ET

import pikepdf

SPACES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
    "schema": "http://www.aiim.org/pdfa/ns/schema#",
    "property": "http://www.aiim.org/pdfa/ns/property#",
}
SAME = {
    "/Title": "dc:title",
    "/Author": "dc:creator",
    "/Subject": "dc:description",
    "/Creator": "xmp:CreatorTool",
    "/Producer": "pdf:Producer",
}
SAME_TIMES = {"/CreationDate": "xmp:CreateDate", "/ModDate": "xmp:ModifyDate"}


def metadata_faults(pdf, *, is_archival):
    """Yield what is wrong with the metadata and the output intent."""
    metadata = pdf.Root.get("/Metadata")
    if metadata is None or (is_archival and "/Filter" in metadata):
        yield "there is no metadata that can be read without unpacking it"
        return
    packet = ET.fromstring(metadata.read_bytes().decode("utf-8"))
    if _said(packet, "pdfuaid:part") != "1":
        yield "the file does not say that it follows PDF/UA-1"
    if not _said(packet, "dc:title"):
        yield "the file has no title"
    yield from _archival_faults(packet, is_archival=is_archival)
    yield from _disagreements(pdf, packet)
    yield from _intent_faults(pdf)


def _archival_faults(packet, *, is_archival):
    claim = _said(packet, "pdfaid:part") + _said(packet, "pdfaid:conformance")
    if claim != ("2A" if is_archival else ""):
        yield f"the file claims PDF/A {claim}"
    declared = {element.text for element in packet.iterfind(".//schema:namespaceURI", SPACES)}
    names = {element.text for element in packet.iterfind(".//property:name", SPACES)}
    if is_archival and (SPACES["pdfuaid"] not in declared or "part" not in names):
        yield "the words of PDF/UA are not declared"


def _disagreements(pdf, packet):
    """Yield what the metadata and the older dictionary say differently."""
    for name, path in SAME.items():
        if str(pdf.docinfo.get(name, "")) != _said(packet, path):
            yield f"{name} is not what {path} says"
    for name, path in SAME_TIMES.items():
        held = str(pdf.docinfo.get(name, ""))
        if not held or _time(held) != dt.datetime.fromisoformat(_said(packet, path)):
            yield f"{name} is not what {path} says"


def _intent_faults(pdf):
    intents = list(pdf.Root.get("/OutputIntents", []))
    if len(intents) != 1 or intents[0].get("/S") != pikepdf.Name.GTS_PDFA1:
        yield "there is not one output intent"
        return
    profile = intents[0].get("/DestOutputProfile")
    if not isinstance(profile, pikepdf.Stream) or int(profile.get("/N", 0)) != 3:
        yield "there is no profile of three colours"
        return
    contents = profile.read_bytes()
    size, kind, space = struct.unpack_from(">I8x4s4s", contents)
    if size != len(contents) or kind not in {b"mntr", b"prtr"} or space != b"RGB ":
        yield "the profile is none of RGB"
    elif contents[8] not in {2, 4} or contents[36:40] != b"acsp":
        yield "the profile is of a version that is not allowed"


def _said(packet, path):
    """Return the text of a property, of its first entry if it is a list."""
    element = packet.find(f".//{path}", SPACES)
    return "" if element is None else "".join(element.itertext()).strip()


def _time(text):
    year, month, day, hour, minute, second, sign, hours, minutes = re.fullmatch(
        r"D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)([+-])(\d\d)'(\d\d)'?", text
    ).groups()
    off = dt.timedelta(hours=int(hours), minutes=int(minutes))
    zone = dt.timezone(off if sign == "+" else -off)
    parts = map(int, (year, month, day, hour, minute, second))
    return dt.datetime(*parts, tzinfo=zone)
