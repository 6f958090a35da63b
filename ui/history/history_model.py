# SPDX-License-Identifier: MPL-2.0
"""The lines of the history of an audit that are looked for, newest first."""

from collections.abc import Sequence

from PySide6.QtCore import QObject

from auditapp.history.line_filter import LineFilter
from auditapp.history.lines import HistoryLine
from auditapp.judgement.outline import Outline
from ui.history.history_rows import history_row
from ui.history.paged_lines import PagedLines
from ui.rows.row import Row


class HistoryModel(PagedLines[HistoryLine]):
    """Hold all lines, and offer those that a filter takes."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._outline: Outline | None = None
        self._filter = LineFilter()

    def set_lines(
        self, lines: Sequence[HistoryLine], searched: Sequence[str], outline: Outline
    ) -> None:
        """Offer other lines, oldest first; ``searched`` is what is searched of each."""
        self._outline = outline
        self._hold(lines, searched)
        self.set_filter(self._filter)

    def set_filter(self, wanted: LineFilter) -> None:
        """Offer the lines that ``wanted`` takes."""
        self._filter = wanted
        self._look_for(wanted.takes)

    def _row(self, line: HistoryLine) -> Row:
        assert self._outline is not None  # noqa: S101 - there are no lines without it
        return history_row(line, self._outline)
