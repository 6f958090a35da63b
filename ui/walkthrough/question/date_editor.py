# SPDX-License-Identifier: MPL-2.0
"""The editor of one date."""

import datetime as dt

from PySide6.QtWidgets import QWidget

from auditapp.i18n import _
from auditapp.judgement.outline import AskedQuestion
from auditapp.model.answer import Answer
from ui.theme.theme import Theme
from ui.walkthrough.question.answer_editor import AnswerEditor
from ui.widgets.fields.date_field import DateField

_WIDTH = 280


class DateEditor(AnswerEditor):
    """Takes a date."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.field = DateField(theme, _("Date"))
        self.field.date_changed.connect(self._on_date_changed)
        self._column.addWidget(self.field)
        self.setFocusProxy(self.field)
        self._fit()
        theme.changed.connect(self._fit)

    @property
    def value(self) -> str | None:
        """The date given last, as ISO text."""
        return None if self.field.date is None else self.field.date.isoformat()

    def settle_now(self) -> None:
        """Give what has been typed, as if the field were left: then a short year counts."""
        self.field.settle_now()

    def _fit(self) -> None:
        self.field.setMaximumWidth(self._theme.px(_WIDTH))

    def set_read_only(self, is_read_only: bool) -> None:
        """Show the answer without letting it be changed."""
        self.field.set_read_only(is_read_only)

    def _show(self, asked: AskedQuestion, answer: Answer, *, is_other: bool) -> None:
        value = answer.value
        day = dt.date.fromisoformat(value) if isinstance(value, str) else None
        if is_other or day != self.field.date:
            self.field.set_date(day)
        self.field.editor.setAccessibleName(asked.question.text)

    def _on_date_changed(self, _day: dt.date | None) -> None:
        self.value_given.emit(self.value)
