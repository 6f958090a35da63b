# SPDX-License-Identifier: MPL-2.0
"""Show a recovery key so that it can be copied by hand."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from auditapp.i18n import _
from ui.theme.painting import draw_shape, draw_words
from ui.theme.theme import Theme
from ui.theme.tokens import EDGE, RADIUS

_COLUMNS = 3
_ROW = 34
_PAD = 14
_LEAST_GAP = 12


class KeyDisplay(QLabel):
    """The groups of a recovery key or the words of a code, on lines as full as each other.

    Screen readers spell them.

    It is a ``QLabel`` because only that reads as text, and not as an empty box, to screen readers.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._groups: list[str] = []
        self.setAccessibleDescription(_("The recovery key"))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        # Reached by Tab so that a screen reader can read it again, letter by letter.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        theme.changed.connect(self.updateGeometry)

    def set_key(self, key: str) -> None:
        """Show a key, its groups joined by dashes."""
        self._groups = key.split("-")
        self.setAccessibleName(", ".join(" ".join(group) for group in self._groups))
        self.updateGeometry()
        self.update()

    def _font(self) -> QFont:
        font = self._theme.font("heading")
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, self._theme.px(2))
        return font

    def _group_width(self) -> int:
        """Return the width of one group with the least room beside it."""
        metrics = QFontMetricsF(self._font())
        widest = max((metrics.horizontalAdvance(group) for group in self._groups), default=0)
        return round(widest) + self._theme.px(_LEAST_GAP)

    def _width_of(self, columns: int) -> int:
        return columns * self._group_width() + 2 * (self._theme.px(_PAD) + EDGE)

    def _columns_at(self, width: int) -> int:
        """Return how many groups stand on a line, so that none is cut and the lines are even."""
        fitting = (each for each in range(_COLUMNS, 1, -1) if self._width_of(each) <= width)
        lines = -(-len(self._groups) // next(fitting, 1))
        return -(-len(self._groups) // lines) if lines else 1

    # Qt overrides

    def hasHeightForWidth(self) -> bool:
        """Tell layouts that there are more lines where there is less width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height, in pixels, of the lines at ``width``."""
        lines = -(-len(self._groups) // self._columns_at(width))
        return lines * self._theme.px(_ROW) + 2 * self._theme.px(_PAD)

    def sizeHint(self) -> QSize:
        """Ask for lines of three groups."""
        width = self._width_of(_COLUMNS)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Never cut a group."""
        return QSize(self._width_of(1), self.heightForWidth(self.width()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the groups on a sunken ground."""
        del event
        painter = QPainter(self)
        self._paint_ground(painter)
        painter.setFont(self._font())
        painter.setPen(self._theme.colour("text"))
        columns, row = self._columns_at(self.width()), self._theme.px(_ROW)
        pad = self._theme.px(_PAD)
        width = (self.width() - 2 * (EDGE + pad)) / columns
        for place, group in enumerate(self._groups):
            line, column = divmod(place, columns)
            cell = QRectF(EDGE + pad + column * width, pad + line * row, width, row)
            draw_words(painter, cell, group, Qt.AlignmentFlag.AlignHCenter)

    def _paint_ground(self, painter: QPainter) -> None:
        theme, has_focus = self._theme, self.hasFocus()
        draw_shape(
            painter,
            QRectF(self.rect()).adjusted(EDGE, 0, -EDGE, 0),
            RADIUS["m"],
            fill=theme.colour("sunken"),
            border=theme.colour("focus" if has_focus else "line"),
            border_width=2 if has_focus else 1,
        )
