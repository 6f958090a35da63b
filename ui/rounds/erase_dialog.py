# SPDX-License-Identifier: MPL-2.0
"""Ask which case is erased from a round, and why."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from auditapp.i18n import _
from ui.theme.theme import Theme
from ui.widgets.fields.line_field import LineField
from ui.widgets.fields.text_area import TextArea
from ui.widgets.signs.text_label import TextLabel
from ui.widgets.surfaces.dialog import Dialog


class EraseDialog(Dialog):
    """What erasing does, the case and a reason. Nothing happens without both.

    Signals:
        given: the person goes on; the case reference and the reason. The dialog has closed.
    """

    given = Signal(str, str)

    def __init__(self, theme: Theme, case: str, parent: QWidget | None = None) -> None:
        """Ask about ``case``, or "" where none is chosen."""
        super().__init__(theme, _("Erase a case from the round"), parent, width=560)
        words = _(
            "Everything that this round and its history say about the case is erased for good. A "
            "number stays in its place, so that the draw can still be explained. Its audit is not "
            "erased by this: delete it on the page Your data. Backups and saved papers keep what "
            "they hold."
        )
        self.case = LineField(theme, _("Case reference"), hint=_("As it stands in the list."))
        self.case.personal_hint.turn_off()  # it is there to go
        self.case.set_text(case)
        hint = _("It stays: write it without the case reference and without names.")
        self.reason = TextArea(theme, _("Reason"), hint=hint, min_lines=2)
        self.add_page(TextLabel(theme, words, wrap=True), self.case, self.reason)
        self.cancel_button = self.add_cancel(_("Cancel"))
        self.erase_button = self.add_button(_("Erase for good"), "danger")
        self.erase_button.clicked.connect(self._on_erase_clicked)
        (self.reason if case else self.case).setFocus()

    def typed(self) -> dict[str, Any]:
        """Return what is typed, as it can be kept while the window is locked."""
        return {"case": self.case.text, "reason": self.reason.text}

    def show_typed(self, typed: Mapping[str, Any]) -> None:
        """Show what was typed before."""
        self.case.set_text(typed["case"])
        self.reason.set_text(typed["reason"])

    def _on_erase_clicked(self) -> None:
        self.case.settle_now()
        self.reason.settle_now()
        case, reason = self.case.text.strip(), self.reason.text.strip()
        if not case:
            self.case.set_error(_("Type the reference of a case."))
        elif not reason:
            self.reason.set_error(_("Write the reason in a few words."))
        else:
            self.accept()
            self.given.emit(case, reason)
