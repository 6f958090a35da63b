# SPDX-License-Identifier: MPL-2.0
"""A named group of answers to choose from, laid out by width."""

from collections.abc import Callable, Sequence
from itertools import pairwise

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGroupBox, QSizePolicy, QWidget

from auditapp.i18n import _
from ui.theme.theme import Theme
from ui.widgets.answers.answer_card import AnswerCard, Mark
from ui.widgets.answers.answer_spec import AnswerSpec


class AnswerGroup(QGroupBox):
    """Cards side by side or stacked; a base of ``AnswerCards``, ``OptionRows`` and ``CheckRows``.

    It is a ``QGroupBox`` because only that reads as a group with a name to screen readers.
    """

    def __init__(self, theme: Theme, name: str, mark: Mark, parent: QWidget | None) -> None:
        """Make an empty group called ``name``."""
        super().__init__(parent)
        self._theme = theme
        self._mark = mark
        self._cards: list[AnswerCard] = []
        self._count = 0
        self._is_read_only = False
        self._rects_at: dict[int, list[QRect]] = {}
        self.setAccessibleName(name)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self._on_theme_changed)

    def set_name(self, name: str) -> None:
        """Tell screen readers another name of the group: the question."""
        self.setAccessibleName(name)

    def set_answers(self, specs: Sequence[AnswerSpec]) -> None:
        """Offer other answers, none of them chosen. Cards are used again, not made anew."""
        while len(self._cards) < len(specs):
            self._add_card(specs[len(self._cards)])
        self._count = len(specs)
        for card, spec in zip(self._cards, specs, strict=False):
            card.set_spec(spec)
            card.setChecked(False)
        for i, card in enumerate(self._cards):
            card.setVisible(i < self._count)
        self._measure_again()

    def set_read_only(self, is_read_only: bool) -> None:
        """Show the answers chosen, for reading by eye, by Tab and by a screen reader only."""
        self._is_read_only = is_read_only
        self.setAccessibleDescription(_("Read only") if is_read_only else "")
        for card in self._cards:
            card.set_read_only(is_read_only)

    def choose_digit(self, digit: int) -> bool:
        """Press the answer that shows ``digit``; return whether there is one to press."""
        return self._press(lambda spec: spec.digit == digit)

    def choose_value(self, value: str) -> bool:
        """Press the answer that stands for ``value``; return whether there is one to press."""
        return self._press(lambda spec: spec.value == value)

    def _press(self, is_wanted: Callable[[AnswerSpec], bool]) -> bool:
        for card in self.cards:
            if is_wanted(card.spec) and card.isEnabled() and not self._is_read_only:
                card.setFocus(Qt.FocusReason.ShortcutFocusReason)
                card.click()
                return True
        return False

    @property
    def cards(self) -> tuple[AnswerCard, ...]:
        """The cards on show, in order."""
        return tuple(self._cards[: self._count])

    def card(self, value: str) -> AnswerCard:
        """Return the card of an answer.

        Raises:
            KeyError: no answer of that value is on offer.
        """
        for card in self.cards:
            if card.spec.value == value:
                return card
        raise KeyError(value)

    def stacks_at(self, width: int) -> bool:
        """Return whether the cards are stacked when the group is ``width`` pixels wide."""
        del width
        return True

    def _add_card(self, spec: AnswerSpec) -> None:
        card = AnswerCard(self._theme, spec, self._mark, self)
        card.set_read_only(self._is_read_only)
        card.step_wanted.connect(self._on_step_wanted)
        self._cards.append(card)

    def _on_step_wanted(self, step: int) -> None:
        cards = self.cards
        card = cards[(cards.index(self.focusWidget()) + step) % len(cards)]
        card.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_theme_changed(self) -> None:
        for card in self._cards:
            card.measure_again()  # which it does by itself, but perhaps after its group
        self._measure_again()

    def _measure_again(self) -> None:
        self._rects_at.clear()
        self._arrange()
        self.updateGeometry()

    def _rects(self, width: int) -> list[QRect]:
        """Return the rectangle of each card when the group is ``width`` pixels wide.

        Layouts ask for the height many times for one change, so the answer is kept.
        """
        if width not in self._rects_at:
            self._rects_at[width] = self._measure(width)
        return self._rects_at[width]

    def _measure(self, width: int) -> list[QRect]:
        if self.stacks_at(width):
            return self._stacked_rects(width)
        # Whole pixels, so that the borders of the cards stay sharp.
        edges = [round(i * width / self._count) for i in range(self._count + 1)]
        widths = [right - left for left, right in pairwise(edges)]
        height = max(
            card.height_at(w, is_row=False) for card, w in zip(self.cards, widths, strict=True)
        )
        return [QRect(x, 0, w, height) for x, w in zip(edges, widths, strict=False)]

    def _stacked_rects(self, width: int) -> list[QRect]:
        rects, top = [], 0
        for card in self.cards:
            rects.append(QRect(0, top, width, card.height_at(width, is_row=True)))
            top = rects[-1].bottom() + 1
        return rects

    def _arrange(self) -> None:
        if not self._count:
            return
        is_stacked = self.stacks_at(self.width())
        for card, rect in zip(self.cards, self._rects(self.width()), strict=True):
            card.set_row(is_stacked)
            card.setGeometry(rect)

    # Qt overrides

    def hasHeightForWidth(self) -> bool:
        """Tell layouts that the height depends on the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the group, in pixels, at ``width``."""
        if not self._count:
            return 0
        return self._rects(width)[-1].bottom() + 1

    def sizeHint(self) -> QSize:
        """Ask for a comfortable width."""
        width = self._theme.px(560)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Let the group shrink to its widest word."""
        widths = [card.minimumSizeHint().width() for card in self.cards]
        return QSize(max(widths, default=0), 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the cards."""
        super().resizeEvent(event)
        self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint nothing: the frame of a group box is not wanted."""
        event.accept()
