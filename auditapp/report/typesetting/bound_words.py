# SPDX-License-Identifier: MPL-2.0
"""Tell which words belong on one line: those of a date, and a time with the word before it."""

import re
from collections.abc import Sequence

from auditapp.judgement.day_words import month_names

MOST_BOUND = 5
"""Words that may be bound to one: day, month and year, a word such as "at", and one to spare."""

_DAY = re.compile(r"\W*\d{1,2}")
_YEAR = re.compile(r"[12]\d{3}\W*")
_TIME = re.compile(r"\d{1,2}:\d{2}\W*")


def bound_before(words: Sequence[str], word: str) -> int:
    """Count how many of the words at the end of a line belong on one line with ``word``."""
    count = 0
    while count < len(words) and is_bound(words[-1 - count], word):
        word = words[-1 - count]
        count += 1
    return count


def is_bound(before: str, word: str) -> bool:
    """Tell whether no line should end between two words that follow each other."""
    if _TIME.fullmatch(word):
        return True
    if _DAY.fullmatch(before):
        return _is_month(word)
    return _YEAR.fullmatch(word) is not None and _is_month(before)


def _is_month(word: str) -> bool:
    return word.strip(".,;:()") in month_names()
