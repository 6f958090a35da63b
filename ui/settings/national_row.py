# SPDX-License-Identifier: MPL-2.0
"""Show a timescale of law or national guidance, which nobody can switch or change here."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from auditapp.i18n import _
from auditapp.judgement.timescale_rules import TimescaleRule
from ui.settings.standard_words import detail_words
from ui.theme.theme import Theme
from ui.theme.tokens import EDGE, SPACE
from ui.widgets.signs.icon_label import IconLabel
from ui.widgets.signs.text_label import TextLabel

_LEFT = 14 + EDGE
"""In line with the boxes of the rows that can be ticked."""


class NationalRow(QWidget):
    """One timescale to read."""

    def __init__(self, theme: Theme, rule: TimescaleRule, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rule = rule
        detail = detail_words(rule) if rule.on else _("Not in use.") + " " + detail_words(rule)
        title = TextLabel(theme, rule.title, "body", None if rule.on else "2", wrap=True)
        self._detail = TextLabel(theme, detail, "caption", "2", wrap=True)
        self._row = QHBoxLayout(self)
        self._row.setSpacing(SPACE["2"])
        icon = IconLabel(theme, "scale" if rule.on else "minus", "text2", 20)
        self._row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(title)
        words.addWidget(self._detail)
        self._row.addLayout(words, 1)
        self._fit()
        theme.changed.connect(self._fit)

    @property
    def rule(self) -> TimescaleRule:
        """The timescale."""
        return self._rule

    @property
    def detail(self) -> str:
        """What is said about it under its title."""
        return self._detail.text()

    def _fit(self) -> None:
        across, down = self._theme.px(_LEFT), self._theme.px(8)
        self._row.setContentsMargins(across, down, across, down)
