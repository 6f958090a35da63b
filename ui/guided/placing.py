# SPDX-License-Identifier: MPL-2.0
"""Find a place for a note beside what it is about."""

from PySide6.QtCore import QPoint, QRect, QSize


def place_beside(target: QRect, size: QSize, room: QRect, gap: int) -> QRect:
    """Return where in ``room`` a note of ``size`` stands.

    Below the target, above it, at its right or left, whichever comes first and covers nothing of
    it. Where it cannot but cover something, it covers as little as may be. All in pixels, ``gap``
    between the two.
    """
    left, top = target.left(), target.top()
    corners = (
        QPoint(left, target.bottom() + gap),
        QPoint(left, top - gap - size.height()),
        QPoint(target.right() + gap, top),
        QPoint(left - gap - size.width(), top),
        room.bottomRight() - QPoint(size.width(), size.height()),
        room.topLeft(),
    )

    def covered(place: QRect) -> int:
        """Return how much of the target is covered, in square pixels."""
        both = place.intersected(target)
        return both.width() * both.height()

    return min((_within(QRect(corner, size), room) for corner in corners), key=covered)


def _within(place: QRect, room: QRect) -> QRect:
    """Return ``place`` moved into ``room``."""
    moved = QRect(place)
    moved.moveRight(min(moved.right(), room.right()))
    moved.moveBottom(min(moved.bottom(), room.bottom()))
    moved.moveLeft(max(moved.left(), room.left()))
    moved.moveTop(max(moved.top(), room.top()))
    return moved
