# SPDX-License-Identifier: MPL-2.0
"""What a checklist file changes against the version in use."""

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from auditapp.i18n import _
from ui.checklists.change_rows import ChangeGroup
from ui.checklists.long_lists import AT_A_TIME, FEW
from ui.review.review_row import ReviewRow
from ui.review.row_group import RowGroup
from ui.theme.theme import Theme
from ui.widgets.card import Card
from ui.widgets.text_label import TextLabel

_LOOKS: Final[Mapping[ChangeGroup, tuple[str, str]]] = {
    ChangeGroup.WITHDRAWN: (_("No longer asked"), "archive"),
    ChangeGroup.REWORDED: (_("Reworded"), "pencil"),
    ChangeGroup.ADDED: (_("New"), "plus"),
    ChangeGroup.MOVED: (_("Moved"), "arrow-right"),
    ChangeGroup.RENAMED: (_("Renamed, divided or put together"), "link"),
    ChangeGroup.ANSWERS: (_("Answers and limits"), "list-checks"),
    ChangeGroup.SCALES: (_("Scales"), "scale"),
    ChangeGroup.CONDITIONS: (_("When and how it is asked"), "list-filter"),
    ChangeGroup.CAPS: (_("Caps and weights"), "gauge"),
    ChangeGroup.GUIDANCE: (_("Hints, guidance and sources"), "lightbulb"),
    ChangeGroup.HEAD: (_("The checklist as a whole"), "info"),
}


class ChangesCard(Card):
    """A list of changes under each heading that has any.

    Signals:
        row_reached: another line has the focus; the list that holds it.
    """

    row_reached = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "large", parent=parent)
        self._title = TextLabel(theme, "", "heading", wrap=True)
        self._words = TextLabel(theme, "", "body", "2", wrap=True)
        self.body.setSpacing(2)
        self.body.addWidget(self._title)
        self.body.addWidget(self._words)
        self.groups: dict[ChangeGroup, RowGroup] = {}
        for group, (title, icon) in _LOOKS.items():
            view = RowGroup(theme, title, icon=icon, few=FEW, at_a_time=AT_A_TIME)
            view.row_reached.connect(self.row_reached)
            self.groups[group] = view
            self.body.addWidget(view)

    def show_changes(self, version: str, rows: Mapping[ChangeGroup, Sequence[ReviewRow]]) -> None:
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
