# SPDX-License-Identifier: MPL-2.0
"""Tests of ``ui.widgets.surfaces.dialog``."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from ui.widgets.fields.line_field import LineField
from ui.widgets.signs.text_label import TextLabel
from ui.widgets.surfaces.dialog import Dialog


@pytest.fixture
def dialog(theme, show):
    """Return an open dialog with a field, a cancelling and a default button."""
    window = show(QWidget())
    dialog = Dialog(theme, "Give a reason", window)
    dialog.field = LineField(theme, "Reason")
    dialog.body.addWidget(dialog.field)
    dialog.cancel = dialog.add_cancel("Cancel")
    dialog.save = dialog.add_button("Save", "primary", is_default=True)
    dialog.save.clicked.connect(dialog.accept)
    dialog.open()
    yield dialog
    if isValid(dialog):
        dialog.close()


def test_title_is_shown_and_named(dialog):
    """The title is the window's and stands at the top."""
    assert ("Give a reason", "Give a reason") == (
        dialog.windowTitle(),
        dialog.findChild(TextLabel).text(),
    )


def test_escape_cancels(dialog, qtbot):
    """Esc closes the dialog without saving."""
    with qtbot.waitSignal(dialog.rejected):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)


def test_enter_presses_the_default_button(dialog, qtbot):
    """Enter in a field saves."""
    with qtbot.waitSignal(dialog.accepted):
        qtbot.keyClick(dialog.field.line_edit, Qt.Key.Key_Return)


def test_cancel_button_cancels(dialog, qtbot):
    """The button does what Esc does."""
    with qtbot.waitSignal(dialog.rejected):
        dialog.cancel.click()


def test_closed_dialog_is_gone(dialog, qtbot):
    """A closed dialog is deleted, with the words in it."""
    with qtbot.waitSignal(dialog.destroyed):
        dialog.cancel.click()
    assert not isValid(dialog)


def test_theme_change_after_closing_is_harmless(dialog, theme, qtbot):
    """Widgets that are gone are not told about a change of theme."""
    with qtbot.waitSignal(dialog.destroyed):
        dialog.save.click()
    theme.set_dark(True)
    assert theme.is_dark


@pytest.mark.parametrize(("around", "least", "most"), [(360, 300, 360), (1366, 440, 700)])
def test_dialog_is_no_wider_than_its_window(theme, show, around, least, most):
    """Over the narrowest window the buttons take a second line, and none is cut."""
    dialog = Dialog(theme, "The disk is full and nothing can be saved", show(QWidget(), around))
    words = ("Leave without saving", "Copy the words", "Stay here")
    buttons = [dialog.add_button(each) for each in words]
    dialog.open()

    assert least <= dialog.width() <= most
    assert (around == 360) == (len({button.y() for button in buttons}) > 1)
    for button in buttons:
        inside = dialog.rect().contains(button.mapTo(dialog, button.rect().bottomRight()))
        assert (True, button.sizeHint()) == (inside, button.size())
    dialog.close()


LONG = "This audit was changed here after what the backup has of it. " * 12


def _open(theme, show, words, height=700):
    """Return an open dialog whose page says ``words``."""
    dialog = Dialog(theme, "Restore?", show(QWidget(), 560, height))
    dialog.label = TextLabel(theme, words, wrap=True)
    dialog.page = dialog.add_page(dialog.label)
    dialog.add_cancel("Cancel")
    dialog.open()
    return dialog


def test_no_line_of_a_dialog_is_cut(theme, show):
    """Its height is that of its words, also where they take most of the screen."""
    theme.set_text_scale(1.5)
    dialog = _open(theme, show, LONG, 1200)

    assert 533 < dialog.height() < 1200  # Qt gives two thirds of the screen, which is 800 tall
    assert dialog.label.height() >= dialog.label.heightForWidth(dialog.label.width())
    assert 0 == dialog.page.verticalScrollBar().maximum()
    dialog.reject()


def test_a_dialog_grows_with_what_is_in_it(theme, show, qtbot):
    """Around its middle, so that it stays over the window."""
    dialog = _open(theme, show, "Short.")
    before = dialog.geometry()
    dialog.label.set_text(LONG[:300])
    qtbot.waitUntil(lambda: dialog.height() > before.height())

    assert 0 == dialog.page.verticalScrollBar().maximum()
    assert abs(before.center().y() - dialog.geometry().center().y()) <= 1
    dialog.reject()


def test_a_dialog_is_never_taller_than_its_window(theme, show):
    """Then its page scrolls."""
    dialog = _open(theme, show, LONG, 240)

    assert 240 == dialog.height()
    assert dialog.page.verticalScrollBar().maximum() > 0
    dialog.reject()
