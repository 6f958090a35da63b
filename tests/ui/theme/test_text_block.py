# SPDX-License-Identifier: MPL-2.0
"""Tests of ``ui.theme.text_block``."""

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from ui.theme.text_block import TextBlock


@pytest.fixture
def block(theme):
    """Return a function that lays out a text in the body font, 20 pixels a line."""

    def block(text, alignment=Qt.AlignmentFlag.AlignLeft):
        return TextBlock(text, theme.font(), 20, alignment)

    return block


def _inked(block, *, centred=False):
    """Return the bounds of what ``block`` paints in 200 by 100 pixels: left, top, right, bottom."""
    image = QImage(200, 100, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    block.draw(painter, QRectF(0, 0, 200, 100), centred=centred)
    painter.end()
    dark = [
        (x, y) for x in range(200) for y in range(100) if image.pixelColor(x, y).lightness() < 128
    ]
    xs, ys = [x for x, _ in dark], [y for _, y in dark]
    return min(xs), min(ys), max(xs), max(ys)


def test_one_line_has_the_line_height(block):
    """A short text is one line tall."""
    assert 20 == block("seen").height(500)


def test_narrow_text_wraps(block):
    """Half the width takes about twice the lines."""
    text = block("seen alone at every visit in the period")
    wide = text.natural_width + 1
    assert (20, 40) == (text.height(wide), text.height(wide * 0.6))


def test_new_lines_are_kept(block):
    """A person's paragraphs stay paragraphs."""
    assert 60 == block("one\ntwo\nthree").height(500)


def test_endless_word_is_broken(block):
    """A word wider than the width does not leave it."""
    assert 20 < block("x" * 200).height(100)


def test_text_of_nothing_measures(block):
    """An empty text has one empty line and no width."""
    empty = block("")
    assert (20, 0, 0) == (empty.height(50), empty.natural_width, empty.longest_word_width)


def test_size_is_no_wider_than_wanted(block):
    """A long text takes the width it may, a short one less."""
    assert (80, True) == (block("word " * 30).size(80).width(), block("word").size(80).width() < 80)


def test_markup_is_only_text(block):
    """Angle brackets are shown, so they take room."""
    assert block("child").natural_width < block("<b>child</b>").natural_width


def test_painted_within_its_line(block):
    """Text at the top is painted in the first line, in the middle of its height."""
    _, top, _, bottom = _inked(block("xxx"))
    assert (True, True) == (top >= 5, bottom < 20)


def test_centred_in_the_height(block):
    """Text in the middle stands in the middle line."""
    _, top, _, bottom = _inked(block("xxx"), centred=True)
    assert (True, True) == (top > 40, bottom < 60)


def test_aligned_to_the_middle(block):
    """Centred text leaves the same room on both sides."""
    left, _, right, _ = _inked(block("xxx", Qt.AlignmentFlag.AlignHCenter))
    assert abs(left - (199 - right)) <= 2


def _row_lengths(block):
    """Return how many points of each row of the picture have ink."""
    image = QImage(200, 30, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    block.draw(painter, QRectF(0, 0, 200, 30))
    painter.end()
    white = QColor(Qt.GlobalColor.white)
    return [
        sum(image.pixelColor(x, y) != white for x in range(image.width()))
        for y in range(image.height())
    ]


def test_the_letter_of_a_shortcut_is_underlined(theme):
    """A stroke as wide as that letter, and the mark before it is not shown."""
    plain, marked = (
        _row_lengths(TextBlock(text, theme.font(), 20, mnemonic=True))
        for text in ("minim minim", "minim &minim")
    )
    added = [more - fewer for fewer, more in zip(plain, marked, strict=True) if more != fewer]

    assert 1 == len(added)
    assert 5 < added[0] < 20


def test_a_text_without_a_mark_has_no_stroke(theme):
    """Two marks stand for one that is shown."""
    once, twice = (
        _row_lengths(TextBlock(text, theme.font(), 20, mnemonic=has_marks))
        for text, has_marks in (("to & fro", False), ("to && fro", True))
    )
    assert once == twice
