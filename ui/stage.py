# SPDX-License-Identifier: MPL-2.0
"""Show one view at a time in the window."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QWidget


class Stage(QStackedWidget):
    """The views of the window, of which one is in front."""

    def show_view(self, view: QWidget) -> None:
        """Put a view in front, and the focus where it wants it."""
        if self.indexOf(view) < 0:
            self.addWidget(view)
        self.setCurrentWidget(view)
        view.setFocus(Qt.FocusReason.OtherFocusReason)

    def remove_view(self, view: QWidget | None) -> None:
        """Let a view go for good."""
        if view is not None:
            self.removeWidget(view)
            view.deleteLater()
