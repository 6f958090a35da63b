# SPDX-License-Identifier: MPL-2.0
"""The fields of one entry of a register."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from auditapp.i18n import _
from auditapp.listing import AuditRow
from auditapp.model.ids import AuditId
from auditapp.model.register import Register
from ui.registers.entry_fields import FIELDS, EntryField, FieldKind
from ui.theme.theme import Theme
from ui.theme.tokens import SPACE
from ui.widgets.arranging.field_row import FieldRow
from ui.widgets.fields.combo_field import ComboField
from ui.widgets.fields.date_field import DateField
from ui.widgets.fields.suggesting_field import SuggestingField
from ui.widgets.fields.text_area import TextArea

Editor = ComboField | DateField | SuggestingField | TextArea


class EntryForm(QWidget):
    """One field for each that the register asks, short ones two by two."""

    def __init__(
        self,
        theme: Theme,
        register: Register,
        audits: Sequence[AuditRow],
        today: dt.date,
        parent: QWidget | None = None,
    ) -> None:
        """Make the form of a new entry; ``audits`` may be what a dispute is about."""
        super().__init__(parent)
        self._fields = FIELDS[register]
        self._audits = audits
        self.editors: dict[str, Editor] = {
            field.name: _editor(theme, field) for field in self._fields
        }
        self._lay_out(theme)
        for field in self._fields:
            editor = self.editors[field.name]
            if field.is_today and isinstance(editor, DateField):
                editor.set_date(today)
            if field.kind is FieldKind.AUDIT and isinstance(editor, SuggestingField):
                editor.set_suggestions(sorted({row.case_reference for row in audits}))

    def suggest(self, teams: Sequence[str], themes: Sequence[str]) -> None:
        """Suggest teams and themes that are named elsewhere."""
        for name, words in (("team", teams), ("theme", themes)):
            editor = self.editors[name]
            if isinstance(editor, SuggestingField):
                editor.set_suggestions(words)

    def show_values(self, values: Mapping[str, Any]) -> None:
        """Show an entry, as its record has it."""
        for field in self._fields:
            self._show_value(self.editors[field.name], field, values.get(field.name))

    def read(self) -> dict[str, Any] | None:
        """Return the fields of the entry; None, and say why, when something is missing or wrong."""
        values = {field.name: self._value(field) for field in self._fields}
        wrong = None
        for field in self._fields:
            editor = self.editors[field.name]
            fault = self._fault(field, values[field.name])
            if fault is not None:
                editor.set_error(fault)
            elif not isinstance(editor, DateField):
                editor.set_error(None)
            if editor.error is not None and wrong is None:
                wrong = editor
        if wrong is not None:
            wrong.setFocus()
            return None
        return values

    def typed(self) -> dict[str, str]:
        """Return what is typed, be it right or not, as it can be kept."""
        return {name: _typed(editor) for name, editor in self.editors.items()}

    def show_typed(self, typed: Mapping[str, Any]) -> None:
        """Show what was typed before."""
        for name, editor in self.editors.items():
            text = str(typed.get(name, ""))
            if isinstance(editor, ComboField):
                if editor.combo_box.findData(text) >= 0:
                    editor.set_value(text)
            elif isinstance(editor, DateField):
                editor.set_date(None)
                editor.set_text(text)
                editor.settle_now()
            else:
                editor.set_text(text)

    # Inside

    def _lay_out(self, theme: Theme) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE["2"])
        pair: list[Editor] = []
        for field in self._fields:
            editor = self.editors[field.name]
            if field.kind is FieldKind.TEXT:
                _add_pair(theme, column, pair)
                column.addWidget(editor)
                continue
            pair.append(editor)
            if len(pair) == 2:  # noqa: PLR2004 - two stand side by side
                _add_pair(theme, column, pair)
        _add_pair(theme, column, pair)

    def _show_value(self, editor: Editor, field: EntryField, value: Any) -> None:  # noqa: ANN401
        if isinstance(editor, ComboField):
            editor.set_value(value or field.choices[0][0])
        elif isinstance(editor, DateField):
            editor.set_date(dt.date.fromisoformat(value) if value else None)
        elif field.kind is FieldKind.AUDIT:
            named = (row.case_reference for row in self._audits if row.id == value)
            editor.set_text(next(named, ""))
        else:
            editor.set_text(value or "")

    def _value(self, field: EntryField) -> Any:  # noqa: ANN401 - a field of an entry
        editor = self.editors[field.name]
        if isinstance(editor, ComboField):
            return editor.value
        if isinstance(editor, DateField):
            editor.settle_now()
            return editor.date
        text = editor.text.strip()
        return self._audit_of(text) if field.kind is FieldKind.AUDIT else text

    def _audit_of(self, reference: str) -> AuditId | None:
        """Return the newest audit of a case; None where none is named, or there is none."""
        found = (
            row.id for row in self._audits if row.case_reference.casefold() == reference.casefold()
        )
        return next(found, None) if reference else None

    def _fault(self, field: EntryField, value: object) -> str | None:
        if field.missing and not value:
            return field.missing
        editor = self.editors[field.name]
        if field.kind is FieldKind.AUDIT and value is None and _typed(editor).strip():
            return _("There is no audit of this case. Check the reference, or leave it empty.")
        return None


def _editor(theme: Theme, field: EntryField) -> Editor:
    if field.kind is FieldKind.TEXT:
        return TextArea(theme, field.words, hint=field.hint, min_lines=2)
    if field.kind is FieldKind.DAY:
        return DateField(theme, field.words, hint=field.hint)
    if field.kind is FieldKind.CHOICE:
        combo = ComboField(theme, field.words, hint=field.hint)
        combo.set_items(field.choices)
        combo.set_value(field.choices[0][0])
        return combo
    return SuggestingField(theme, field.words, hint=field.hint)


def _typed(editor: Editor) -> str:
    return editor.value or "" if isinstance(editor, ComboField) else editor.text


def _add_pair(theme: Theme, column: QVBoxLayout, pair: list[Editor]) -> None:
    """Put the fields that wait into a row of their own."""
    if pair:
        column.addWidget(FieldRow(theme, [(editor, 1) for editor in pair], least_width=200))
        pair.clear()
