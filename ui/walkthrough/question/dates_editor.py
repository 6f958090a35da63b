# SPDX-License-Identifier: MPL-2.0
"""The editor of a series of dates, such as the visits to a child."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtWidgets import QWidget

from auditapp.i18n import _, ngettext
from auditapp.judgement.outline import AskedQuestion
from auditapp.model.answer import Answer
from ui.theme.theme import Theme
from ui.walkthrough.question.answer_editor import AnswerEditor
from ui.walkthrough.question.date_finding import FoundDates, find_dates
from ui.walkthrough.question.date_list import DateList
from ui.widgets.buttons.icon_button import IconButton
from ui.widgets.fields.date_text import date_words
from ui.widgets.fields.line_field import LineField
from ui.widgets.reading.announce import announce
from ui.widgets.signs.text_label import TextLabel

_MOST_NAMED: Final = 4
"""How many of the pieces that were left out are named."""

_MOST_LETTERS: Final = 40


class DatesEditor(AnswerEditor):
    """Takes dates one by one, or a whole pasted column; keeps them in order and each once."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.entry = LineField(
            theme, _("Add a date"), placeholder=_("such as 5 Dec 2026; or paste a whole column")
        )
        self.add_button = IconButton(theme, "plus", _("Add the date"), shortcut=_("Enter"), size=16)
        self.message = TextLabel(theme, "", "small", "2", wrap=True)
        self.list = DateList(theme)
        self._length = 0
        self._build()
        self._connect()

    @property
    def value(self) -> tuple[str, ...] | None:
        """The dates as ISO text, oldest first; None without any."""
        return tuple(day.isoformat() for day in self.list.dates) or None

    def settle_now(self) -> None:
        """Add the date that has been typed, if it is one."""
        if self.entry.text.strip():
            self._take(self.entry.text)

    def set_read_only(self, is_read_only: bool) -> None:
        """Show the dates without letting them be changed."""
        self.entry.setVisible(not is_read_only)
        self.list.set_read_only(is_read_only)
        self.setFocusProxy(self.list if is_read_only else self.entry)

    def mark_late(self, late: Mapping[dt.date, str]) -> None:
        """Mark the dates that came late; the words say by how much."""
        self.list.set_late(late)

    def _build(self) -> None:
        self.entry.frame.add_trailing(self.add_button)
        self.message.hide()
        self._column.addWidget(self.entry)
        self._column.addWidget(self.message)
        self._column.addWidget(self.list)
        self.setFocusProxy(self.entry)

    def _connect(self) -> None:
        self.entry.text_edited.connect(self._on_text_edited)
        self.entry.line_edit.returnPressed.connect(self.settle_now)
        self.add_button.clicked.connect(self._on_add_clicked)
        self.list.removal_asked.connect(self._on_removal_asked)

    def _show(self, asked: AskedQuestion, answer: Answer, *, is_other: bool) -> None:
        if is_other:
            self._clear_entry()
            self._say("")
        values = answer.value if isinstance(answer.value, tuple) else ()
        self._show_dates([dt.date.fromisoformat(value) for value in values])
        self.entry.editor.setAccessibleDescription(asked.question.text)

    def _show_dates(self, dates: Sequence[dt.date]) -> None:
        self.list.set_dates(dates)
        self.list.setVisible(bool(dates))

    def _clear_entry(self) -> None:
        self.entry.set_text("")
        self.entry.set_error(None)
        self._length = 0

    def _take(self, text: str) -> None:
        """Add the dates in ``text``; what is no date stays in the line when there is none."""
        found = find_dates(text, dt.datetime.now().astimezone().date())
        if not found.dates:
            example = _("Write a date such as 5 December 2026 or 5/12/2026.")
            self.entry.set_error(_("This is not a date.") + " " + example)
            return
        before = self.list.dates
        self._clear_entry()
        self._give([*before, *found.dates])
        self._say(_report(found, before))

    def _give(self, dates: Sequence[dt.date]) -> None:
        self._show_dates(sorted(set(dates)))
        self.value_given.emit(self.value)

    def _say(self, words: str) -> None:
        self.message.set_text(words)
        self.message.setVisible(bool(words))
        if words:
            announce(self.list, words)

    # Slots

    def _on_text_edited(self, text: str) -> None:
        # More than one letter at once was not typed but pasted or dropped.
        is_pasted = len(text) - self._length > 1
        self._length = len(text)
        today = dt.datetime.now().astimezone().date()
        if is_pasted and len(find_dates(text, today).dates) > 1:
            self._take(text)

    def _on_add_clicked(self) -> None:
        self.settle_now()
        self.entry.setFocus()

    def _on_removal_asked(self, day: dt.date) -> None:
        self._give([each for each in self.list.dates if each != day])
        self._say(_("{day} was removed.").format(day=date_words(day)))
        if not self.list.dates:
            self.entry.setFocus()


def _report(found: FoundDates, before: Sequence[dt.date]) -> str:
    """Say what became of a text with dates: how many are new, there already, and left out."""
    fresh = sorted(set(found.dates) - set(before))
    twice = len(found.dates) - len(fresh)
    parts = []
    if len(fresh) == 1:
        parts.append(_("{day} was added.").format(day=date_words(fresh[0])))
    elif fresh:
        parts.append(_("{count} dates were added.").format(count=len(fresh)))
    if len(found.dates) == twice == 1:
        parts.append(_("{day} is in the list already.").format(day=date_words(found.dates[0])))
    elif twice:
        words = ngettext("{count} was there already.", "{count} were there already.", twice)
        parts.append(words.format(count=twice))
    return " ".join((*parts, *_left_out_words(found.left_out)))


def _left_out_words(left_out: Sequence[str]) -> list[str]:
    if not left_out:
        return []
    named = [f"“{each[:_MOST_LETTERS]}”" for each in left_out[:_MOST_NAMED]]
    more = len(left_out) - len(named)
    if more:
        named.append(_("and {count} more").format(count=more))
    return [_("Left out, as not a date: {pieces}.").format(pieces=", ".join(named))]
