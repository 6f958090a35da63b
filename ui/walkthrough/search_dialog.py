# SPDX-License-Identifier: MPL-2.0
"""Find a question of the audit by its words."""

from functools import cached_property

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from auditapp.i18n import _, ngettext
from auditapp.judgement.outline import Outline
from ui.theme.theme import Theme
from ui.walkthrough.dialog_size import fitting_size
from ui.walkthrough.question_item import QuestionItem, QuestionSearch
from ui.walkthrough.question_list import QuestionList
from ui.walkthrough.question_list_model import QuestionListModel
from ui.widgets.fields.search_field import SearchField
from ui.widgets.lists.list_keys import ListKeys
from ui.widgets.signs.text_label import TextLabel
from ui.widgets.surfaces.dialog import Dialog


class SearchDialog(Dialog):
    """Type some words; the questions that hold them are listed, and Enter goes to one.

    Signals:
        question_chosen: the person wants to go to a question; its key.
    """

    question_chosen = Signal(str)

    def __init__(self, theme: Theme, outline: Outline, parent: QWidget | None = None) -> None:
        super().__init__(theme, _("Search the questions"), parent)
        self._outline = outline
        self._items: list[QuestionItem] = []
        self._model = QuestionListModel()
        self.search = SearchField(theme, _("Words in a question, its hint or your note"))
        self.list = QuestionList(theme, _("Questions found"), self._model)
        self._count = TextLabel(theme, "", "small", "3")
        for widget in (self.search, self._count, self.list):
            self.body.addWidget(widget)
        self.add_cancel(_("Close"))
        self.resize(fitting_size(theme, parent, 620, 560))
        ListKeys(self.search.line_edit, self.list)
        self.search.text_edited.connect(self._on_text_edited)
        self.list.chosen.connect(self._on_chosen)
        # The field is there at once; all the questions of a long audit are read while it is shown.
        self._all_soon = QTimer(self, singleShot=True, interval=0)
        self._all_soon.timeout.connect(self._show_all)
        self._all_soon.start()
        self.search.setFocus()

    @cached_property
    def _questions(self) -> QuestionSearch:
        return QuestionSearch(self._outline)

    def _show_all(self) -> None:
        self._on_text_edited(self.search.text)

    def _on_text_edited(self, text: str) -> None:
        self._all_soon.stop()
        self._items = self._questions.find(text)
        self._model.set_items(self._items)
        count = len(self._items)
        words = ngettext("{count} question", "{count} questions", count).format(count=count)
        self._count.set_text(words if count else _("No question holds these words."))
        self.list.show_current(0)

    def _on_chosen(self, row: int) -> None:
        self.question_chosen.emit(self._items[row].key)
        self.accept()
