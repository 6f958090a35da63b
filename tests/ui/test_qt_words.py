# SPDX-License-Identifier: MPL-2.0
"""What Qt itself says is in the language of the program, in fields and in dialogs for files."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QFileDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollBar,
    QTextBrowser,
)

from auditapp import i18n
from ui.keys.key_edit import KeyEdit
from ui.qt_words import QtWords


@pytest.fixture
def translated(qapp):
    """Have Qt speak the language of which each text is in brackets."""
    i18n.use(i18n.PSEUDO)
    words = QtWords()
    qapp.installTranslator(words)
    yield
    qapp.removeTranslator(words)
    i18n.use(i18n.ENGLISH)


@pytest.mark.parametrize("kind", [QLineEdit, QPlainTextEdit, QTextBrowser])
def test_the_menu_of_a_text_is_translated(translated, qtbot, kind):
    """Each of its commands; the names of keys beside them stay."""
    field = kind()
    qtbot.addWidget(field)
    menu = field.createStandardContextMenu()
    said = [action.text() for action in menu.actions() if action.text()]

    assert said
    assert [] == [each for each in said if not each.startswith("[")]
    menu.deleteLater()


@pytest.mark.parametrize("direction", list(Qt.Orientation))
def test_the_menu_of_a_scroll_bar_is_translated(translated, qtbot, direction):
    """A right click on any bar of the program opens it."""
    bar = QScrollBar(direction)
    bar.setRange(0, 100)
    qtbot.addWidget(bar)
    bar.show()
    place = QPoint(3, 3)
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, bar.mapToGlobal(place))
    QApplication.postEvent(bar, asked)
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    menu = QApplication.activePopupWidget()
    said = [action.text() for action in menu.actions() if action.text()]
    menu.close()

    assert 7 == len(said)
    assert [] == [each for each in said if not each.startswith("[")]


def test_the_field_for_a_key_is_translated(translated, qtbot):
    """As long as it is empty it says in grey what to do."""
    field = KeyEdit("")
    qtbot.addWidget(field)

    assert field.findChild(QLineEdit).placeholderText().startswith("[")


@pytest.mark.parametrize("mode", list(QFileDialog.AcceptMode))
def test_a_dialog_for_files_is_translated(translated, qtbot, tmp_path, mode):
    """Its labels, buttons, tool tips and columns, where the computer has no dialog of its own."""
    dialog = QFileDialog(None, "[Title]", str(tmp_path), "[Reports] (*.pdf)")
    qtbot.addWidget(dialog)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setAcceptMode(mode)
    dialog.open()
    parts = [*dialog.findChildren(QLabel), *dialog.findChildren(QAbstractButton)]
    said = {words for each in parts for words in (each.text(), each.toolTip()) if words.strip()}
    said |= {each.text() for each in dialog.findChildren(QAction) if each.text()}

    assert len(said) > 10
    assert set() == {each for each in said if not each.startswith("[")}
    dialog.reject()


def test_what_qt_asks_before_it_replaces_a_file_is_translated(translated, qapp):
    """The question keeps the place for the name of the file."""
    asked = "%1 already exists.\nDo you want to replace it?"
    said = qapp.translate("QFileDialog", asked)

    assert said.startswith("[%1 ")
    assert all(qapp.translate("QPlatformTheme", each) != each for each in ("&Yes", "&No"))


def test_what_is_not_known_stays(translated, qapp):
    """Keys above all: a shortcut is read from its English name."""
    assert "Ctrl" == qapp.translate("QShortcut", "Ctrl")
    assert "Undo" == qapp.translate("QUndoStack", "Undo")
