# SPDX-License-Identifier: MPL-2.0
"""Say which figures from Insights go into the next report, and let them be left out."""

from PySide6.QtWidgets import QWidget

from auditapp.i18n import _, ngettext
from ui.insights.basket import Basket
from ui.theme.theme import Theme
from ui.widgets.surfaces.banner import Banner


class FiguresStrip(Banner):
    """A line that is there as long as figures are chosen."""

    def __init__(self, theme: Theme, basket: Basket, parent: QWidget | None = None) -> None:
        leave = ("leave", _("Leave them out"))
        super().__init__(theme, "info", "", actions=[leave], icon="chart-column", parent=parent)
        self._basket = basket
        self.action_clicked.connect(self._on_leave_clicked)
        basket.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show how many figures there are."""
        count = len(self._basket.orders)
        title = ngettext(
            "{count} figure from Insights goes into the thematic summary and the board pack",
            "{count} figures from Insights go into the thematic summary and the board pack",
            count,
        ).format(count=count)
        text = _("Not into a copy for sharing: figures show teams and small numbers.")
        self.set_content("info", title, text, "chart-column")
        self.setVisible(count > 0)

    def _on_leave_clicked(self) -> None:
        self._basket.set_orders(())
