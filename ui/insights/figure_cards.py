# SPDX-License-Identifier: MPL-2.0
"""All figures, one below the other under their headings."""

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from auditapp.i18n import _
from auditapp.insight.figures.figure import Figure, FigureKind, FigureOrder
from auditapp.insight.selection import Selection
from ui.charts.chart_card import Keep
from ui.insights.figure_card import FigureCard
from ui.theme.theme import Theme
from ui.widgets.flow_row import FlowRow
from ui.widgets.push_button import PushButton
from ui.widgets.text_label import TextLabel


def groups() -> tuple[tuple[str, tuple[FigureKind, ...]], ...]:
    """Return the headings, and the figures under each."""
    kind = FigureKind
    return (
        (_("Grades"), (kind.TEAMS, kind.MONTHS, kind.GOOD, kind.IMPACT)),
        (_("Criteria"), (kind.WEAKEST, kind.STRONGEST, kind.HEAT)),
        (_("Timescales and causes"), (kind.TIMESCALES, kind.CAUSES)),
        (_("Concerns and actions"), (kind.CONCERNS, kind.ACTION_TEAMS, kind.ACTION_OWNERS)),
        (_("Feedback and moderation"), (kind.FEEDBACK, kind.MODERATION)),
        (_("Auditing itself"), (kind.BLANKS, kind.COMPLETION)),
    )


class FigureCards(QWidget):
    """A card for each figure, made one by one so that the window never waits for all of them.

    Signals:
        lines_wanted: what is behind a figure.
        order_wanted: a figure is to go into the report; its ``FigureOrder``.
        shown: all figures that were given are on show.
    """

    lines_wanted = Signal(object)
    order_wanted = Signal(object)
    shown = Signal()

    def __init__(self, theme: Theme, keep: Keep, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._keep = keep
        self.cards: dict[FigureKind, FigureCard] = {}
        self.jumps = FlowRow(2)
        self._bodies: dict[FigureKind, QVBoxLayout] = {}
        self._firsts: dict[PushButton, FigureKind] = {}
        self._waiting: list[Figure] = []
        self._selection = Selection()
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._show_next)
        self._build()

    def show_figures(self, figures: Sequence[Figure], selection: Selection) -> None:
        """Show figures, each in its place."""
        self._selection = selection
        self._waiting = list(figures)
        self._soon.start()

    @property
    def is_busy(self) -> bool:
        """Whether figures wait to be shown."""
        return bool(self._waiting)

    def stop(self) -> None:
        """Show no more."""
        self._waiting = []
        self._soon.stop()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.jumps)
        for title, kinds in groups():
            jump = PushButton(self._theme, title, "quiet", "chevron-down")
            jump.setAccessibleName(_("Go to: {title}").format(title=title))
            jump.clicked.connect(self._on_jump_clicked)
            self.jumps.add(jump)
            self._firsts[jump] = kinds[0]
            column.addWidget(TextLabel(self._theme, title, "heading"))
            body = QVBoxLayout()
            body.setSpacing(10)
            column.addLayout(body)
            for kind in kinds:
                self._bodies[kind] = body

    def _show_next(self) -> None:
        if not self._waiting:
            return
        figure = self._waiting.pop(0)
        order = FigureOrder(figure.kind, self._selection)
        card = self.cards.get(figure.kind)
        if card is None:
            card = FigureCard(self._theme, figure, order, self._keep)
            card.lines_wanted.connect(self.lines_wanted)
            card.order_wanted.connect(self.order_wanted)
            self.cards[figure.kind] = card
            self._bodies[figure.kind].addWidget(card)
        else:
            card.show_figure(figure, order)
        if self._waiting:
            self._soon.start()
        else:
            self.shown.emit()

    def _on_jump_clicked(self) -> None:
        jump = self.sender()
        card = self.cards.get(self._firsts[jump]) if isinstance(jump, PushButton) else None
        if card is not None:
            (card.table if card.is_table else card.view).setFocus()
