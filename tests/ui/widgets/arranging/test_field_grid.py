# SPDX-License-Identifier: MPL-2.0
"""Tests of ``ui.widgets.arranging.field_grid`` and ``ui.widgets.answers.check_grid``."""

import pytest

from ui.widgets.answers.check_grid import CheckGrid
from ui.widgets.arranging.field_grid import FieldGrid
from ui.widgets.fields.line_field import LineField


@pytest.mark.parametrize(("width", "columns"), [(700, 3), (450, 2), (250, 1), (100, 1)])
def test_columns_become_fewer_in_a_narrow_window(theme, show, width, columns):
    """As many columns as are wide enough, at least one; fields fill them row by row."""
    grid = FieldGrid(theme, 3)
    fields = [LineField(theme, name) for name in "abcd"]
    for field in fields:
        grid.add(field)
    show(grid, width, 400)

    assert columns == grid.columns
    assert columns == len({field.x() for field in fields})
    assert [fields[0].y()] * columns == [field.y() for field in fields[:columns]]


def test_larger_text_needs_wider_columns(theme, show):
    """The least width grows with the text."""
    grid = FieldGrid(theme, 3)
    grid.add(LineField(theme, "a"))
    show(grid, 700, 400)
    theme.set_text_scale(2.0)

    assert 1 == grid.columns


@pytest.fixture
def checks(theme, show):
    """Return a grid of three boxes."""
    items = [("care", "Child in care"), ("plan", "Child in need"), ("leaver", "Care leaver")]
    return show(CheckGrid(theme, "The child is", items), 600, 200)


def test_ticking_tells_all_values(checks, qtbot):
    """A press tells what is ticked now, in the order on show."""
    checks.set_values(["leaver"])
    with qtbot.waitSignal(checks.values_changed) as changed:
        checks.box("care").click()

    assert ("care", "leaver") == changed.args[0] == checks.values


def test_values_are_shown_without_a_signal(checks, qtbot):
    """What is set by the program is not told back to it."""
    with qtbot.assertNotEmitted(checks.values_changed):
        checks.set_values(["plan"])

    assert ("plan",) == checks.values


def test_read_only_boxes_cannot_be_ticked(checks):
    """A sheet that is locked keeps what is ticked."""
    checks.set_values(["plan"])
    checks.set_read_only(True)
    checks.box("care").click()

    assert ("plan",) == checks.values


def test_the_group_has_a_name(checks):
    """A screen reader says what the boxes are about."""
    assert "The child is" == checks.accessibleName()


def test_a_hidden_field_leaves_no_hole(theme, show, qtbot):
    """Those behind it move up, and back when it is shown again."""
    grid = FieldGrid(theme, 3)
    fields = [LineField(theme, name) for name in ("one", "two", "three")]
    for field in fields:
        grid.add(field)
    show(grid, 900, 200)
    qtbot.waitUntil(lambda: 0 < fields[1].x() < fields[2].x())
    place = fields[1].x()
    grid.show_field(fields[1], is_shown=False)
    qtbot.waitUntil(lambda: abs(fields[2].x() - place) < 5)  # rounding
    grid.show_field(fields[1], is_shown=True)
    qtbot.waitUntil(lambda: abs(fields[1].x() - place) < 5 < fields[2].x() - place)


def test_a_grid_that_fills_its_width_has_no_more_columns_than_fields(theme, show, qtbot):
    """As many as are shown."""
    grid = FieldGrid(theme, 4, fills=True)
    fields = [LineField(theme, name) for name in "abc"]
    for field in fields:
        grid.add(field)
    show(grid, 1000, 200)
    assert 3 == grid.columns
    grid.show_field(fields[0], is_shown=False)
    assert 2 == grid.columns
