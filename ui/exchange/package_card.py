# SPDX-License-Identifier: MPL-2.0
"""Choose the file of a package, and type its code."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from auditapp.i18n import _
from ui.outside import Outside
from ui.reports.drop_card import DropCard
from ui.theme.theme import Theme
from ui.widgets.arranging.flow_row import FlowRow
from ui.widgets.buttons.push_button import PushButton
from ui.widgets.fields.line_field import LineField
from ui.widgets.reading.announce import announce
from ui.widgets.signs.text_label import TextLabel
from ui.widgets.surfaces.card import Card


class PackageCard(Card):
    """A place to drop a file on, and a field for its code.

    Signals:
        open_asked: the file is to be opened; its ``Path`` and the code.
        changed: another file, or another code; what was opened is out of date.
    """

    open_asked = Signal(object, str)
    changed = Signal()

    def __init__(self, theme: Theme, outside: Outside, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self._outside = outside
        self._path: Path | None = None
        self.drop = DropCard(theme, _("Drop the file of a package here, or"), "sunken")
        self.name = TextLabel(theme, "", "strong", wrap=True)
        self.code = LineField(
            theme,
            _("Its &code"),
            hint=_("Five groups of four letters and digits, as it was read out to you."),
        )
        self.open_button = PushButton(theme, _("See what is in it"), "primary", "eye")
        row = FlowRow()
        row.add(self.open_button)
        self.body.setSpacing(8)
        for part in (self.drop, self.name, self.code, row):
            self.body.addWidget(part)
        self.drop.button.clicked.connect(self._on_choose_clicked)
        self.drop.file_dropped.connect(self.choose)
        self.code.text_edited.connect(self._on_code_edited)
        self.code.line_edit.returnPressed.connect(self._on_open_clicked)
        self.open_button.clicked.connect(self._on_open_clicked)
        self._show()

    def choose(self, path: Path) -> None:
        """Take a file; its code is asked for next."""
        self._path = path
        self._show()
        self.changed.emit()
        announce(self, self.name.text())
        self.code.line_edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def clear(self) -> None:
        """Forget the file and the code."""
        self._path = None
        self.code.set_text("")
        self.code.set_error(None)
        self._show()

    def show_wrong_code(self, words: str) -> None:
        """Say at the field that the code will not do."""
        self.code.set_error(words)
        announce(self, words, urgent=True)
        self.code.line_edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self.code.line_edit.selectAll()

    def _show(self) -> None:
        has_file = self._path is not None
        self.name.set_text(self._path.name if self._path is not None else "")
        for part in (self.name, self.code, self.open_button):
            part.setVisible(has_file)

    # Slots

    def _on_choose_clicked(self) -> None:
        path = self._outside.ask_package_path(self.window())
        # While that dialog was open, the window may have locked itself and put this away.
        if path is not None and isValid(self):
            self.choose(path)

    def _on_code_edited(self) -> None:
        self.code.set_error(None)
        self.changed.emit()

    def _on_open_clicked(self) -> None:
        if not self.code.text.strip():
            self.code.set_error(_("Type the code."))
            self.code.line_edit.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._path is not None:
            self.open_asked.emit(self._path, self.code.text)
