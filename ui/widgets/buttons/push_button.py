# SPDX-License-Identifier: MPL-2.0
"""A button with a word, and perhaps an icon."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from ui.theme.painting import draw_focus_ring, draw_icon, draw_shape, draw_words, shape_of
from ui.theme.text_block import TextBlock
from ui.theme.theme import Theme
from ui.theme.tokens import CONTROL_HEIGHT, EDGE, RADIUS
from ui.widgets.buttons.shortcut import press_at_once, press_by_enter

_PAD = 16
_QUIET_PAD = 10
_ICON = 18
_GAP = 8


class PushButton(QPushButton):
    """A button in one of four variants, painted in the theme's colours.

    Where a row makes it narrower than its words it is as high as they need on several lines.
    """

    def __init__(
        self,
        theme: Theme,
        text: str,
        variant: str = "secondary",
        icon: str | None = None,
        *,
        icon_side: str = "left",
        parent: QWidget | None = None,
    ) -> None:
        """Make a button.

        Args:
            theme: the theme in use.
            text: its word; ``&`` marks the letter of its shortcut.
            variant: "primary", "secondary", "quiet" (no frame) or "danger".
            icon: the name of an icon.
            icon_side: "left" or "right" of the word.
            parent: the widget around this one.
        """
        super().__init__(text, parent)
        self._theme = theme
        self._variant = variant
        self._icon_name = icon
        self._icon_side = icon_side
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._on_theme_changed)

    def set_variant(self, variant: str) -> None:
        """Show the button in another variant."""
        self._variant = variant
        self._on_theme_changed()

    def set_icon(self, icon: str | None) -> None:
        """Show another icon, or none."""
        self._icon_name = icon
        self._on_theme_changed()

    @property
    def variant(self) -> str:
        """The variant shown."""
        return self._variant

    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()

    def _padding(self) -> int:
        return self._theme.px(_QUIET_PAD if self._variant == "quiet" else _PAD)

    def _icon_room(self) -> int:
        return self._theme.px(_ICON + _GAP) if self._icon_name else 0

    def _text_width(self) -> float:
        metrics = QFontMetricsF(self._theme.font("strong"))
        return metrics.size(Qt.TextFlag.TextShowMnemonic.value, self.text()).width()

    def _colours(self) -> tuple[str | None, str | None, str]:
        """Return the names of the colours of ground, border and ink."""
        active = self.isDown() or self.underMouse()
        if not self.isEnabled():
            return (None if self._variant == "quiet" else "hover"), None, "text3"
        if self._variant in ("primary", "danger"):
            fill = f"{self._variant}_hover" if active else self._variant
            return fill, None, f"on_{self._variant}"
        fill = "pressed" if self.isDown() else "hover" if active else "surface"
        if self._variant == "quiet":
            return (fill if active else None), None, "primary_text"
        return fill, "control", "text"

    def _paint_content(self, painter: QPainter, shape: QRectF, ink: str) -> None:
        room = self._icon_room()
        most = shape.width() - room - 2 * self._padding()
        width = self._text_width()
        wraps = width > most + 1
        if wraps:
            width = most
        start = shape.center().x() - (width + room) / 2
        text_left = start + (room if self._icon_side == "left" else 0)
        if self._icon_name:
            half = self._theme.px(_ICON) / 2
            middle = start + (half if self._icon_side == "left" else width + room - half)
            icon = self._theme.pixmap(self._icon_name, ink, _ICON)
            draw_icon(painter, icon, QPointF(middle, shape.center().y()))
        painter.setFont(self._theme.font("strong"))
        painter.setPen(self._theme.colour(ink))
        box = QRectF(text_left, shape.top(), width + (0 if wraps else 2), shape.height())
        if wraps:
            self._block().draw(painter, box, centred=True)
        else:
            draw_words(painter, box, self.text(), mnemonic=True)

    def _block(self) -> TextBlock:
        """Return the words for several lines."""
        font, height = self._theme.font("strong"), self._theme.line_height("strong")
        alignment = Qt.AlignmentFlag.AlignHCenter
        return TextBlock(self.text(), font, height, alignment, mnemonic=True)

    def _colour(self, name: str | None) -> QColor | None:
        return None if name is None else self._theme.colour(name)

    # Qt overrides

    def event(self, event: QEvent) -> bool:
        """Press at once by the letter of the shortcut."""
        return press_at_once(self, event) or super().event(event)

    def sizeHint(self) -> QSize:
        """Ask for the word, the icon, and the room around them."""
        width = self._text_width() + self._icon_room() + 2 * self._padding() + 2 * EDGE
        return QSize(round(width + 0.5), self._theme.px(CONTROL_HEIGHT) + 2 * EDGE)

    def minimumSizeHint(self) -> QSize:
        """Keep the words on one line in a layout; a row that wraps may give them more."""
        return self.sizeHint()

    def heightForWidth(self, width: int) -> int:
        """Return the height, in pixels, with the words on as many lines as they need."""
        whole = self.sizeHint()
        if width >= whole.width():
            return whole.height()
        room = width - self._icon_room() - 2 * self._padding() - 2 * EDGE
        over = self._block().height(room) - self._theme.line_height("strong")
        return whole.height() + round(max(over, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press by Enter as by Space."""
        if not press_by_enter(self, event):
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the button."""
        del event
        painter = QPainter(self)
        shape = shape_of(self)
        fill, border, ink = self._colours()
        radius = RADIUS["m"]
        draw_shape(painter, shape, radius, fill=self._colour(fill), border=self._colour(border))
        self._paint_content(painter, shape, ink)
        if self.hasFocus():
            draw_focus_ring(painter, self._theme, shape, radius)
