# SPDX-License-Identifier: MPL-2.0
"""List the chapters of the guide, or the places in it where words were found."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QWidget

from auditapp.guide import Chapter, Passage
from auditapp.i18n import _
from ui.help.chapters import Place
from ui.help.contents_delegate import WORDS_ROLE, ContentsDelegate
from ui.theme.theme import Theme
from ui.widgets.lists.choosing_list import ChoosingList

_PLACE = Qt.ItemDataRole.UserRole
_SPOKEN = Qt.ItemDataRole.AccessibleTextRole


class ContentsList(ChoosingList):
    """One line a chapter; of what was found also the words around it.

    Signals:
        place_chosen: a line was chosen; its ``Place``.
    """

    place_chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, _("Chapters"), parent)
        self._rows = QStandardItemModel(self)
        self.setModel(self._rows)
        self.setItemDelegate(ContentsDelegate(theme, self))

    def show_chapters(self, chapters: Sequence[Chapter]) -> None:
        """List all chapters."""
        self.setAccessibleName(_("Chapters"))
        self._fill([(each.title, "", Place(each.name)) for each in chapters])

    def show_found(self, found: Sequence[Passage]) -> None:
        """List where words were found."""
        self.setAccessibleName(_("Found in the guide"))
        places = [Place(each.chapter.name, each.anchor) for each in found]
        self._fill(
            [(_about(each), each.words, place) for each, place in zip(found, places, strict=True)]
        )

    def mark(self, place: Place) -> None:
        """Make the line of a place the current one, or else the first of its page."""
        lines = [self._rows.index(row, 0) for row in range(self._rows.rowCount())]
        current = self.currentIndex()
        if current.isValid() and current.data(_PLACE) == place:
            return
        of_page = [each for each in lines if each.data(_PLACE).page == place.page]
        same = (each for each in of_page if each.data(_PLACE) == place)
        index = next(same, of_page[0] if of_page else None)
        if index is not None:
            self.setCurrentIndex(index)

    def _fill(self, lines: Sequence[tuple[str, str, Place]]) -> None:
        self._rows.clear()
        for title, words, place in lines:
            item = QStandardItem(title)
            item.setData(words, WORDS_ROLE)
            item.setData(f"{title}. {words}" if words else title, _SPOKEN)
            item.setEditable(False)
            item.setData(place, _PLACE)
            self._rows.appendRow(item)

    def _choose(self, index: QModelIndex) -> None:
        self.place_chosen.emit(index.data(_PLACE))


def _about(found: Passage) -> str:
    if found.heading == found.chapter.title:
        return found.heading
    return f"{found.heading} · {found.chapter.title}"
