# SPDX-License-Identifier: MPL-2.0
"""The head of a try-out: which checklist, for which child, saving it, and the way out."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from auditapp.i18n import _
from auditapp.model.audit import ChecklistPin
from ui.checklists.savings import SaveKind
from ui.keys.commands import CommandId
from ui.theme.theme import Theme
from ui.theme.tokens import BREAK_POINTS, HEADER_HEIGHT
from ui.walkthrough.command_bar import CommandBar
from ui.widgets.buttons.icon_button import IconButton
from ui.widgets.buttons.push_button import PushButton
from ui.widgets.signs.elided_label import ElidedLabel

_ICONS: Final = {
    CommandId.SECTIONS: "menu",
    CommandId.UNDO: "undo",
    CommandId.REDO: "redo",
    CommandId.GUIDANCE: "panel-right",
}
_FORMS: Final[Mapping[SaveKind, str]] = {
    SaveKind.PAPER: _("&Blank checklist (PDF)"),
    SaveKind.SPREADSHEET: _("&Spreadsheet (XLSX)"),
    SaveKind.CHECKLIST: _("&Checklist file (YAML)"),
}
_UNDO_FROM: Final = 600
_TITLE_FROM: Final = 480


class TryOutHeader(CommandBar):
    """A title and the buttons of a try-out.

    Signals:
        child_asked: the person wants to choose the kind of child.
        save_asked: the person wants the checklist as a file; its ``SaveKind``.
    """

    child_asked = Signal()
    save_asked = Signal(object)

    def __init__(self, theme: Theme, pin: ChecklistPin, parent: QWidget | None = None) -> None:
        super().__init__(theme, "bottom", HEADER_HEIGHT, _ICONS, parent)
        self._title = ElidedLabel(theme, pin.title, "heading")
        version = _("Try-out of version {version}").format(version=pin.version)
        self._sub = ElidedLabel(theme, version, "caption", "3")
        self.child = PushButton(theme, _("Kind of child"), icon="users")
        self.child_icon = IconButton(theme, "users", _("Kind of child"))
        self.save = PushButton(theme, _("Save as …"), icon="save")
        self.save_icon = IconButton(theme, "save", _("Save as …"))
        self.save_menu = self._make_save_menu()
        self.leave = PushButton(theme, _("Leave the try-out"), icon="x")
        self.leave.setToolTip(_("Esc"))
        self.leave_icon = IconButton(theme, "x", _("Leave the try-out"), shortcut=_("Esc"))
        for button in (self.leave, self.leave_icon):
            self._let_ask(button, CommandId.LEAVE)
        for button in (self.child, self.child_icon):
            button.clicked.connect(self.child_asked)
        for button in (self.save, self.save_icon):
            button.clicked.connect(self._on_save_clicked)
        self._is_guided = False
        self._build()
        self._begin()

    def show_guided(self) -> None:
        """Offer no more than the way out: it is not the checklist that is tried out here."""
        self._is_guided = True
        self._sub.set_text(_("An invented audit"))
        words = _("Leave the guided start")
        self.leave.setText(words)
        self.leave_icon.set_name(words)
        self._fit()

    def _make_save_menu(self) -> QMenu:
        menu = QMenu(self)
        for kind, words in _FORMS.items():
            menu.addAction(words).setData(kind)
        menu.triggered.connect(self._on_save_chosen)
        return menu

    def _build(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(self._title)
        words.addWidget(self._sub)
        words.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(0)
        row.addWidget(self._buttons[CommandId.SECTIONS])
        row.addSpacing(8)
        row.addLayout(words, 1)
        row.addSpacing(8)
        row.addWidget(self._buttons[CommandId.UNDO])
        row.addWidget(self._buttons[CommandId.REDO])
        row.addWidget(self.child)
        row.addWidget(self.child_icon)
        row.addWidget(self.save)
        row.addWidget(self.save_icon)
        row.addWidget(self._buttons[CommandId.GUIDANCE])
        row.addWidget(self.leave)
        row.addWidget(self.leave_icon)

    def _fit(self) -> None:
        at = self.width() / self._theme.text_scale
        is_wide = at >= BREAK_POINTS["key_hints"]
        for words, icon in (
            (self.child, self.child_icon),
            (self.save, self.save_icon),
            (self.leave, self.leave_icon),
        ):
            is_offered = words is self.leave or not self._is_guided
            words.setVisible(is_offered and is_wide)
            icon.setVisible(is_offered and not is_wide)
        for each in (CommandId.UNDO, CommandId.REDO):
            self._buttons[each].setVisible(at >= _UNDO_FROM)
        self._sub.setVisible(at >= _TITLE_FROM)

    # Slots

    def _on_save_clicked(self) -> None:
        button = self.save if self.save.isVisible() else self.save_icon
        corner = button.mapToGlobal(QPoint(button.width(), button.height()))
        self.save_menu.popup(corner - QPoint(self.save_menu.sizeHint().width(), 0))
        # The first entry is ready for Enter, whether the menu was opened by key or by mouse.
        self.save_menu.setActiveAction(self.save_menu.actions()[0])

    def _on_save_chosen(self, action: QAction) -> None:
        self.save_asked.emit(action.data())
