# SPDX-License-Identifier: MPL-2.0
"""Raise concerns from wherever the auditor is, and keep the open ones in sight."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from auditapp.change import Change
from auditapp.i18n import _
from auditapp.model.ids import QuestionKey, RecordId
from ui.open_audit import OpenAudit
from ui.theme.theme import Theme
from ui.walkthrough.concern_dialog import ConcernDialog
from ui.walkthrough.concern_strip import ConcernStrip
from ui.widgets.reading.announce import announce


class ConcernDesk(QObject):
    """Open the dialog of concerns, one at a time, and feed the strip.

    What was typed for a new concern and not kept is offered again the next time.
    """

    def __init__(
        self,
        theme: Theme,
        open_audit: OpenAudit,
        clock: Callable[[], datetime],
        view: QWidget,
    ) -> None:
        """Work for ``view``, over which the dialogs open."""
        super().__init__(view)
        self._theme = theme
        self._open_audit = open_audit
        self._clock = clock
        self._view = view
        self._typed = ""
        self._open_count = len(open_audit.audit.open_concerns)
        self.dialog: ConcernDialog | None = None
        self.strip = ConcernStrip(theme)
        self.strip.response_asked.connect(self.show_concern)
        self.strip.show_concerns(open_audit.audit)
        open_audit.changed.connect(self._on_changed)

    def raise_concern(self, question: QuestionKey | None = None) -> None:
        """Ask for a new concern; offer to tie it to ``question``."""
        if self.dialog is not None or not self._open_audit.can_edit:
            return
        dialog = ConcernDialog(self._theme, self._open_audit, self._clock, parent=self._view)
        dialog.what.set_text(self._typed)
        dialog.given_up.connect(self._on_given_up)
        dialog.accepted.connect(self._on_raised)
        asked = None if question is None else self._open_audit.outline.by_key.get(question)
        if asked is not None:
            dialog.ask_about(asked.key, asked.number)
        self._open(dialog)

    def show_concern(self, key: RecordId) -> None:
        """Show a concern, to record the response to it."""
        if self.dialog is None:
            parent = self._view
            self._open(ConcernDialog(self._theme, self._open_audit, self._clock, key, parent))

    def settle_now(self) -> RecordId | None:
        """Keep the concern that is being written: rather too early than lost.

        Returns:
            Its key; None when there is none, or nothing in it.
        """
        if self.dialog is None:
            return None
        kept = self.dialog.keep() if self.dialog.is_worth_keeping else None
        if kept is None and self.dialog is not None:
            self.dialog.reject()
        return kept

    def _open(self, dialog: ConcernDialog) -> None:
        self.dialog = dialog
        dialog.finished.connect(self._on_finished)
        dialog.open()

    # Slots

    def _on_given_up(self, typed: str) -> None:
        self._typed = typed

    def _on_raised(self) -> None:
        self._typed = ""

    def _on_finished(self) -> None:
        self.dialog = None

    def _on_changed(self, change: Change, initiator: object) -> None:
        if not (change.touches("concerns") or change.touches("sign_off")):
            return
        before, self._open_count = self._open_count, len(change.audit.open_concerns)
        self.strip.show_concerns(change.audit)
        if self._open_count > before:
            announce(self.strip, _("An immediate concern is open."), urgent=True)
