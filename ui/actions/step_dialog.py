# SPDX-License-Identifier: MPL-2.0
"""Ask what a step of an action needs: the evidence, the reason, or what was looked at."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from auditapp.i18n import _, ngettext
from auditapp.model.follow_up import ActionStatus
from ui.fault_banner import FaultBanner
from ui.theme.theme import Theme
from ui.widgets.announce import announce
from ui.widgets.dialog import Dialog
from ui.widgets.line_field import LineField
from ui.widgets.text_area import TextArea
from ui.widgets.text_label import TextLabel


class Deed(StrEnum):
    """Name what can be done with an action."""

    DONE = "done"
    VERIFY = "verify"
    DROP = "drop"
    REOPEN = "reopen"
    LEAVE = "leave"


STATUS_OF: Final[Mapping[Deed, ActionStatus]] = {
    Deed.DONE: ActionStatus.DONE,
    Deed.VERIFY: ActionStatus.VERIFIED,
    Deed.DROP: ActionStatus.DROPPED,
    Deed.REOPEN: ActionStatus.OPEN,
}


@dataclass(frozen=True, slots=True)
class DeedWords:
    """Hold what the dialog of a deed says; ``missing`` is empty where words are not needed."""

    title: str
    hint: str
    question: str
    missing: str
    button: str


WORDS: Final[Mapping[Deed, DeedWords]] = {
    Deed.DONE: DeedWords(
        _("Mark as done"),
        _("Somebody else verifies it then, so say what they should look at."),
        _("What shows that it is done, and where can that be seen?"),
        _("Write what shows that it is done."),
        _("Mark as done"),
    ),
    Deed.VERIFY: DeedWords(
        _("Verify"),
        _("You have looked for yourself, and it was not you who did it or said it was done."),
        _("What did you look at? (optional)"),
        "",
        _("Verify"),
    ),
    Deed.DROP: DeedWords(
        _("Drop"),
        _("It stays on record, with the reason. Nobody waits for it any more."),
        _("Why is it not going to be done?"),
        _("Write why it is not going to be done."),
        _("Drop"),
    ),
    Deed.REOPEN: DeedWords(
        _("Open again"),
        _("Somebody has to do it once more, or after all."),
        _("What is still to be done, or what turned out otherwise?"),
        _("Write why it is open again."),
        _("Open again"),
    ),
    Deed.LEAVE: DeedWords(
        _("Leave as it is"),
        _("It goes on waiting; the next audit sees that you looked at it, and why you left it."),
        _("Why is nothing done about it now?"),
        _("Write why nothing is done about it now."),
        _("Leave as it is"),
    ),
}


@dataclass(frozen=True, slots=True)
class StepWords:
    """Hold what somebody typed for a step."""

    words: str
    name: str
    done_by: str = ""


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
        self.words = TextArea(theme, said.question, min_lines=3)
        self.done_by = LineField(theme, _("Who did it? (a role or initials, optional)"))
        self.name = LineField(theme, _("Your name or initials"))
        self.name.set_text(name)
        self.name.personal_hint.turn_off()
        self.banner = FaultBanner(theme)
        self._page = self.add_page(
            TextLabel(theme, said.hint, "body", "2", wrap=True),
            self.words,
            self.done_by,
            self.name,
            self.banner,
        )
        self.done_by.setVisible(deed is Deed.DONE)
        self.add_cancel(_("Cancel"))
        self.button = self.add_button(said.button, "primary")
        self.button.clicked.connect(self._on_clicked)
        self.words.setFocus()

    def tell(self, error: BaseException) -> None:
        """Say why the step could not be taken."""
        self.button.setEnabled(True)
        self.banner.tell(error)
        self._page.show_whole(self.banner)

    def refuse(self, words: str) -> None:
        """Say why the step was refused, and let it be given again."""
        self.button.setEnabled(True)
        self.banner.set_content("danger", words, icon="circle-alert")
        self.banner.show()
        announce(self.banner, words, urgent=True)
        self._page.show_whole(self.banner)

    def typed(self) -> dict[str, str]:
        """Return what is typed, as it can be kept while the window is locked."""
        words, done_by, name = self.words.text, self.done_by.text, self.name.text
        return {"deed": self.deed, "words": words, "done_by": done_by, "name": name}

    def show_typed(self, typed: Mapping[str, Any]) -> None:
        """Show what was typed before."""
        for field, name in ((self.words, "words"), (self.done_by, "done_by"), (self.name, "name")):
            field.set_text(str(typed.get(name, "")))

    def _on_clicked(self) -> None:
        words, name = self.words.text.strip(), self.name.text.strip()
        missing = WORDS[self.deed].missing
        self.words.set_error(missing if missing and not words else None)
        self.name.set_error(None if name else _("Say who says so."))
        for field in (self.words, self.name):
            if field.error is not None:
                field.setFocus()
                return
        self.button.setEnabled(False)
        done_by = " ".join(self.done_by.text.split())
        self.step_given.emit(self.deed, StepWords(words, name, done_by))
