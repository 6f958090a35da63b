# SPDX-License-Identifier: MPL-2.0
"""Let text into a web page: the one door for every word that is not ours.

What is `Markup` is ready to stand in a page. Only this module makes it of text, and only escaped,
so the type checker tells when a text would get into a page by another way.
"""

import re
from html import escape
from typing import Final, NewType

from auditapp.report.characters import cleaned, cleaned_line

Markup = NewType("Markup", str)

NOTHING: Final = Markup("")
BREAK: Final = Markup("<br>")

_LONG_WORD: Final = re.compile(r"\S{24}")
_VOID: Final = frozenset({"br", "img", "meta", "rect"})
"""Elements that have no contents, those of pictures among them."""


def words(text: str) -> Markup:
    """Return ``text`` as contents of an element; its line breaks are kept."""
    return Markup(escape(cleaned(text), quote=False).replace("\n", BREAK))


def line(text: str) -> Markup:
    """Return ``text`` on one line as contents of an element."""
    return Markup(escape(cleaned_line(text), quote=False))


def join(*parts: Markup) -> Markup:
    """Return ``parts`` one after the other."""
    return Markup("".join(parts))


def tag(name: str, /, *contents: Markup, **attributes: str) -> Markup:
    """Return an element.

    Args:
        name: what the element is called.
        contents: what is in it.
        attributes: by name, with an underscore for each hyphen and one behind what Python keeps for
            itself, as in ``class_``; one with an empty value is left out.
    """
    pairs = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(cleaned_line(value))}"'
        for key, value in attributes.items()
        if value
    )
    if name in _VOID:
        return Markup(f"<{name}{pairs}>" if name != "rect" else f"<{name}{pairs}/>")
    return Markup(f"<{name}{pairs}>{''.join(contents)}</{name}>")


def said(name: str, text: str, *, class_: str = "", **attributes: str) -> Markup:
    """Return an element that holds ``text``, whose direction follows its first letter.

    A text with a very long word may be broken anywhere, so that it widens no page and no table.
    """
    return tag(name, words(text), dir="auto", class_=look_of(text, class_), **attributes)


def look_of(text: str, class_: str = "") -> str:
    """Return the classes of an element that holds ``text``, and is of ``class_``."""
    return f"{class_} unbroken".lstrip() if _LONG_WORD.search(text) else class_


def css_string(text: str) -> str:
    """Return ``text`` as a string of a style sheet, every character of it escaped by its number.

    So nothing in it can end the string, the rule or the element (CSS Syntax Level 3, 4.3.7).
    """
    return '"' + "".join(f"\\{ord(char):06x}" for char in cleaned_line(text)) + '"'
