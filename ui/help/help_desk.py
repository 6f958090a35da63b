# SPDX-License-Identifier: MPL-2.0
"""Open the guide at what is on show, by its key and by every button that asks for it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QWindow
from PySide6.QtWidgets import QApplication, QWidget

from ui.jobs import Jobs
from ui.keys.commands import CommandId
from ui.keys.keymap import bind, command
from ui.outside import Outside
from ui.theme.theme import Theme

if TYPE_CHECKING:
    from ui.help.chapters import Place
    from ui.help.help_window import HelpWindow
    from ui.main_window import MainWindow
    from ui.widgets.surfaces.dialog import Dialog


class HelpDesk(QObject):
    """Hold the one window of the guide, from asking for it to closing it.

    A dialog blocks every window but those that belong to it: the guide belongs to whatever it was
    asked from last, and goes back to the main window when that closes. The key that shows the
    guidance in an audit asks for the guide wherever there is no guidance to show.

    Signals:
        guided_start_asked: somebody wants to be shown the way.
    """

    guided_start_asked = Signal()

    def __init__(
        self,
        theme: Theme,
        application: QApplication,
        jobs: Jobs,
        outside: Outside,
        window: "MainWindow",
    ) -> None:
        """Bind the key of help over all of ``window``, and over each dialog that opens."""
        super().__init__(window)
        self._theme = theme
        self._jobs = jobs
        self._outside = outside
        self._main = window
        self.window: HelpWindow | None = None
        bind(window, {CommandId.HELP: self.show})
        window.installEventFilter(self)
        application.focusWindowChanged.connect(self._on_front_changed)

    def show(self) -> None:
        """Show the chapter about what is on show, in front."""
        owner = _dialog_in_front() or self._main
        if self.window is None:
            self.window = self._make(owner)
            self.window.show()
        elif self.window.parentWidget() is not owner:
            self._give_to(owner)
        self.window.let_start(can_start=self._can_start())
        self.window.show_place(self._place())
        self.window.raise_()
        self.window.activateWindow()

    def _make(self, owner: QWidget) -> "HelpWindow":
        from auditapp.guide import Guide  # noqa: PLC0415 - many sessions never ask
        from ui.help.help_window import HelpWindow  # noqa: PLC0415 - as above

        window = HelpWindow(self._theme, Guide(), self._jobs, self._outside, owner)
        window.guided_start_asked.connect(self._on_guided_start_asked)
        window.finished.connect(self._on_closed)
        return window

    def _give_to(self, owner: QWidget) -> None:
        """Have the guide lie over another window, where it is."""
        if self.window is not None:
            place = self.window.geometry()
            self.window.setParent(owner, Qt.WindowType.Window)
            self.window.setGeometry(place)
            self.window.show()

    def _can_start(self) -> bool:
        main = self._main
        if main.start_view is not None or main.home_view is None or _dialog_in_front():
            return False
        return main.audit_view is not None or main.home_view.can_be_shown_round

    def _place(self) -> "Place":
        from ui.help.chapters import INDEX, OF_PAGE  # noqa: PLC0415 - as above
        from ui.help.dialog_chapters import place_of_dialog  # noqa: PLC0415 - as above

        main = self._main
        dialog = _dialog_in_front()
        place = None if dialog is None else place_of_dialog(dialog)
        if place is not None:
            return place
        if main.start_view is not None:
            return OF_PAGE.get(main.start_view.help_page, INDEX)
        shown = main.audit_view or main.home_view
        return INDEX if shown is None else shown.help_place

    # Slots

    # Of the class: the application may tell this while Python takes the object apart.
    @Slot(QWindow)
    def _on_front_changed(self, _window: QWindow | None) -> None:
        """Bind the keys over a dialog when it first comes to the front."""
        dialog = _dialog_in_front()
        if dialog is None or not _is_over(dialog, self._main):
            return  # of another window, with help of its own
        if not dialog.property("has_help"):
            dialog.setProperty("has_help", True)
            bind(dialog, {CommandId.HELP: self.show, CommandId.GUIDANCE: self.show})
            dialog.finished.connect(self._on_dialog_closed)

    def _on_dialog_closed(self) -> None:
        if self.window is not None and self.window.parentWidget() is self.sender():
            self._give_to(_dialog_in_front() or self._main)
            self.window.let_start(can_start=self._can_start())

    def _on_guided_start_asked(self) -> None:
        if self.window is not None:
            self.window.reject()
        self.guided_start_asked.emit()

    def _on_closed(self) -> None:
        self.window = None

    # Qt overrides

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Show the guide by the key of the guidance that no view has taken."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            pressed = QKeySequence(event.keyCombination())
            if pressed in map(QKeySequence, command(CommandId.GUIDANCE).keys):
                self.show()
                return True
        return super().eventFilter(watched, event)


def _dialog_in_front() -> "Dialog | None":
    """Return the dialog that has to be answered before anything else, if there is one."""
    modal = QApplication.activeModalWidget()
    if modal is None:
        return None
    from ui.widgets.surfaces.dialog import Dialog  # noqa: PLC0415 - none is there before the first paint

    return modal if isinstance(modal, Dialog) else None


def _is_over(dialog: QWidget, window: QWidget) -> bool:
    """Tell whether a dialog was opened from a window, or from what lies over it."""
    below: QWidget | None = dialog
    while below is not None and below is not window:
        below = below.parentWidget()
    return below is window
