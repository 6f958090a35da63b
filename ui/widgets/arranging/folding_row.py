# SPDX-License-Identifier: MPL-2.0
"""Widgets side by side where there is room, and one below the other where there is not."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLayout, QWidget

from ui.theme.theme import Theme

_LEFT = Qt.AlignmentFlag.AlignLeft


class FoldingRow(QWidget):
    """A row that becomes a column when it is too narrow. Hidden widgets take no room."""

    def __init__(
        self, theme: Theme, *, fold_below: int = 0, spacing: int = 0, parent: QWidget | None = None
    ) -> None:
        """Make an empty row.

        Args:
            theme: the theme in use.
            fold_below: width in pixels at 100 % under which it folds; 0 means the width that the
                widgets ask for.
            spacing: pixels at 100 % between the widgets; controls keep room around themselves.
            parent: the widget around this one.
        """
        super().__init__(parent)
        self._theme = theme
        self._fold_below = fold_below
        self._spacing = spacing
        self._widgets: list[QWidget] = []
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        # The layout knows only the width of the row as it is now, and would forbid to fold it.
        self._box.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self._on_theme_changed()
        theme.changed.connect(self._on_theme_changed)

    def add(self, widget: QWidget, stretch: int = 0) -> None:
        """Put a widget at the end, with a share of the width or as wide as it asks to be."""
        self._widgets.append(widget)
        self._box.addWidget(widget, stretch, Qt.AlignmentFlag(0) if stretch else _LEFT)

    def add_button(self, button: QWidget) -> None:
        """Put a button at the end, in line with the frames of the fields before it."""
        self._widgets.append(button)
        self._box.addWidget(button, 0, _LEFT | Qt.AlignmentFlag.AlignBottom)

    def add_stretch(self) -> None:
        """Push what follows to the right end."""
        self._box.addStretch(1)

    @property
    def is_folded(self) -> bool:
        """Whether the widgets stand one below the other."""
        return self._box.direction() == QBoxLayout.Direction.TopToBottom

    def _on_theme_changed(self) -> None:
        self._box.setSpacing(self._theme.px(self._spacing))

    def _shown(self) -> list[QWidget]:
        return [widget for widget in self._widgets if widget.isVisibleTo(self)]

    def _least_width(self) -> int:
        if self._fold_below:
            return self._theme.px(self._fold_below)
        widths = [widget.sizeHint().width() for widget in self._shown()]
        return sum(widths) + self._box.spacing() * max(len(widths) - 1, 0)

    def _fold(self) -> None:
        is_narrow = self.width() < self._least_width()
        direction = QBoxLayout.Direction
        wanted = direction.TopToBottom if is_narrow else direction.LeftToRight
        if wanted != self._box.direction():
            self._box.setDirection(wanted)

    # Qt overrides

    def sizeHint(self) -> QSize:
        """Ask for the width of the whole row, folded or not, so that it can unfold again."""
        hint = super().sizeHint()
        return hint if self._fold_below else QSize(self._least_width(), hint.height())

    def minimumSizeHint(self) -> QSize:
        """Let the row shrink to its widest widget: it can fold."""
        widths = [widget.minimumSizeHint().width() for widget in self._shown()]
        return QSize(max(widths, default=0), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold or unfold."""
        super().resizeEvent(event)
        self._fold()

    def event(self, event: QEvent) -> bool:
        """Look again when a widget is shown, hidden or measured anew."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._fold()
        return super().event(event)
