# SPDX-License-Identifier: MPL-2.0
"""Show what there is to do for the safety of the audits: a column of cards."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from auditapp.workspace import Workspace
from ui.data.backup_card import BackupCard
from ui.data.backup_view import BackupView
from ui.data.backup_work import OpenedBackup
from ui.data.case_card import CaseCard
from ui.data.data_cards import DataCards
from ui.data.keeping_card import KeepingCard
from ui.data.keys_card import KeysCard
from ui.data.logbook_card import LogbookCard
from ui.data.open_backup_dialog import OpenBackupDialog
from ui.home.place_page import PlacePage
from ui.jobs import Jobs
from ui.outside import Outside
from ui.preferences import Preferences
from ui.theme.theme import Theme


class DataView(QStackedWidget, PlacePage):
    """A card for each thing to look after; a backup that is looked at takes their place.

    Signals:
        restore_asked: the whole of a backup is to be restored; an `OpenedBackup`.
        keys_changed: something else opens the audits now.
        lock_asked: the audits must be unlocked again; why.
    """

    restore_asked = Signal(object)
    keys_changed = Signal()
    lock_asked = Signal(str)

    def __init__(
        self,
        theme: Theme,
        workspace: Workspace,
        preferences: Preferences,
        jobs: Jobs,
        outside: Outside,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._workspace = workspace
        self._preferences = preferences
        self._jobs = jobs
        self.backup = BackupCard(theme, workspace, preferences, jobs, outside)
        self.keys = KeysCard(theme, workspace, jobs, outside)
        self.contents: BackupView | None = None
        self._opened: OpenedBackup | None = None
        self.keeping = KeepingCard(theme, workspace, preferences)
        self.case = CaseCard(theme, workspace, preferences, jobs, outside)
        self.logbook = LogbookCard(theme, workspace, jobs, outside)
        cards = (self.backup, self.keys, self.keeping, self.case, self.logbook)
        self.cards = DataCards(theme, cards, self.backup.make_button)
        self.addWidget(self.cards)
        self.backup.backup_chosen.connect(self._on_backup_chosen)
        self.keys.keys_changed.connect(self.keys_changed)
        self.keys.lock_asked.connect(self.lock_asked)

    def refresh(self) -> None:
        """Show the cards as things are now."""
        self.backup.refresh()
        self.keeping.refresh()
        self.logbook.refresh()

    def settle_now(self) -> None:
        """Keep what is typed and not kept yet."""
        self.backup.settle_now()
        self.keeping.settle_now()

    # Slots

    def _on_backup_chosen(self, path: Path) -> None:
        paths = self._workspace.paths
        dialog = OpenBackupDialog(self._theme, paths, self._jobs, path, self)
        dialog.opened.connect(self._on_backup_opened)
        dialog.open()

    def _on_backup_opened(self, opened: OpenedBackup) -> None:
        self._opened = opened
        view = BackupView(self._theme, self._workspace, self._preferences, opened)
        view.left.connect(self._on_contents_left)
        view.whole_asked.connect(self._on_whole_asked)
        self.contents = view
        self.addWidget(view)
        self.setCurrentWidget(view)
        # The list itself: while the dialog is closing, no event would hand the focus on.
        view.table.setFocus()

    def _on_contents_left(self) -> None:
        view, self.contents = self.contents, None
        if view is not None:
            self.removeWidget(view)
            view.deleteLater()
        self.refresh()
        self.backup.check_button.setFocus()

    def _on_whole_asked(self) -> None:
        self.restore_asked.emit(self._opened)

    # Qt

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the focus on. A focus proxy would keep Tab from ever leaving the page."""
        super().focusInEvent(event)
        (self.contents or self.cards).setFocus(event.reason())
