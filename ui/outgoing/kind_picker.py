# SPDX-License-Identifier: MPL-2.0
"""Choose which report is made, and see what it is for and what it leaves out."""

from collections.abc import Iterable, Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from auditapp.i18n import _, ngettext
from auditapp.model.report_kinds import KINDS, ReportKind
from ui.outgoing.left_out_dialog import LeftOutDialog
from ui.theme.theme import Theme
from ui.widgets.arranging.flow_row import FlowRow
from ui.widgets.arranging.folding_row import FoldingRow
from ui.widgets.buttons.push_button import PushButton
from ui.widgets.fields.combo_field import ComboField
from ui.widgets.signs.text_label import TextLabel

_FOLD_BELOW: Final = 640


class KindPicker(QWidget):
    """A drop-down list of kinds, with the purpose of the one chosen beside it, or below.

    Signals:
        kind_chosen: the person wants another kind; the ``ReportKind``.
    """

    kind_chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._left_out: Sequence[str] = ()
        self.kinds = ComboField(theme, _("&Kind of report"))
        self.purpose = TextLabel(theme, "", "small", "2", wrap=True)
        self.left_out = TextLabel(theme, "", "small", "2")
        self.list_button = PushButton(theme, _("See &what"), "quiet")
        self.dialog: LeftOutDialog | None = None
        self._build()
        self.kinds.value_chosen.connect(self._on_value_chosen)
        self.list_button.clicked.connect(self._on_list_clicked)

    def offer(self, kinds: Iterable[ReportKind], *, is_draft: bool) -> None:
        """Offer kinds; of a draft, those that want a signed audit say so. The choice is kept."""
        chosen = self.kinds.value
        self.kinds.set_items([(kind.value, _name(kind, is_draft=is_draft)) for kind in kinds])
        if chosen is not None:
            self.kinds.set_value(chosen)

    def show_kind(self, kind: ReportKind) -> None:
        """Show a kind as chosen, without a signal."""
        self.kinds.set_value(kind.value)
        self.purpose.set_text(KINDS[kind].purpose)
        self.kinds.combo_box.setAccessibleDescription(KINDS[kind].purpose)

    def show_left_out(self, parts: Sequence[str] | None) -> None:
        """Say how much is left out; None where that is not known, or of no use."""
        self._left_out = parts or ()
        count = len(self._left_out)
        words = _("Nothing that the audit holds is left out.")
        if count:
            words = ngettext(
                "Leaves out one thing that the audit holds.",
                "Leaves out {count} things that the audit holds.",
                count,
            ).format(count=count)
        self.left_out.set_text(words)
        self.list_button.setAccessibleName(_("See what is left out"))
        self.list_button.setVisible(bool(count))
        self._line.setVisible(parts is not None)

    @property
    def kind(self) -> ReportKind:
        """The kind chosen."""
        return ReportKind(self.kinds.value or ReportKind.AUDIT)

    def _build(self) -> None:
        self._line = FlowRow()
        self._line.add(self.left_out)
        self._line.add(self.list_button)
        words = QWidget()
        column = self._words = QVBoxLayout(words)
        column.setSpacing(0)
        column.addStretch(1)
        column.addWidget(self.purpose)
        column.addWidget(self._line)
        column.addStretch(1)
        row = FoldingRow(self._theme, fold_below=_FOLD_BELOW, spacing=8)
        row.add(self.kinds, 2)
        row.add(words, 3)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(row)
        self._line.hide()
        self._theme.changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        """Have the words stand beside the field, not beside its label."""
        is_beside = self.width() >= self._theme.px(_FOLD_BELOW)
        above = self._theme.line_height("small") if is_beside else 0
        self._words.setContentsMargins(0, above, 0, 0)

    # Slots

    def _on_value_chosen(self, value: str) -> None:
        kind = ReportKind(value)
        self.show_kind(kind)
        self.kind_chosen.emit(kind)

    def _on_list_clicked(self) -> None:
        name = KINDS[self.kind].name
        self.dialog = LeftOutDialog(self._theme, name, self._left_out, self)
        self.dialog.finished.connect(self._on_finished)
        self.dialog.open()

    def _on_finished(self) -> None:
        self.dialog = None

    # Qt overrides

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the words to where they stand."""
        super().resizeEvent(event)
        self._fit()


def _name(kind: ReportKind, *, is_draft: bool) -> str:
    name = KINDS[kind].name
    if is_draft and KINDS[kind].needs_signed:
        return _("{kind} (after the sign-off)").format(kind=name)
    return name
