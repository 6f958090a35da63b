# SPDX-License-Identifier: MPL-2.0
"""The pane at the left: a heading over the section list."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from auditapp.i18n import _
from auditapp.judgement.outline import Outline
from ui.theme.theme import Theme
from ui.walkthrough.stage_list import StageList
from ui.walkthrough.stage_list_model import StageListModel
from ui.walkthrough.steps import Walk
from ui.widgets.pane import Pane
from ui.widgets.text_label import TextLabel


class StagePane(Pane):
    """Hold the section list."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "sunken", "right", parent)
        self.model = StageListModel()
        self.list = StageList(theme, self.model)
        self.setFocusProxy(self.list)
        heading = TextLabel(theme, _("SECTIONS"), "overline", "3")
        heading.setContentsMargins(24, 14, 8, 6)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 1, 8)
        column.setSpacing(0)
        column.addWidget(heading)
        column.addWidget(self.list, 1)

    def show_walk(self, walk: Walk, outline: Outline) -> None:
        """Show the stages and how far each is."""
        self.model.show_walk(walk, outline)

    def show_stage(self, number: int) -> None:
        """Show which stage is open."""
        self.list.show_stage(number)
