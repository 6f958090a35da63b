# SPDX-License-Identifier: MPL-2.0
"""Say in the language of the program what Qt itself says: in fields, on bars, in dialogs for files.

Qt brings words for some languages, Welsh not among them, and they do not travel in the packages.
"""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QObject, QTranslator

from auditapp.i18n import _, mark

_IN_TEXT: Final = (
    mark("&Undo"), mark("&Redo"), mark("Cu&t"), mark("&Copy"), mark("&Paste"), mark("Delete"),
    mark("Select All"), mark("Copy &Link Location"),
)  # fmt: skip

_ON_BUTTONS: Final = (
    mark("OK"), mark("Cancel"), mark("Save"), mark("&Yes"), mark("&No"),
)  # fmt: skip

_IN_FILES: Final = (
    mark("&Look in:"), mark("Back"), mark("Go back"), mark("Forward"), mark("Go forward"),
    mark("Parent Directory"), mark("Go to the parent directory"), mark("Create New Folder"),
    mark("Create a New Folder"), mark("List View"), mark("Change to list view mode"),
    mark("Detail View"), mark("Change to detail view mode"), mark("Sidebar"),
    mark("List of places and bookmarks"), mark("Files"), mark("Files of &type:"),
    mark("File &name:"), mark("All Files (*)"), mark("Directories"), mark("Directory:"),
    mark("&Open"), mark("&Save"), mark("&Choose"), mark("&Rename"), mark("&Delete"),
    mark("Show &hidden files"), mark("&New Folder"), mark("New Folder"),
    mark("%1 already exists.\nDo you want to replace it?"),
    mark("%1\nFile not found.\nPlease verify the correct file name was given."),
    mark("%1\nDirectory not found.\nPlease verify the correct directory name was given."),
    mark("Are you sure you want to delete '%1'?"), mark("Show "),
)  # fmt: skip

_ON_BARS: Final = (
    mark("Scroll here"), mark("Top"), mark("Bottom"), mark("Page up"), mark("Page down"),
    mark("Scroll up"), mark("Scroll down"), mark("Left edge"), mark("Right edge"),
    mark("Page left"), mark("Page right"), mark("Scroll left"), mark("Scroll right"),
)  # fmt: skip

_OF_FOLDERS: Final = (
    mark("Computer"), mark("Name"), mark("Size"), mark("Type"), mark("Date Modified"),
    mark("Drive"), mark("Folder"),
)  # fmt: skip

# "Open" alone is what an action or a concern is, in other languages another word.
_WORDS: Final[Mapping[str, Mapping[str, str]]] = {
    "QLineEdit": {each: each for each in _IN_TEXT},
    "QWidgetTextControl": {each: each for each in _IN_TEXT},
    "QKeySequenceEdit": {"Press shortcut": mark("Press the new key")},
    "QScrollBar": {each: each for each in _ON_BARS},
    "QPlatformTheme": {**{each: each for each in _ON_BUTTONS}, "Open": "&Open"},
    "QFileDialog": {each: each for each in _IN_FILES},
    "QFileSystemModel": {each: each for each in _OF_FOLDERS},
    "QAbstractFileIconProvider": {each: each for each in _OF_FOLDERS},
}
"""By the class of Qt that says them; the names of keys are not among them."""


class QtWords(QTranslator):
    """Answer Qt with the words of the catalogue; what is not known stays as it is."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)

    # Qt overrides

    def translate(
        self, context: str, source: str, disambiguation: str | None = None, number: int = -1
    ) -> str | None:
        """Return the translation of a text of Qt, or None."""
        del disambiguation, number
        text = _WORDS.get(context, {}).get(source)
        return None if text is None else _(text)

    def isEmpty(self) -> bool:
        """Say that there is something in it: Qt would not ask it otherwise."""
        return False
