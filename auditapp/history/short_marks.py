# SPDX-License-Identifier: MPL-2.0
"""Show of a long text that changed only what changed, with a few words around it."""

from collections.abc import Sequence
from typing import Final

from auditapp.checklist.revision.word_marks import MarkKind, WordMark, word_marks

AROUND: Final = 60
"""Characters that stay of an unchanged run, on each side of a change."""

LONGEST: Final = 400
"""Characters of one run that changed."""

MOST_COMPARED: Final = 6000
"""Characters of both texts together that are compared word by word: it takes the square of them."""

_DOTS: Final = " … "


def short_marks(old: str, new: str) -> tuple[WordMark, ...]:
    """Return what leads from ``old`` to ``new``, each run cut to what a reader of a list wants."""
    if not old or not new or len(old) + len(new) > MOST_COMPARED:
        marks = [WordMark(MarkKind.WENT, old), WordMark(MarkKind.CAME, new)]
        return tuple(_cut(mark, LONGEST) for mark in marks if mark.text)
    return tuple(_shortened(word_marks(old, new)))


def shortened(text: str, most: int = LONGEST) -> str:
    """Return a text cut at a word, with dots, where it is longer than ``most`` characters."""
    if len(text) <= most:
        return text
    return f"{text[:most].rsplit(None, 1)[0]} …"


def _shortened(marks: Sequence[WordMark]) -> list[WordMark]:
    last = len(marks) - 1
    return [
        _cut(mark, LONGEST) if mark.kind is not MarkKind.SAME else _around(mark, place, last)
        for place, mark in enumerate(marks)
    ]


def _around(mark: WordMark, place: int, last: int) -> WordMark:
    """Return an unchanged run without its middle, or at an end of the text without that end."""
    text = mark.text
    head = "" if place == 0 else text[:AROUND]
    tail = "" if place == last else text[-AROUND:]
    if len(head) + len(tail) + len(_DOTS) >= len(text):
        return mark
    return WordMark(mark.kind, f"{head}{_DOTS}{tail}".strip("\n"))


def _cut(mark: WordMark, most: int) -> WordMark:
    return WordMark(mark.kind, shortened(mark.text, most))
