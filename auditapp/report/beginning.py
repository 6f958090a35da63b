# SPDX-License-Identifier: MPL-2.0
"""Cut the beginning off a text that is too long for the one page it should stand on.

Lines are estimated, because what a report says is settled before any of it is laid out.
"""

from collections.abc import Iterator
from typing import Final

_LINE: Final = 95
"""Small letters on a line across the page; measured, a line of English has 100 to 105."""

_CAPITAL: Final = 1.4
"""How much wider a capital letter is than a small one, on average."""

_CUT: Final = " …"


def lines_of(text: str) -> int:
    """Return how many lines a text takes, rather too many than too few."""
    return sum(1 for _piece in _pieces(text))


def beginning_of(text: str, lines: int) -> str:
    """Return as much of a text as ``lines`` hold, to the end of a word where there is one."""
    kept = "".join(piece for _place, piece in zip(range(lines), _pieces(text), strict=False))
    return text if kept == text else kept.rstrip() + _CUT


def _pieces(text: str) -> Iterator[str]:
    """Yield a text line by line; all of them together are the text."""
    for paragraph in text.splitlines(keepends=True):
        rest = paragraph
        while rest:
            length = _fitting(rest)
            yield rest[:length]
            rest = rest[length:]


def _fitting(text: str) -> int:
    """Return how many characters of a text the first line holds, at least one."""
    width, last_space = 0.0, 0
    for place, char in enumerate(text):
        width += _CAPITAL if char.isupper() else 1
        if width > _LINE and not char.isspace():
            return last_space or max(place, 1)
        if char.isspace():
            last_space = place + 1
    return len(text)
