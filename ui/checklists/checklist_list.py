# SPDX-License-Identifier: MPL-2.0
"""The list of checklists."""

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QListView, QWidget

from auditapp.i18n import _
from ui.checklists.checklist_delegate import ChecklistDelegate
from ui.checklists.checklist_filter_model import ChecklistFilterModel
from ui.checklists.checklist_list_model import ROW_ROLE
from ui.theme.theme import Theme

_CHOOSING_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class ChecklistList(QListView):
    """Rows of checklists. Arrow keys move; Enter, Space or a click chooses.

    Signals:
        chosen: the person wants to see a checklist; its ``ChecklistRow``.
    """

    chosen = Signal(object)

    def __init__(
        self, theme: Theme, model: ChecklistFilterModel, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._delegate = ChecklistDelegate(theme, self)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(_("Checklists"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self._on_clicked)
        theme.changed.connect(self._on_theme_changed)

    def _on_clicked(self, index: QModelIndex) -> None:
        self.chosen.emit(index.data(ROW_ROLE))

    def _on_theme_changed(self) -> None:
        self._delegate.forget()
        self.scheduleDelayedItemsLayout()

    # Qt overrides

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin at the first checklist."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.model().rowCount():
            self.setCurrentIndex(self.model().index(0, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose by Enter or Space."""
        if event.key() in _CHOOSING_KEYS and self.currentIndex().isValid():
            self._on_clicked(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Measure the rows again in another font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._on_theme_changed()
