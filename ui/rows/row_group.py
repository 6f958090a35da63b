# SPDX-License-Identifier: MPL-2.0
"""A list of rows under its heading."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from auditapp.i18n import _
from ui.rows.column_titles import ColumnTitles
from ui.rows.row import Column, Row
from ui.rows.row_list import RowList
from ui.theme.theme import Theme
from ui.widgets.buttons.push_button import PushButton
from ui.widgets.signs.icon_label import IconLabel
from ui.widgets.signs.pill import Pill
from ui.widgets.signs.text_label import TextLabel

FEW: Final = 5
"""Rows shown at first, so that one long list does not push the others off the page."""


class RowGroup(QWidget):
    """A heading with the number of rows, the first few of them, and a button for the others.

    Signals:
        step_asked: a row was chosen; the step it leads to.
        key_chosen: a row was chosen that leads elsewhere; its key.
        row_reached: another row has the focus and should be in view; the list that holds it.
    """

    step_asked = Signal(object)
    key_chosen = Signal(str)
    row_reached = Signal(object)

    def __init__(  # noqa: PLR0913 - each is a part that a caller may leave out
        self,
        theme: Theme,
        title: str,
        *,
        icon: str = "",
        tone: str = "neutral",
        few: int = FEW,
        at_a_time: int = 0,
        columns: Sequence[Column] = (),
        about: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """Make an empty group; one without ``icon`` has no heading of its own, only a name.

        ``about`` is the title over what stands before the ``columns``: what each row is about.

        The button shows ``at_a_time`` of the other rows, or all of them. Laying out a row takes a
        millisecond or two: many hundreds at once would hold the window up.
        """
        super().__init__(parent)
        self._theme = theme
        self.title = title
        self._tone = tone
        self._at_a_time = at_a_time
        self._count = Pill(theme, "0", tone)
        self.list = RowList(theme, title, few, columns)
        self.all_button = PushButton(theme, "", "quiet", "chevron-down")
        self.list.step_asked.connect(self.step_asked)
        self.list.key_chosen.connect(self.key_chosen)
        self.list.row_reached.connect(self._on_row_reached)
        self.all_button.clicked.connect(self._on_all_clicked)
        self._build(icon, columns, about)
        self.set_rows(())

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows; the group is not to be seen without any."""
        self.list.set_rows(rows)
        self._count.set_content(str(len(rows)), self._tone)
        self.setVisible(bool(rows))
        self._show_rest()

    @property
    def rows(self) -> Sequence[Row]:
        """All rows, shown or not."""
        return self.list.rows

    def _build(self, icon: str, columns: Sequence[Column], about: str) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        if icon:
            column.addLayout(self._heading(icon))
        if columns:
            column.addWidget(ColumnTitles(self._theme, columns, about))
        column.addWidget(self.list)
        row = QHBoxLayout()
        row.addWidget(self.all_button)
        row.addStretch(1)
        column.addLayout(row)

    def _heading(self, icon: str) -> QHBoxLayout:
        heading = QHBoxLayout()
        heading.setSpacing(2)
        heading.setContentsMargins(4, 8, 0, 0)
        ink = "text2" if self._tone == "neutral" else self._tone
        heading.addWidget(IconLabel(self._theme, icon, ink))
        title = TextLabel(self._theme, self.title, "strong", wrap=True)
        heading.addWidget(title)
        heading.addWidget(self._count, 0, Qt.AlignmentFlag.AlignTop)
        heading.addStretch(1)
        return heading

    def _show_rest(self) -> None:
        hidden = self.list.hidden_count
        self.list.setVisible(hidden < len(self.rows))
        words = _("Show all {count}").format(count=len(self.rows))
        if 0 < self._at_a_time < hidden:
            is_begun = hidden < len(self.rows)
            words = _("Show {count} more") if is_begun else _("Show the first {count}")
            words = words.format(count=self._at_a_time)
        self.all_button.setText(words)
        self.all_button.setAccessibleName(f"{words}: {self.title}")
        self.all_button.setVisible(hidden > 0)

    def _on_row_reached(self) -> None:
        self.row_reached.emit(self.list)

    def _on_all_clicked(self) -> None:
        if 0 < self._at_a_time < self.list.hidden_count:
            self.list.show_more(self._at_a_time)
        else:
            self.list.show_all()
        self._show_rest()
        self.list.setFocus()
