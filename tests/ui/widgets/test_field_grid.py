# SPDX-License-Identifier: MPL-2.0
"""Tests of ``ui.widgets.field_grid`` and ``ui.widgets.check_grid``."""

import pytest

from ui.widgets.check_grid import CheckGrid
from ui.widgets.field_grid import FieldGrid
from ui.widgets.line_field import LineField


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
