# SPDX-License-Identifier: MPL-2.0
"""A date to type or to pick."""

import datetime as dt

from PySide6.QtCore import QDate, QKeyCombination, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from auditapp.i18n import _
from ui.theme.theme import Theme
from ui.widgets.buttons.icon_button import IconButton
from ui.widgets.fields.calendar_popup import CalendarPopup
from ui.widgets.fields.date_text import date_words, read_date
from ui.widgets.fields.line_field import LineField

_CALENDAR_KEYS = QKeyCombination(Qt.KeyboardModifier.AltModifier, Qt.Key.Key_Down)
_LEAST_WIDTH = 136
"""Room, in pixels at 100 %, for the longest date: 30 September 2026."""
_MOST_LEAST_WIDTH = 248
"""Pixels beyond which no room is asked for: a narrow window with large text has no more."""


class DateField(LineField):
    """A line that understands dates as people write them, and may be empty.

    A ``QDateEdit`` cannot be empty, takes one way of writing, and is three stops for Tab.
    While something is typed that is not a date, ``error`` says so in words and ``date`` is the
    last good one.

    Signals:
        date_changed: the user gave another date, or none; a ``datetime.date`` or None. Emitted on
            leaving, on Enter, from the calendar, and on a pause after a date with its whole year.
    """

    date_changed = Signal(object)

    def __init__(
        self, theme: Theme, label: str, *, hint: str = "", parent: QWidget | None = None
    ) -> None:
        """Make an empty field."""
        super().__init__(
            theme, label, hint=hint, placeholder=_("such as 5 Dec 2026"), parent=parent
        )
        self._date: dt.date | None = None
        self._popup: CalendarPopup | None = None
        name = _("Pick from a calendar")
        self._button = IconButton(theme, "calendar", name, shortcut=_("Alt+Down"), size=16)
        self._button.clicked.connect(self.open_calendar)
        self.frame.add_trailing(self._button)
        self.text_settled.connect(self._on_text_settled)
        self._on_theme_changed()
        theme.changed.connect(self._on_theme_changed)

    def set_date(self, day: dt.date | None) -> None:
        """Show a date, or none, without a signal."""
        self._date = day
        self.set_text("" if day is None else date_words(day))
        self.set_error(None)

    def settle_now(self) -> None:
        """Take what is typed at once, as if the field were left: a short year counts now."""
        super().settle_now()
        text = self.text.strip()
        day = read_date(text, _today())
        if day is not None or not text:
            self._give(day)
        else:
            example = _("Write a date such as 5 December 2026 or 5/12/2026.")
            self.set_error(_("This is not a date.") + " " + example)

    def set_read_only(self, is_read_only: bool) -> None:
        """Show the date without letting it be changed."""
        super().set_read_only(is_read_only)
        self._button.setHidden(is_read_only)

    def open_calendar(self) -> None:
        """Open the calendar under the field."""
        if self._popup is None:
            self._popup = CalendarPopup(self._theme, self)
            self._popup.day_picked.connect(self._on_day_picked)
        day = self._date or _today()
        self._popup.show_under(self.frame, QDate(day.year, day.month, day.day))

    @property
    def date(self) -> dt.date | None:
        """The date given, or None."""
        return self._date

    def _on_theme_changed(self) -> None:
        self.line_edit.setMinimumWidth(min(self._theme.px(_LEAST_WIDTH), _MOST_LEAST_WIDTH))

    def _give(self, day: dt.date | None) -> None:
        is_other = day != self._date
        self.set_date(day)
        if is_other:
            self.date_changed.emit(day)

    def _on_day_picked(self, day: QDate) -> None:
        self._give(dt.date(day.year(), day.month(), day.day()))
        self.line_edit.setFocus()

    def _on_text_settled(self, text: str) -> None:
        # A pause after "5/12/20" may come before "26": wait for the whole year, or for leaving.
        day = read_date(text, _today(), takes_short_years=False)
        if day is not None and day != self._date:
            self._date = day
            self.set_error(None)
            self.date_changed.emit(day)

    # Qt overrides

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the calendar by Alt+Down."""
        is_alt_down = event.keyCombination() == _CALENDAR_KEYS
        if is_alt_down and not self.line_edit.isReadOnly():
            self.open_calendar()
        else:
            super().keyPressEvent(event)


def _today() -> dt.date:
    return dt.datetime.now().astimezone().date()
