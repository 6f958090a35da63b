# SPDX-License-Identifier: MPL-2.0
"""One step of making a round: what all of them have in common."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from auditapp.model.round import Round
from ui.messages import Message
from ui.rounds.open_round import OpenRound
from ui.theme.theme import Theme
from ui.widgets.signs.text_label import TextLabel
from ui.widgets.surfaces.card import Card


class StepCard(Card):
    """A title, a sentence and what the step asks.

    A step shows the round by ``show_round``, and takes over what is typed by ``settle``.

    Signals:
        failed: something could not be done; the ``Message``.
        done: what the step is there for is done; the next one may be shown.
    """

    failed = Signal(object)
    done = Signal()

    def __init__(
        self,
        theme: Theme,
        title: str,
        words: str,
        open_round: OpenRound | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent=parent)
        self._open_round = open_round
        self.title = title
        self.body.setSpacing(8)
        self.body.addWidget(TextLabel(theme, title, "heading", wrap=True))
        self.body.addWidget(TextLabel(theme, words, "body", "2", wrap=True))

    def show_round(self) -> None:
        """Show the round as it is now."""

    def settle(self) -> bool:
        """Take over what is typed; tell whether that is done, or there was nothing to do."""
        return True

    def finish(self) -> bool:
        """Do what the step is there for; tell whether the next one may be shown at once."""
        return self.settle()

    def typed(self) -> dict[str, Any] | None:
        """Return what is typed into an open dialog, to be kept while locked; None if none is."""
        return None

    def resume(self, typed: Mapping[str, Any]) -> None:
        """Open the dialog again with what `typed` returned before."""

    @property
    def first_stop(self) -> QWidget:
        """What takes the focus."""
        return self

    @property
    def whole(self) -> Round:
        """The round as it is now."""
        return self.desk.whole

    @property
    def desk(self) -> OpenRound:
        """The round that is worked on."""
        assert self._open_round is not None  # noqa: S101 - only the first step begins without one
        return self._open_round

    def refuse(self, title: str, text: str = "") -> bool:
        """Say what is missing, and return False."""
        self.failed.emit(Message(title, text))
        return False
