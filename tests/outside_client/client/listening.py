# SPDX-License-Identifier: MPL-2.0
"""Hear what a program announces and where it puts the keyboard, as a screen reader does."""

from collections.abc import Callable
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
        return self._wait(lambda said: said.startswith(words), words)

    def wait_to_hear_end(self, words: str) -> str:
        """Return the next announcement that ends like ``words``, as ``wait_to_hear`` does."""
        return self._wait(lambda said: said.endswith(words), words)

    def forget_focus(self) -> None:
        """Wait for a new one from now on."""
        self.focused = None

    def _wait(self, fits: Callable[[str], bool], words: str) -> str:
        start = self._read

        def find() -> int | None:
            numbers = range(start, len(self.heard))
            return next((each + 1 for each in numbers if fits(self.heard[each])), None)

        try:
            self._read = wait_for(find, f"the words {words!r}")
        except LostError as error:
            raise LostError(f"{error}; heard was {self.heard[start:]}") from None
        return self.heard[self._read - 1]

    def _on_event(self, event: Atspi.Event) -> None:
        if event.type.startswith(_ANNOUNCED):
            self.heard.append(str(event.any_data))
        elif event.detail1:
            self.focused = Node(event.source)
