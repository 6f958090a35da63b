# SPDX-License-Identifier: MPL-2.0
"""Go from mark to mark of a chart by keys."""

from collections.abc import Sequence

from PySide6.QtCore import Qt

from auditapp.charts.picture import Spot

_STEPS = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}


def step_to(spots: Sequence[Spot], at: int, key: int, *, is_far: bool) -> int | None:
    """Return the spot that a key leads to from spot ``at``, as its number; None for other keys.

    Left and Right stay in the row, Up and Down go to the nearest mark of the next row. Home and End
    go to the ends of the row or, if ``is_far``, of the chart. Where there is nothing, one stays.
    """
    here = spots[at]
    if key in (Qt.Key.Key_Home, Qt.Key.Key_End):
        within = [n for n, spot in enumerate(spots) if is_far or spot.row == here.row]
        return within[0 if key == Qt.Key.Key_Home else -1]
    if key not in _STEPS:
        return None
    down, along = _STEPS[Qt.Key(key)]
    if along:
        there = at + along
        is_inside = 0 <= there < len(spots) and spots[there].row == here.row
        return there if is_inside else at
    rows = sorted({spot.row for spot in spots})
    place = rows.index(here.row) + down
    if not 0 <= place < len(rows):
        return at
    row = [n for n, spot in enumerate(spots) if spot.row == rows[place]]
    middle = here.x + here.width / 2
    return min(
        row,
        key=lambda n: (
            spots[n].place != here.place and _is_grid(spots),
            abs(spots[n].x + spots[n].width / 2 - middle),
        ),
    )


def _is_grid(spots: Sequence[Spot]) -> bool:
    """Tell whether marks of one place belong together, as the cells of a column do."""
    rows = {spot.row for spot in spots}
    places = {spot.place for spot in spots}
    return len(spots) == len(rows) * len(places)
