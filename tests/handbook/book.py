# SPDX-License-Identifier: MPL-2.0
"""Bind the guides into one page of HTML: pictures inside, no script, no link that leads outside.

Pages are taken in the order of the lists that lead to them: the auditor's by the index that the
program's Help has too, those of authors and administrators by the links of their own pages.
"""

import base64
import posixpath
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token

import auditapp
from auditapp.guide import Guide, plain, slug

PARTS = (
    ("The auditor’s guide", "guide.md"),
    ("The authors’ guide", "authors.md"),
    ("The administrators’ guide", "administrators.md"),
)
LEFT_OUT = ("coverage.md",)
"""Pages that are long lists for looking things up, and made by a command of their own."""

STYLE = Path(__file__).with_name("book.css")
_PAGE = re.compile(r"\]\(([\w./-]+\.md)")


@dataclass(frozen=True, slots=True)
class Part:
    """Hold a guide: its title, and the names of its pages below ``docs/``."""

    title: str
    pages: Sequence[str]


def parts(guide: Guide) -> Sequence[Part]:
    """Return the guides, each page in the first that leads to it."""
    made: list[Part] = []
    known: set[str] = {first for _title, first in PARTS}
    for title, first in PARTS:
        listed = [name for name in _PAGE.findall(guide.read(first)) if name not in LEFT_OUT]
        pages = [first, *(name for name in dict.fromkeys(listed) if name not in known)]
        known |= set(pages)
        made.append(Part(title, pages))
    return made


def bind(guide: Guide, *, font_folder: Path | None = None) -> str:
    """Return the whole book as HTML; ``font_folder`` is named in it for the PDF only."""
    book = parts(guide)
    names = {name for part in book for name in part.pages}
    title = f"Case File Audit {auditapp.__version__}: handbook"
    body = "".join(_part(guide, part, names) for part in book)
    style = STYLE.read_text("utf-8") + (_faces(font_folder) if font_folder else "")
    return (
        f'<!DOCTYPE html>\n<html lang="en-GB"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(title)}</title><style>{style}</style></head><body>"
        f"<header><p>{escape(title)}</p></header>{_contents(guide, book)}"
        f"<main>{body}</main></body></html>\n"
    )


def _contents(guide: Guide, book: Sequence[Part]) -> str:
    lists = "".join(
        f"<li><p>{escape(part.title)}</p><ul>"
        + "".join(
            f'<li><a href="#{_id(name)}">{escape(_title(guide, name))}</a></li>'
            for name in part.pages
        )
        + "</ul></li>"
        for part in book
    )
    return f'<nav aria-label="Contents"><ul>{lists}</ul></nav>'


def _part(guide: Guide, part: Part, names: set[str]) -> str:
    pages = "".join(
        f"<article>{_Page(guide, name, names).render()}</article>" for name in part.pages
    )
    return f"<section><h1>{escape(part.title)}</h1>{pages}</section>"


def _title(guide: Guide, name: str) -> str:
    return plain(guide.read(name).partition("\n")[0].lstrip("# "))


def _id(page: str, anchor: str = "") -> str:
    """Return the id of a place: anchors are those of a page, and a book has many pages."""
    name = page.removesuffix(".md").replace("/", "-")
    return f"{name}--{anchor}" if anchor else name


def _faces(folder: Path) -> str:
    return "".join(
        f'@font-face {{ font-family: "Audit Inter"; font-weight: {weight};'
        f' src: url("{(folder / name).as_uri()}"); }}\n'
        for name, weight in (("AuditInter-Regular.ttf", 400), ("AuditInter-SemiBold.ttf", 600))
    )


class _Page:
    """One page of Markdown, with links and pictures as the book needs them."""

    def __init__(self, guide: Guide, name: str, names: set[str]) -> None:
        self._guide = guide
        self._name = name
        self._names = names
        self._markdown = MarkdownIt("commonmark", {"html": False}).enable("table")

    def render(self) -> str:
        """Return the HTML of the page."""
        tokens = self._markdown.parse(self._guide.read(self._name))
        for place, token in enumerate(tokens):
            if token.type in ("heading_open", "heading_close"):
                token.tag = f"h{min(int(token.tag[1]) + 1, 6)}"
            if token.type == "heading_open":
                self._name_heading(token, tokens[place + 1].content)
            if token.type == "th_open":
                token.attrs["scope"] = "col"
            if token.children:
                token.children = list(self._inline(token.children))
        return self._markdown.renderer.render(tokens, self._markdown.options, {})

    def _name_heading(self, token: Token, words: str) -> None:
        is_title = token.tag == "h2"
        token.attrs["id"] = _id(self._name) if is_title else _id(self._name, slug(words))

    def _inline(self, tokens: Sequence[Token]) -> Iterator[Token]:
        outside = ""
        for token in tokens:
            if token.type == "image":
                token.attrs["src"] = self._picture(str(token.attrs["src"]))
            if token.type == "link_open":
                href = str(token.attrs["href"])
                target = self._target(href)
                outside = "" if target else href
                if outside:
                    continue
                token.attrs["href"] = target
            if token.type == "link_close" and outside:
                if "://" in outside:
                    yield _text(f" ({outside})")
                outside = ""
                continue
            yield token

    def _target(self, href: str) -> str:
        """Return where in the book a link leads; empty for what is not in it."""
        path, _hash, anchor = href.partition("#")
        folder = posixpath.dirname(self._name)
        name = posixpath.normpath(posixpath.join(folder, path)) if path else self._name
        return f"#{_id(name, anchor)}" if name in self._names else ""

    def _picture(self, source: str) -> str:
        path = (self._guide.folder / self._name).parent / source
        return f"data:image/png;base64,{base64.b64encode(path.read_bytes()).decode()}"


def _text(words: str) -> Token:
    return Token("text", "", 0, content=words)
