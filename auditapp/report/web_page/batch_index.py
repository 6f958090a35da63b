# SPDX-License-Identifier: MPL-2.0
"""Write the page that lists the reports in a folder. It leads to the files beside it only."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final
from urllib.parse import quote

from auditapp.fingerprints import grouped
from auditapp.i18n import _, language_tag, ngettext
from auditapp.judgement.day_words import day_words
from auditapp.report.blocks import Picture
from auditapp.report.web_page.cells import picture_markup
from auditapp.report.web_page.markup import NOTHING, Markup, line, said, tag
from auditapp.report.web_page.page import head_markup
from auditapp.report.web_page.story import foot_markup

MARK: Final = b'id="reports-of-case-file-audit"'
"""What tells such a page from one that somebody else has put into the folder."""


@dataclass(frozen=True, slots=True)
class IndexLine:
    """Hold what is said of one report.

    Args:
        reference: the case, or its code.
        team: the team, or its code.
        day: of the sign-off or, of a draft, of its last change.
        grade: the practice grade in words; empty where none was given.
        file: the name of the file beside the page.
        sha256: of that file, in hexadecimal.
    """

    reference: str
    team: str
    day: dt.date
    grade: str
    file: str
    sha256: str


@dataclass(frozen=True, slots=True)
class BatchIndex:
    """Hold what the page says.

    Args:
        title: which reports they are.
        marking: on the page as on each of them; may be empty.
        organisation: whose they are.
        accent: the colour of headings as ``#rrggbb``; the usual one when empty.
        logo: stands beside the title, as on the reports; there may be none.
        footer_note: the words of the layout at the foot; may be empty.
        made_with: a fingerprint of the settings and the layout that they were made with.
        lines: one for each file that is there.
        missing: of each report that is not there, a sentence that says why.
    """

    title: str
    marking: str
    organisation: str
    accent: str
    logo: Picture | None
    footer_note: str
    made_with: str
    lines: Sequence[IndexLine]
    missing: Sequence[str]


def index_page(index: BatchIndex) -> bytes:
    """Return the page, which is a file of its own without script and without outside links."""
    count = len(index.lines)
    words = ngettext("{count} report", "{count} reports", count).format(count=count)
    top = tag(
        "header",
        said("p", index.marking, class_="marking"),
        NOTHING if index.logo is None else picture_markup(index.logo, "logo"),
        said("p", index.organisation, class_="overline"),
        tag("h1", line(index.title), dir="auto"),
        said("p", words, class_="subtitle"),
    )
    parts = [_missing(index.missing), _table(index)] if index.missing else [_table(index)]
    made_with = index.made_with
    main = tag("main", *parts, id="reports-of-case-file-audit", data_made_with=made_with)
    head = head_markup(index.title, index.marking, index.organisation, index.accent)
    foot = tag(
        "footer",
        foot_markup(index.footer_note) if index.footer_note else NOTHING,
        said("p", index.marking, class_="marking"),
    )
    page = tag("html", head, tag("body", top, main, foot), lang=language_tag())
    return f"<!DOCTYPE html>\n{page}\n".encode()


def made_with_mark(made_with: str) -> bytes:
    """Return what stands in a page whose reports were made with that."""
    return f'data-made-with="{made_with}"'.encode()


def _missing(sentences: Sequence[str]) -> Markup:
    title = tag("p", tag("strong", line(_("Not all of them are here"))))
    items = (said("li", each) for each in sentences)
    return tag("div", title, tag("ul", *items), class_="callout warn")


def _table(index: BatchIndex) -> Markup:
    titles = [_("Case"), _("Team"), _("Date"), _("Grade"), _("File"), _("SHA-256 of the file")]
    heads = (tag("th", line(title), scope="col", role="columnheader") for title in titles)
    head = tag("thead", tag("tr", *heads, role="row"), role="rowgroup")
    rows = (_row(each, titles) for each in index.lines)
    body = tag("tbody", *rows, role="rowgroup")
    caption = tag("caption", line(_("The reports in this folder, the oldest first")))
    return tag("table", caption, head, body, role="table")


def _row(report: IndexLine, titles: Sequence[str]) -> Markup:
    case = said("th", report.reference, scope="row", role="rowheader", data_label=titles[0])
    link = tag("a", line(report.file), href=quote(report.file), dir="auto")
    cells = (
        said("p", report.team),
        said("p", day_words(report.day)),
        said("p", report.grade or _("none given")),
        link,
        said("p", grouped(report.sha256), class_="code digest"),
    )
    row = (
        tag("td", cell, role="cell", data_label=title)
        for cell, title in zip(cells, titles[1:], strict=True)
    )
    return tag("tr", case, *row, role="row")
