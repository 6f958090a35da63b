# SPDX-License-Identifier: MPL-2.0
"""Hold a report as a whole: what it is about, what stands on every page, and its blocks."""

import datetime as dt
from dataclasses import dataclass

from auditapp.report.blocks import Block, Picture


@dataclass(frozen=True, slots=True)
class ReportDocument:
    """Hold a whole report.

    Args:
        title: the largest words on the first page.
        subtitle: one line under the title.
        marking: the protective marking, shown at the top and the bottom of every page.
        language: a BCP 47 tag, such as ``en-GB``.
        reference: what the report is about; with the title it names the file's window.
        running_title: left in the header of every page but the first.
        running_right: right in the same header.
        footer_left: left in the footer of every page.
        blocks: the contents, in reading order.
        content_hash: SHA-256, in hexadecimal, of what the report was made from.
        created_at: the time the report speaks of (aware); the same time gives the same bytes.
        author: the person or body that answers for the report.
        overline: one small line over the title; none when empty.
        logo: stands beside the title.
        accent: the colour of headings as ``#rrggbb``; the usual one when empty.
        footer_note: left in the second line of the footer of every page.
    """

    title: str
    subtitle: str
    marking: str
    language: str
    reference: str
    running_title: str
    running_right: str
    footer_left: str
    blocks: tuple[Block, ...]
    content_hash: str
    created_at: dt.datetime
    author: str
    overline: str = ""
    logo: Picture | None = None
    accent: str = ""
    footer_note: str = ""
