# SPDX-License-Identifier: MPL-2.0
"""Put fields side by side while there is room for them."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.theme.theme import Theme
from ui.theme.tokens import SPACE

_LEAST_WIDTH = 200


class FieldGrid(QWidget):
    """A few columns of equal width that become fewer in a narrow window.

    A field that is shown or hidden by `show_field` leaves no hole.
    """

    def __init__(
        self,
        theme: Theme,
        columns: int,
        least_width: int = _LEAST_WIDTH,
        *,
        fills: bool = False,
        is_even: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Make an empty grid.

        Args:
            theme: the theme in use.
            columns: the most columns.
            least_width: pixels at 100 % that a column has at least.
            fills: have no more columns than fields, so that they take the whole width.
            is_even: make the fields of a line as high as the highest of them.
            parent: the widget around this one.
        """
        super().__init__(parent)
        self._theme = theme
        self._most_columns = columns
        self._least_width = least_width
        self._fills = fills
        self._alignment = Qt.AlignmentFlag(0) if is_even else Qt.AlignmentFlag.AlignTop
        self._fields: list[QWidget] = []
        self._away: set[QWidget] = set()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(SPACE["1"])
        self._grid.setVerticalSpacing(SPACE["2"])
        self._columns = 0
        theme.changed.connect(self._arrange)

    def add(self, field: QWidget) -> None:
        """Put a field into the next free place."""
        self._fields.append(field)
        self._columns = 0
        self._arrange()

    def show_field(self, field: QWidget, *, is_shown: bool) -> None:
        """Show a field of the grid or hide it; those behind it move up."""
        if (field in self._away) is is_shown:
            self._away ^= {field}
            field.setVisible(is_shown)
            self._columns = 0
            self._arrange()

    @property
    def columns(self) -> int:
        """How many columns there are at this width."""
        return self._columns

    def _arrange(self) -> None:
        fitting = self.width() // self._theme.px(self._least_width)
        # Not by ``isHidden``: a field without a parent yet is hidden, too.
        shown = [field for field in self._fields if field not in self._away]
        most = min(self._most_columns, len(shown)) if self._fills else self._most_columns
        columns = max(1, min(most, fitting))
        if columns == self._columns:
            return
        for column in range(self._most_columns):
            self._grid.setColumnStretch(column, int(column < columns))
        for place, field in enumerate(shown):
            row, column = divmod(place, columns)
            self._grid.addWidget(field, row, column, self._alignment)
        self._columns = columns

    # Qt

    def minimumSizeHint(self) -> QSize:
        """Let the grid shrink to one column."""
        widest = max((field.minimumSizeHint().width() for field in self._fields), default=0)
        return QSize(widest, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Find the number of columns for the width."""
        super().resizeEvent(event)
        self._arrange()
