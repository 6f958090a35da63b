# SPDX-License-Identifier: MPL-2.0
"""Ask for the reason of a step that wants one."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from auditapp.i18n import _
from ui.theme.theme import Theme
from ui.widgets.fields.combo_field import ComboField
from ui.widgets.fields.text_area import TextArea
from ui.widgets.signs.text_label import TextLabel
from ui.widgets.surfaces.dialog import Dialog


class ReasonDialog(Dialog):
    """What will happen, perhaps a choice, and a reason, without which nothing happens.

    Signals:
        given: the person goes on; the reason, and what was chosen or "". The dialog has closed.
    """

    given = Signal(str, str)

    def __init__(
        self,
        theme: Theme,
        title: str,
        words: str,
        go_on: str,
        *,
        choice: tuple[str, Sequence[tuple[str, str]]] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Ask under ``title``; ``choice`` is a label and items, each a value and its words."""
        super().__init__(theme, title, parent, width=560)
        label, items = choice or ("", ())
        self.choice = ComboField(theme, label, placeholder=_("Choose"))
        self.choice.set_items(items)
        self.choice.setVisible(choice is not None)
        self._needs_choice = choice is not None
        self.reason = TextArea(theme, _("Reason"), min_lines=2)
        self.add_page(TextLabel(theme, words, wrap=True), self.choice, self.reason)
        self.cancel_button = self.add_cancel(_("Cancel"))
        self.go_on_button = self.add_button(go_on, "primary", is_default=True)
        self.go_on_button.clicked.connect(self._on_go_on_clicked)
        (self.choice.combo_box if choice else self.reason).setFocus()

    def typed(self) -> dict[str, Any]:
        """Return what is chosen and typed, as it can be kept while the window is locked."""
        return {"choice": self.choice.value, "reason": self.reason.text}

    def show_typed(self, typed: Mapping[str, Any]) -> None:
        """Show what was chosen and typed before."""
        with suppress(KeyError):  # it is not on offer any more
            self.choice.set_value(typed["choice"])
        self.reason.set_text(typed["reason"])

    def _on_go_on_clicked(self) -> None:
        self.reason.settle_now()
        if self._needs_choice and not self.choice.value:
            self.choice.set_error(_("Choose one."))
            return
        if not self.reason.text.strip():
            self.reason.set_error(_("Write the reason in a few words."))
            return
        self.accept()
        self.given.emit(self.reason.text.strip(), self.choice.value or "")
