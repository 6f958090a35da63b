# SPDX-License-Identifier: MPL-2.0
"""Open the form of an entry, and carry out what is asked in it."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from auditapp.errors import AuditAppError, NotAllowedError
from auditapp.i18n import _
from auditapp.judgement.moment_words import uk_time
from auditapp.model.edits import Author
from auditapp.model.ids import RecordId
from auditapp.model.register import ENTRIES, Register, RegisterEntry
from auditapp.workspace import Workspace
from ui.preferences import Preferences
from ui.registers.entry_dialog import EntryDialog
from ui.theme.theme import Theme
from ui.widgets.reading.announce import announce


class EntryDesk(QObject):
    """Hold the dialog of one entry at a time.

    Signals:
        changed: something was added, changed or removed.
    """

    changed = Signal()

    def __init__(
        self,
        theme: Theme,
        workspace: Workspace,
        preferences: Preferences,
        register: Register,
        view: QWidget,
    ) -> None:
        """Work for ``view``, over which the dialog opens."""
        super().__init__(view)
        self._theme = theme
        self._workspace = workspace
        self._preferences = preferences
        self._register = register
        self._view = view
        self._entry_id: RecordId | None = None
        self._themes: Sequence[str] = ()
        self.dialog: EntryDialog | None = None

    def suggest_themes(self, themes: Sequence[str]) -> None:
        """Suggest these themes in the next form."""
        self._themes = themes

    def ask(self, entry_id: RecordId | None = None, typed: Mapping[str, Any] | None = None) -> None:
        """Ask for a new entry, or show one; with what was ``typed`` before, if anything was."""
        if self.dialog is not None:
            return
        entry = self._entries().get(entry_id) if entry_id is not None else None
        if entry_id is not None and entry is None:
            return  # it was removed meanwhile, and the list says so when it is read again
        audits = self._workspace.audits()
        today = uk_time(self._workspace.clock()).date()
        dialog = EntryDialog(self._theme, self._register, audits, today, entry, self._view)
        teams = {" ".join(row.team.split()) for row in audits} - {""}
        dialog.form.suggest(sorted(teams, key=str.casefold), self._themes)
        if typed is not None:
            dialog.show_typed(typed)
        dialog.entry_given.connect(self._on_entry_given)
        dialog.removal_asked.connect(self._on_removal_asked)
        dialog.finished.connect(self._on_finished)
        self._entry_id = entry_id
        self.dialog = dialog
        dialog.open()

    def typed(self) -> dict[str, Any] | None:
        """Return what is typed, as it can be kept while the window is locked; None if nothing."""
        if self.dialog is None:
            return None
        return {**self.dialog.typed(), "id": self._entry_id}

    def _entries(self) -> Mapping[RecordId, RegisterEntry]:
        if self._register is Register.DISPUTES:
            return self._workspace.disputes()
        if self._register is Register.LEARNING:
            return self._workspace.learning_messages()
        return self._workspace.quality_activities()

    def _by(self) -> Author:
        name = self._preferences.settings.auditor.strip()
        if not name:
            raise NotAllowedError(
                _("Nobody is named who writes this down."),
                _("Put your name in the settings, then try again."),
            )
        return Author(name, self._workspace.clock())

    # Slots

    def _on_entry_given(self, fields: Mapping[str, Any]) -> None:
        if self.dialog is None:
            return
        try:
            by = self._by()
            model = ENTRIES[self._register]
            entry = model(author=by.name, created_at=by.now, **self._kept(fields))
            if self._entry_id is None:
                self._workspace.add_to_register(entry, by)
            else:
                self._workspace.change_in_register(self._entry_id, entry, by)
        except AuditAppError as error:
            self.dialog.tell(error)
            return
        self._finish(_("It is written down."))

    def _kept(self, fields: Mapping[str, Any]) -> dict[str, Any]:
        """Return the fields, with what the form does not ask as it was."""
        before = self._entries().get(self._entry_id) if self._entry_id else None
        asked = None
        if before is not None and fields.get("audit") == getattr(before, "audit", None):
            asked = getattr(before, "question", None)
        return {**fields, "question": asked} if "audit" in fields else dict(fields)

    def _on_removal_asked(self, reason: str) -> None:
        if self.dialog is None or self._entry_id is None:
            return
        try:
            self._workspace.remove_from_register(self._register, self._entry_id, reason, self._by())
        except AuditAppError as error:
            self.dialog.tell(error)
            return
        self._finish(_("It was removed. The history keeps what it said, and why."))

    def _finish(self, words: str) -> None:
        if self.dialog is not None:
            self.dialog.accept()
        announce(self._view, words)
        self.changed.emit()

    def _on_finished(self) -> None:
        self.dialog = None
