# SPDX-License-Identifier: MPL-2.0
"""Say what it means that a text is found: it holds each of some words, however they were typed."""

from collections.abc import Iterable, Sequence
from unicodedata import combining, normalize

_APOSTROPHES = dict.fromkeys(map(ord, "\u2018\u2019\u02bc\u00b4"), "'")


def searched(texts: Iterable[str]) -> str:
    """Return texts in the form in which they are searched.

    Capitals are small, letters have no accents, and an apostrophe is that of a typewriter: a
    keyboard has few of the others, and a program for writing letters puts them in unasked.
    """
    return _plain("\n".join(texts))


def search_words(text: str) -> Sequence[str]:
    """Return the words that somebody looks for, in the same form."""
    return _plain(text).split()


def holds(text: str, words: Iterable[str]) -> bool:
    """Return whether each of some words is in a text; both as the functions above give them."""
    return all(word in text for word in words)


def _plain(text: str) -> str:
    low = text.casefold().replace("`", "'")
    if low.isascii():
        return low
    letters = normalize("NFKD", low.translate(_APOSTROPHES))
    return "".join(letter for letter in letters if not combining(letter))
