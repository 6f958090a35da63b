# SPDX-License-Identifier: MPL-2.0
"""Find what would break the program, or mislead its readers, in a translation."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from babel.messages.catalog import Catalog, Message

_PLACES: Final = re.compile(r"\{[^{}]*\}")
_KEY: Final = re.compile(r"&(?=\w)")
_KEPT: Final = re.compile(r"<[^<>]+>|https?://[^\s)]+|\n|`[^`]*`|--[a-z-]+")
"""What has to be there as it is: tags, addresses, ends of lines, code and options."""


def faults_of(catalogue: Catalog) -> Iterator[str]:
    """Yield a sentence for each fault, with the text that it is in."""
    for message in catalogue:
        for english, words in _pairs(message):
            for fault in _faults(english, words):
                yield f"{english!r}: {fault}: {words!r}"


def _pairs(message: Message) -> Iterator[tuple[str, str]]:
    """Yield each translated form with the English one that it stands for."""
    if not message.id or not message.string:
        return
    if isinstance(message.id, tuple):
        one, many = message.id
        # The language may give a word for "one" that needs no number, as English does.
        for words in filter(None, message.string):
            yield (one if _places(words) == _places(one) else many), words
    else:
        yield str(message.id), str(message.string)


def _faults(english: str, words: str) -> Iterator[str]:
    if _places(english) != _places(words):
        yield "other places for values"
    if len(_KEY.findall(english)) != len(_KEY.findall(words)):
        yield "another number of key letters (&)"
    if Counter(_KEPT.findall(english)) != Counter(_KEPT.findall(words)):
        yield "tags, addresses, code or lines differ"
    if _edges(english) != _edges(words):
        yield "spaces at the ends differ"
    if english.endswith("…") != words.endswith("…"):
        yield "the dots at the end differ"
    if (english[-1:] in ".:?!") and english[-1:] != words[-1:]:
        yield "it ends in another sign"


def _places(text: str) -> Counter[str]:
    return Counter(_PLACES.findall(text))


def _edges(text: str) -> tuple[str, str]:
    return text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
