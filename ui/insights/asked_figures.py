# SPDX-License-Identifier: MPL-2.0
"""Figures that are made only when somebody asks for them, below the card that asks."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from auditapp.i18n import _
from auditapp.insight.figures.figure import Figure, FigureKind, FigureOrder
from auditapp.workspace import Workspace
from ui.charts.chart_card import Keep
from ui.insights.figure_card import FigureCard
from ui.insights.insight_work import make_figures
from ui.jobs import Job, Jobs
from ui.messages import explain
from ui.theme.theme import Theme
from ui.theme.tokens import SPACE
from ui.widgets.surfaces.banner import Banner
from ui.work_bar import WorkBar


class AskedFigures(QWidget):
    """What asks, how far the work is, and the figures.

    Signals:
        lines_wanted: what is behind a figure.
        order_wanted: a figure is to go into the report; its ``FigureOrder``.
        shown: the figures that were asked for are on show.
    """

    lines_wanted = Signal(object)
    order_wanted = Signal(object)
    shown = Signal()

    def __init__(
        self,
        theme: Theme,
        workspace: Workspace,
        jobs: Jobs,
        keep: Keep,
        asking: QWidget,
        parent: QWidget | None = None,
    ) -> None:
        """Put figures under ``asking``; ``keep`` asks where a file of one is to go."""
        super().__init__(parent)
        self._theme = theme
        self._workspace = workspace
        self._jobs = jobs
        self._keep = keep
        self._job: Job | None = None
        self._orders: tuple[FigureOrder, ...] = ()
        self.cards: dict[FigureKind, FigureCard] = {}
        self.work_bar = WorkBar(theme)
        self.failure = Banner(theme, "danger", "")
        self.failure.hide()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE["3"])
        for part in (asking, self.work_bar, self.failure):
            self._column.addWidget(part)

    def ask(self, orders: Sequence[FigureOrder]) -> None:
        """Make figures and show them in the place of those before."""
        self.stop()
        self._orders = tuple(orders)
        self.failure.hide()
        self._job = self._jobs.start(
            partial(make_figures, self._workspace, self._orders),
            succeeded=self._on_made,
            failed=self._on_failed,
            progressed=self.work_bar.show_progress,
        )
        self.destroyed.connect(self._job.cancel)
        self.work_bar.follow(self._job, _("Counting …"))

    def stop(self) -> None:
        """End the job under way."""
        if self._job is not None:
            self._job.cancel()
        self._job = None

    @property
    def is_busy(self) -> bool:
        """Whether figures are being made."""
        return self._job is not None

    def forget(self) -> None:
        """Show no figure: other audits are chosen now."""
        self.stop()
        for card in self.cards.values():
            card.hide()

    def _show(self, figure: Figure, order: FigureOrder) -> None:
        card = self.cards.get(figure.kind)
        if card is not None:
            card.show_figure(figure, order)
            card.show()
            return
        card = FigureCard(self._theme, figure, order, self._keep)
        card.lines_wanted.connect(self.lines_wanted)
        card.order_wanted.connect(self.order_wanted)
        self.cards[figure.kind] = card
        self._column.addWidget(card)

    # Slots

    def _on_made(self, figures: Sequence[Figure]) -> None:
        if self.sender() is not self._job:
            return
        self._job = None
        orders = {order.kind: order for order in self._orders}
        for figure in figures:
            self._show(figure, orders[figure.kind])
        self.shown.emit()

    def _on_failed(self, error: BaseException) -> None:
        if self.sender() is not self._job or self._job is None:
            return
        is_stopped = self._job.is_cancelled
        self._job = None
        if not is_stopped:
            message = explain(error)
            self.failure.show_message("danger", message.title, message.text)
