# SPDX-License-Identifier: MPL-2.0
"""Close a round, open it again, or delete it."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from auditapp.errors import AuditAppError
from auditapp.i18n import _
from auditapp.model.round_edits import change_about
from ui.data.choice_dialog import ChoiceDialog
from ui.messages import explain
from ui.rounds.open_round import OpenRound
from ui.theme.theme import Theme
from ui.widgets.buttons.menu_button import MenuButton


class RoundDesk(QObject):
    """Two commands for the round as a whole.

    Signals:
        removed: the round was deleted.
    """

    removed = Signal()

    def __init__(
        self, theme: Theme, open_round: OpenRound, more: MenuButton, view: QWidget
    ) -> None:
        """Work for ``view``, over which the dialog opens; the menu of ``more`` has the commands."""
        super().__init__(view)
        self._theme = theme
        self._round = open_round
        self._view = view
        self._more = more
        self.close_command = more.add(_("C&lose the round"), "lock")
        self.remove_command = more.add(_("&Delete the round …"), "trash")
        self.dialog: ChoiceDialog | None = None
        self.close_command.triggered.connect(self._on_close_chosen)
        self.remove_command.triggered.connect(self._on_remove_chosen)

    def show_round(self) -> None:
        """Offer to close an open round, and to open a closed one."""
        is_closed = self._round.whole.about.closed_at is not None
        words = _("Open the round again") if is_closed else _("C&lose the round")
        self.close_command.setText(words)
        self._more.set_command_icon(self.close_command, "lock-open" if is_closed else "lock")

    def _on_close_chosen(self) -> None:
        self._round.refresh()
        by, about = self._round.by, self._round.whole.about
        closed_at = by.now if about.closed_at is None else None
        self._round.edit(
            lambda whole: change_about(
                whole, whole.about.model_copy(update={"closed_at": closed_at}), by
            )
        )

    def _on_remove_chosen(self) -> None:
        words = _(
            "Its list of cases, the draw and the reasons are deleted from this computer. Its "
            "audits stay. Backups and saved papers keep what they hold."
        )
        self.dialog = ChoiceDialog(
            self._theme, _("Delete the round for good?"), words, _("Delete for good"), self._view
        )
        self.dialog.accepted.connect(self._on_removal_accepted)
        self.dialog.open()

    def _on_removal_accepted(self) -> None:
        try:
            self._round.workspace.remove_round(self._round.whole.id)
        except AuditAppError as error:
            self._round.failed.emit(explain(error))
            return
        self.removed.emit()
