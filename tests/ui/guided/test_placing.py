# SPDX-License-Identifier: MPL-2.0
"""Find a place for a note beside what it is about."""

import pytest
from PySide6.QtCore import QRect, QSize

from ui.guided.placing import place_beside

ROOM = QRect(0, 0, 1000, 700)
NOTE = QSize(300, 200)


@pytest.mark.parametrize(
    "target",
    [
        QRect(400, 100, 200, 100),
        QRect(400, 600, 200, 90),
        QRect(0, 0, 600, 690),
        QRect(400, 10, 590, 680),
        QRect(900, 650, 90, 40),
    ],
)
def test_it_covers_nothing_where_there_is_room(target):
    """Below, above, at the right and at the left."""
    place = place_beside(target, NOTE, ROOM, 12)
    assert ROOM.contains(place)
    assert not place.intersects(target)


def test_it_covers_little_where_there_is_none():
    """What fills the window is covered in a corner, and the note stays within the window."""
    place = place_beside(QRect(0, 0, 1000, 600), NOTE, ROOM, 12)
    assert ROOM.contains(place)
    assert place.intersected(QRect(0, 0, 1000, 600)).height() < NOTE.height()
