# SPDX-License-Identifier: MPL-2.0
"""Tests of ``ui.start.key_display``."""

import pytest
from PySide6.QtGui import QFontMetricsF

from ui.start.key_display import KeyDisplay

KEY = "-".join(["MMMM"] * 9)


@pytest.mark.parametrize(("width", "scale", "columns"), [(460, 1, 3), (460, 2, 3), (320, 2, 2)])
def test_no_group_is_cut(theme, show, width, scale, columns):
    """Where three large groups have no room on a line there are more lines."""
    theme.set_text_scale(scale)
    display = KeyDisplay(theme)
    display.set_key(KEY)
    show(display, width, display.heightForWidth(width))
    widest = QFontMetricsF(display._font()).horizontalAdvance("MMMM")

    assert columns == display._columns_at(width)
    assert columns * widest <= width
    assert display.minimumSizeHint().width() <= width
    assert -(-9 // columns) * theme.px(34) < display.heightForWidth(width)
