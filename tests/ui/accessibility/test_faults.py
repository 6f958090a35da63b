# SPDX-License-Identifier: MPL-2.0
"""Each thing that the walk looks for is found where it was planted, and not beside it."""

import pytest
from PySide6.QtCore import QAbstractAnimation, QPointF, QRectF, QVariantAnimation
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QTextBrowser,
    QVBoxLayout,
)

from tests.ui.accessibility import faults, letters, pictures
from tests.ui.accessibility.looking import Looker, all_looks
from tests.ui.accessibility.painted import cut_where_painted
from tests.ui.view_fixtures import show, theme
from ui.keys.keymap import make_shortcut
from ui.theme.painting import draw_words
from ui.theme.pill_painting import draw_pill
from ui.theme.text_block import TextBlock
from ui.widgets.buttons.push_button import PushButton
from ui.widgets.fields.line_field import LineField
from ui.widgets.signs.elided_label import ElidedLabel
from ui.widgets.signs.text_label import TextLabel
from ui.widgets.surfaces.window import Window

__all__ = ["show", "theme"]


@pytest.fixture
def root(theme, show):
    """Return a window with a field and a button, with which nothing is wrong."""
    root = Window()
    page = root.page = QLabel()
    root.setCentralWidget(page)
    column = QVBoxLayout(page)
    root.field, root.button = LineField(theme, "Team"), PushButton(theme, "Go on")
    for each in (root.field, root.button):
        column.addWidget(each)
    column.addStretch(1)
    show(root, 400, 300)
    root.field.setFocus()
    return root


def add(root, widget):
    """Put one more widget into the window."""
    root.page.layout().insertWidget(0, widget)
    widget.show()
    root.page.layout().activate()
    return widget


def test_nothing_is_found_where_nothing_is_wrong(root, theme):
    """In any size and colours."""
    looker = Looker(theme)
    for look in all_looks(looker):
        looker.take(look)
        looker.look("planted", root)
    assert [] == looker.found


def test_a_control_without_a_name(root):
    """A button with a picture alone."""
    add(root, QPushButton())
    assert ["no name: QPushButton ''"] == faults.nameless(root)


def test_a_small_target(root):
    """One pixel less than there should be."""
    add(root, QPushButton("x")).setFixedSize(24, 23)
    assert ["small: QPushButton '', 24 by 23"] == faults.small_targets(root)


def test_a_trap(root, monkeypatch):
    """Tab stays where it is."""
    monkeypatch.setattr(type(root), "focusNextPrevChild", lambda _self, _next: True)
    assert ["a trap for Tab: QLineEdit 'Team'"] == faults.lost_on_the_way(root)


def test_a_trap_on_the_way_back(root, monkeypatch):
    """Only Shift+Tab stays where it is."""
    step = type(root).focusNextPrevChild
    monkeypatch.setattr(
        type(root), "focusNextPrevChild", lambda self, is_next: not is_next or step(self, is_next)
    )
    (fault,) = faults.lost_on_the_way(root)
    assert fault.startswith("a trap for Shift+Tab: ")


def test_a_control_that_tab_never_comes_to(root, monkeypatch):
    """Tab goes round without it."""
    lost = add(root, QPushButton("Lost"))
    stops = iter([root.button, root.field.editor] * 5)

    def leave_out(_self, _next):
        next(stops).setFocus()
        return True

    monkeypatch.setattr(type(root), "focusNextPrevChild", leave_out)
    assert [f"not reached by Tab: {faults.name_of(lost)}"] == faults.lost_on_the_way(root)


def test_clipped_words(root, theme):
    """A label that is too narrow, one that is too low, a button, and one over the edge."""
    narrow = add(root, QLabel("Words that need some room"))
    narrow.setFixedWidth(60)
    low = add(root, TextLabel(theme, "Words that need two lines. " * 8, wrap=True))
    low.setFixedHeight(20)
    short = add(root, PushButton(theme, "Save the whole report"))
    short.setFixedWidth(60)
    over = QLabel("Over", root.page)
    over.move(390, 0)
    over.show()
    root.page.layout().activate()
    found = faults.clipped(root)

    assert f"cut off: {narrow.text()!r}" in found
    assert f"cut off: {low.text()!r}" in found
    assert "shortened: PushButton '' 'Save the whole report'" in found
    assert "off the edge: QLabel '' 'Over'" in " ".join(found)


