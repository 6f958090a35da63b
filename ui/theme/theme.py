# SPDX-License-Identifier: MPL-2.0
"""The theme in use: light or dark, with how much contrast, and how large the text is."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from PySide6 import QtGui
from PySide6.QtCore import QObject, QSize, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette, QPixmap
from PySide6.QtWidgets import QApplication

from ui.theme.icons import IconSet
from ui.theme.movement import Movement
from ui.theme.recolouring import Recolouring, recolouring_of
from ui.theme.style_sheet import style_sheet
from ui.theme.tokens import FAMILY, SETS, TYPE, set_name

FONT_FOLDER: Final = Path(__file__).resolve().parent.parent / "resources" / "fonts"

_HAS_FONTS: Final = "hasFonts"
"""The property of an application that says that it has the fonts."""

LEAST_TEXT_SCALE: Final = 1.0
GREATEST_TEXT_SCALE: Final = 2.0

_PALETTE: Final = {
    QPalette.ColorRole.Window: "bg",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "sunken",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.BrightText: "danger",
    QPalette.ColorRole.Highlight: "primary",
    QPalette.ColorRole.HighlightedText: "on_primary",
    QPalette.ColorRole.Accent: "primary",
    QPalette.ColorRole.ToolTipBase: "text",
    QPalette.ColorRole.ToolTipText: "surface",
    QPalette.ColorRole.PlaceholderText: "text3",
    QPalette.ColorRole.Link: "primary_text",
    QPalette.ColorRole.LinkVisited: "primary_text",
    QPalette.ColorRole.Light: "surface",
    QPalette.ColorRole.Midlight: "hover",
    QPalette.ColorRole.Mid: "line",
    QPalette.ColorRole.Dark: "control",
    QPalette.ColorRole.Shadow: "line",
}
_DIMMED: Final = (
    QPalette.ColorRole.WindowText,
    QPalette.ColorRole.Text,
    QPalette.ColorRole.ButtonText,
)


class _Inks(dict[str, QColor]):
    """The colours of a set, each made when it is first asked for: painting asks all the time."""

    def __init__(self, names: Mapping[str, str]) -> None:
        super().__init__()
        self._names = names

    def __missing__(self, name: str) -> QColor:
        """Make one; raise ``KeyError`` for a name that is none."""
        colour = self[name] = QColor(self._names[name])
        return colour


class Theme(QObject):
    """Colours, fonts, icons and lengths, as the user wants them now.

    A theme is passed to the widgets that need it; there is no global one.

    Signals:
        changed: the colours or the text size are others; widgets paint and measure again.
    """

    changed = Signal()

    def __init__(
        self, *, is_dark: bool = False, text_scale: float = 1.0, parent: QObject | None = None
    ) -> None:
        """Start light or dark, with a text size from 1.0 to 2.0."""
        super().__init__(parent)
        self._is_dark = is_dark
        self._has_more_contrast = False
        self._is_still = False
        self._text_scale = _within_limits(text_scale)
        self._icons = IconSet()
        self._movement = Movement()
        self._app: QApplication | None = None
        self._recolouring: Recolouring | None = None
        self._holds_all_sets = False
        self._fonts: dict[str, QFont] = {}
        self._inks = _Inks(SETS[self._set])

    def apply(self, app: QApplication) -> None:
        """Give ``app`` this look, now and after every change."""
        if app is not self._app:
            self.prepare(app)
        self._recolouring = recolouring_of(app)
        self._put_on_sheet()

    def prepare(self, app: QApplication) -> None:
        """Give ``app`` the fonts and the palette, and leave the style sheet to ``apply``.

        Widgets that are put together in between are styled once, when they are shown; with a sheet
        there already Qt would style each again with whatever it is put into.
        """
        if not app.property(_HAS_FONTS):  # to ask Qt for a family takes a thirtieth of the start
            for path in sorted(FONT_FOLDER.glob("*.ttf")):
                QFontDatabase.addApplicationFont(str(path))
            app.setProperty(_HAS_FONTS, True)
        self._app = app
        self._restyle()

    def set_dark(self, is_dark: bool) -> None:
        """Switch between dark and light."""
        self.set_colours(is_dark=is_dark, has_more_contrast=self._has_more_contrast)

    def set_colours(self, *, is_dark: bool, has_more_contrast: bool) -> None:
        """Switch between dark and light, and between the usual contrast and more of it."""
        if (is_dark, has_more_contrast) != (self._is_dark, self._has_more_contrast):
            self._is_dark, self._has_more_contrast = is_dark, has_more_contrast
            self._recolour()

    def set_still(self, is_still: bool) -> None:
        """Keep still what moves by itself: the blinking caret, lists that roll out, busy bars."""
        if is_still != self._is_still and self._app is not None:
            self._is_still = is_still
            self._movement.keep_still(self._app, is_still=is_still)

    def set_text_scale(self, text_scale: float) -> None:
        """Set the text size: 1.0 is 100 %, 2.0 is 200 %; other values move to the nearer limit."""
        if _within_limits(text_scale) != self._text_scale:
            self._text_scale = _within_limits(text_scale)
            self._restyle()

    def hold_all_sets(self) -> None:
        """Make ready for other colours, which the first paint need not wait for."""
        if not self._holds_all_sets:
            self._holds_all_sets = True
            self._put_on_sheet()

    def settle(self) -> None:
        """Put the colours on all there is now; by itself it is done at once, but between events."""
        if self._recolouring is not None:
            self._recolouring.settle()

    @property
    def is_dark(self) -> bool:
        """Whether the colours are the dark ones."""
        return self._is_dark

    @property
    def has_more_contrast(self) -> bool:
        """Whether the colours are those with more contrast."""
        return self._has_more_contrast

    @property
    def is_still(self) -> bool:
        """Whether nothing is to move by itself."""
        return self._is_still

    @property
    def text_scale(self) -> float:
        """The text size, from 1.0 to 2.0."""
        return self._text_scale

    def colour(self, name: str) -> QColor:
        """Return the colour called ``name`` in ``ui.theme.tokens``.

        Raises:
            KeyError: there is no colour of that name.
        """
        return QColor(self._inks[name])

    def font(self, kind: str = "body") -> QFont:
        """Return the font of a kind of text: a key of ``ui.theme.tokens.TYPE``."""
        if kind not in self._fonts:
            self._fonts[kind] = self._make_font(kind)
        return QFont(self._fonts[kind])  # one's own: what somebody does to it is nobody else's

    def line_height(self, kind: str = "body") -> int:
        """Return the line height of a kind of text, in pixels."""
        return self.px(TYPE[kind].line_height)

    def px(self, length: float) -> int:
        """Return a length in pixels that grows with the text size."""
        return round(length * self._text_scale)

    def pixmap(
        self, name: str, colour: str = "text2", size: int = 18, stroke: float = 2.0
    ) -> QPixmap:
        """Return an icon as a picture, ``size`` pixels wide at 100 %, sharp on every screen."""
        ratio = 1.0 if self._app is None else self._app.devicePixelRatio()
        return self._icons.pixmap(name, self.colour(colour), self.px(size), ratio, stroke)

    def icon(self, name: str, colour: str = "text2", size: int = 18) -> QtGui.QIcon:
        """Return an icon for a stock Qt widget. Ask again after ``changed``."""
        return QtGui.QIcon(self.pixmap(name, colour, size))

    def icon_size(self, size: int = 18) -> QSize:
        """Return the size to give a stock Qt widget for ``icon(..., size)``."""
        return QSize(self.px(size), self.px(size))

    def palette(self) -> QPalette:
        """Return the palette: what Qt's own painting uses where the style sheet says nothing."""
        palette = QPalette()
        for role, name in _PALETTE.items():
            palette.setColor(role, self.colour(name))
        for role in _DIMMED:
            palette.setColor(QPalette.ColorGroup.Disabled, role, self.colour("text3"))
        return palette

    @property
    def _set(self) -> str:
        return set_name(is_dark=self._is_dark, has_more_contrast=self._has_more_contrast)

    def _make_font(self, kind: str) -> QFont:
        style = TYPE[kind]
        font = QFont(FAMILY)
        font.setPixelSize(self.px(style.size))
        font.setWeight(QFont.Weight(style.weight))
        if kind == "overline":
            font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 104)
        return font

    def _recolour(self) -> None:
        """Take up the colours, the lengths being what they were."""
        self._take_up_colours()
        if self._app is not None:
            self._app.setPalette(self.palette())
        if self._recolouring is not None and self._holds_all_sets:
            self._recolouring.put_on(self._set)
        else:
            self._put_on_sheet()
        self.changed.emit()

    def _restyle(self) -> None:
        """Take up colours and lengths."""
        self._take_up_colours()
        self._fonts.clear()
        if self._app is not None:
            self._app.setPalette(self.palette())
            self._app.setFont(self.font())
        self._put_on_sheet()
        self.changed.emit()

    def _put_on_sheet(self) -> None:
        if self._app is None or self._recolouring is None:
            return
        if self._holds_all_sets:
            self._recolouring.mark_all(self._set)
        sheet = style_sheet(self._set, self._text_scale, holds_others=self._holds_all_sets)
        if sheet != self._app.styleSheet():  # every widget is styled anew by it
            # Qt 6.11 puts one sheet in the place of another for each widget and again for each
            # widget around it, but takes a sheet away, or a first one on, once for each.
            self._app.setStyleSheet("")
            self._app.setStyleSheet(sheet)

    def _take_up_colours(self) -> None:
        self._icons.clear()
        self._inks = _Inks(SETS[self._set])


def _within_limits(text_scale: float) -> float:
    return min(max(text_scale, LEAST_TEXT_SCALE), GREATEST_TEXT_SCALE)
