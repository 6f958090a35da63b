# SPDX-License-Identifier: MPL-2.0
"""Warn that the window is about to lock by itself."""

from PySide6.QtWidgets import QApplication, QWidget

from auditapp.i18n import _
from ui.locking.lock_watch import LockWatch
from ui.theme.theme import Theme
from ui.widgets.reading.announce import announce
from ui.widgets.signs.text_label import TextLabel
from ui.widgets.surfaces.dialog import Dialog


class LockWarning(Dialog):
    """Say so in time; any key and any move of the mouse puts it off, and closes this.

    The key goes no further, as it comes to this dialog: nothing is typed into a note by it.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, _("The window is about to lock"), parent)
        words = _(
            "Nothing was touched for a while. Press any key to go on. Otherwise the window locks "
            "within a minute; your work is saved before, and is there again after unlocking."
        )
        self.add_page(TextLabel(theme, words, wrap=True))
        self.stay_button = self.add_button(_("Stay unlocked"), "primary", is_default=True)
        self.stay_button.clicked.connect(self.accept)
        self.stay_button.setFocus()
        announce(self, f"{self.windowTitle()}. {words}", urgent=True)


def warn(theme: Theme, window: QWidget, watch: LockWatch) -> None:
    """Open the warning over all that is open in ``window``; whatever closes it puts the lock off.

    Only the lock itself does not: it closes all dialogs, which is not to accept them.
    """
    warning = LockWarning(theme, QApplication.activeModalWidget() or window)
    watch.lock_put_off.connect(warning.accept)
    warning.accepted.connect(watch.idle.wait_anew)
    warning.open()
