# SPDX-License-Identifier: MPL-2.0
"""Hide what cannot be saved behind the lock screen: nobody reads it, and it is not lost."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from auditapp.i18n import _
from ui.messages import explain
from ui.start.unlock_view import UnlockView

if TYPE_CHECKING:
    from auditapp.workspace import Workspace

RETRY_AFTER: Final = 5000
"""Milliseconds until it is tried again to save."""


class Cover(QObject):
    """Keep an open workspace behind ``view`` and try to save, until that succeeds.

    Until then the keys are in memory. Whoever gives the passphrase or the recovery key to ``view``
    is shown the work as it was left.

    Signals:
        emptied: everything is saved; the workspace can be closed.
    """

    emptied = Signal()

    def __init__(
        self,
        view: UnlockView,
        workspace: "Workspace",
        settle: Callable[[], BaseException | None],
        reason: str,
        parent: QObject,
    ) -> None:
        """Begin.

        Args:
            view: The lock screen that is on show.
            workspace: What it hides.
            settle: Saves everything; returns why that failed, None when it did not.
            reason: Why the window was locked, as a sentence.
            parent: The window.
        """
        super().__init__(parent)
        self._reason = reason
        self._view = view
        self._workspace = workspace
        self._settle = settle
        self._timer = QTimer(self, interval=RETRY_AFTER)
        self._timer.timeout.connect(self.try_again)
        self._timer.start()
        view.set_opening(self._prove)

    def show_error(self, error: BaseException) -> None:
        """Say what keeps the work from being saved."""
        message = explain(error)
        kept = _(
            "Your last changes are not saved yet. They are kept behind this screen: do not switch "
            "the computer off."
        )
        self._view.set_warning(f"{self._reason} {message.title}", f"{kept} {message.text}")

    def show_saved(self) -> None:
        """Say that everything is saved after all."""
        self._view.set_reason(_("{reason} Your work is saved.").format(reason=self._reason))

    def try_again(self) -> bool:
        """Try to save; return whether everything is saved now."""
        if self._view.is_busy:  # somebody who is about to see it will be asked
            return False
        error = self._settle()
        if error is not None:
            return False
        self.end()
        self.emptied.emit()
        return True

    def end(self) -> None:
        """Cover nothing any more."""
        self._timer.stop()
        self._view.set_opening(None)
        self.deleteLater()

    def _prove(self, secret: str) -> "Workspace":
        """Return the workspace to whoever knows ``secret``. Called in a thread."""
        self._workspace.require_secret(secret)
        return self._workspace
