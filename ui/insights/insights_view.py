# SPDX-License-Identifier: MPL-2.0
"""The page Insights: figures of many audits, and in their place the lines behind one."""

import json

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from auditapp.insight.figures.behind import ActionsBehind, Behind
from auditapp.insight.figures.behind_text import read_behind, written_behind
from auditapp.insight.figures.order_text import read_orders, written_orders
from auditapp.workspace import Workspace
from ui.home.place_page import PlacePage
from ui.insights.basket import Basket
from ui.insights.insights_page import InsightsPage
from ui.insights.lines_page import LinesPage
from ui.jobs import Jobs
from ui.outside import Outside
from ui.theme.theme import Theme


class InsightsView(QStackedWidget, PlacePage):
    """Figures, or the lines behind one of them.

    Signals:
        line_chosen: the ``LineRow`` to open.
        report_asked: the report with the chosen figures is wanted.
        moderation_asked: the second readings behind the figure are wanted, side by side.
    """

    line_chosen = Signal(object)
    report_asked = Signal()
    moderation_asked = Signal()

    def __init__(
        self,
        theme: Theme,
        workspace: Workspace,
        jobs: Jobs,
        outside: Outside,
        basket: Basket,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._basket = basket
        self.page = InsightsPage(theme, workspace, jobs, outside, basket)
        self.lines = LinesPage(theme, workspace, jobs)
        self._came_from: QWidget | None = None
        self.addWidget(self.page)
        self.addWidget(self.lines)
        self.page.lines_wanted.connect(self._on_lines_wanted)
        self.page.report_asked.connect(self.report_asked)
        self.page.cards.moderation_asked.connect(self.moderation_asked)
        self.lines.left.connect(self._on_lines_left)
        self.lines.line_chosen.connect(self.line_chosen)

    def refresh(self) -> None:
        """Read again what the audits say now."""
        self.page.refresh()
        if self.currentWidget() is self.lines:
            self.lines.refresh()

    def settle_now(self) -> None:
        """Take what is typed."""
        self.page.settle_now()

    def stop(self) -> None:
        """End all work, before the window locks."""
        self.page.stop()
        self.lines.stop()

    def sealed_place(self) -> bytes:
        """Return what is chosen, sealed by the key of the workspace."""
        self.settle_now()
        fields = {
            "filter": self.page.filter.written(),
            "group": self.page.cards.group,
            "basket": written_orders(self._basket.orders),
            "lines": self._written_lines(),
        }
        return self._workspace.seal_words(json.dumps(fields))

    def resume(self, sealed: bytes) -> None:
        """Show what was chosen before the window was locked."""
        words = self._workspace.unseal_words(sealed)
        if words is None:
            return
        fields = json.loads(words)
        self.page.filter.offer(self._workspace.filter_offer())
        self.page.filter.show_written(fields["filter"])
        self.page.cards.show_group(fields["group"])
        self._basket.set_orders(read_orders(fields["basket"]))
        if fields["lines"] is not None:
            behind, current = fields["lines"]
            self.lines.show_lines(read_behind(behind), current)
            self.setCurrentWidget(self.lines)

    def _written_lines(self) -> tuple[str, int] | None:
        """Return which lines are on show, and which of them has the keys."""
        place = self.lines.place
        if place is None or self.currentWidget() is not self.lines:
            return None
        behind, current = place
        return written_behind(behind), current

    # Slots

    def _on_lines_wanted(self, behind: Behind | ActionsBehind) -> None:
        self._came_from = self.page.focusWidget()
        self.lines.show_lines(behind)
        self.setCurrentWidget(self.lines)
        self.lines.back_button.setFocus()

    def _on_lines_left(self) -> None:
        self.setCurrentWidget(self.page)
        (self._came_from or self.page).setFocus()

    # Qt

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the focus on. A focus proxy would keep Tab from ever leaving the page."""
        super().focusInEvent(event)
        is_at_lines = self.currentIndex() == self.indexOf(self.lines)
        (self.lines if is_at_lines else self.page).setFocus(event.reason())
