# SPDX-License-Identifier: MPL-2.0
"""Give commands other keys."""

from functools import partial
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from auditapp.i18n import _
from ui.keys.commands import COMMANDS, GROUP_WORDS, CommandGroup, CommandId
from ui.keys.key_dialog import KeyDialog
from ui.keys.keymap import KEYMAP, command
from ui.preferences import Preferences
from ui.settings.keys_row import KeysRow
from ui.theme.theme import Theme
from ui.theme.tokens import EDGE, SPACE
from ui.widgets.card import Card
from ui.widgets.flow_row import FlowRow
from ui.widgets.folding_row import FoldingRow
from ui.widgets.push_button import PushButton
from ui.widgets.text_label import TextLabel

_FOLD_BELOW: Final = 460


class KeysCard(Card):
    """Every command with its keys, and a button to change them."""

    def __init__(
        self, theme: Theme, preferences: Preferences, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, parent=parent)
        self._preferences = preferences
        self._keys: dict[CommandId, KeysRow] = {}
        self.buttons: dict[CommandId, PushButton] = {}
        self.dialog: KeyDialog | None = None
        self._hint = TextLabel(theme, "", "body", "2", wrap=True)
        self.usual = PushButton(theme, _("Back to the usual keys"))
        self._build()
        self.usual.clicked.connect(self._on_usual_clicked)
        KEYMAP.changed.connect(self._refresh)
        self._refresh()

    def _build(self) -> None:
        self.body.setSpacing(8)
        self.body.addWidget(TextLabel(self._theme, _("Keyboard shortcuts"), "heading", wrap=True))
        self.body.addWidget(self._hint)
        for group in CommandGroup:
            heading = TextLabel(self._theme, GROUP_WORDS[group].upper(), "overline", "3", wrap=True)
            heading.setContentsMargins(EDGE, SPACE["2"], EDGE, 0)
            self.body.addWidget(heading)
            for each in COMMANDS:
                if each.group is group and not each.is_fixed:
                    self.body.addWidget(self._row(each.id))
        foot = FlowRow()
        foot.add(self.usual)
        self.body.addWidget(foot)

    def _row(self, command_id: CommandId) -> FoldingRow:
        """Return the line of a command: what it does, its keys, and the button."""
        words = command(command_id).words
        keys = KeysRow(self._theme)
        button = PushButton(self._theme, _("Change …"), "quiet")
        button.setAccessibleName(_("Change the keys of: {command}").format(command=words))
        button.clicked.connect(partial(self._on_change_clicked, command_id))
        row = FoldingRow(self._theme, fold_below=_FOLD_BELOW)
        row.add(_middled(TextLabel(self._theme, words, wrap=True)), 3)
        row.add(keys, 2)
        row.add_button(button)
        self._keys[command_id], self.buttons[command_id] = keys, button
        return row

    def _refresh(self) -> None:
        for command_id, row in self._keys.items():
            row.show_keys(command(command_id).key_words)
            self.buttons[command_id].setAccessibleDescription(", ".join(row.words))
        words = _("Letters that are underlined in a label cannot be changed.")
        key = command(CommandId.SHORTCUTS).shortcut
        if key:
            everywhere = _("{key} shows this list anywhere.").format(key=key)
            words = f"{everywhere} {words}"
        self._hint.set_text(words)
        self.usual.setEnabled(bool(self._preferences.settings.shortcuts))

    # Slots

    def _on_change_clicked(self, command_id: CommandId) -> None:
        self.dialog = KeyDialog(self._theme, command(command_id), self)
        self.dialog.keys_chosen.connect(self._on_keys_chosen)
        self.dialog.open()

    def _on_keys_chosen(self, command_id: CommandId, keys: list[str]) -> None:
        held = dict(self._preferences.settings.shortcuts or {})
        self._preferences.change(shortcuts=held | {command_id.value: keys})
        self._refresh()

    def _on_usual_clicked(self) -> None:
        self._preferences.change(shortcuts={})
        self._refresh()


def _middled(label: TextLabel) -> TextLabel:
    """Have a label stand in the middle of its line's height."""
    label.setAlignment(Qt.AlignmentFlag.AlignVCenter)
    return label
