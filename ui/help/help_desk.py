# SPDX-License-Identifier: MPL-2.0
"""Open the guide at what is on show, by its key and by every button that asks for it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from ui.keys.commands import CommandId
from ui.keys.keymap import bind
from ui.theme.theme import Theme

if TYPE_CHECKING:
    from ui.help.chapters import Place
    from ui.help.help_window import HelpWindow
    from ui.main_window import MainWindow


class HelpDesk(QObject):
    """Hold the one window of the guide, from asking for it to closing it.

    Signals:
        guided_start_asked: somebody wants to be shown the way.
    """

    guided_start_asked = Signal()

    def __init__(self, theme: Theme, window: "MainWindow") -> None:
        """Bind the key of help over all of ``window``."""
        super().__init__(window)
        self._theme = theme
        self._main = window
        self.window: HelpWindow | None = None
        bind(window, {CommandId.HELP: self.show})

    def show(self) -> None:
        """Show the chapter about what is on show, in front."""
        if self.window is None:
            self.window = self._make()
            self.window.show()
        self.window.let_start(can_start=self._can_start())
        self.window.show_place(self._place())
        self.window.raise_()
        self.window.activateWindow()

    def _make(self) -> "HelpWindow":
        from auditapp.guide import Guide  # noqa: PLC0415 - many sessions never ask
        from ui.help.help_window import HelpWindow  # noqa: PLC0415 - as above

        # A child of the window would be out of reach while a dialog is open over that.
        window = HelpWindow(self._theme, Guide())
        window.guided_start_asked.connect(self._on_guided_start_asked)
        window.finished.connect(self._on_closed)
        return window

    def _can_start(self) -> bool:
        main = self._main
        if main.start_view is not None or main.home_view is None:
            return False
        return main.audit_view is not None or main.home_view.can_be_shown_round

    def _place(self) -> "Place":
        from ui.help.chapters import INDEX, OF_PAGE  # noqa: PLC0415 - as above

        main = self._main
        if main.start_view is not None:
            return OF_PAGE.get(main.start_view.help_page, INDEX)
        shown = main.audit_view or main.home_view
        return INDEX if shown is None else shown.help_place

    def _on_guided_start_asked(self) -> None:
        asking = QApplication.activeModalWidget()
        if asking is not None:  # what is open over the window wants an answer first
            asking.activateWindow()
            return
        if self.window is not None:
            self.window.reject()
        self.guided_start_asked.emit()

    def _on_closed(self) -> None:
        self.window = None
