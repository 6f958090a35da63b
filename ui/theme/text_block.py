# SPDX-License-Identifier: MPL-2.0
"""Plain text, wrapped to a width with a proper line height, measured and painted."""

import re
from collections.abc import Sequence
from functools import cached_property
from typing import cast

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextLayout, QTextLine, QTextOption

from ui.theme.painting import fill

_MNEMONIC = re.compile("&(.)")
_HARD_SPACE = "\u00a0"
_BREAKS = re.compile(f"[^\\S{_HARD_SPACE}]+")
"""Where a line may be broken: white space, but the hard one."""


class TextBlock:
    """A text laid out line by line: QLabel has no line height without rich text.

    Words too long for the width are broken anywhere. What was measured once is kept: layouts ask
    for the same few widths again and again.
    """

    def __init__(
        self,
        text: str,
        font: QFont,
        line_height: float,
        alignment: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
        *,
        mnemonic: bool = False,
        formats: Sequence[QTextLayout.FormatRange] = (),
    ) -> None:
        """Prepare ``text`` in ``font``; ``line_height`` is in pixels.

        ``mnemonic`` underlines the letter after an ``&``; ``formats`` make parts look different.
        """
        self._line_height = line_height
        self._metrics = QFontMetricsF(font)
        shown = without_mnemonic(text) if mnemonic else text
        self._text = shown.replace(" …", f"{_HARD_SPACE}…")  # which never begins a line
        self._layout = QTextLayout(self._text.replace("\n", "\u2028"), font)
        self._marked = _marked_letter(text) if mnemonic else -1
        if formats:
            self._layout.setFormats(list(formats))
        option = QTextOption(alignment)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._layout.setTextOption(option)
        self._width = -1.0
        self._heights: dict[float, float] = {}

    def height(self, width: float) -> float:
        """Return the height of the text at ``width``, in pixels."""
        if width not in self._heights:
            self._lay_out(width)
            self._heights[width] = self._layout.lineCount() * self._line_height
        return self._heights[width]

    @cached_property
    def natural_width(self) -> float:
        """The width of the text with no line wrapped, in pixels."""
        return self._widest(self._text.split("\n"))

    @cached_property
    def longest_word_width(self) -> float:
        """The width of the widest word, in pixels: narrower, and words are broken."""
        return self._widest(_BREAKS.split(self._text))

    def draw(self, painter: QPainter, rect: QRectF, *, centred: bool = False) -> None:
        """Paint the text in ``rect`` with the painter's pen, at its top or in its middle."""
        self._lay_out(rect.width())
        height = self.height(rect.width())
        top = rect.top() + (max(rect.height() - height, 0) / 2 if centred else 0)
        self._layout.draw(painter, QPointF(rect.left(), top))
        if self._marked >= 0:
            self._underline(painter, rect.left(), top)

    def size(self, most_width: float) -> QSizeF:
        """Return the size that the text takes when it may be ``most_width`` pixels wide."""
        # One pixel more, because advances are rounded when the text is laid out.
        width = min(self.natural_width + 1, most_width)
        return QSizeF(width, self.height(width))

    def _underline(self, painter: QPainter, left: float, top: float) -> None:
        """Underline the letter of the shortcut, where a font would; the text is at ``left, top``.

        Not by a format of the layout: PySide takes long to make its class, and the first paint of
        every start would wait for that.
        """
        line = self._layout.lineForTextPosition(self._marked)
        start, end = (_x_of(line, place) for place in (self._marked, self._marked + 1))
        below = top + line.y() + line.ascent() + self._metrics.underlinePos()
        thickness = max(self._metrics.lineWidth(), 1.0)
        stroke = QRectF(left + min(start, end), round(below), abs(end - start), round(thickness))
        fill(painter, stroke, painter.pen().color())

    def _widest(self, parts: Sequence[str]) -> float:
        return max(map(self._metrics.horizontalAdvance, parts), default=0.0)

    def _lay_out(self, width: float) -> None:
        if width == self._width:
            return
        self._width = width
        self._layout.beginLayout()
        top = 0.0
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(max(width, 1))
            line.setPosition(QPointF(0, top + (self._line_height - line.height()) / 2))
            top += self._line_height
        self._layout.endLayout()


def without_mnemonic(text: str) -> str:
    """Return a text without the ``&`` before the letter of its shortcut; ``&&`` stands for one."""
    return _MNEMONIC.sub(r"\1", text)


def _marked_letter(text: str) -> int:
    """Return the place of the letter of the shortcut in the text without its mark; -1 if none."""
    letter = next((found for found in _MNEMONIC.finditer(text) if found[1] != "&"), None)
    return -1 if letter is None else len(without_mnemonic(text[: letter.start()]))


def _x_of(line: QTextLine, place: int) -> float:
    """Return how far from the left the letter at ``place`` begins, in pixels."""
    return cast("tuple[float, int]", line.cursorToX(place))[0]
