# SPDX-License-Identifier: MPL-2.0
"""Hear what a program announces and where it puts the keyboard, as a screen reader does."""

from typing import Final

from looking import Atspi, LostError, Node, wait_for

_ANNOUNCED: Final = "object:announcement"
_FOCUSED: Final = "object:state-changed:focused"


class Ears:
    """Keep what is heard, in order."""

    def __init__(self) -> None:
        """Begin to listen."""
        self.heard: list[str] = []
        self.focused: Node | None = None
        self._read = 0
        self._listener = Atspi.EventListener.new(self._on_event)
        for kind in (_ANNOUNCED, _FOCUSED):
            self._listener.register(kind)

    def wait_to_hear(self, words: str) -> str:
        """Return the next announcement that begins like ``words``; those before it have passed.

        Raises:
            LostError: It was not made.
        """
        start = self._read
        try:
            wait_for(lambda: self._next(words) is not None, f"the words {words!r}")
        except LostError as error:
            raise LostError(f"{error}; heard was {self.heard[start:]}") from None
        number = self._next(words)
        assert number is not None
        self._read = number + 1
        return self.heard[number]

    def forget_focus(self) -> None:
        """Wait for a new one from now on."""
        self.focused = None

    def _next(self, words: str) -> int | None:
        numbers = range(self._read, len(self.heard))
        return next((each for each in numbers if self.heard[each].startswith(words)), None)

    def _on_event(self, event: Atspi.Event) -> None:
        if event.type.startswith(_ANNOUNCED):
            self.heard.append(str(event.any_data))
        elif event.detail1:
            self.focused = Node(event.source)
