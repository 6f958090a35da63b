# SPDX-License-Identifier: MPL-2.0
"""Say which lines of a history are looked for."""

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from auditapp.history.line_filter import LineFilter
from auditapp.history.lines import GROUP_WORDS, HistoryLine, LineGroup
from auditapp.i18n import _
from auditapp.model.ids import QuestionKey
from ui.theme.theme import Theme
from ui.widgets.buttons.push_button import PushButton
from ui.widgets.fields.combo_field import ComboField
from ui.widgets.fields.search_field import SearchField

_ONE_LINE_FROM: Final = 620


class HistoryFilterBar(QWidget):
    """A search field and two lists; of a history of one question a button that shows all again.

    Signals:
        filter_changed: other lines are looked for.
    """

    filter_changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._question: QuestionKey | None = None
        self.search = SearchField(theme, _("Search"), _("Search the history"))
        self.group = ComboField(theme, _("Kind"))
        self.person = ComboField(theme, _("Person"))
        self.question_button = PushButton(theme, "", "quiet", "x")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(0)
        self._build()
        theme.changed.connect(self._arrange)

    def offer(self, lines: Iterable[HistoryLine]) -> None:
        """Offer the kinds and people that occur; a choice that still occurs is kept."""
        held = list(lines)
        groups = {line.group for line in held}
        kinds = [(each.value, GROUP_WORDS[each]) for each in LineGroup if each in groups]
        people = sorted({line.by for line in held}, key=str.casefold)
        _offer(self.group, _("All kinds"), kinds)
        _offer(self.person, _("Everybody"), [(each, each) for each in people])

    def look_for(self, question: QuestionKey | None, words: str = "") -> None:
        """Look for the lines of one question, named ``words``, or of all."""
        self._question = question
        self.question_button.setText(words)
        self.question_button.setAccessibleName(_("{words}. Show all").format(words=words))
        self.question_button.setVisible(question is not None)

    def clear(self) -> None:
        """Look for every line again."""
        self.look_for(None)
        for field in (self.group, self.person):
            field.set_value("")
        self.search.set_text("")
        self.filter_changed.emit()

    @property
    def wanted(self) -> LineFilter:
        """Which lines are looked for."""
        group = self.group.value
        return LineFilter(
            group=LineGroup(group) if group else None,
            person=self.person.value or "",
            question=self._question,
            text=self.search.text.strip(),
        )

    def _build(self) -> None:
        for field in (self.group, self.person):
            field.label.hide()
            field.value_chosen.connect(self._on_filter_changed)
        self.offer(())
        self.question_button.hide()
        self.question_button.clicked.connect(self._on_question_dropped)
        self.search.text_edited.connect(self._on_filter_changed)
        self._arrange()

    def _arrange(self) -> None:
        """Put all on one line, or the search on a line of its own."""
        is_wide = self.width() >= self._theme.px(_ONE_LINE_FROM)
        self._grid.addWidget(self.search, 0, 0, 1, 2)
        for column, field in enumerate((self.group, self.person)):
            place = (0, 2 + column) if is_wide else (1, column)
            self._grid.addWidget(field, *place)
        left = Qt.AlignmentFlag.AlignLeft
        self._grid.addWidget(self.question_button, 2, 0, 1, 4 if is_wide else 2, left)
        for column in range(4):
            self._grid.setColumnStretch(column, 1 if is_wide or column < 2 else 0)  # noqa: PLR2004

    # Slots

    def _on_filter_changed(self) -> None:
        self.filter_changed.emit()

    def _on_question_dropped(self) -> None:
        self.look_for(None)
        self.search.setFocus()
        self.filter_changed.emit()

    # Qt overrides

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Find the number of lines for the width."""
        super().resizeEvent(event)
        self._arrange()


def _offer(field: ComboField, everything: str, items: list[tuple[str, str]]) -> None:
    chosen = field.value
    field.set_items([("", everything), *items])
    field.set_value(chosen if chosen in dict(items) else "")
