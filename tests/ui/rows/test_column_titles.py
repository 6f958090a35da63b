# SPDX-License-Identifier: MPL-2.0
"""Test the titles over the columns of a list."""

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QImage, QPainter

from ui.review.review_view import ReviewView
from ui.rows.column_titles import ColumnTitles
from ui.rows.row import Cell, Column, Row
from ui.rows.row_picture import RowPicture, column_lefts

COLUMNS = (Column("Suggested", 178), Column("Given", 178))


def test_titles_are_where_the_columns_are(theme, show):
    """The titles of the columns go away where the columns do."""
    titles = show(ColumnTitles(theme, COLUMNS, "Grade"), 760, 40)
    assert (24, 0) == (titles.heightForWidth(760), titles.heightForWidth(400))


def test_numbers_end_where_their_title_ends(theme, show):
    """So that they can be compared; words begin where theirs begins."""
    words, numbers = Column("State", 120), Column("Actions", 120, has_numbers=True)
    lefts = {}
    for column in (words, numbers):
        row = Row("Was the child seen?", cells=(Cell("7"),))
        pictures = (
            show(ColumnTitles(theme, [column], "", has_line=True), 500, 28).grab().toImage(),
            drawn(theme, RowPicture(theme, row, [column], 500)),
        )
        start = round(column_lefts(theme, [column], 500)[0])
        inks = [ink_columns(picture, start, start + 120, 24) for picture in pictures]
        lefts[column.title] = [(ink[0] - start, ink[-1] - start) for ink in inks]
    (first, _), (second, _) = lefts["State"]
    assert first == pytest.approx(second, abs=2)
    (_, first), (_, second) = lefts["Actions"]
    assert first == pytest.approx(second, abs=2)
    assert first > 90


def test_the_title_of_the_words_stands_over_them(theme, show):
    """So that no column is without a title; where the words were given none, there is none."""
    columns = COLUMNS[:1]
    row = drawn(theme, RowPicture(theme, Row("Visits"), columns, 500))
    left = round(column_lefts(theme, columns, 500)[0]) - 4
    words = ink_columns(row, 0, left, 24)
    titled = show(ColumnTitles(theme, columns, "Theme"), 500, 28).grab().toImage()
    assert ink_columns(titled, 0, left, 24)[0] == pytest.approx(words[0], abs=2)
    untitled = show(ColumnTitles(theme, columns, ""), 500, 28).grab().toImage()
    assert [] == ink_columns(untitled, 0, left, 24)


def test_every_column_of_the_review_has_a_title(theme, show, open_audit):
    """The first as well."""
    titles = show(ReviewView(theme, open_audit)).findChildren(ColumnTitles)
    assert ["Grade", "Action", "Question"] == [each._words for each in titles]


def test_titles_that_rows_scroll_under_have_a_line(theme, show):
    """And none where the columns do not fit, for then there are no titles."""
    titles = ColumnTitles(theme, COLUMNS, "Grade", has_line=True)
    image = show(titles, 700, titles.heightForWidth(700)).grab().toImage()
    assert theme.colour("line") == image.pixelColor(5, image.height() - 1)
    assert 0 == titles.heightForWidth(200)


def drawn(theme, picture):
    """Return the picture of a row, on white."""
    image = QImage(500, picture.height, QImage.Format.Format_RGB32)
    image.fill(theme.colour("surface"))
    painter = QPainter(image)
    picture.draw(painter, QPointF())
    painter.end()
    return image


def ink_columns(image, left, right, height):
    """Return the columns of pixels, between two, in which something dark is drawn."""
    return [
        x
        for x in range(left, right)
        if any(image.pixelColor(x, y).lightness() < 170 for y in range(min(height, image.height())))
    ]
