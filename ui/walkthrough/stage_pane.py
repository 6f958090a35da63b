# SPDX-License-Identifier: MPL-2.0
"""The pane at the left: a heading over the section list."""

from typing import Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from auditapp.i18n import _
from auditapp.judgement.outline import Outline
from ui.theme.theme import Theme
from ui.theme.tokens import SPACE
from ui.walkthrough.stage_list import StageList
from ui.walkthrough.stage_list_model import StageListModel
from ui.walkthrough.steps import Walk
from ui.widgets.signs.text_label import TextLabel
from ui.widgets.surfaces.pane import Pane

_LEFT: Final = 20
_AROUND_HEADING: Final = (20, 8, 11)
"""So that the heading stands on one line with that of the guidance, at the other side."""


class StagePane(Pane):
    """Hold the section list."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "sunken", "right", parent)
        self.model = StageListModel()
        self.list = StageList(theme, self.model)
        self.setFocusProxy(self.list)
        heading = Pane(theme, "sunken", "bottom")
        words = QVBoxLayout(heading)
        words.setContentsMargins(_LEFT, *_AROUND_HEADING)
        words.addWidget(TextLabel(theme, _("Sections"), "heading"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 1, 8)
        column.setSpacing(0)
        column.addWidget(heading)
        column.addSpacing(SPACE["1"])
        column.addWidget(self.list, 1)

    def show_walk(self, walk: Walk, outline: Outline) -> None:
        """Show the stages and how far each is."""
        self.model.show_walk(walk, outline)

    def show_stage(self, number: int) -> None:
        """Show which stage is open."""
        self.list.show_stage(number)
