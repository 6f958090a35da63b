# SPDX-License-Identifier: MPL-2.0
"""Test what a PDF says of itself as XMP."""

import datetime as dt
from dataclasses import replace
from xml.etree import ElementTree as ET

from auditapp.report.pdf.metadata import Properties, without_archival_claim, xmp_packet

ABOUT = Properties(
    title="A <b> & ]]> C",
    author="Siân & sons",
    subject="Report",
    language="en-GB",
    content_hash="0" * 64,
    created_at=dt.datetime(2026, 11, 14, 18, 12, tzinfo=dt.timezone(dt.timedelta(hours=1))),
)


def test_texts_stay_texts():
    """What looks like markup does not break the packet, and comes out as it was."""
    said = "".join(ET.fromstring(xmp_packet(ABOUT)).itertext())

    for text in ("A <b> & ]]> C", "Siân & sons", "2026-11-14T17:12:00+00:00"):
        assert text in said


def test_what_is_not_known_is_left_out():
    """An empty text has no entry, as it has none in the older dictionary."""
    packet = xmp_packet(replace(ABOUT, author="", subject=""))

    assert b"dc:title" in packet
    assert b"dc:creator" not in packet
    assert b"dc:description" not in packet


def test_the_claim_of_an_archive_can_be_taken_back():
    """What is left is well formed and claims PDF/UA alone."""
    packet = xmp_packet(ABOUT)
    left = without_archival_claim(packet)

    assert b"pdfaid:part" in packet
    assert b"pdfa/ns" not in left
    assert b"<pdfuaid:part>1</pdfuaid:part>" in left
    ET.fromstring(left)
