# SPDX-License-Identifier: MPL-2.0
"""Raise an immediate concern, or record what was done about one."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from auditapp.i18n import _
from auditapp.model.follow_up import Concern
from auditapp.model.ids import RecordId
from ui.open_audit import OpenAudit
from ui.theme.theme import Theme
from ui.walkthrough.dialog_size import fitting_size
from ui.walkthrough.moment_field import MomentField
from ui.widgets.answers.check_box import CheckBox
from ui.widgets.fields.line_field import LineField
from ui.widgets.fields.text_area import TextArea
from ui.widgets.signs.text_label import TextLabel
from ui.widgets.surfaces.dialog import Dialog
from ui.widgets.surfaces.scroll_area import ScrollArea


class ConcernDialog(Dialog):
    """Take one concern: what, when found, who was told and when, and what they did.

    A concern can be changed and, with a response, closed; it can never be removed.

    Signals:
        given_up: the dialog was closed without keeping what was typed; the text of "what".
    """

    given_up = Signal(str)

    def __init__(
        self,
        theme: Theme,
        open_audit: OpenAudit,
        clock: Callable[[], datetime],
        key: RecordId | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Raise a new concern, or show the one called ``key``."""
        title = _("Raise an immediate concern") if key is None else _("Immediate concern")
        super().__init__(theme, title, parent)
        self._open_audit = open_audit
        self._clock = clock
        self._key = key
        self._question_on_show: str | None = None
        self._concern = None if key is None else open_audit.audit.concerns[key]
        self.what = TextArea(theme, _("What is the worry?"), min_lines=3)
        self.found = MomentField(theme, _("Found on"))
        self.about_question = CheckBox(theme, "")
        self.told_whom = LineField(
            theme, _("Who was told?"), placeholder=_("Role, such as team manager")
        )
        self.told = MomentField(theme, _("Told on"))
        self.response = TextArea(theme, _("What did they do about it?"), min_lines=2)
        self._build()
        self._show(self._concern)

    def ask_about(self, key: str, number: int, *, is_ticked: bool = True) -> None:
        """Offer to tie a new concern to the question that is on show."""
        self._question_on_show = key
        self.about_question.setText(_("This is about question {number}").format(number=number))
        self.about_question.setChecked(is_ticked)
        self.about_question.show()

    def save(self) -> bool:
        """Keep the concern as it is typed; return whether that was possible."""
        concern = self._read()
        if concern is None:
            return False
        self._put(concern)
        return True

    def keep(self) -> RecordId | None:
        """Keep what can be read, though a day or time be wrong; return the key.

        It is for the moment before the window locks, when nobody can mend anything. None, and
        nothing kept, while it is not said what the worry is.
        """
        concern = self._read(takes_any_moment=True)
        return None if concern is None else self._put(concern)

    @property
    def is_worth_keeping(self) -> bool:
        """Whether anything is written down that would be lost."""
        return self._open_audit.can_edit and bool(self.what.text.strip())

    # Building

    def _build(self) -> None:
        theme, is_new = self._theme, self._concern is None
        form = QWidget()
        column = QVBoxLayout(form)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        for widget in (
            TextLabel(theme, _hint(is_new=is_new), "body", "2", wrap=True),
            self.what,
            self.about_question,
            self.found,
            self.told_whom,
            self.told,
            self.response,
        ):
            column.addWidget(widget)
        column.addStretch(1)
        self.about_question.hide()
        self.response.setVisible(not is_new)
        self.body.addWidget(ScrollArea(theme, form))
        height = 540 if is_new else 620
        self.resize(fitting_size(theme, self.parentWidget(), 560, height))
        self._add_buttons(is_new=is_new)

    def _add_buttons(self, *, is_new: bool) -> None:
        can_edit = self._open_audit.can_edit
        self.cancel = self.add_cancel(_("Cancel") if can_edit else _("Close"))
        self.close_button = self.add_button(_("Save and close the concern"))
        self.close_button.clicked.connect(self._on_close_clicked)
        is_open = self._concern is not None and self._concern.is_open
        self.close_button.setVisible(can_edit and is_open)
        words = _("Raise the concern") if is_new else _("Save")
        self.save_button = self.add_button(words, "danger" if is_new else "primary")
        self.save_button.clicked.connect(self.save)
        self.save_button.setVisible(can_edit)

    def _show(self, concern: Concern | None) -> None:
        can_edit = self._open_audit.can_edit
        self.found.set_moment(self._clock() if concern is None else concern.found_at)
        if concern is not None:
            self.what.set_text(concern.what)
            self.told_whom.set_text(concern.told_whom)
            self.told.set_moment(concern.told_at)
            self.response.set_text(concern.response)
        for field in (self.what, self.found, self.told_whom, self.told, self.response):
            field.set_read_only(not can_edit)
        (self.what if concern is None else self.response).setFocus()

    # Saving

    def _put(self, concern: Concern) -> RecordId:
        key = self._open_audit.put_concern(self._key, concern, initiator=self)
        self.accept()
        return key

    def _read(self, *, takes_any_moment: bool = False) -> Concern | None:
        """Return the concern as typed; None, and say why, when something is missing."""
        is_missing = not self.what.text.strip()
        self.what.set_error(_("Say what the worry is.") if is_missing else None)
        if is_missing:
            self.what.setFocus()
            return None
        try:
            found_at, told_at = self.found.read(), self.told.read()
        except ValueError:
            if not takes_any_moment:
                return None
            found_at, told_at = self._moments_before()
        fields = {
            "what": self.what.text,
            "found_at": found_at or self._clock(),
            "told_whom": self.told_whom.text,
            "told_at": told_at,
            "response": self.response.text,
        }
        return Concern(**{**self._fixed_fields(), **fields})

    def _moments_before(self) -> tuple[datetime | None, datetime | None]:
        """Return when it was found and told as kept before, if it was."""
        kept = self._concern
        return (None, None) if kept is None else (kept.found_at, kept.told_at)

    def _fixed_fields(self) -> dict[str, object]:
        """Return what this dialog does not ask for."""
        if self._concern is not None:
            return dict(self._concern)
        is_about = self.about_question.isChecked()
        return {
            "question": self._question_on_show if is_about else None,
            "raised_by": self._open_audit.audit.writer,
        }

    def _on_close_clicked(self) -> None:
        is_missing = not self.response.text.strip()
        sentence = _("A concern is closed with a response: write what was done.")
        self.response.set_error(sentence if is_missing else None)
        if is_missing:
            self.response.setFocus()
            return
        concern = self._read()
        if concern is not None:
            closed = Concern(**{**dict(concern), "closed_at": self._clock()})
            self._open_audit.put_concern(self._key, closed, initiator=self)
            self.accept()

    # Qt overrides

    def reject(self) -> None:
        """Close without keeping anything, and tell what was typed."""
        self.given_up.emit(self.what.text)
        super().reject()


def _hint(*, is_new: bool) -> str:
    if is_new:
        return _(
            "For a child who may not be safe now. Tell a manager first: nothing here tells anybody."
        )
    return _("It stays open, and holds up the sign-off, until a response is recorded.")
