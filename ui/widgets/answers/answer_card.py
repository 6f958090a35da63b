# SPDX-License-Identifier: MPL-2.0
"""One answer as a card to press."""

from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui.theme.painting import draw_focus_ring, draw_icon, draw_shape, draw_words, shape_of
from ui.theme.text_block import TextBlock
from ui.theme.theme import Theme
from ui.theme.tokens import EDGE, RADIUS
from ui.widgets.answers.answer_spec import AnswerSpec
from ui.widgets.answers.mark import draw_mark
from ui.widgets.buttons.shortcut import press_by_enter

_ICON = 20
_PAD = 14
_COLUMN_PAD = 8
_GAP = 10
_DIGIT = 16
_ROW_LEAST = 42
_COLUMN_LEAST = 78
_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
}


class Mark(StrEnum):
    """What stands before the words of an answer."""

    ICON = "icon"
    RADIO = "radio"
    CHECK = "check"


class AnswerCard(QAbstractButton):
    """An answer: a column with the icon above the words, or a row with it before them.

    It reads as a radio button, or as a check box where several may be chosen. A painted
    ``QRadioButton`` would tell screen readers the rectangle of the stock button, not of the card.

    Signals:
        step_wanted: an arrow key asks for the next (1) or the last (-1) answer.
    """

    step_wanted = Signal(int)

    def __init__(
        self,
        theme: Theme,
        spec: AnswerSpec,
        mark: Mark = Mark.ICON,
        parent: QWidget | None = None,
    ) -> None:
        """Make a card for an answer."""
        super().__init__(parent)
        self._theme = theme
        self._mark = mark
        self._is_row = mark is not Mark.ICON
        self._is_read_only = False
        self._spec = spec
        self._laid_out: dict[bool, tuple[TextBlock, TextBlock, TextBlock]] = {}
        self.setCheckable(True)
        # In a button group that is not exclusive this changes nothing but the accessible role.
        self.setAutoExclusive(mark is not Mark.CHECK)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.set_spec(spec)
        theme.changed.connect(self.measure_again)

    def set_spec(self, spec: AnswerSpec) -> None:
        """Show another answer on this card."""
        self._spec = spec
        self.setText(spec.text.replace("&", "&&"))  # a checklist's words make no shortcut
        self.setAccessibleName(spec.text)
        self.setAccessibleDescription(spec.detail)
        self.measure_again()

    def set_row(self, is_row: bool) -> None:
        """Show the card as a row, or as a column."""
        if is_row != self._is_row:
            self._is_row = is_row
            self.update()

    def set_read_only(self, is_read_only: bool) -> None:
        """Show whether the answer is chosen, without letting that be changed."""
        if is_read_only != self._is_read_only:
            self._is_read_only = is_read_only
            arrow, hand = Qt.CursorShape.ArrowCursor, Qt.CursorShape.PointingHandCursor
            self.setCursor(arrow if is_read_only else hand)
            self.update()

    @property
    def spec(self) -> AnswerSpec:
        """The answer shown."""
        return self._spec

    @property
    def is_row(self) -> bool:
        """Whether the card is a row."""
        return self._is_row

    def measure_again(self) -> None:
        """Lay the words out anew, as after a change of the text size."""
        self._laid_out.clear()
        self.updateGeometry()
        self.update()

    def least_column_width(self) -> int:
        """Return the width, in pixels, below which a column would have to break a word."""
        _, bold, _ = self._blocks(is_row=False)
        return round(bold.longest_word_width) + 2 * self._theme.px(_COLUMN_PAD) + 2 * EDGE + 2

    def height_at(self, width: int, *, is_row: bool) -> int:
        """Return the height, in pixels, that the card needs at ``width`` in one of its shapes."""
        text, bold_text, detail = self._blocks(is_row=is_row)
        probe = QRectF(0, 0, width - 2 * EDGE, 1000)
        rect = self._text_rect(probe, is_row=is_row)
        height = max(block.height(rect.width()) for block in (text, bold_text))
        height += detail.height(rect.width()) if self._spec.detail else 0
        least = self._theme.px(_ROW_LEAST if is_row else _COLUMN_LEAST)
        return max(round(height + probe.height() - rect.height()), least) + 2 * EDGE

    def _blocks(self, *, is_row: bool) -> tuple[TextBlock, TextBlock, TextBlock]:
        """Return the words laid out: plain, bold (when chosen), and the second line."""
        if is_row not in self._laid_out:
            theme, spec = self._theme, self._spec
            alignment = Qt.AlignmentFlag.AlignLeft if is_row else Qt.AlignmentFlag.AlignHCenter
            line = theme.line_height("body" if is_row else "small")
            plain, bold = theme.font("body" if is_row else "small"), theme.font("small")
            if not is_row:
                plain.setWeight(QFont.Weight.Medium)
            bold.setPixelSize(plain.pixelSize())
            bold.setWeight(QFont.Weight.DemiBold)
            self._laid_out[is_row] = (
                TextBlock(spec.text, plain, line, alignment),
                TextBlock(spec.text, bold, line, alignment),
                TextBlock(
                    spec.detail, theme.font("caption"), theme.line_height("caption"), alignment
                ),
            )
        return self._laid_out[is_row]

    def _text_rect(self, shape: QRectF, *, is_row: bool) -> QRectF:
        px = self._theme.px
        if is_row:
            digit = px(_DIGIT + _GAP) if self._spec.digit is not None else 0
            return shape.adjusted(px(_PAD + _ICON + _GAP), px(10), -px(_PAD) - digit, -px(10))
        return shape.adjusted(px(_COLUMN_PAD), px(12 + _ICON + 4), -px(_COLUMN_PAD), -px(8))

    def _ink(self) -> str:
        if not self.isEnabled():
            return "text3"
        if not self.isChecked():
            return "text2" if self._is_read_only else "text"
        return "primary_text" if self._spec.tone == "primary" else self._spec.tone

    def _paint_shape(self, painter: QPainter, shape: QRectF) -> None:
        theme, tone = self._theme, self._spec.tone
        if self.isChecked():
            fill, border, width = f"{tone}_tint", tone, 2
        elif self._is_read_only:
            fill, border, width = "sunken", "line", 1
        else:
            hovered = self.isEnabled() and (self.underMouse() or self.isDown())
            fill, border, width = ("hover" if hovered else "surface"), "control", 1
        if not self.isEnabled():
            border = "line"
        colours = {"fill": theme.colour(fill), "border": theme.colour(border)}
        draw_shape(painter, shape, RADIUS["m"], **colours, border_width=width)

    def _paint_mark(self, painter: QPainter, shape: QRectF) -> None:
        theme = self._theme
        half = theme.px(_ICON) / 2
        if self._is_row:
            centre = QPointF(shape.left() + theme.px(_PAD) + half, shape.center().y())
        else:
            centre = QPointF(shape.center().x(), shape.top() + theme.px(12) + half)
        if self._mark is Mark.ICON:
            ink = self._spec.tone if self.isEnabled() else "text3"
            draw_icon(painter, theme.pixmap(self._spec.icon or "circle", ink, _ICON), centre)
        else:
            draw_mark(painter, theme, centre, self, is_round=self._mark is Mark.RADIO)

    def _paint_words(self, painter: QPainter, shape: QRectF) -> None:
        rect = self._text_rect(shape, is_row=self._is_row)
        plain, bold, detail = self._blocks(is_row=self._is_row)
        text = bold if self.isChecked() else plain
        text_height = text.height(rect.width())
        detail_height = detail.height(rect.width()) if self._spec.detail else 0
        top = rect.top() + max(rect.height() - text_height - detail_height, 0) / 2
        painter.setPen(self._theme.colour(self._ink()))
        text.draw(painter, QRectF(rect.left(), top, rect.width(), text_height))
        if self._spec.detail:
            painter.setPen(self._theme.colour("text2"))
            top += text_height
            detail.draw(painter, QRectF(rect.left(), top, rect.width(), detail_height))

    def _paint_digit(self, painter: QPainter, shape: QRectF) -> None:
        if self._spec.digit is None or self._is_read_only:
            return
        px = self._theme.px
        painter.setFont(self._theme.font("overline"))
        painter.setPen(self._theme.colour(self._ink() if self.isChecked() else "text3"))
        width = px(_DIGIT)
        if self._is_row:
            left = shape.right() - px(_PAD) - width
            box = QRectF(left, shape.top(), width, shape.height())
        else:
            box = QRectF(shape.right() - width - px(6), shape.top() + px(6), width, px(16))
        draw_words(painter, box, str(self._spec.digit), Qt.AlignmentFlag.AlignHCenter)

    # Qt overrides

    def hasHeightForWidth(self) -> bool:
        """Tell layouts that long words make the card taller."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the card, in pixels, at ``width``."""
        return self.height_at(width, is_row=self._is_row)

    def sizeHint(self) -> QSize:
        """Ask for a column's width, or for a row's."""
        width = self._theme.px(280 if self._is_row else 120) + 2 * EDGE
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Let the card shrink to its longest word."""
        return QSize(self.least_column_width(), self._theme.px(_ROW_LEAST) + 2 * EDGE)

    def nextCheckState(self) -> None:
        """Choose the answer; pressing a chosen one again does not take it back."""
        if not self._is_read_only:
            self.setChecked(self._mark is not Mark.CHECK or not self.isChecked())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose by Space or Enter; ask for the neighbour by an arrow key."""
        key = Qt.Key(event.key())
        if key in _STEPS and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.step_wanted.emit(_STEPS[key])
        elif not press_by_enter(self, event):
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the card."""
        del event
        painter = QPainter(self)
        shape = shape_of(self)
        self._paint_shape(painter, shape)
        self._paint_mark(painter, shape)
        self._paint_words(painter, shape)
        self._paint_digit(painter, shape)
        if self.hasFocus():
            draw_focus_ring(painter, self._theme, shape, RADIUS["m"])
