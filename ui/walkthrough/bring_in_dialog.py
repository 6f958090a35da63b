# SPDX-License-Identifier: MPL-2.0
"""Choose which answers become points of the overall picture."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from auditapp.i18n import _, ngettext
from ui.theme.theme import Theme
from ui.walkthrough.dialog_size import fitting_size
from ui.walkthrough.question_item import QuestionItem
from ui.walkthrough.question_list import QuestionList
from ui.walkthrough.question_list_model import QuestionListModel
from ui.widgets.signs.text_label import TextLabel
from ui.widgets.surfaces.dialog import Dialog


class BringInDialog(Dialog):
    """List answers with their notes; the ticked ones are brought in, one point a line.

    Signals:
        lines_chosen: the points to bring in; a list of texts.
    """

    lines_chosen = Signal(list)

    def __init__(
        self, theme: Theme, title: str, items: Sequence[QuestionItem], parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, title, parent)
        self.model = QuestionListModel(checkable=True)
        self.model.set_items(items)
        self.list = QuestionList(theme, title, self.model)
        hint = _("Tick the answers to bring in. You can change the words afterwards.")
        nothing = _("There is no such answer yet.")
        self.body.addWidget(TextLabel(theme, hint if items else nothing, "body", "2", wrap=True))
        self.body.addWidget(self.list)
        self.list.setVisible(bool(items))
        self.add_cancel(_("Cancel"))
        self.button = self.add_button("", "primary", is_default=True)
        self.button.clicked.connect(self.accept)
        self.accepted.connect(self._on_accepted)
        self.list.chosen.connect(self._on_chosen)
        self._show_count()
        if items:
            self.resize(fitting_size(theme, parent, 620, 560))
            self.list.show_current(0)

    def _show_count(self) -> None:
        count = len(self.model.checked_items)
        words = ngettext("Bring in {count} point", "Bring in {count} points", count)
        self.button.setText(words.format(count=count))
        self.button.setEnabled(count > 0)

    def _on_chosen(self, row: int) -> None:
        self.model.toggle(row)
        self._show_count()

    def _on_accepted(self) -> None:
        self.lines_chosen.emit([item.line for item in self.model.checked_items])
