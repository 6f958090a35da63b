# SPDX-License-Identifier: MPL-2.0
"""Show what there is to do for the safety of the audits: a column of cards."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from auditapp.i18n import _
from auditapp.workspace import Workspace
from ui.data.backup_card import BackupCard
from ui.data.backup_view import BackupView
from ui.data.backup_work import OpenedBackup
from ui.data.open_backup_dialog import OpenBackupDialog
from ui.jobs import Jobs
from ui.outside import Outside
from ui.preferences import Preferences
from ui.theme.theme import Theme
from ui.theme.tokens import BREAK_POINTS, READING_WIDTH
from ui.widgets.pane import Pane
from ui.widgets.scroll_area import ScrollArea
from ui.widgets.text_label import TextLabel


class DataView(Pane):
    """A card for each thing to look after; a backup that is looked at takes their place.

    Signals:
        restore_asked: the whole of a backup is to be restored; an `OpenedBackup`.
    """

    restore_asked = Signal(object)

    def __init__(
        self,
        theme: Theme,
        workspace: Workspace,
        preferences: Preferences,
        jobs: Jobs,
        outside: Outside,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, "page", parent=parent)
        self._workspace = workspace
        self._preferences = preferences
        self._jobs = jobs
        self.backup = BackupCard(theme, workspace, preferences, jobs, outside)
        self.contents: BackupView | None = None
        self._opened: OpenedBackup | None = None
        self._pages = QStackedWidget()
        self._build()
        self.backup.backup_chosen.connect(self._on_backup_chosen)
        theme.changed.connect(self._fit)

    def refresh(self) -> None:
        """Show the cards as things are now."""
        self.backup.refresh()

    def settle_now(self) -> None:
        """Keep what is typed and not kept yet."""
        self.backup.settle_now()

    def _build(self) -> None:
        cards = QWidget()
        cards.setObjectName("content")
        self._column = QVBoxLayout(cards)
        self._column.setSpacing(14)
        self._column.addWidget(TextLabel(self._theme, _("Your data"), "title", wrap=True))
        self._column.addWidget(self.backup)
        self._column.addStretch(1)
        self._pages.addWidget(ScrollArea(self._theme, cards))
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(self._pages)

    def _fit(self) -> None:
        """Keep the cards to a width that reads well, in the middle."""
        px, width = self._theme.px, self.width()
        is_narrow = width < px(BREAK_POINTS["margins"])
        across = max(10 if is_narrow else 28, (width - px(READING_WIDTH)) // 2)
        down = 12 if is_narrow else 22
        self._column.setContentsMargins(across, down, across, down)

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
        self._pages.addWidget(view)
        self._pages.setCurrentWidget(view)
        # The list itself: while the dialog is closing, no event would hand the focus on.
        view.table.setFocus()

    def _on_contents_left(self) -> None:
        view, self.contents = self.contents, None
        if view is not None:
            self._pages.removeWidget(view)
            view.deleteLater()
        self.refresh()
        self.backup.check_button.setFocus()

    def _on_whole_asked(self) -> None:
        self.restore_asked.emit(self._opened)

    # Qt

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the focus on. A focus proxy would keep Tab from ever leaving the page."""
        super().focusInEvent(event)
        target = self.backup.make_button if self.contents is None else self.contents
        target.setFocus(event.reason())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the page to the width."""
        super().resizeEvent(event)
        self._fit()
