# SPDX-License-Identifier: MPL-2.0
"""The strip that says that something could not be saved."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from auditapp.i18n import _
from ui.messages import explain
from ui.theme.theme import Theme
from ui.widgets.surfaces.banner import Banner


class SaveFailedStrip(QWidget):
    """Say why a change is not on the disk yet, and offer to try again.

    Signals:
        again_asked: the person wants to try again now.
    """

    again_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.banner = Banner(theme, "danger", "", actions=[("again", _("Try again"))])
        self.banner.action_clicked.connect(self._on_action_clicked)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 0)
        column.addWidget(self.banner)
        self.hide()

    def show_error(self, error: BaseException) -> None:
        """Say what went wrong."""
        message = explain(error)
        kept = _("Your last changes are on the screen, but not saved yet.")
        self.banner.set_content("danger", message.title, f"{kept} {message.text}", "circle-alert")
        self.show()

    def _on_action_clicked(self) -> None:
        self.again_asked.emit()
