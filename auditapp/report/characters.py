# SPDX-License-Identifier: MPL-2.0
"""Take out of a text what could hide, reorder or break it, whatever medium it goes to.

Line ends become one form, tabs become spaces, invisible characters that could reorder or hide text
are dropped, and what is broken becomes U+FFFD. What is left may stand in XML and in HTML, where
it has to be escaped all the same. `gate` lets still less through: what the fonts of the PDF show.
"""

import re
import unicodedata
from typing import Final

BROKEN: Final = "\ufffd"
TAB: Final = " " * 4

_LINE_END: Final = re.compile("\r\n|[\r\v\f\x1c\x1d\x1e\x85\u2028\u2029]")
_INVISIBLE: Final = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200d-\u200f\u202a-\u202e"
    "\u2060-\u206f\ufe00-\ufe0f\ufeff\U0001f3fb-\U0001f3ff\U000e0000-\U000e0fff]"
)
_UNREADABLE: Final = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_ARABIC: Final = re.compile(
    "[\u200c\u0600-\u06ff\u0750-\u077f\u0870-\u08ff\ufb50-\ufdff\ufe70-\ufefc]"
)
_ARABIC_DIGIT: Final = re.compile("[\u0660-\u0669\u06f0-\u06f9]")
_STRAY_JOINER: Final = re.compile("(?<![\u0600-\u06ff\u0750-\u077f\u0870-\u08ff])\u200c")


def cleaned(text: str) -> str:
    """Return ``text`` with every line break as a newline, and nothing unseen or broken in it."""
    if text.isascii() and text.isprintable():
        return text
    text = unicodedata.normalize("NFC", _LINE_END.sub("\n", text))
    text = _INVISIBLE.sub("", text.replace("\t", TAB))
    return _UNREADABLE.sub(BROKEN, _STRAY_JOINER.sub("", text))


def cleaned_line(text: str) -> str:
    """Return ``text`` cleaned and on one line, as titles need it."""
    return cleaned(text).replace("\n", " ").strip()


def is_arabic(text: str) -> bool:
    """Tell whether ``text`` holds a character of the Arabic script."""
    return not text.isascii() and _ARABIC.search(text) is not None


def is_digit(char: str) -> bool:
    """Tell whether ``char`` is a digit, which runs from left to right even in Arabic script."""
    return char in "0123456789" or _ARABIC_DIGIT.match(char) is not None
