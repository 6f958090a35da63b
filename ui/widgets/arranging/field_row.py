# SPDX-License-Identifier: MPL-2.0
"""Fields side by side, or one below the other."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QWidget

from ui.theme.theme import Theme
from ui.widgets.arranging.arranged_row import ArrangedRow, wanted_size

_LINE_GAP = 6


class FieldRow(ArrangedRow):
    """Fields that share the width by their shares, or are stacked where one would be too narrow."""

    def __init__(
        self,
        theme: Theme,
        fields: Sequence[tuple[QWidget, int]],
        *,
        least_width: int = 150,
        gives_way: QWidget | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Lay out fields.

        Args:
            theme: the theme in use.
            fields: each field and its share of the width.
            least_width: pixels at 100 % below which a field is too narrow.
            gives_way: the field that gives the others what their words lack, while it can.
            parent: the widget around this one.
        """
        super().__init__(parent)
        self._theme = theme
        self._least_width = least_width
        self._gives_way = gives_way
        self._shares = dict(fields)
        for field, _ in fields:
            self._take(field)

    @property
    def is_stacked(self) -> bool:
        """Whether the fields are one below the other now."""
        return self._stacks_at(self.width())

    def _widths(self, width: int) -> list[int]:
        shown = self._shown()
        shares = [self._shares[item] for item in shown]
        widths = [width * share // sum(shares) for share in shares]
        if widths:
            widths[-1] += width - sum(widths)  # what rounding left
        if self._gives_way in shown:
            giver = shown.index(self._gives_way)
            spare = max(0, widths[giver] - self._needs()[giver])
            for place, item in enumerate(shown):
                if place != giver:
                    given = min(spare, max(0, wanted_size(item).width() - widths[place]))
                    widths[place] += given
                    widths[giver] -= given
                    spare -= given
        return widths

    def _needs(self) -> list[int]:
        least = self._theme.px(self._least_width)
        return [max(least, item.minimumSizeHint().width()) for item in self._shown()]

    def _stacks_at(self, width: int) -> bool:
        needs = self._needs()
        return any(given < need for given, need in zip(self._widths(width), needs, strict=True))

    def _rects(self, width: int) -> list[QRect]:
        rects: list[QRect] = []
        if self._stacks_at(width):
            top = 0
            for item in self._shown():
                rects.append(QRect(0, top, width, _height_at(item, width)))
                top = rects[-1].bottom() + 1 + _LINE_GAP
            return rects
        left = 0
        for item, share in zip(self._shown(), self._widths(width), strict=True):
            rects.append(QRect(left, 0, share, _height_at(item, share)))
            left += share
        return rects

    # Qt overrides

    def sizeHint(self) -> QSize:
        """Ask for room for the fields side by side."""
        width = sum(wanted_size(item).width() for item in self._shown())
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Let the row shrink to its widest field."""
        return QSize(max((item.minimumSizeHint().width() for item in self._shown()), default=0), 0)


def _height_at(widget: QWidget, width: int) -> int:
    if widget.hasHeightForWidth():
        return widget.heightForWidth(width)
    return wanted_size(widget).height()
