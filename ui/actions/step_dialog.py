# SPDX-License-Identifier: MPL-2.0
"""Ask what a step of an action needs: the evidence, the reason, or what was looked at."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from auditapp.i18n import _, ngettext
from auditapp.model.follow_up import Action
from ui.actions.deeds import WORDS, Deed, DeedWords, StepWords
from ui.fault_banner import FaultBanner
from ui.theme.theme import Theme
from ui.widgets.arranging.field_row import FieldRow
from ui.widgets.buttons.push_button import PushButton
from ui.widgets.fields.date_field import DateField
from ui.widgets.fields.line_field import LineField
from ui.widgets.fields.suggesting_field import SuggestingField
from ui.widgets.fields.text_area import TextArea
from ui.widgets.signs.text_label import TextLabel
from ui.widgets.surfaces.dialog import Dialog


class StepDialog(Dialog):
    """Take the words of a deed with one action or several, and the name of whoever says so.

    Signals:
        step_given: the person goes on; the `Deed` and the `StepWords`. The dialog is still open.
    """

    step_given = Signal(object, object)

    def __init__(
        self, theme: Theme, deed: Deed, count: int, name: str, parent: QWidget | None = None
    ) -> None:
        """Ask about ``deed`` with so many actions, in the name of ``name``."""
        said = WORDS[deed]
        many = ngettext("{title}: {count} action", "{title}: {count} actions", count)
        title = said.title if count == 1 else many.format(title=said.title, count=count)
        super().__init__(theme, title, parent, width=560)
        self.deed = deed
        hint = _("Empty leaves it as it is.") if count > 1 else ""
        self.due = DateField(theme, _("Due"), hint=hint)
        self.owner = SuggestingField(theme, _("Owner (role)"), hint=hint)
        self.words = TextArea(theme, said.question, min_lines=3)
        self.done_by = LineField(theme, _("Who did it? (a role or initials, optional)"))
        self.name = LineField(theme, _("Your name or initials"))
        self.banner = FaultBanner(theme)
        self.button = self._build(said)
        self.name.set_text(name)
        self.name.personal_hint.turn_off()
        self.button.clicked.connect(self._on_clicked)
        (self.due if deed is Deed.MOVE else self.words).setFocus()

    def show_now(self, action: Action) -> None:
        """Show when an action is due and whose it is, to be changed."""
        self.due.set_date(action.due)
        self.owner.set_text(action.owner_role)

    def suggest_owners(self, owners: Sequence[str]) -> None:
        """Suggest these as another owner."""
        self.owner.set_suggestions(owners)

    def tell(self, error: BaseException) -> None:
        """Say why the step could not be taken."""
        self.button.setEnabled(True)
        self.banner.tell(error)
        self._page.show_whole(self.banner)

    def refuse(self, words: str) -> None:
        """Say why the step was refused, and let it be given again."""
        self.button.setEnabled(True)
        self.banner.show_message("danger", words, icon="circle-alert")
        self._page.show_whole(self.banner)

    def typed(self) -> dict[str, str]:
        """Return what is typed, as it can be kept while the window is locked."""
        return {"deed": self.deed, **{name: field.text for name, field in self._fields().items()}}

    def show_typed(self, typed: Mapping[str, Any]) -> None:
        """Show what was typed before."""
        for name, field in self._fields().items():
            field.set_text(str(typed.get(name, "")))
        self.due.settle_now()

    # Inside

    def _build(self, said: DeedWords) -> PushButton:
        move = FieldRow(self._theme, [(self.due, 1), (self.owner, 1)], least_width=200)
        self._page = self.add_page(
            TextLabel(self._theme, said.hint, "body", "2", wrap=True),
            move,
            self.words,
            self.done_by,
            self.name,
            self.banner,
        )
        move.setVisible(self.deed is Deed.MOVE)
        self.done_by.setVisible(self.deed is Deed.DONE)
        self.add_cancel(_("Cancel"))
        return self.add_button(said.button, "primary")

    def _fields(self) -> dict[str, LineField | TextArea]:
        return {
            "words": self.words,
            "done_by": self.done_by,
            "name": self.name,
            "due": self.due,
            "owner": self.owner,
        }

    def _wrong(self) -> LineField | TextArea | None:
        """Mark the fields that want words, and return the first of them."""
        missing = WORDS[self.deed].missing
        self.due.settle_now()
        lacks_words = missing and not self.words.text.strip()
        self.words.set_error(missing if lacks_words else None)
        self.name.set_error(None if self.name.text.strip() else _("Say who says so."))
        fields = (self.due, self.words, self.name)
        return next((field for field in fields if field.error is not None), None)

    # Slots

    def _on_clicked(self) -> None:
        wrong = self._wrong()
        if wrong is not None:
            wrong.setFocus()
            return
        self.button.setEnabled(False)
        said = StepWords(
            self.words.text.strip(),
            self.name.text.strip(),
            " ".join(self.done_by.text.split()),
            self.due.date,
            " ".join(self.owner.text.split()),
        )
        self.step_given.emit(self.deed, said)
