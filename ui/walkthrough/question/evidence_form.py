# SPDX-License-Identifier: MPL-2.0
"""A line to say where something was seen or heard."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from auditapp.i18n import _
from auditapp.model.answer import Evidence
from auditapp.model.front_sheet import Source
from ui.audits.choice_field import choice_items
from ui.theme.theme import Theme
from ui.widgets.arranging.folding_row import FoldingRow
from ui.widgets.buttons.push_button import PushButton
from ui.widgets.fields.combo_field import ComboField
from ui.widgets.fields.date_field import DateField
from ui.widgets.fields.line_field import LineField
from ui.widgets.fields.suggesting_field import SuggestingField

_FOLD_BELOW = 560
_FOLD_LAST_BELOW = 320
_NOTHING = Evidence(document="")


class EvidenceForm(QWidget):
    """Document, date, place and source; Enter in any field gives the whole.

    Signals:
        evidence_given: the line is complete; an ``Evidence``.
    """

    evidence_given = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.document = SuggestingField(theme, _("Document"), placeholder=_("such as visit record"))
        self.date = DateField(theme, _("Its date"))
        self.place = LineField(theme, _("Where in it"), placeholder=_("page, heading"))
        self.source = ComboField(theme, _("Seen or heard in"))
        self.source.set_items(choice_items(Source))
        self.add_button = PushButton(theme, _("Add"))
        row = FoldingRow(theme, fold_below=_FOLD_BELOW)
        row.add(self.document, 5)
        row.add(self.date, 4)
        row.add(self.place, 4)
        last = FoldingRow(theme, fold_below=_FOLD_LAST_BELOW)
        last.add(self.source, 1)
        last.add_button(self.add_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(row)
        column.addWidget(last)
        self.setFocusProxy(self.document)
        self._connect()
        self.clear()

    def clear(self) -> None:
        """Begin another line."""
        self._show(_NOTHING)
        self.add_button.setText(_("Add"))

    def show_evidence(self, evidence: Evidence) -> None:
        """Change a piece of evidence."""
        self._show(evidence)
        self.add_button.setText(_("Save"))

    def set_documents(self, documents: Sequence[str]) -> None:
        """Suggest documents."""
        self.document.set_suggestions(documents)

    def settle_now(self) -> None:
        """Give what has been typed, even without a document: nothing typed is lost."""
        self.date.settle_now()
        evidence = self._evidence()
        if evidence != _NOTHING:
            self.evidence_given.emit(evidence)

    def _connect(self) -> None:
        self.add_button.clicked.connect(self._on_finished)
        self.document.text_edited.connect(self._on_edited)
        self.source.value_chosen.connect(self._on_edited)
        for field in (self.document, self.date, self.place):
            field.line_edit.returnPressed.connect(self._on_finished)

    def _show(self, evidence: Evidence) -> None:
        self.document.set_text(evidence.document)
        self.date.set_date(evidence.date)
        self.place.set_text(evidence.place)
        self.source.set_value(evidence.source)
        self._on_edited()

    def _evidence(self) -> Evidence:
        return Evidence(
            document=self.document.text.strip(),
            date=self.date.date,
            place=self.place.text.strip(),
            source=Source(self.source.value or Source.FILE),
        )

    @property
    def _is_enough(self) -> bool:
        """Whether it leads somebody somewhere: of the file, only with a document."""
        return bool(self.document.text.strip()) or self.source.value != Source.FILE

    # Slots

    def _on_edited(self) -> None:
        self.add_button.setEnabled(self._is_enough)

    def _on_finished(self) -> None:
        if self.document.is_suggesting or self.date.error is not None:
            return
        if self._is_enough:
            self.settle_now()
            self.document.setFocus()
