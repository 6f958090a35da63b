# SPDX-License-Identifier: MPL-2.0
"""Remember which places of the guide were looked at, to go back and forward among them."""

from ui.help.chapters import Place


class Trail:
    """The places in the order in which they were looked at."""

    def __init__(self) -> None:
        self._places: list[Place] = []
        self._at = -1

    def go_on(self, place: Place) -> None:
        """Note another place; what was ahead is forgotten."""
        if self._places[self._at : self._at + 1] == [place]:
            return
        self._at += 1
        self._places[self._at :] = [place]

    def back(self) -> Place | None:
        """Return to the place before; None, and stay, at the first."""
        return self._step(-1)

    def forward(self) -> Place | None:
        """Go to the place after; None, and stay, at the last."""
        return self._step(1)

    @property
    def can_go_back(self) -> bool:
        """Whether there is a place before."""
        return self._at > 0

    @property
    def can_go_forward(self) -> bool:
        """Whether there is a place after."""
        return self._at + 1 < len(self._places)

    def _step(self, by: int) -> Place | None:
        at = self._at + by
        if not 0 <= at < len(self._places):
            return None
        self._at = at
        return self._places[at]
