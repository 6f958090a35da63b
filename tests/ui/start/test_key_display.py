# SPDX-License-Identifier: MPL-2.0
"""Tests of ``ui.start.key_display``."""

import pytest
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.start.key_display import KeyDisplay

KEY = "-".join(["MMMM"] * 9)


@pytest.mark.parametrize(("scale", "columns"), [(1, 3), (2, 3), (2, 2), (2, 1)])
def test_no_group_is_cut(theme, show, scale, columns):
    """Where three large groups have no room on a line there are more lines."""
    theme.set_text_scale(scale)
    display = KeyDisplay(theme)
    display.set_key(KEY)
    width = display._width_of(columns)
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(display)
    column.addStretch(1)
    show(page, width, 700)
    widest = QFontMetricsF(display._font()).horizontalAdvance("MMMM")

    assert columns == display._columns_at(width)
    assert columns * widest <= width == display.width()
    assert -(-9 // columns) * theme.px(34) < display.height() == display.heightForWidth(width)


@pytest.mark.parametrize(("groups", "columns"), [(1, 1), (3, 3), (4, 2), (6, 3), (9, 3)])
def test_the_lines_are_even(theme, groups, columns):
    """Four words stand two by two, not three and one."""
    display = KeyDisplay(theme)
    display.set_key("-".join(["mint"] * groups))
    assert columns == display._columns_at(2000)


def test_no_line_is_left_with_one_group_where_all_can_be_full(theme):
    """The four words of a code stand two and two, though three have room."""
    display = KeyDisplay(theme)
    display.set_key("lantern-tuba-gravel-mint")
    assert 2 == display._columns_at(display._width_of(3))
