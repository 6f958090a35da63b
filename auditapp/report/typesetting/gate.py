# SPDX-License-Identifier: MPL-2.0
"""Let text into a PDF: the one door for every word that somebody typed.

Behind this door a text holds only characters that a font of the reports can show, and line breaks.
It is never treated as markup: the writers set characters, so ``<b>`` stays ``<b>``.

What is changed on the way in is what `characters` says, and a character that no font has is named
in brackets, as in ``[thumbs up sign]``.
"""

import unicodedata
from functools import cache

from auditapp.report.characters import cleaned, is_arabic
from auditapp.report.typesetting.fonts import Script, Weight, code_coverage, coverage


def admit(text: str) -> str:
    """Return ``text`` with nothing left in it that a report cannot show."""
    if text.isascii() and text.isprintable():
        return text
    text = cleaned(text)
    if _showable().issuperset(text):
        return text
    return "".join(char if char in _showable() else _in_words(char) for char in text)


def admit_line(text: str) -> str:
    """Return ``text`` admitted and on one line, as titles and bookmarks need it."""
    return admit(text).replace("\n", " ").strip()


def script_of(char: str, weight: Weight = Weight.REGULAR) -> Script:
    """Return the font that shows ``char``, an admitted character."""
    if is_arabic(char) and char in coverage(Script.ARABIC):
        return Script.ARABIC
    known = code_coverage() if weight is Weight.CODE else coverage(Script.MAIN)
    return Script.MAIN if char in known else Script.SYMBOLS


@cache
def _showable() -> frozenset[str]:
    """Return every character that one of the fonts shows, and the line break."""
    return frozenset("\n").union(*(coverage(script) for script in Script))


def _in_words(char: str) -> str:
    name = unicodedata.name(char, "").lower()
    return f"[{name or f'character U+{ord(char):04X}'}]"
