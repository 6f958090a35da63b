# SPDX-License-Identifier: MPL-2.0
"""The second step of the first start: a passphrase."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from auditapp.i18n import _
from ui.messages import Message
from ui.start.new_passphrase import NewPassphrase
from ui.start.start_page import button_row
from ui.theme.theme import Theme
from ui.theme.tokens import SPACE
from ui.widgets.buttons.push_button import PushButton
from ui.widgets.reading.announce import announce
from ui.widgets.signs.text_label import TextLabel
from ui.widgets.surfaces.banner import Banner


class PassphraseStep(QWidget):
    """Ask for a passphrase twice, and say how good it is.

    Signals:
        chosen: the passphrase.
        back_asked: the person wants to see the first step again.
    """

    chosen = Signal(str)
    back_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.fields = NewPassphrase(theme, _("&Passphrase"), _("The passphrase &again"))
        self.next_button = PushButton(
            theme, _("Continue"), "primary", "arrow-right", icon_side="right"
        )
        self.back_button = PushButton(theme, _("Back"), "quiet", "arrow-left")
        self.fault = Banner(theme, "danger", "")
        self._build()
        self.fields.entered.connect(self._on_next_asked)
        self.next_button.clicked.connect(self._on_next_asked)
        self.back_button.clicked.connect(self.back_asked)
        self.setFocusProxy(self.fields)

    def set_busy(self, is_busy: bool) -> None:
        """Show that the passphrase is being put to use."""
        for widget in (*self.fields.parts, self.next_button, self.back_button):
            widget.setEnabled(not is_busy)
        self.next_button.setText(_("Setting up …") if is_busy else _("Continue"))
        if is_busy:
            self.fault.hide()
            announce(self, _("Setting up"))

    def show_failure(self, message: Message) -> None:
        """Say why the audits could not be set up."""
        self.fault.show_message("danger", message.title, message.text, icon="circle-alert")

    def _build(self) -> None:
        theme = self._theme
        warning = Banner(
            theme,
            "warn",
            _("Nobody can recover it for you"),
            _("Not your IT service, and not the makers of this program. Without the passphrase and "
              "without the recovery key of the next step, your audits stay locked for good."),
        )  # fmt: skip
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE["3"])
        column.addWidget(TextLabel(theme, _("STEP 2 OF 3"), "overline", "primary"))
        column.addWidget(TextLabel(theme, _("Choose a passphrase"), "title", wrap=True))
        column.addWidget(self.fields)
        column.addWidget(warning)
        column.addWidget(self.fault)
        column.addWidget(button_row(theme, self.next_button, first=self.back_button))
        self.fault.hide()

    def _on_next_asked(self) -> None:
        passphrase = self.fields.chosen()
        if passphrase is not None:
            self.chosen.emit(passphrase)
