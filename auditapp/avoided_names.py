# SPDX-License-Identifier: MPL-2.0
"""Find names that must not appear: of children, parents and workers, as the auditor gave them.

A name is forgiven its letter case, its accents, the order of its words and a possessive ending. One
word of it that stands alone counts where it begins with a capital letter, so that "Will" is found
and "will" is not.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import Final

from auditapp.personal_data import Finding, PersonalKind, find_in_text, without_overlaps

_LETTERS: Final = r"(?:[^\W\d_][\u0300-\u036f]*)+"  # with accents that are characters of their own
_WORD: Final = re.compile(rf"{_LETTERS}(?:['’-]{_LETTERS})*")
_LETTER_OR_DIGIT: Final = re.compile(r"[^\W_]")
_POSSESSIVE: Final = re.compile(r"['’]s$", re.IGNORECASE)
_BETWEEN: Final = re.compile(r"[\s,.]{1,3}")
"""What may stand between the words of one name."""

_SHORTEST_ALONE: Final = 3
"""Letters of a word that is found alone: initials would be found everywhere."""


class PersonalFinder:
    """Find what running text gives away, the names to be avoided among it."""

    def __init__(self, names: Sequence[str] = ()) -> None:
        """Look for ``names`` beside what looks personal by itself."""
        split = (tuple(_plain(word.group()) for word in _WORD.finditer(name)) for name in names)
        self._names = {tuple(sorted(words)) for words in split if words}
        self._lengths = sorted({1, *map(len, self._names)}, reverse=True)
        self._words = {word for name in self._names for word in name}

    def find(self, text: str) -> list[Finding]:
        """Return what ``text`` gives away, in order."""
        return without_overlaps([*self._find_names(text), *find_in_text(text)])

    def _find_names(self, text: str) -> Iterator[Finding]:
        run: list[tuple[re.Match[str], str]] = []
        for match in _WORD.finditer(text) if self._words else ():
            word = self._known(match.group())
            if run and not (word and _BETWEEN.fullmatch(text, run[-1][0].end(), match.start())):
                yield from self._names_in(run)
                run = []
            if word is not None:
                run.append((match, word))
        yield from self._names_in(run)

    def _known(self, found: str) -> str | None:
        """Return the word of a name that ``found`` is, if it is one."""
        plain = _plain(found)
        if plain in self._words:
            return plain
        short = plain.removesuffix("s")
        return short if short in self._words else None

    def _names_in(self, run: list[tuple[re.Match[str], str]]) -> Iterator[Finding]:
        """Yield the names in a run of words that names are made of, the longest first."""
        place = 0
        while place < len(run):
            length = next((n for n in self._lengths if self._is_name(run[place : place + n], n)), 0)
            if length:
                first, last = run[place][0], run[place + length - 1][0]
                yield Finding(PersonalKind.AVOIDED_NAME, first.start(), last.end())
            place += length or 1

    def _is_name(self, part: list[tuple[re.Match[str], str]], length: int) -> bool:
        words = tuple(sorted(word for _match, word in part))
        if len(words) == length and words in self._names:
            return True
        match, word = part[0]
        return length == 1 and _stands_alone(match.group(), word)


def loose_pattern(code: str) -> str:
    """Return a regular expression for a code, whatever stands between its characters.

    It is empty where the code has no letter and no digit.
    """
    return r"[\W_]{0,3}".join(map(re.escape, _LETTER_OR_DIGIT.findall(code)))


def read_names(text: str) -> tuple[str, ...]:
    """Return the names in ``text``, one a line, each once."""
    return tuple(dict.fromkeys(filter(None, (line.strip() for line in text.splitlines()))))


def _stands_alone(found: str, word: str) -> bool:
    return len(word) >= _SHORTEST_ALONE and found[0].isupper()


def _plain(word: str) -> str:
    """Return a word without capitals, accents, apostrophes, hyphens and possessive."""
    word = _POSSESSIVE.sub("", word).casefold()
    if not word.isascii():
        split = unicodedata.normalize("NFKD", word)
        word = "".join(char for char in split if not unicodedata.combining(char))
    return re.sub("['’-]", "", word)
