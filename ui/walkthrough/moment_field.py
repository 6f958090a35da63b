# SPDX-License-Identifier: MPL-2.0
"""A day and a time of day, to type."""

import datetime as dt
import re
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from auditapp.i18n import _
from ui.theme.theme import Theme
from ui.widgets.fields.date_field import DateField
from ui.widgets.fields.line_field import LineField

_TIME: Final = re.compile(r"(\d{1,2})\s*[:.]?\s*(\d{2})?\s*([ap]m)?", re.IGNORECASE)
_NOON: Final = 12


class MomentField(QWidget):
    """A date field with a field for the time beside it; local time. It may be empty."""

    def __init__(self, theme: Theme, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = label
        self.day = DateField(theme, label)
        self.time = LineField(theme, _("Time"), placeholder=_("such as 14:30"))
        self.time.line_edit.setAccessibleName(_("{field}: time").format(field=label))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.day, 3, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.time, 2, Qt.AlignmentFlag.AlignTop)
        self.setFocusProxy(self.day)

    def set_moment(self, moment: dt.datetime | None) -> None:
        """Show a moment (aware), or none."""
        local = None if moment is None else moment.astimezone()
        self.day.set_date(None if local is None else local.date())
        self.time.set_text("" if local is None else f"{local:%H:%M}")
        self.time.set_error(None)

    def read(self) -> dt.datetime | None:
        """Return the moment (aware), None when there is none.

        A day without a time stands for its first minute.

        Raises:
            ValueError: What is typed is not a day or not a time; the field says so.
        """
        self.day.settle_now()
        if self.day.error is not None:
            self.day.setFocus()
            raise ValueError(self.day.error)
        typed = self.time.text.strip()
        time = read_time(typed) if typed else dt.time()
        if time is None:
            self.time.set_error(_("Write a time such as 14:30."))
            self.time.setFocus()
            raise ValueError(self.time.error)
        self.time.set_error(None)
        day = self.day.date
        return None if day is None else dt.datetime.combine(day, time).astimezone()

    def set_read_only(self, is_read_only: bool) -> None:
        """Show the moment without letting it be changed."""
        for field in (self.day, self.time):
            field.set_read_only(is_read_only)


def read_time(text: str) -> dt.time | None:
    """Return the time of day that ``text`` says (14:30, 1430, 2.30pm), or None."""
    found = _TIME.fullmatch(text)
    if found is None or not (found[2] or found[3]):
        return None
    hour, minute = int(found[1]), int(found[2] or 0)
    if found[3]:
        if not 1 <= hour <= _NOON:
            return None
        hour = hour % _NOON + (_NOON if found[3].casefold() == "pm" else 0)
    try:
        return dt.time(hour, minute)
    except ValueError:
        return None
