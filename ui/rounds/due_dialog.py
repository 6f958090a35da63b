# SPDX-License-Identifier: MPL-2.0
"""Ask by which other day cases are due, and why."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from auditapp.i18n import _
from ui.theme.theme import Theme
from ui.widgets.fields.date_field import DateField
from ui.widgets.fields.text_area import TextArea
from ui.widgets.signs.text_label import TextLabel
from ui.widgets.surfaces.dialog import Dialog


class DueDialog(Dialog):
    """A day and a reason, both of which it wants.

    Signals:
        given: the person goes on; the ``datetime.date`` and the reason. The dialog has closed.
    """

    given = Signal(object, str)

    def __init__(
        self, theme: Theme, words: str, due: dt.date, parent: QWidget | None = None
    ) -> None:
        """Ask beneath ``words``; ``due`` is the day that it is now."""
        super().__init__(theme, _("Due on another day"), parent, width=560)
        self.day = DateField(theme, _("Due by"))
        self.day.set_date(due)
        self.reason = TextArea(theme, _("Reason"), min_lines=2)
        self._before = due
        self.add_page(TextLabel(theme, words, wrap=True), self.day, self.reason)
        self.cancel_button = self.add_cancel(_("Cancel"))
        self.keep_button = self.add_button(_("Save"), "primary", is_default=True)
        self.keep_button.clicked.connect(self._on_keep_clicked)
        self.day.line_edit.selectAll()
        self.day.line_edit.setFocus()

    def typed(self) -> dict[str, Any]:
        """Return what is typed, a day that is none too, as it can be kept while locked."""
        return {"day": self.day.text, "reason": self.reason.text}

    def show_typed(self, typed: Mapping[str, Any]) -> None:
        """Show what was typed before."""
        self.day.set_text(typed["day"])
        self.reason.set_text(typed["reason"])

    def _on_keep_clicked(self) -> None:
        self.day.settle_now()
        self.reason.settle_now()
        if self.day.error:
            return
        if self.day.date is None or self.day.date == self._before:
            self.day.set_error(_("Give another day."))
            return
        if not self.reason.text.strip():
            self.reason.set_error(_("Write the reason in a few words."))
            return
        day, reason = self.day.date, self.reason.text.strip()
        self.accept()
        self.given.emit(day, reason)
