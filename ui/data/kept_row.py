# SPDX-License-Identifier: MPL-2.0
"""One audit that may have to be held or deleted."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from auditapp.i18n import _
from auditapp.listing import AuditRow
from ui.audits.audit_words import checklist_words
from ui.theme.theme import Theme
from ui.widgets.arranging.flow_row import FlowRow
from ui.widgets.buttons.push_button import PushButton
from ui.widgets.fields.date_text import date_words
from ui.widgets.signs.text_label import TextLabel


class KeptRow(QWidget):
    """Say which audit it is and since when it is kept, with what can be done about it.

    Signals:
        hold_asked, release_asked, delete_asked: a button was pressed; the ``AuditRow``.
    """

    hold_asked = Signal(object)
    release_asked = Signal(object)
    delete_asked = Signal(object)

    def __init__(self, theme: Theme, row: AuditRow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = row
        since = row.kept_since.astimezone().date()
        state = _("Signed off on {day}") if row.signed_at else _("A draft, last changed on {day}")
        words = f"{state.format(day=date_words(since))} · {checklist_words(row)}"
        self.hold_button = PushButton(theme, _("Hold …"), "quiet", "lock")
        self.release_button = PushButton(theme, _("Take the hold off"), "quiet", "lock-open")
        self.delete_button = PushButton(theme, _("Delete …"), "quiet", "trash")
        buttons = FlowRow(0)
        for button in (self.hold_button, self.release_button, self.delete_button):
            button.setAccessibleName(f"{button.text()} {row.case_reference}")
            buttons.add(button)
        self.hold_button.setVisible(not row.is_held)
        self.delete_button.setVisible(not row.is_held)
        self.release_button.setVisible(row.is_held)
        parts = (row.case_reference, _("on hold")) if row.is_held else (row.case_reference,)
        title = " · ".join(parts)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(0)
        column.addWidget(TextLabel(theme, title, "strong", wrap=True))
        column.addWidget(TextLabel(theme, words, "small", "2", wrap=True))
        column.addWidget(buttons)
        self.hold_button.clicked.connect(self._on_hold_clicked)
        self.release_button.clicked.connect(self._on_release_clicked)
        self.delete_button.clicked.connect(self._on_delete_clicked)

    @property
    def row(self) -> AuditRow:
        """The audit."""
        return self._row

    def _on_hold_clicked(self) -> None:
        self.hold_asked.emit(self._row)

    def _on_release_clicked(self) -> None:
        self.release_asked.emit(self._row)

    def _on_delete_clicked(self) -> None:
        self.delete_asked.emit(self._row)
