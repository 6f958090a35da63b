# SPDX-License-Identifier: MPL-2.0
"""Tests of ``ui.widgets.surfaces.page``."""

import pytest
from PySide6.QtCore import Qt

from ui.widgets.fields.line_field import LineField
from ui.widgets.surfaces.page import Page


class OneField(Page):
    """A page with one field."""

    def __init__(self, theme, *, is_read=False):
        super().__init__(theme, spacing=10, is_read=is_read)
        self.field = LineField(theme, "Name")
        self._column.addWidget(self.field)

    def _first_stop(self):
        return self.field


def margins(page):
    """Return the margins of the column: left and top."""
    around = page._column.contentsMargins()
    assert (around.left(), around.top()) == (around.right(), around.bottom())
    return around.left(), around.top()


@pytest.mark.parametrize(
    ("is_read", "width", "expected"),
    [
        (False, 1200, (28, 20)),
        (False, 400, (8, 8)),
        (True, 1220, (200, 20)),
        (True, 860, (28, 20)),
        (True, 400, (8, 8)),
    ],
)
def test_margins_fit_the_width(theme, show, is_read, width, expected):
    """What is read is 820 pixels wide at most, in the middle; a narrow page has small margins."""
    assert expected == margins(show(OneField(theme, is_read=is_read), width))


def test_margins_follow_the_text_size(theme, show):
    """At twice the size a page has to be twice as wide to have room to spare."""
    page = show(OneField(theme, is_read=True), 1220)
    theme.set_text_scale(2.0)
    assert (8, 8) == margins(page)


def test_the_focus_is_handed_on(theme, show):
    """A page that is given the focus gives it to its first stop."""
    page = show(OneField(theme), 800)
    page.setFocus(Qt.FocusReason.OtherFocusReason)
    assert page.field.line_edit.hasFocus()


def test_its_edges_stay_when_it_scrolls(theme, show, qtbot):
    """A field is as wide beside a scroll bar as without one."""
    page = show(OneField(theme), 800)
    before = page.field.width()
    page._column.addSpacing(4000)
    qtbot.waitUntil(lambda: page._area.verticalScrollBar().maximum() > 0)
    assert before == page.field.width()
