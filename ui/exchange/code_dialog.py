# SPDX-License-Identifier: MPL-2.0
"""Show the code of a package, this once."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from auditapp.i18n import _
from ui.start.key_display import KeyDisplay
from ui.theme.theme import Theme
from ui.widgets.answers.check_box import CheckBox
from ui.widgets.signs.text_label import TextLabel
from ui.widgets.surfaces.dialog import Dialog


class CodeDialog(Dialog):
    """The code that opens a file, to be read out over the telephone.

    It closes once the person says that they have it: nobody can show it again.
    """

    def __init__(
        self, theme: Theme, name: str, code: str, count: str, parent: QWidget | None = None
    ) -> None:
        """Show the ``code`` of the file with this ``name``; ``count`` says what is in it."""
        super().__init__(theme, _("The code of this file"), parent, width=560)
        self.said = (name, code, count)
        saved = _("{count} saved in {name}.").format(count=count, name=name)
        words = _(
            "Nobody can open the file without this code. Read it out over the telephone; never "
            "send it with the file, nor write it into the name of the file. It is kept nowhere "
            "and shown this once: whoever loses it needs a new file."
        )
        self.code = KeyDisplay(theme)
        self.code.set_key(code)
        self.noted = CheckBox(theme, _("I have told it, or written it down"))
        self.add_page(
            TextLabel(theme, saved, "strong", wrap=True),
            TextLabel(theme, words, "body", "2", wrap=True),
            self.code,
            self.noted,
        )
        self.button = self.add_button(_("Done"), "primary")
        self.button.setEnabled(False)
        self.noted.toggled.connect(self.button.setEnabled)
        self.button.clicked.connect(self.accept)
        self.code.setFocus()

    # Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Stay open by Esc until the person has the code."""
        if event.key() == Qt.Key.Key_Escape and not self.noted.isChecked():
            self.noted.setFocus()
            return
        super().keyPressEvent(event)
