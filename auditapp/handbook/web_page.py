# SPDX-License-Identifier: MPL-2.0
"""Write the handbook as a web page: one file with its pictures inside, and no way out of it.

It looks like the web pages of reports and keeps to what they keep to: WCAG 2.2 AA, no script, and
a content security policy that lets the browser fetch and run nothing.
"""

from base64 import b64encode
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from auditapp.handbook.book import LANGUAGE, SUBJECT, picture_missing
from auditapp.handbook.prose import (
    Aside,
    Book,
    Chapter,
    Code,
    Grid,
    Head,
    Line,
    Part,
    Points,
    Prose,
    Said,
    Shot,
    Words,
    plain_text,
)
from auditapp.report.pdf.metadata import PRODUCER
from auditapp.report.web_page.markup import Markup, join, line, tag, words
from auditapp.report.web_page.page import head_markup

_RULES: Final = """
main{max-width:46rem}
main h2{margin-top:3em;font-size:1.9rem}
main h3{margin-top:2.6em;padding-top:.6em;border-top:1px solid var(--rule);font-size:1.5rem}
main h4{margin-top:1.8em;font-size:1.15rem}
main h5{font-size:1rem}
main p,main li{line-height:1.6}
main li{margin:.25em 0}
main li>p{margin:.2em 0}
main img{display:block;max-width:100%;height:auto;margin:1em 0;border:1px solid var(--rule);
border-radius:.4rem}
code{font-family:ui-monospace,"Cascadia Mono",Menlo,Consolas,"DejaVu Sans Mono",monospace;
font-size:.9em;overflow-wrap:anywhere}
pre{background:var(--panel);padding:.75rem 1rem;border-radius:.4rem;white-space:pre-wrap}
nav p{margin-top:.75rem}
nav p:first-child{margin-top:0}
nav a,main a{text-underline-offset:.15em}
nav li{margin:.3rem 0}
@media print{
nav{display:block}
main{max-width:none}
main h2{break-before:page}
main img{max-height:11cm;width:auto}
pre,tr,img{break-inside:avoid}
a{color:inherit}
}
"""
"""What the handbook has beside the style sheet of reports."""

_TOP: Final = "handbook"
_CONTENTS: Final = "contents"


def render_html(book: Book) -> bytes:
    """Return the handbook as the contents of an HTML file.

    Raises:
        GuideMissingError: a picture is not there.
    """
    main = tag("main", *(_part(part) for part in book.parts), id=_TOP, tabindex="-1")
    skip = tag("a", line("Skip to the handbook"), href=f"#{_TOP}", class_="skip")
    foot = tag("footer", tag("p", line(f"{book.title}, version {book.version}"), class_="foot"))
    body = tag("body", skip, _header(book), _contents(book), main, foot)
    head = head_markup(f"{book.title}, version {book.version}", "", PRODUCER, more_rules=_RULES)
    return f"<!DOCTYPE html>\n{tag('html', head, body, lang=LANGUAGE)}\n".encode()


def _header(book: Book) -> Markup:
    about = tag("p", line(f"{SUBJECT}. Version {book.version}"), class_="subtitle")
    return tag("header", tag("h1", line(book.title)), about)


def _contents(book: Book) -> Markup:
    lists = (
        join(
            tag("p", _entry(part.opening)),
            tag("ul", *(tag("li", _entry(each)) for each in part.chapters)),
        )
        for part in book.parts
    )
    return tag("nav", *lists, aria_label="Contents", id=_CONTENTS)


def _entry(chapter: Chapter) -> Markup:
    return tag("a", line(plain_text(chapter.title)), href=f"#{chapter.place}")


def _part(part: Part) -> Markup:
    return tag(
        "section",
        *_chapter(part.opening, 2),
        *(tag("article", *_chapter(each, 3), aria_labelledby=each.place) for each in part.chapters),
        aria_labelledby=part.opening.place,
    )


def _chapter(chapter: Chapter, level: int) -> Iterator[Markup]:
    """Yield a page of the guide, its title a heading of ``level``."""
    yield tag(f"h{level}", _line(chapter.title), id=chapter.place)
    for part in chapter.parts:
        if isinstance(part, Head):
            yield tag(f"h{min(level + part.depth, 6)}", _line(part.line), id=part.place)
        else:
            yield _prose(part)


def _prose(part: Prose) -> Markup:
    """Return what stands below a heading."""
    match part:
        case Said() | Head():
            made = tag("p", _line(part.line))
        case Code():
            made = tag("pre", tag("code", words(part.text)))
        case Aside():
            made = tag("blockquote", *map(_prose, part.parts))
        case Points():
            made = _points(part)
        case Grid():
            made = _grid(part)
        case Shot():
            made = _picture(part)
    return made


def _points(points: Points) -> Markup:
    items = (tag("li", *_item(parts)) for parts in points.items)
    if points.start is None:
        return tag("ul", *items)
    return tag("ol", *items, start=str(points.start))


def _item(parts: Sequence[Prose]) -> Iterator[Markup]:
    """Yield what a point says; one paragraph alone needs no element of its own."""
    if len(parts) == 1 and isinstance(parts[0], Said):
        yield _line(parts[0].line)
    else:
        yield from map(_prose, parts)


def _grid(grid: Grid) -> Markup:
    """Return a table. On a small screen its cells stand below each other, each with its head."""
    heads = (tag("th", _line(each), scope="col", role="columnheader") for each in grid.heads)
    rows = (
        tag(
            "tr",
            *(
                tag("td", _line(cell), role="cell", data_label=plain_text(head))
                for head, cell in zip(grid.heads, row, strict=True)
            ),
            role="row",
        )
        for row in grid.rows
    )
    top = tag("thead", tag("tr", *heads, role="row"), role="rowgroup")
    return tag("table", top, tag("tbody", *rows, role="rowgroup"), role="table")


def _picture(shot: Shot) -> Markup:
    try:
        data = shot.path.read_bytes()
    except OSError as error:
        raise picture_missing(shot.path.name) from error
    # Its size stands in the first block of a PNG, so that the page does not jump (RFC 2083, 4.1.1).
    wide, high = (int.from_bytes(data[at : at + 4], "big") for at in (16, 20))
    source = f"data:image/png;base64,{b64encode(data).decode()}"
    return tag("img", src=source, alt=shot.words, width=str(wide), height=str(high))


def _line(text: Line) -> Markup:
    """Return a line, each link in it one element however its words look."""
    made = []
    for target, same in groupby(text, lambda said: said.target):
        inner = join(*map(_words, same))
        made.append(tag("a", inner, href=f"#{target}") if target else inner)
    return join(*made)


def _words(said: Words) -> Markup:
    """Return words in the elements of their looks."""
    made = words(said.text)
    for name, is_so in (
        ("code", said.is_code), ("em", said.is_slanted), ("strong", said.is_strong),
    ):  # fmt: skip
        made = tag(name, made) if is_so else made
    return made
