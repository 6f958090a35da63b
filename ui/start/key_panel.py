# SPDX-License-Identifier: MPL-2.0
"""Show a recovery key this once, and have it typed back."""

import datetime as dt

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from auditapp.i18n import _
from ui.messages import explain
from ui.outside import Outside
from ui.start.key_display import KeyDisplay
from ui.start.recovery_sheet import RecoverySheet, print_sheet, save_sheet
from ui.theme.theme import Theme
from ui.theme.tokens import SPACE
from ui.widgets.arranging.flow_row import FlowRow
from ui.widgets.buttons.push_button import PushButton
from ui.widgets.fields.line_field import LineField
from ui.widgets.reading.announce import announce
from ui.widgets.signs.text_label import TextLabel
from ui.widgets.surfaces.divider import Divider


class KeyPanel(QWidget):
    """The key, buttons that print and save its sheet, and a field to type it into.

    Signals:
        entered: Enter was pressed in the field.
    """

    entered = Signal()

    def __init__(self, theme: Theme, outside: Outside, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._outside = outside
        self._sheet: RecoverySheet | None = None
        self.key = KeyDisplay(theme)
        self.save_button = PushButton(theme, _("&Save as a file"), "secondary", "save")
        self.print_button = PushButton(theme, _("&Print"), "secondary", "printer")
        self.kept = TextLabel(theme, "", "small", wrap=True)
        self.again = LineField(theme, _("Type or paste the &key, to be sure that you have it"))
        self._build()
        self.save_button.clicked.connect(self._on_save_asked)
        self.print_button.clicked.connect(self._on_print_asked)
        self.again.line_edit.returnPressed.connect(self.entered)
        self.again.text_edited.connect(self._on_again_edited)
        self.setFocusProxy(self.key)

    def set_key(self, key: str, owner: str, short_id: str) -> None:
        """Show the key of the audits ``short_id`` of ``owner``."""
        self.key.set_key(key)
        today = dt.datetime.now().astimezone().date()
        self._sheet = RecoverySheet(key, owner, short_id, today)

    def clear(self) -> None:
        """Forget the key."""
        self.key.set_key("")
        self.again.set_text("")
        self._sheet = None

    def show_wrong(self) -> None:
        """Say that what was typed is not the key."""
        self.again.set_error(
            _("This is not the key. Compare it with the one above, four letters at a time.")
        )
        self.again.setFocus()

    def _build(self) -> None:
        buttons = FlowRow()
        buttons.add(self.print_button)
        buttons.add(self.save_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE["3"])
        column.addWidget(self.key)
        column.addWidget(buttons)
        column.addWidget(self.kept)
        column.addWidget(Divider(self._theme))
        column.addWidget(self.again)
        self.again.set_hint(_("Small letters and spaces do no harm."))
        self.kept.hide()

    def _say(self, words: str, tone: str) -> None:
        self.kept.set_text(words)
        self.kept.set_tone(tone)
        self.kept.show()
        announce(self, words)

    # Slots

    def _on_save_asked(self) -> None:
        sheet = self._sheet
        if sheet is None:
            return
        path = self._outside.ask_save_path(self, _("Save the recovery key"), sheet.file_name)
        if path is None:
            return
        try:
            save_sheet(path, sheet)
        except OSError as error:
            self._say(explain(error).title, "danger")
            return
        words = _("Saved as {name}. Move it to a safe place, away from this computer.")
        self._say(words.format(name=path.name), "ok")

    def _on_print_asked(self) -> None:
        sheet, printer = self._sheet, self._outside.ask_printer(self)
        if printer is not None and sheet is not None:
            print_sheet(printer, sheet)
            self._say(_("Sent to the printer. Fetch the sheet before anybody else does."), "ok")

    def _on_again_edited(self) -> None:
        self.again.set_error(None)
