# SPDX-License-Identifier: MPL-2.0
"""The timescales under one heading."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from auditapp.judgement.timescale_rules import Standard, TimescaleRule
from auditapp.searching import holds
from ui.settings.national_row import NationalRow
from ui.settings.standard_row import StandardRow
from ui.settings.standard_words import searched_words
from ui.theme.theme import Theme
from ui.widgets.signs.text_label import TextLabel


class StandardGroup(QWidget):
    """A heading with a row for each timescale, national and local ones in the order of the file.

    Signals:
        changed: a local timescale was switched, or got another number.
    """

    changed = Signal()

    def __init__(
        self,
        theme: Theme,
        title: str,
        rules: Sequence[TimescaleRule],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._rows = [_row(theme, rule) for rule in rules]
        self._searched = [searched_words(rule, title) for rule in rules]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(2)
        column.addWidget(TextLabel(theme, title, "strong", wrap=True))
        for row in self._rows:
            column.addWidget(row)
        for local in self.local_rows:
            local.changed.connect(self.changed)

    def show_matching(self, words: Sequence[str]) -> int:
        """Show only the rows that hold every one of ``words``; return how many those are."""
        fits = [holds(text, words) for text in self._searched]
        for row, is_wanted in zip(self._rows, fits, strict=True):
            row.setVisible(is_wanted)
        self.setVisible(any(fits))
        return sum(fits)

    @property
    def count(self) -> int:
        """How many timescales there are."""
        return len(self._rows)

    @property
    def local_rows(self) -> Sequence[StandardRow]:
        """The rows that can be ticked."""
        return [row for row in self._rows if isinstance(row, StandardRow)]

    @property
    def national_rows(self) -> Sequence[NationalRow]:
        """The rows that can only be read."""
        return [row for row in self._rows if isinstance(row, NationalRow)]


def _row(theme: Theme, rule: TimescaleRule) -> StandardRow | NationalRow:
    is_local = rule.standard is Standard.LOCAL
    return StandardRow(theme, rule) if is_local else NationalRow(theme, rule)
