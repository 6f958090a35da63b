# SPDX-License-Identifier: MPL-2.0
"""Give commands other keys."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from auditapp.i18n import _
from ui.keys.commands import COMMANDS, GROUP_WORDS, CommandGroup, CommandId
from ui.keys.fixed_keys import FIXED, FIXED_GROUP_WORDS, FixedGroup
from ui.keys.key_dialog import KeyDialog
from ui.keys.keymap import KEYMAP, command
from ui.preferences import Preferences
from ui.settings.keys_row import KeysRow
from ui.theme.theme import Theme
from ui.theme.tokens import EDGE, SPACE
from ui.widgets.arranging.flow_row import FlowRow
from ui.widgets.arranging.folding_row import FoldingRow
from ui.widgets.buttons.push_button import PushButton
from ui.widgets.signs.text_label import TextLabel
from ui.widgets.surfaces.card import Card

_FOLD_BELOW: Final = 460


class KeysCard(Card):
    """Every command with its keys, and a button to change them; below them the keys that stay."""

    def __init__(
        self, theme: Theme, preferences: Preferences, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, parent=parent)
        self._preferences = preferences
        self._keys: dict[CommandId, KeysRow] = {}
        self.buttons: dict[CommandId, PushButton] = {}
        self._gaps: list[tuple[QWidget, QWidget]] = []
        self.dialog: KeyDialog | None = None
        self._hint = TextLabel(theme, "", "body", "2", wrap=True)
        self.usual = PushButton(theme, _("Back to the usual keys"))
        self._build()
        self.usual.clicked.connect(self._on_usual_clicked)
        KEYMAP.changed.connect(self._refresh)
        theme.changed.connect(self._fit)
        self._refresh()
        self._fit()

    def _build(self) -> None:
        self.body.setSpacing(8)
        self.body.addWidget(TextLabel(self._theme, _("Keyboard shortcuts"), "heading", wrap=True))
        self.body.addWidget(self._hint)
        for group in CommandGroup:
            self._add_heading(GROUP_WORDS[group])
            for each in COMMANDS:
                if each.group is group and each.is_fixed:
                    self.body.addWidget(self._fixed_row(each.words, each.listed_keys))
                elif each.group is group:
                    self.body.addWidget(self._row(each.id))
        for fixed in FixedGroup:
            self._add_heading(FIXED_GROUP_WORDS[fixed])
            for keys in FIXED:
                if keys.group is fixed:
                    self.body.addWidget(self._fixed_row(keys.words, keys.keys))
        foot = FlowRow()
        foot.add(self.usual)
        self.body.addWidget(foot)

    def _add_heading(self, words: str) -> None:
        heading = TextLabel(self._theme, words.upper(), "overline", "3", wrap=True)
        heading.setContentsMargins(EDGE, SPACE["2"], EDGE, 0)
        self.body.addWidget(heading)

    def _fixed_row(self, words: str, keys: Sequence[str]) -> FoldingRow:
        """Return the line of keys that stay as they are, in line with the others."""
        row = FoldingRow(self._theme, fold_below=_FOLD_BELOW)
        label = TextLabel(self._theme, words, wrap=True)
        label.setAccessibleDescription(", ".join(keys))
        row.add(_middled(label), 3)
        shown = KeysRow(self._theme)
        shown.show_keys(keys)
        row.add(shown, 2)
        gap = QWidget()
        row.add(gap)
        self._gaps.append((row, gap))
        return row

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
        words = _(
            "What has no button stays as it is: the numbers are those on the answers, and the last "
            "three groups, like other underlined letters, do what they do in every program."
        )
        key = command(CommandId.SHORTCUTS).shortcut
        if key:
            everywhere = _("{key} shows this list anywhere.").format(key=key)
            words = f"{everywhere} {words}"
        self._hint.set_text(words)
        self.usual.setEnabled(bool(self._preferences.settings.shortcuts))

    def _fit(self) -> None:
        """Leave as much room beside what has no button as a button takes."""
        button = next(iter(self.buttons.values())).sizeHint()
        for row, gap in self._gaps:
            gap.setFixedWidth(button.width())
            row.setMinimumHeight(button.height())

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
