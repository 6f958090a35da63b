# SPDX-License-Identifier: MPL-2.0
"""Erase a case from a round."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from auditapp.i18n import _
from auditapp.model.ids import CaseReference
from auditapp.model.round import Round
from ui.messages import Message
from ui.rounds.erase_dialog import EraseDialog
from ui.rounds.open_round import OpenRound
from ui.theme.theme import Theme


class EraseDesk(QObject):
    """The dialog that asks which case, and what came of it."""

    def __init__(
        self,
        theme: Theme,
        open_round: OpenRound,
        view: QWidget,
        chosen: Callable[[], str] = lambda: "",
    ) -> None:
        """Work for ``view``, over which the dialog opens; ``chosen`` names a case chosen."""
        super().__init__(view)
        self._theme = theme
        self._round = open_round
        self._view = view
        self._chosen = chosen
        self.dialog: EraseDialog | None = None

    def ask(self) -> None:
        """Ask which case is erased, and why."""
        self.dialog = EraseDialog(self._theme, self._chosen(), self._view)
        self.dialog.given.connect(self._on_given)
        self.dialog.finished.connect(self._on_finished)
        self.dialog.open()

    def typed(self) -> dict[str, Any] | None:
        """Return what is typed, as it can be kept while the window is locked; None if nothing."""
        return None if self.dialog is None else self.dialog.typed()

    def resume(self, typed: Mapping[str, Any]) -> None:
        """Open the dialog again with what `typed` returned before."""
        self.ask()
        if self.dialog is not None:
            self.dialog.show_typed(typed)

    # Slots

    def _on_finished(self) -> None:
        self.dialog = None

    def _on_given(self, case: str, reason: str) -> None:
        desk = self._round
        words = _("The case is erased from this round. It is called {code} here now.")
        told: list[str] = []

        def erase() -> Round:
            """Erase the case, and keep what it is called from now on."""
            whole, code = desk.workspace.erase_case(
                desk.whole.id, CaseReference(case), reason, desk.by
            )
            told.append(words.format(code=code))
            return whole

        if desk.do(erase):
            text = _("Its audit and backups keep what they hold.")
            desk.tell(Message(told[0], text))
