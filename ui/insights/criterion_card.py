# SPDX-License-Identifier: MPL-2.0
"""Choose a criterion to be followed month by month."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from auditapp.i18n import _
from auditapp.insight.figures.figure import FigureKind, FigureOrder, criterion_words
from auditapp.insight.meanings import Criterion
from auditapp.insight.selection import Selection
from ui.theme.theme import Theme
from ui.widgets.arranging.flow_row import FlowRow
from ui.widgets.buttons.push_button import PushButton
from ui.widgets.fields.combo_field import ComboField
from ui.widgets.signs.text_label import TextLabel
from ui.widgets.surfaces.card import Card


class CriterionCard(Card):
    """A list and a button.

    Signals:
        figures_asked: the button was pressed; ``orders`` says what is wanted.
    """

    figures_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self.criterion = ComboField(theme, _("Criterion"), placeholder=_("Choose a criterion"))
        self.button = PushButton(theme, _("S&how month by month"), "primary", "chart-column")
        self._criteria: Sequence[Criterion] = ()
        self._build()
        self.button.clicked.connect(self._on_clicked)

    def offer(self, criteria: Sequence[Criterion]) -> None:
        """Offer the criteria that were rated; one that is chosen stays so while it is there."""
        if criteria == self._criteria:
            return
        chosen = self._chosen
        self._criteria = criteria
        items = (f"{each.title}: {criterion_words(each)}" for each in criteria)
        self.criterion.set_items((str(at), words) for at, words in enumerate(items))
        if chosen in criteria:
            self.criterion.set_value(str(criteria.index(chosen)))
        elif criteria:
            self.criterion.set_value("0")
        self.button.setEnabled(bool(criteria))

    def orders(self, selection: Selection) -> tuple[FigureOrder, ...]:
        """Return the order of the figure; none where no criterion is chosen."""
        chosen = self._chosen
        if chosen is None:
            return ()
        return (FigureOrder(FigureKind.OVER_TIME, selection, criterion=chosen),)

    @property
    def _chosen(self) -> Criterion | None:
        value = self.criterion.value
        return None if value is None else self._criteria[int(value)]

    def _build(self) -> None:
        title = TextLabel(self._theme, _("One criterion, month by month"), "heading", wrap=True)
        words = _("Where the question changed its meaning, a line breaks the figures in two.")
        self.body.addWidget(title)
        self.body.addWidget(TextLabel(self._theme, words, "small", "2", wrap=True))
        self.body.addWidget(self.criterion)
        row = FlowRow()  # where it is wider than the page, it takes a second line
        row.add(self.button)
        self.body.addWidget(row)
        self.button.setEnabled(False)

    def _on_clicked(self) -> None:
        self.figures_asked.emit()
