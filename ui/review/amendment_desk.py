# SPDX-License-Identifier: MPL-2.0
"""Ask before an amendment is opened, and before one is given up."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ui.open_audit import OpenAudit
from ui.review.amend_dialog import AmendDialog, AmendWords
from ui.review.give_up_dialog import GiveUpDialog
from ui.theme.theme import Theme


class AmendmentDesk(QObject):
    """Open the dialogs of amendments, one at a time.

    Signals:
        opened: the audit is open for an amendment.
        given_up: the audit is what was signed again.
    """

    opened = Signal()
    given_up = Signal()

    def __init__(self, theme: Theme, open_audit: OpenAudit, view: QWidget) -> None:
        """Work for ``view``, over which the dialogs open."""
        super().__init__(view)
        self._theme = theme
        self._open_audit = open_audit
        self._view = view
        self.dialog: AmendDialog | None = None

    def ask(self, words: AmendWords | None = None) -> None:
        """Ask for the reason; ``words`` are what was typed before, and came to nothing then."""
        if self.dialog is not None or self._open_audit.can_edit:
            return
        self.dialog = AmendDialog(self._theme, self._open_audit, self._view)
        if words is not None:
            self.dialog.set_words(words)
        self.dialog.accepted.connect(self.opened)
        self.dialog.finished.connect(self._on_finished)
        self.dialog.open()

    def ask_to_give_up(self) -> None:
        """Ask whether the amendment is to be given up."""
        dialog = GiveUpDialog(self._theme, self._open_audit, self._view)
        dialog.accepted.connect(self.given_up)
        dialog.open()

    @property
    def words(self) -> AmendWords | None:
        """What is typed and not used yet; None while nobody is asked."""
        return None if self.dialog is None else self.dialog.words

    def _on_finished(self) -> None:
        self.dialog = None
