# SPDX-License-Identifier: MPL-2.0
"""Test how pieces are measured and cut."""

import pytest

from auditapp.report.pdf.pieces import Panel, Row, Stack
from auditapp.report.pdf.structure import Element, Role
from auditapp.report.pdf.styles import BODY, TextStyle
from auditapp.report.pdf.text_pieces import HeadingPiece, TextPiece
from auditapp.report.typesetting.typeset import Typesetter

STYLE = TextStyle(10, 12)
WIDTH = 200.0
ROOT = Element(Role.DOCUMENT)


@pytest.fixture
def lines():
    """Return a function that makes a text of so many lines."""
    typesetter = Typesetter()

    def make(count, style=STYLE):
        text = "\n".join(f"line {number}" for number in range(count))
        return TextPiece(typesetter, text, style, ROOT)

    return make


def heights(*pieces):
    """Return the heights of pieces, None for none."""
    return [piece and piece.measure(WIDTH) for piece in pieces]


def test_a_text_is_as_high_as_its_lines(lines):
    """Ten lines of twelve points make 120 points."""
    assert 120 == lines(10).measure(WIDTH)


@pytest.mark.parametrize(
    ("count", "room", "expected"),
    [
        (10, 60, [60, 60]),
        (10, 119, [96, 24]),
        (10, 20, [None, 120]),
        (3, 30, [None, 36]),
        (4, 30, [24, 24]),
        (2, 24, [24, None]),
    ],
)
def test_a_text_is_cut_without_leaving_a_line_alone(lines, count, room, expected):
    """At least two lines stay at the foot of a page and at the top of the next."""
    assert expected == heights(*lines(count).cut(WIDTH, room))


def test_the_least_part_of_a_text(lines):
    """Two lines can stand alone, but three cannot be parted."""
    assert [12, 36, 24] == [lines(count).least(WIDTH) for count in (1, 3, 4)]


def test_a_stack_is_cut_between_and_through_its_pieces(lines):
    """What fits stays, and the piece at the edge is cut."""
    stack = Stack([lines(5), lines(5)])
    assert [60, 60] == heights(*stack.cut(WIDTH, 70))
    assert [84, 36] == heights(*stack.cut(WIDTH, 90))
    assert [120, None] == heights(*stack.cut(WIDTH, 120))


def test_a_stack_takes_its_heading_along(lines):
    """A heading is not left behind when what it heads moves on."""
    heading = HeadingPiece(Typesetter(), "Heading", STYLE, ROOT, None)
    stack = Stack([lines(4), heading, lines(4)])
    assert [48, 60] == heights(*stack.cut(WIDTH, 70))
    assert 36 == Stack([heading, lines(4)]).least(WIDTH)


def test_a_stack_that_keeps_stands_alone_only_whole(lines):
    """Its least part is all of it."""
    assert 120 == Stack([lines(5), lines(5)], keeps=True).least(WIDTH)
    assert 24 == Stack([lines(5), lines(5)]).least(WIDTH)


def test_space_before_counts_inside_a_stack_only_between(lines):
    """The first piece's space belongs to the stack itself."""
    stack = Stack([lines(1, BODY), lines(1, BODY)])
    assert 2 * BODY.leading + BODY.space_before == stack.measure(WIDTH)
    assert BODY.space_before == stack.space_before


def test_a_row_is_as_high_as_its_tallest_cell(lines):
    """The panel's space comes on top."""
    row = Row([lines(2), None, lines(5)], [50, 50, 50], Panel(above=3, below=4))
    assert 67 == row.measure(WIDTH)


def test_a_row_is_cut_through_every_cell(lines):
    """A cell that fits goes whole; the row is not cut where a cell cannot begin."""
    row = Row([lines(2), lines(10)], [80, 80], Panel())
    assert [60, 60] == heights(*row.cut(WIDTH, 60))
    assert [None, 120] == heights(*row.cut(WIDTH, 20))


def test_the_parts_of_a_row_keep_its_distance(lines):
    """What is cut stands as far from what comes before as the whole did."""
    row = Row([lines(10)], [80], Panel())
    row.space_before = 9
    head, tail = row.cut(WIDTH, 60)
    assert [9, 9] == [head.space_before, tail.space_before]


def test_a_low_row_is_rather_moved_than_cut(lines):
    """Up to the height given, a row stays whole."""
    row = Row([lines(6)], [80], Panel(), whole_up_to=80)
    assert [None, 72] == heights(*row.cut(WIDTH, 60))
    assert 72 == row.least(WIDTH)
