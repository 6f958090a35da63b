# SPDX-License-Identifier: MPL-2.0
"""What there is to do for the safety of the audits: a column of cards."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from auditapp.i18n import _
from ui.theme.theme import Theme
from ui.theme.tokens import SPACE
from ui.widgets.surfaces.page import Page
from ui.widgets.surfaces.page_heading import PageHeading


class DataCards(Page):
    """A card for each thing to look after, the one that is wanted most often first."""

    def __init__(
        self,
        theme: Theme,
        cards: Sequence[QWidget],
        first_stop: QWidget,
        parent: QWidget | None = None,
    ) -> None:
        """Show the cards; ``first_stop`` is in one of them and takes the focus."""
        super().__init__(theme, spacing=SPACE["4"], is_read=True, parent=parent)
        self._first = first_stop
        self._column.addWidget(PageHeading(theme, _("Your data")))
        for card in cards:
            self._column.addWidget(card)
        self._column.addStretch(1)

    def _first_stop(self) -> QWidget:
        return self._first
