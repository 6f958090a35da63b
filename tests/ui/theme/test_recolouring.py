# SPDX-License-Identifier: MPL-2.0
"""Test that other colours reach all there is, what is on show first, and are found in each set."""

import pytest
import shiboken6
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QLabel, QMenu, QStackedWidget, QVBoxLayout, QWidget

from ui.theme.theme import Theme
from ui.theme.tokens import SETS
from ui.widgets.surfaces.pane import Pane

CHOICES = {
    "light": {"is_dark": False, "has_more_contrast": False},
    "dark": {"is_dark": True, "has_more_contrast": False},
    "light-more": {"is_dark": False, "has_more_contrast": True},
    "dark-more": {"is_dark": True, "has_more_contrast": True},
}


def ink(label):
    """Return the colour of a label's text, as it is named in a set."""
    return label.palette().color(label.foregroundRole()).name().upper()


def ground(widget):
    """Return the colour in which the middle of a widget is painted."""
    return widget.grab().toImage().pixelColor(widget.rect().center()).name().upper()


def label_of(tone):
    """Return a label of a tone."""
    label = QLabel("words")
    label.setProperty("tone", tone)
    return label


@pytest.fixture
def theme(theme):
    """Return a theme that is ready for other colours, as that of the window is."""
    theme.hold_all_sets()
    return theme


@pytest.fixture
def pages(theme, qtbot):
    """Return a label on a page that is on show, and one on a page that is not."""
    pages = QStackedWidget()
    for _page in range(2):
        page = QWidget()
        QVBoxLayout(page).addWidget(label_of("2"))
        pages.addWidget(page)
    pages.show()
    pages.setCurrentIndex(1)  # styled as the first one, which was on show before
    yield [pages.widget(1).findChild(QLabel), pages.widget(0).findChild(QLabel)]
    shiboken6.delete(pages)


@pytest.mark.parametrize("name", CHOICES)
@pytest.mark.parametrize("first", CHOICES)
def test_what_is_on_show_and_what_is_not_gets_each_set_from_each(qapp, qtbot, first, name):
    """Whichever the style sheet began with, and there and back again."""
    theme = Theme()
    theme.set_colours(**CHOICES[first])
    theme.apply(qapp)
    theme.hold_all_sets()
    window = Pane(theme, "sunken")
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    shown, hidden = label_of("2"), label_of("danger")
    for each in (shown, hidden):
        column.addWidget(each)
    window.show()
    hidden.hide()

    for wanted in (name, first, name):
        theme.set_colours(**CHOICES[wanted])
        theme.settle()
        colours = SETS[wanted]
        assert (colours["text2"], colours["danger"]) == (ink(shown), ink(hidden))
        assert colours["sunken"] == window.grab().toImage().pixelColor(1, 1).name().upper()


def test_what_is_on_show_is_first(theme, pages, qtbot):
    """The rest follows by itself, without anybody asking."""
    shown, hidden = pages
    styled = []

    class Watch(QObject):
        """Note which labels are styled, and in which order."""

        def eventFilter(self, label, event):  # noqa: N802 - overrides Qt's
            """Note it."""
            if event.type() == QEvent.Type.PaletteChange and label not in styled:
                styled.append(label)
            return False

    watch = Watch()
    for label in pages:
        label.installEventFilter(watch)
    theme.set_dark(True)
    dark = SETS["dark"]["text2"]
    qtbot.waitUntil(lambda: ink(hidden) == dark)
    assert (dark, [shown, hidden]) == (ink(shown), [each for each in styled if each in pages])


def test_what_is_deleted_meanwhile_is_left_alone(theme, pages, qtbot):
    """A dialog may close between two steps."""
    shown, hidden = pages
    theme.set_dark(True)
    qtbot.waitUntil(lambda: ink(shown) == SETS["dark"]["text2"])
    theme.set_dark(False)
    shiboken6.delete(hidden)
    theme.settle()
    assert SETS["light"]["text2"] == ink(shown)


def test_another_size_of_text_keeps_the_colours(theme, pages):
    """The style sheet is another then, and begins with the colours of now."""
    theme.set_dark(True)
    theme.set_text_scale(1.5)
    for label in pages:
        assert SETS["dark"]["text2"] == ink(label)
    theme.set_dark(False)
    theme.settle()
    for label in pages:
        assert SETS["light"]["text2"] == ink(label)


def test_what_is_made_later_wears_what_its_window_wears(theme, pages, qtbot):
    """A menu is a window of its own, and takes the colours from the one it belongs to."""
    theme.set_dark(True)
    shown = pages[0]
    late, menu = label_of("2"), QMenu(shown)
    late.setParent(shown.window())
    late.ensurePolished()
    menu.addAction("words")
    menu.show()
    assert (SETS["dark"]["text2"], SETS["dark"]["surface"]) == (ink(late), ground(menu))


def test_what_is_styled_before_it_is_in_a_window_wears_the_colours_of_now(theme, pages):
    """A page is measured while it is put together; where it is put it changes with the rest."""
    theme.set_dark(True)
    page = QWidget()
    late = label_of("2")
    QVBoxLayout(page).addWidget(late)
    late.ensurePolished()
    before = ink(late)
    pages[0].window().addWidget(page)
    theme.set_dark(False)
    theme.settle()
    assert (SETS["dark"]["text2"], SETS["light"]["text2"]) == (before, ink(late))


def test_a_window_that_is_made_later_wears_the_colours_of_now(theme, pages, qtbot):
    """Even one that belongs to no other, as the list of a completer."""
    theme.set_dark(True)
    window = label_of("2")
    qtbot.addWidget(window)
    window.show()
    assert SETS["dark"]["text2"] == ink(window)
