# SPDX-License-Identifier: MPL-2.0
"""Give texts numbers, so that thousands of rows can name them in a few bytes."""

from collections.abc import Callable, Iterable


class Numbering:
    """Number texts from 0 as they come; those that are the same in plain share a number.

    Args:
        plain: returns a text as it is compared.
    """

    def __init__(self, plain: Callable[[str], str] = str) -> None:
        self._plain = plain
        self._numbers: dict[str, int] = {}
        self._known: dict[str, int] = {}
        self._names: list[str] = []

    def number(self, text: str) -> int:
        """Return the number of a text, which goes by this spelling from now on."""
        number = self._known.get(text)
        if number is None:
            number = self._numbers.setdefault(self._plain(text), len(self._numbers))
            self._known[text] = number
            if number == len(self._names):
                self._names.append(text)
        self._names[number] = text
        return number

    def name(self, number: int) -> str:
        """Return the text of a number, in its last spelling."""
        return self._names[number]

    def numbers_of(self, texts: Iterable[str]) -> list[int]:
        """Return the numbers of those texts that have one."""
        found = (self._numbers.get(self._plain(text)) for text in texts)
        return [number for number in found if number is not None]

    def names(self) -> list[str]:
        """Return every text, in the order of the numbers."""
        return list(self._names)
