# SPDX-License-Identifier: MPL-2.0
"""What a checklist file changes against the version in use."""

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from auditapp.checklist.revision.change_groups import GROUP_TITLES, ChangeGroup
from auditapp.i18n import _
from ui.checklists.long_lists import AT_A_TIME, FEW
from ui.checklists.save_desk import SaveDesk
from ui.rows.row import Row
from ui.rows.row_group import RowGroup
from ui.theme.theme import Theme
from ui.theme.tokens import SPACE
from ui.widgets.buttons.push_button import PushButton
from ui.widgets.signs.text_label import TextLabel
from ui.widgets.surfaces.card import Card

_ICONS: Final[Mapping[ChangeGroup, str]] = {
    ChangeGroup.WITHDRAWN: "archive",
    ChangeGroup.REWORDED: "pencil",
    ChangeGroup.ADDED: "plus",
    ChangeGroup.MOVED: "arrow-right",
    ChangeGroup.RENAMED: "link",
    ChangeGroup.ANSWERS: "list-checks",
    ChangeGroup.SCALES: "scale",
    ChangeGroup.CONDITIONS: "list-filter",
    ChangeGroup.CAPS: "gauge",
    ChangeGroup.GUIDANCE: "lightbulb",
    ChangeGroup.HEAD: "info",
}


class ChangesCard(Card):
    """A list of changes under each heading that has any, and what saves them all as a paper.

    Signals:
        save_asked: the person wants the changes as a PDF.
        row_reached: another line has the focus; the list that holds it.
    """

    save_asked = Signal()
    row_reached = Signal(object)

    def __init__(self, theme: Theme, desk: SaveDesk, parent: QWidget | None = None) -> None:
        """Show nothing yet; ``desk`` says below the button how far the paper is."""
        super().__init__(theme, "large", parent=parent)
        self.desk = desk
        self._title = TextLabel(theme, "", "heading", wrap=True)
        self._words = TextLabel(theme, "", "body", "2", wrap=True)
        self.body.setSpacing(2)
        self.body.addWidget(self._title)
        self.save_button = PushButton(theme, _("Save the changes as PDF …"))
        self.save_button.clicked.connect(self.save_asked)
        self.body.addWidget(self._words)
        self.body.addSpacing(SPACE["2"])
        self.body.addWidget(self.save_button, 0, Qt.AlignmentFlag.AlignLeft)
        desk.setContentsMargins(0, 8, 0, 8)
        self.body.addWidget(desk)
        self.groups: dict[ChangeGroup, RowGroup] = {}
        for group, title in GROUP_TITLES.items():
            icon = _ICONS[group]
            view = RowGroup(theme, title, icon=icon, few=FEW, at_a_time=AT_A_TIME)
            view.row_reached.connect(self.row_reached)
            self.groups[group] = view
            self.body.addWidget(view)

    def show_changes(self, version: str, rows: Mapping[ChangeGroup, Sequence[Row]]) -> None:
        """Show what is changed against ``version``, which is in use."""
        self._title.set_text(
            _("What changes against version {version}, which is in use").format(version=version)
        )
        for group, view in self.groups.items():
            view.set_rows(rows[group])
        words = (
            _("Words that went are struck through; words that came are underlined.")
            if any(rows.values())
            else _("Nothing that auditors see is changed.")
        )
        self._words.set_text(words)
