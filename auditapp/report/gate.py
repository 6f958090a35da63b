# SPDX-License-Identifier: MPL-2.0
"""Let text into a report: the one door for every word that somebody typed.

Behind this door a text holds only characters that a font of the reports can show, and line breaks.
It is never treated as markup: the writers set characters, so ``<b>`` stays ``<b>``.

What is changed on the way in: line ends become one form, tabs become spaces, invisible characters
that could reorder or hide text are dropped, what is broken becomes U+FFFD, and a character that no
font has is named in brackets, as in ``[thumbs up sign]``.
"""

import re
import unicodedata
from functools import cache

from auditapp.report.fonts import Script, coverage

BROKEN = "\ufffd"
TAB = " " * 4

_LINE_END = re.compile("\r\n|[\r\v\f\x1c\x1d\x1e\x85\u2028\u2029]")
_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200d-\u200f\u202a-\u202e"
    "\u2060-\u206f\ufe00-\ufe0f\ufeff\U0001f3fb-\U0001f3ff\U000e0000-\U000e0fff]"
)
_UNREADABLE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_ARABIC = re.compile("[\u200c\u0600-\u06ff\u0750-\u077f\u0870-\u08ff\ufb50-\ufdff\ufe70-\ufefc]")
_STRAY_JOINER = re.compile("(?<![\u0600-\u06ff\u0750-\u077f\u0870-\u08ff])\u200c")
_ARABIC_DIGIT = re.compile("[\u0660-\u0669\u06f0-\u06f9]")


def admit(text: str) -> str:
    """Return ``text`` with nothing left in it that a report cannot show."""
    if text.isascii() and text.isprintable():
        return text
    text = unicodedata.normalize("NFC", _LINE_END.sub("\n", text))
    text = _INVISIBLE.sub("", text.replace("\t", TAB))
    text = _UNREADABLE.sub(BROKEN, _STRAY_JOINER.sub("", text))
    if _showable().issuperset(text):
        return text
    return "".join(char if char in _showable() else _in_words(char) for char in text)


def admit_line(text: str) -> str:
    """Return ``text`` admitted and on one line, as titles and bookmarks need it."""
    return admit(text).replace("\n", " ").strip()


def script_of(char: str) -> Script:
    """Return the font that shows ``char``, an admitted character."""
    if is_arabic(char) and char in coverage(Script.ARABIC):
        return Script.ARABIC
    return Script.MAIN if char in coverage(Script.MAIN) else Script.SYMBOLS


def is_arabic(text: str) -> bool:
    """Tell whether ``text`` holds a character of the Arabic script."""
    return not text.isascii() and _ARABIC.search(text) is not None


def is_digit(char: str) -> bool:
    """Tell whether ``char`` is a digit, which runs from left to right even in Arabic script."""
    return char in "0123456789" or _ARABIC_DIGIT.match(char) is not None


@cache
def _showable() -> frozenset[str]:
    """Return every character that one of the fonts shows, and the line break."""
    return frozenset("\n").union(*(coverage(script) for script in Script))


def _in_words(char: str) -> str:
    name = unicodedata.name(char, "").lower()
    return f"[{name or f'character U+{ord(char):04X}'}]"