class Painter(QLabel):
    """Paint words at two heights, and a pill beside the first."""

    def __init__(self, theme, room, below):
        super().__init__()
        self._theme, self._room, self._below = theme, room, below
        self.setFixedSize(300, 100)

    def paintEvent(self, event):  # noqa: N802 - the name is Qt's
        """Paint the three of them."""
        del event
        painter = QPainter(self)
        painter.setFont(self._theme.font())
        draw_words(painter, QRectF(0, 0, self._room, 24), "Words of a row")
        draw_pill(painter, self._theme, QPointF(200, self._below), "Signed off", "ok", None)
        block = TextBlock("More words", self._theme.font(), 24)
        block.draw(painter, QRectF(200, 50, 90, 24 if self._room > 100 else 10))


def test_words_that_are_painted_where_there_is_too_little_room(root, theme):
    """Across and down, and a pill over other words."""
    add(root, Painter(theme, 190, 12))
    assert [] == cut_where_painted(root)
    add(root, Painter(theme, 30, 60))
    across, down, over = cut_where_painted(root)
    assert across.startswith("cut off where it is painted: 'Words of a row'")
    assert "cut off where it is painted: 'More words', 14 below" == down
    assert "painted over each other: 'Signed off', 'More words'" == over


def test_a_page_with_links_is_no_trap(root):
    """Tab goes from link to link, and then on, as Shift+Tab does."""
    page = add(root, QTextBrowser())
    page.setHtml("Words <a href='1'>one</a> <a href='2'>two</a>")
    page.setFocus()
    assert [] == faults.lost_on_the_way(root)


def test_a_page_that_begins_with_a_link_is_a_trap(root):
    """Qt never leaves it backwards: no page of ours begins so."""
    page = add(root, QTextBrowser())
    page.setHtml("<a href='1'>one</a> words")
    page.setFocus()
    assert ["a trap for Shift+Tab: QTextBrowser ''"] == faults.lost_on_the_way(root)


def test_a_button_on_several_lines_is_not_short(root, theme):
    """Unless it is too low for them."""
    button = add(root, PushButton(theme, "Save the whole report"))
    button.setFixedSize(140, button.heightForWidth(140))
    assert [] == faults.clipped(root)
    button.setFixedHeight(button.sizeHint().height())
    assert ["shortened: PushButton '' 'Save the whole report'"] == faults.clipped(root)


def test_elided_words_with_a_tool_tip_are_all_there(root, theme):
    """Without one they are not."""
    label = add(root, ElidedLabel(theme, "Words that need some room"))
    label.setFixedWidth(60)
    assert [] == faults.clipped(root)
    label.setToolTip("")
    assert [f"cut off: {label.text()!r}"] == faults.clipped(root)


def test_faint_words(root):
    """A grey of 2.85 to 1, and one of 4.54 to 1."""
    for colour in ("#999999", "#767676"):
        label = add(root, QLabel("Faint words"))
        label.setStyleSheet(f"color: {colour}; background: #FFFFFF; font-size: 16px")
    (found,) = pictures.faint(root)
    assert found.startswith("faint, 2.8")


def test_a_control_without_an_edge(root):
    """A flat button of the colour of its ground."""
    button = add(root, QPushButton())
    button.setAccessibleName("Flat")
    button.setStyleSheet("background: #F3F5F8; border: 1px solid #E3E5E8")
    (found,) = pictures.edgeless(root)
    assert "Flat" in found


def test_a_focus_that_can_not_be_seen(root):
    """A button that paints the same with it and without."""
    button = add(root, QPushButton("Same"))
    button.setStyleSheet("background: white; color: black; border: 1px solid black; outline: 0")
    assert ["focus unseen: QPushButton ''"] == pictures.unseen_focus(root)


def test_what_moves(root, theme):
    """An animation, and a bar without an end."""
    looker = Looker(theme)
    bar = add(root, QProgressBar())
    bar.setRange(0, 0)
    animation = QVariantAnimation(root, startValue=0, endValue=1, duration=100_000)
    animation.start(QAbstractAnimation.DeletionPolicy.KeepWhenStopped)
    found = list(looker.moving(root))
    animation.stop()
    assert ["moves: QProgressBar ''"] == found[-1:]
    assert 2 == len(found)


def test_a_key_of_two(root, theme):
    """A label and a button with the same letter, and a command on it besides."""
    label = add(root, TextLabel(theme, "&Note"))
    label.set_buddy(add(root, QLineEdit()))
    assert [] == letters.shared_keys(root)
    add(root, QPushButton("&Next"))
    make_shortcut(root, "Alt+N", root.close)
    (found,) = letters.shared_keys(root)
    assert all(each in found for each in ("Alt+N", "'&Note'", "'&Next'", "a command"))
