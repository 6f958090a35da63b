# SPDX-License-Identifier: MPL-2.0
"""Press the key that a command shall have."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from auditapp.i18n import _
from ui.keys.commands import Command
from ui.keys.key_edit import KeyEdit
from ui.keys.key_faults import key_fault
from ui.keys.keymap import KEYMAP
from ui.theme.theme import Theme
from ui.widgets.fields.field import Field
from ui.widgets.signs.text_label import TextLabel
from ui.widgets.surfaces.dialog import Dialog


class KeyDialog(Dialog):
    """One field that takes a key as it is pressed; it says at once when that cannot be used.

    Signals:
        keys_chosen: the command shall have other keys; its ``CommandId``, and the keys.
    """

    keys_chosen = Signal(object, object)

    def __init__(self, theme: Theme, asked: Command, parent: QWidget | None = None) -> None:
        super().__init__(theme, asked.words, parent)
        self._asked = asked
        self.edit = KeyEdit(asked.keys[0] if asked.keys else "")
        self.field = Field(theme, _("Press the new key"), self.edit)
        words = _("Hold Ctrl or Alt with it, or press a key from F1 to F12.")
        self._page = self.add_page(TextLabel(theme, words, "body", "2", wrap=True), self.field)
        self.none = self.add_button(_("No key"))
        self.none.clicked.connect(self._on_none_clicked)
        self.add_cancel(_("Cancel"))
        self.save = self.add_button(_("Use this key"), "primary", is_default=True)
        self.save.clicked.connect(self._on_save_clicked)
        self.edit.keySequenceChanged.connect(self._on_key_pressed)
        self._on_key_pressed()
        self.edit.setFocus()

    @property
    def key(self) -> str:
        """The key on show, empty for none."""
        return self.edit.keySequence().toString()

    @property
    def fault(self) -> str:
        """Why the key on show cannot be used, as a sentence; empty if it can."""
        if not self.key:
            return _("No key has been pressed yet.")
        fault = key_fault(self.key, self._asked)
        user = KEYMAP.user_of(self.key, self._asked)
        if fault or user is None or user.id is self._asked.id:
            return fault
        words = _("“{command}” has this key. Give that another one first.")
        return words.format(command=user.words)

    # Slots

    def _on_key_pressed(self) -> None:
        fault = self.fault
        self.save.setEnabled(not fault)
        self.field.set_error(fault if self.key else None)

    def _on_none_clicked(self) -> None:
        self.keys_chosen.emit(self._asked.id, [])
        self.accept()

    def _on_save_clicked(self) -> None:
        others = [key for key in self._asked.keys[1:] if key != self.key]
        self.keys_chosen.emit(self._asked.id, [self.key, *others])
        self.accept()
