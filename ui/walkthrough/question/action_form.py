# SPDX-License-Identifier: MPL-2.0
"""One action that follows from an answer."""

import datetime as dt
from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from auditapp.i18n import _
from auditapp.judgement.actions import vagueness
from auditapp.model.follow_up import Action
from auditapp.model.ids import RecordId
from ui.theme.theme import Theme
from ui.widgets.arranging.folding_row import FoldingRow
from ui.widgets.buttons.icon_button import IconButton
from ui.widgets.fields.date_field import DateField
from ui.widgets.fields.line_field import LineField
from ui.widgets.fields.suggesting_field import SuggestingField
from ui.widgets.fields.text_area import TextArea
from ui.widgets.signs.text_label import TextLabel
from ui.widgets.surfaces.card import Card

_FOLD_BELOW = 520


class ActionForm(Card):
    """What, who, by when and how we shall know; says quietly what is still vague.

    Signals:
        edited: a field was changed; the name of the field if it was typed in, else nothing.
        removal_asked: the auditor wants to remove the action.
    """

    edited = Signal(str)
    removal_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "sunken", parent=parent)
        self.key = RecordId("")
        self.what = TextArea(
            theme,
            _("Action"),
            placeholder=_("What is to be done?"),
            min_lines=1,
            max_lines=4,
            is_heading=True,
        )
        self.owner = SuggestingField(theme, _("Owner"), placeholder=_("a role, not a name"))
        self.due = DateField(theme, _("Due"))
        self.how = LineField(theme, _("How we will know"), placeholder=_("such as: review minutes"))
        self.nudge = TextLabel(theme, "", "small", "2", wrap=True)
        self.remove_button = IconButton(theme, "trash", _("Remove this action"), size=18)
        self._build()
        self._connect()

    def show_action(self, key: RecordId, action: Action, *, is_kept: bool) -> None:
        """Show an action, or the draft of one; a field that is being typed in is left alone."""
        is_other = key != self.key
        if is_other:
            self.settle_now()
        self.key = key
        for field, text in self._texts(action):
            if is_other:
                field.set_text(text)
            else:
                field.refresh_text(text)
        if is_other or action.due != self.due.date:
            self.due.set_date(action.due)
        self._show_vagueness(action, is_kept=is_kept)

    def settle_now(self) -> None:
        """Tell what has been typed and not been told yet."""
        for field in (self.what, self.owner, self.due, self.how):
            field.settle_now()

    def set_roles(self, roles: Sequence[str]) -> None:
        """Suggest roles for the owner."""
        self.owner.set_suggestions(roles)

    def set_read_only(self, is_read_only: bool) -> None:
        """Show the action without letting it be changed."""
        for field in (self.what, self.owner, self.due, self.how):
            field.set_read_only(is_read_only)
        self.remove_button.setVisible(not is_read_only)

    @property
    def fields(self) -> Mapping[str, object]:
        """What the form says, as fields of an ``Action``."""
        return {
            "what": self.what.text,
            "owner_role": self.owner.text,
            "due": self.due.date,
            "how_we_will_know": self.how.text,
        }

    @property
    def is_blank(self) -> bool:
        """Whether nothing has been written; a date alone is no action."""
        return not any(f.text.strip() for f in (self.what, self.owner, self.how))

    def _build(self) -> None:
        row = FoldingRow(self._theme, fold_below=_FOLD_BELOW)
        row.add(self.owner, 3)
        row.add(self.due, 3)
        row.add(self.how, 4)
        row.add_button(self.remove_button)
        self.body.addWidget(self.what)
        self.body.addWidget(row)
        self.body.addWidget(self.nudge)
        self.setFocusProxy(self.what)

    def _connect(self) -> None:
        self.what.text_settled.connect(self._on_what_settled)
        self.owner.text_settled.connect(self._on_owner_settled)
        self.how.text_settled.connect(self._on_how_settled)
        self.due.date_changed.connect(self._on_due_changed)
        self.remove_button.clicked.connect(self.removal_asked)

    def _texts(self, action: Action) -> tuple[tuple[LineField | TextArea, str], ...]:
        return (
            (self.what, action.what),
            (self.owner, action.owner_role),
            (self.how, action.how_we_will_know),
        )

    def _show_vagueness(self, action: Action, *, is_kept: bool) -> None:
        """Say what is still missing from an action that is kept."""
        words = vagueness(action)
        self.nudge.set_text(words)
        self.nudge.setVisible(bool(words) and is_kept)

    # Slots

    def _on_what_settled(self) -> None:
        self.edited.emit("action what")

    def _on_owner_settled(self) -> None:
        self.edited.emit("action owner")

    def _on_how_settled(self) -> None:
        self.edited.emit("action measure")

    def _on_due_changed(self, _day: dt.date | None) -> None:
        self.edited.emit("")
