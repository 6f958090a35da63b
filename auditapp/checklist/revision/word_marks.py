# SPDX-License-Identifier: MPL-2.0
"""Mark, word by word, what was taken out of a text and what was put in."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

_WORD = re.compile(r"\s+|[^\s\w]|\w+")


class MarkKind(StrEnum):
    """Say what happened to a run of words."""

    SAME = "same"
    WENT = "went"
    CAME = "came"


@dataclass(frozen=True, slots=True)
class WordMark:
    """Hold a run of words with the spaces between them, and what happened to it."""

    kind: MarkKind
    text: str


def word_marks(old: str, new: str) -> tuple[WordMark, ...]:
    """Return the runs that lead from ``old`` to ``new``, in reading order.

    The runs that stayed and went spell ``old``; those that stayed and came spell ``new``.
    """
    return _marks(_WORD.findall(old), _WORD.findall(new), "")


def whole_word_marks(old: str, new: str) -> tuple[WordMark, ...]:
    """Return runs of whole words, without the spaces between one run and the next.

    What stands between two spaces is one word, so that a run can begin and end a line.
    """
    return _marks(old.split(), new.split(), " ")


def likeness(old: str, new: str) -> float:
    """Return how much of two texts is the same, from 0 to 1, counted in words."""
    before, after = old.casefold().split(), new.casefold().split()
    return SequenceMatcher(None, before, after, autojunk=False).ratio()


def _marks(before: list[str], after: list[str], between: str) -> tuple[WordMark, ...]:
    marks = []
    for tag, i, j, k, m in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            marks.append(WordMark(MarkKind.SAME, between.join(before[i:j])))
            continue
        if i < j:
            marks.append(WordMark(MarkKind.WENT, between.join(before[i:j])))
        if k < m:
            marks.append(WordMark(MarkKind.CAME, between.join(after[k:m])))
    return tuple(marks)
