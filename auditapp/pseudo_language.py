# SPDX-License-Identifier: MPL-2.0
"""A language that is none, to see whether the window stands longer words: ``pseudo``.

Each text becomes longer by two fifths, which is more than Welsh does, and is put between brackets:
what has none was never given to the translation, and what lacks its end is clipped.
"""

import gettext
import re
from typing import Final

GROWTH: Final = 0.4
"""How much longer a text becomes, as a share of its letters."""

_ACCENTED: Final = str.maketrans("aeiouyAEIOUYnNcC", "âêîôûŷÂÊÎÔÛŶñÑçÇ")
_KEPT: Final = re.compile(r"(\{[^{}]*\}|\{\{|\}\}|&\w|<[^<>]*>|https?://\S+)")
"""What programs read in a text: places for values, the letter of a key, tags and addresses."""


class PseudoTranslations(gettext.NullTranslations):
    """Translate anything at once."""

    def gettext(self, message: str) -> str:
        """Return ``message`` longer, and accented."""
        return lengthened(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """Return the form for ``n`` things, longer, and accented."""
        return lengthened(msgid1 if n == 1 else msgid2)


def lengthened(text: str) -> str:
    """Return ``text`` longer by ``GROWTH``, with accents, and in brackets; empty stays empty."""
    if not text.strip():
        return text
    parts = _KEPT.split(text)
    words = "".join(
        part if place % 2 else part.translate(_ACCENTED) for place, part in enumerate(parts)
    )
    letters = sum(len(part) for part in parts[::2])
    more = "~" * max(1, round(GROWTH * letters) - 2)
    # In words of the length that words have, so that a line can break as it would.
    spread = " ".join(more[start : start + 7] for start in range(0, len(more), 7))
    return f"[{words}{spread}]"
