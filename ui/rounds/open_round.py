# SPDX-License-Identifier: MPL-2.0
"""Hold the round that somebody works on: the only object of the window that may change it."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from auditapp.errors import AuditAppError
from auditapp.model.edits import Author
from auditapp.model.ids import RoundId
from auditapp.model.round import Round
from auditapp.operations.rounds import MakeEdit
from auditapp.workspace import Workspace
from ui.messages import Message, explain
from ui.preferences import Preferences


class OpenRound(QObject):
    """Change one round, and tell who shows it. What failed has changed nothing.

    Signals:
        changed: the round is another one now.
        failed: something could not be done; the ``Message``.
        told: something was done that is worth saying; the ``Message``.
    """

    changed = Signal()
    failed = Signal(object)
    told = Signal(object)

    def __init__(
        self,
        workspace: Workspace,
        preferences: Preferences,
        round_id: RoundId,
        parent: QObject | None = None,
    ) -> None:
        """Open a round.

        Raises:
            LedgerDamagedError, SchemaTooNewError: It cannot be read.
            SaveFailedError: What its audits say of it could not be taken over.
        """
        super().__init__(parent)
        self.workspace = workspace
        self._preferences = preferences
        self.whole: Round = workspace.refresh_round(round_id)

    @property
    def by(self) -> Author:
        """Who works on it, and the time."""
        name = self._preferences.person_name
        return Author(name, self.workspace.clock())

    def edit(self, make: MakeEdit) -> bool:
        """Make one edit; tell whether it is done."""
        return self.do(lambda: self.workspace.edit_round(self.whole.id, make))

    def do(self, work: Callable[[], Round]) -> bool:
        """Take over what ``work`` makes of the round; tell whether it is done."""
        try:
            whole = work()
        except AuditAppError as error:
            self.failed.emit(explain(error))
            return False
        if whole != self.whole:
            self.whole = whole
            self.changed.emit()
        return True

    def refresh(self) -> None:
        """Take over how far its audits are."""
        self.do(lambda: self.workspace.refresh_round(self.whole.id))

    def tell(self, message: Message) -> None:
        """Say that something was done."""
        self.told.emit(message)
