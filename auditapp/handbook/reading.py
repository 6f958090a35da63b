# SPDX-License-Identifier: MPL-2.0
"""Read the Markdown of a page of the guide into prose."""

from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from auditapp.errors import GuideUnreadableError
from auditapp.guide import slug
from auditapp.handbook.prose import (
    Aside,
    Code,
    Grid,
    Head,
    Line,
    Points,
    Prose,
    Said,
    Shot,
    Words,
    plain_text,
)
from auditapp.i18n import _

Find = Callable[[str], str]
"""Told where a link of a page leads, it returns that place in the book; nothing if it has none."""

_OUTSIDE = "://"


class PageReader:
    """Read one page of the guide; ``folder`` is where it lies, for its pictures."""

    def __init__(self, name: str, folder: Path, find: Find, place: Callable[[str], str]) -> None:
        """Take what finds the target of a link, and what makes the name of a place of an anchor."""
        self._name = name
        self._folder = folder
        self._find = find
        self._place = place
        self._readers: dict[str, Callable[[SyntaxTreeNode], Prose]] = {
            "heading": self._head,
            "paragraph": self._paragraph,
            "bullet_list": self._points,
            "ordered_list": self._points,
            "table": self._grid,
            "fence": lambda node: Code(node.content.rstrip("\n")),
            "code_block": lambda node: Code(node.content.rstrip("\n")),
            "blockquote": lambda node: Aside(self._several(node)),
        }

    def read(self, text: str) -> tuple[Line, Sequence[Prose]]:
        """Return the title of the page and what follows it.

        Raises:
            GuideUnreadableError: the page has no title, or something that a book has no place for.
        """
        markdown = MarkdownIt("commonmark", {"html": False}).enable("table")
        parts = self._several(SyntaxTreeNode(markdown.parse(text)))
        if not parts or not isinstance(parts[0], Head) or parts[0].depth:
            raise self._unreadable("title")
        return parts[0].line, parts[1:]

    def _several(self, node: SyntaxTreeNode) -> list[Prose]:
        return [self._readers.get(child.type, self._refuse)(child) for child in node.children]

    def _refuse(self, node: SyntaxTreeNode) -> Prose:
        raise self._unreadable(node.type)

    def _unreadable(self, kind: str) -> GuideUnreadableError:
        return GuideUnreadableError(
            _("The page {name} of the guide cannot be printed ({kind}).").format(
                name=self._name, kind=kind
            ),
            _("Ask whoever looks after this computer to install the program again."),
        )

    def _head(self, node: SyntaxTreeNode) -> Prose:
        line = self._line(node)
        return Head(int(node.tag[1:]) - 1, line, self._place(slug(plain_text(line))))

    def _paragraph(self, node: SyntaxTreeNode) -> Prose:
        inner = node.children[0].children
        if len(inner) == 1 and inner[0].type == "image":
            picture = inner[0]
            return Shot(self._folder / str(picture.attrs["src"]), picture.content)
        return Said(self._line(node))

    def _points(self, node: SyntaxTreeNode) -> Prose:
        start = int(node.attrs.get("start", 1)) if node.type == "ordered_list" else None
        return Points([self._several(item) for item in node.children], start)

    def _grid(self, node: SyntaxTreeNode) -> Prose:
        rows = [
            [self._line(cell) for cell in row.children]
            for row in chain.from_iterable(part.children for part in node.children)
        ]
        return Grid(rows[0], rows[1:])

    def _line(self, node: SyntaxTreeNode) -> Line:
        inner = node.children[0].children if node.children else []
        return tuple(chain.from_iterable(self._words(each, Words("")) for each in inner))

    def _words(self, node: SyntaxTreeNode, look: Words) -> Iterator[Words]:
        """Yield the words of an inline node, which looks like ``look`` and as it says itself."""
        strong = look.is_strong or node.type == "strong"
        slanted = look.is_slanted or node.type == "em"
        if node.type in ("text", "code_inline", "softbreak", "hardbreak"):
            text = node.content if node.type in ("text", "code_inline") else " "
            yield Words(text, strong, slanted, node.type == "code_inline", look.target)
        elif node.type in ("strong", "em", "link"):
            yield from self._inner(node, Words("", strong, slanted, False, look.target))
        else:
            raise self._unreadable(node.type)

    def _inner(self, node: SyntaxTreeNode, look: Words) -> Iterator[Words]:
        address = str(node.attrs["href"]) if node.type == "link" else ""
        target = self._find(address) if address else look.target
        held = Words("", look.is_strong, look.is_slanted, False, target)
        for child in node.children:
            yield from self._words(child, held)
        if _OUTSIDE in address:  # there is no way out of the book, but the address can be read
            yield Words(f" ({address})", look.is_strong, look.is_slanted)
