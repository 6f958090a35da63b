# SPDX-License-Identifier: MPL-2.0
"""Tests that hold for every widget, on the gallery that shows them all."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QWidget

from tests.ui.widgets.gallery import Gallery
from ui.theme.theme import Theme
from ui.theme.tokens import EDGE


def _controls(gallery):
    """Return every widget that Tab or a click reaches, but the parts of Qt's own widgets."""
    return [
        widget
        for widget in gallery.findChildren(QWidget)
        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        and widget.isVisible()
        and not widget.objectName().startswith("qt_")
    ]


def _name(widget):
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def test_every_control_is_named(theme, show):
    """Nothing that takes the focus is without a name for screen readers."""
    gallery = show(Gallery(theme), 1366, 768)
    controls = _controls(gallery)
    assert 40 < len(controls)
    assert [] == [type(widget).__name__ for widget in controls if not _name(widget)]


def test_every_button_is_large_enough(theme, show):
    """Each button's visible shape measures at least 24 by 24 pixels (WCAG 2.2, 2.5.8)."""
    gallery = show(Gallery(theme), 1366, 768)
    small = [
        _name(button)
        for button in gallery.findChildren(QAbstractButton)
        if button.isVisible() and min(button.width(), button.height()) - 2 * EDGE < 24
    ]
    assert [] == small


def test_tab_goes_round(theme, show, qtbot, qapp):
    """Tab alone reaches control after control and comes back to the first."""
    gallery = show(Gallery(theme), 1366, 768)
    gallery.area_of_note.setFocus()
    first, seen = qapp.focusWidget(), []
    while qapp.focusWidget() not in seen:
        seen.append(qapp.focusWidget())
        qtbot.keyClick(qapp.focusWidget(), Qt.Key.Key_Tab)
    assert (first, True) == (qapp.focusWidget(), len(seen) > 30)


@pytest.mark.parametrize(("is_dark", "text_scale"), [(True, 1.0), (False, 1.5), (True, 2.0)])
def test_live_change_looks_as_if_started_so(theme, show, qtbot, qapp, is_dark, text_scale):
    """A window switched to a theme is, pixel for pixel, one that was made in it."""
    qapp.setCursorFlashTime(0)
    switched = show(Gallery(theme), 1200, 900)
    theme.set_dark(is_dark)
    theme.set_text_scale(text_scale)
    other_theme = Theme(is_dark=is_dark, text_scale=text_scale)
    made = Gallery(other_theme)
    show(made, 1200, 900)
    for gallery in (switched, made):
        gallery.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        gallery.area.setFocus()
        gallery.area.verticalScrollBar().setValue(0)
    # What lies beside each other is laid out once more when its width is known.
    qtbot.waitUntil(lambda: made.grab().toImage() == switched.grab().toImage())


@pytest.mark.parametrize(("width", "text_scale"), [(400, 1.0), (683, 2.0)])
def test_narrow_page_does_not_overflow(theme, show, width, text_scale):
    """On a narrow screen every part stays inside the page's width."""
    theme.set_text_scale(text_scale)
    gallery = show(Gallery(theme, columns=1), width, 900)
    assert gallery.page.width() <= gallery.area.viewport().width()
