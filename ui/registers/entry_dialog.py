# SPDX-License-Identifier: MPL-2.0
"""Add an entry to a register, change it, or remove it with a reason."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from auditapp.i18n import _
from auditapp.judgement.moment_words import moment_words
from auditapp.listing import AuditRow
from auditapp.model.register import Register, RegisterEntry
from ui.fault_banner import FaultBanner
from ui.registers.entry_fields import NEW_TITLES
from ui.registers.entry_form import EntryForm
from ui.theme.theme import Theme
from ui.widgets.fields.line_field import LineField
from ui.widgets.signs.text_label import TextLabel
from ui.widgets.surfaces.dialog import Dialog


class EntryDialog(Dialog):
    """The form of one entry. It stays open until what is asked of it was done.

    Signals:
        entry_given: it is to be kept; the fields of the entry.
        removal_asked: it is to be removed; the reason.
    """

    entry_given = Signal(object)
    removal_asked = Signal(str)

    def __init__(
        self,
        theme: Theme,
        register: Register,
        audits: Sequence[AuditRow],
        today: dt.date,
        entry: RegisterEntry | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Ask for a new entry, or show the one that there is."""
        super().__init__(theme, NEW_TITLES[register], parent, width=680)
        self.form = EntryForm(theme, register, audits, today)
        self.reason = LineField(theme, _("Why should it not be there?"))
        self.banner = FaultBanner(theme)
        words = TextLabel(theme, _made_words(entry), "small", "2", wrap=True)
        self._page = self.add_page(words, self.form, self.reason, self.banner)
        words.setVisible(entry is not None)
        self.reason.hide()
        self.remove_button = self.add_button(_("Remove …"), "quiet")
        self.remove_button.setVisible(entry is not None)
        self.add_cancel(_("Cancel"))
        self.save_button = self.add_button(_("Save"), "primary")
        if entry is not None:
            self.form.show_values(entry.record())
        self.remove_button.clicked.connect(self._on_remove_clicked)
        self.save_button.clicked.connect(self._on_save_clicked)
        next(iter(self.form.editors.values())).setFocus()

    def tell(self, error: BaseException) -> None:
        """Say why it could not be done."""
        self.banner.tell(error)
        self._page.show_whole(self.banner)

    def typed(self) -> dict[str, Any]:
        """Return what is typed, as it can be kept while the window is locked."""
        return {"fields": self.form.typed(), "reason": self.reason.text}

    def show_typed(self, typed: Mapping[str, Any]) -> None:
        """Show what was typed before."""
        self.form.show_typed(typed.get("fields", {}))
        if typed.get("reason"):
            self._ask_reason()
            self.reason.set_text(str(typed["reason"]))

    def _ask_reason(self) -> None:
        self.reason.show()
        self.remove_button.setText(_("Remove it for this reason"))
        self.remove_button.set_variant("danger")

    # Slots

    def _on_save_clicked(self) -> None:
        self.banner.hide()
        fields = self.form.read()
        if fields is not None:
            self.entry_given.emit(fields)

    def _on_remove_clicked(self) -> None:
        if self.reason.isHidden():
            self._ask_reason()
            self._page.show_whole(self.reason)
            self.reason.setFocus()
            return
        reason = self.reason.text.strip()
        self.reason.set_error(None if reason else _("Write why it should not be there."))
        if reason:
            self.removal_asked.emit(reason)
        else:
            self.reason.setFocus()


def _made_words(entry: RegisterEntry | None) -> str:
    if entry is None:
        return ""
    words = _("Written down by {who}, {when}. Every change stays in the history.")
    return words.format(who=entry.author, when=moment_words(entry.created_at))
