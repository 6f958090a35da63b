# SPDX-License-Identifier: MPL-2.0
"""A long list in a card, or in its place why there is nothing in it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from auditapp.i18n import _
from ui.messages import Message
from ui.registers.listed_list import ListedList
from ui.rows.column_titles import ColumnTitles
from ui.rows.row import Column
from ui.theme.theme import Theme
from ui.widgets.surfaces.card import Card
from ui.widgets.surfaces.empty_state import EmptyState


class ListStates(QStackedWidget):
    """The list, that it is being read, that nothing is there or found, or what went wrong.

    Signals:
        add_asked: the button was pressed where there is nothing yet.
        all_asked: the button was pressed where nothing was found.
        again_asked: the button was pressed where it could not be read.
    """

    add_asked = Signal()
    all_asked = Signal()
    again_asked = Signal()

    def __init__(
        self,
        theme: Theme,
        rows: ListedList,
        nothing: EmptyState,
        columns: Sequence[Column],
        words: str,
        parent: QWidget | None = None,
    ) -> None:
        """Show ``rows`` under their titles, or ``nothing`` where there is none yet.

        ``words`` is the title of what stands before the ``columns``.
        """
        super().__init__(parent)
        self._card = Card(theme, "list")
        self._card.body.setSpacing(0)
        self._titles = QHBoxLayout()
        if columns:
            self._titles.addWidget(ColumnTitles(theme, columns, words, has_line=True))
        self._card.body.addLayout(self._titles)
        self._card.body.addWidget(rows)
        self._rows = rows
        rows.verticalScrollBar().rangeChanged.connect(self._on_range_changed)
        self.nothing = nothing
        self.reading = EmptyState(theme, "loader-circle", _("Reading the audits …"), "")
        self.not_found = EmptyState(
            theme,
            "search",
            _("Nothing found"),
            _("Nothing here fits what you are looking for."),
            _("Show everything"),
        )
        self.failed = EmptyState(theme, "circle-alert", "", "", _("Try again"))
        for page in (self._card, self.nothing, self.reading, self.not_found, self.failed):
            self.addWidget(page)
        self.nothing.button_clicked.connect(self.add_asked)
        self.not_found.button_clicked.connect(self.all_asked)
        self.failed.button_clicked.connect(self.again_asked)
        self.setCurrentWidget(self.reading)

    def show_found(self, *, shown: int, is_searched: bool) -> None:
        """Show the list or, where it holds nothing, whether anything was looked for."""
        empty = self.not_found if is_searched else self.nothing
        self.setCurrentWidget(self._card if shown else empty)

    def show_reading(self) -> None:
        """Say that the audits are being read."""
        self.reading.set_content(_("Reading the audits …"), "")
        self.setCurrentWidget(self.reading)

    def show_progress(self, done: int, total: int) -> None:
        """Say how many audits are read, while nothing else is on show."""
        words = _("{done} of {total}. What was read is kept, so it is quicker the next time.")
        words = words.format(done=f"{done:,}", total=f"{total:,}")
        self.reading.set_content(_("Reading the audits …"), words)

    def show_failure(self, message: Message) -> None:
        """Say why nothing can be shown."""
        self.failed.set_content(message.title, message.text)
        self.setCurrentWidget(self.failed)

    @property
    def has_rows(self) -> bool:
        """Whether the list is on show."""
        return self.currentWidget() is self._card

    @property
    def stop(self) -> QWidget | None:
        """The button where there is no list; None while there is nothing to press."""
        page = self.currentWidget()
        if isinstance(page, EmptyState) and page.button.isVisibleTo(page):
            return page.button
        return None

    # Slots

    def _on_range_changed(self, _least: int, most: int) -> None:
        """Keep the titles over the columns, which make room for a scroll bar."""
        room = self._rows.verticalScrollBar().sizeHint().width() if most else 0
        self._titles.setContentsMargins(0, 0, room, 0)
