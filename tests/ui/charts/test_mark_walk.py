# SPDX-License-Identifier: MPL-2.0
"""Test how keys lead from mark to mark."""

import pytest
from PySide6.QtCore import Qt

from auditapp.charts.drawing import draw_chart
from tests.auditapp.charts.charting import PlainMeasure, heat, intervals, stack
from ui.charts.mark_walk import step_to

KEY = Qt.Key
GRID = draw_chart(heat(3, 3), 900, PlainMeasure()).spots
BANDS = draw_chart(heat(2, 12), 400, PlainMeasure()).spots
BARS = draw_chart(stack(2), 900, PlainMeasure()).spots


@pytest.mark.parametrize(
    ("at", "key", "there"),
    [
        (4, KEY.Key_Left, 3),
        (4, KEY.Key_Right, 5),
        (4, KEY.Key_Up, 1),
        (4, KEY.Key_Down, 7),
        (3, KEY.Key_Left, 3),
        (5, KEY.Key_Right, 5),
        (1, KEY.Key_Up, 1),
        (7, KEY.Key_Down, 7),
        (4, KEY.Key_Home, 3),
        (4, KEY.Key_End, 5),
    ],
)
def test_arrows_go_to_the_neighbour_and_stop_at_the_edge(at, key, there):
    """Home and End go to the ends of the row."""
    assert there == step_to(GRID, at, key, is_far=False)


@pytest.mark.parametrize(("key", "there"), [(KEY.Key_Home, 0), (KEY.Key_End, 8)])
def test_with_ctrl_the_ends_are_those_of_the_chart(key, there):
    """Wherever one is."""
    assert there == step_to(GRID, 4, key, is_far=True)


def test_other_keys_lead_nowhere():
    """They are the window's."""
    assert step_to(GRID, 4, KEY.Key_A, is_far=False) is None


def test_down_stays_in_the_column_where_columns_are_in_bands():
    """However the cells lie on the screen."""
    assert 9 + 12 == step_to(BANDS, 9, KEY.Key_Down, is_far=False)


def test_down_goes_to_the_nearest_part_of_the_next_bar():
    """Bars have parts of different lengths."""
    assert BARS[1].row == 0
    assert 1 + 3 == step_to(BARS, 1, KEY.Key_Down, is_far=False)


def test_a_list_of_bars_is_walked_up_and_down():
    """Left and right have nowhere to go."""
    spots = draw_chart(intervals(), 900, PlainMeasure()).spots
    assert 1 == step_to(spots, 0, KEY.Key_Down, is_far=False)
    assert 0 == step_to(spots, 0, KEY.Key_Right, is_far=False)
