# SPDX-License-Identifier: MPL-2.0
"""The third step of the first start: the recovery key, shown this once."""

import datetime as dt

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from auditapp.i18n import _
from ui.messages import explain
from ui.outside import Outside
from ui.start.key_display import KeyDisplay
from ui.start.recovery_sheet import FILE_NAME, print_sheet, save_sheet, sheet_text
from ui.start.start_page import button_row
from ui.theme.theme import Theme
from ui.widgets.announce import announce
from ui.widgets.divider import Divider
from ui.widgets.flow_row import FlowRow
from ui.widgets.line_field import LineField
from ui.widgets.push_button import PushButton
from ui.widgets.text_label import TextLabel


class RecoveryKeyStep(QWidget):
    """Show the recovery key, offer to save and print it, and have it typed back.

    Signals:
        typed: the person typed the key back; what they typed.
    """

    typed = Signal(str)

    def __init__(self, theme: Theme, outside: Outside, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._outside = outside
        self._sheet = ""
        self.key = KeyDisplay(theme)
        self.save_button = PushButton(theme, _("&Save as a file"), "secondary", "save")
        self.print_button = PushButton(theme, _("&Print"), "secondary", "printer")
        self.kept = TextLabel(theme, "", "small", wrap=True)
        self.again = LineField(theme, _("Type or paste the &key, to be sure that you have it"))
        self.finish_button = PushButton(theme, _("Check and finish"), "primary", "check")
        self._build()
        self._connect()
        self.setFocusProxy(self.key)

    def set_key(self, key: str, owner: str) -> None:
        """Show the key of the audits of ``owner``."""
        self.key.set_key(key)
        self._sheet = sheet_text(key, owner, dt.datetime.now().astimezone().date())

    def show_wrong(self) -> None:
        """Say that what was typed is not the key."""
        self.again.set_error(
            _("This is not the key. Compare it with the one above, four letters at a time.")
        )
        self.again.setFocus()

    def _build(self) -> None:
        theme = self._theme
        words = _(
            "It opens your audits if you forget the passphrase. It is shown this once. Print it or "
            "save it on a USB stick, and keep it in the office safe, away from this computer."
        )
        buttons = FlowRow()
        buttons.add(self.print_button)
        buttons.add(self.save_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(TextLabel(theme, _("STEP 3 OF 3"), "overline", "primary"))
        column.addWidget(TextLabel(theme, _("Keep your recovery key safe"), "title", wrap=True))
        column.addWidget(TextLabel(theme, words, "body", "2", wrap=True))
        column.addWidget(self.key)
        column.addWidget(buttons)
        column.addWidget(self.kept)
        column.addWidget(Divider(theme))
        column.addWidget(self.again)
        column.addLayout(button_row(self.finish_button))
        self.again.set_hint(_("Small letters and spaces do no harm."))
        self.kept.hide()

    def _connect(self) -> None:
        self.save_button.clicked.connect(self._on_save_asked)
        self.print_button.clicked.connect(self._on_print_asked)
        self.again.line_edit.returnPressed.connect(self._on_finish_asked)
        self.again.text_edited.connect(self._on_again_edited)
        self.finish_button.clicked.connect(self._on_finish_asked)

    def _say(self, words: str, tone: str) -> None:
        self.kept.set_text(words)
        self.kept.set_tone(tone)
        self.kept.show()
        announce(self, words)

    # Slots

    def _on_save_asked(self) -> None:
        path = self._outside.ask_save_path(self, _("Save the recovery key"), FILE_NAME)
        if path is None:
            return
        try:
            save_sheet(path, self._sheet)
        except OSError as error:
            self._say(explain(error).title, "danger")
            return
        words = _("Saved as {name}. Move it to a safe place, away from this computer.")
        self._say(words.format(name=path.name), "ok")

    def _on_print_asked(self) -> None:
        printer = self._outside.ask_printer(self)
        if printer is not None:
            print_sheet(printer, self._sheet)
            self._say(_("Sent to the printer. Fetch the sheet before anybody else does."), "ok")

    def _on_again_edited(self) -> None:
        self.again.set_error(None)

    def _on_finish_asked(self) -> None:
        self.typed.emit(self.again.text)
