# SPDX-License-Identifier: MPL-2.0
"""One row of the list of checklists, laid out for a width."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from ui.checklists.checklist_row import ChecklistRow
from ui.theme.painting import draw_icon
from ui.theme.text_block import TextBlock
from ui.theme.theme import Theme
from ui.theme.tokens import EDGE

_SIDE: Final = 14
_DOWN: Final = 10
_GAP: Final = 2
_CHEVRON: Final = 18
_ALERT: Final = 18
_CHEVRON_FROM: Final = 420
"""The width, in pixels at the usual text size, from which the words can spare the room."""


class ChecklistPicture:
    """Title, facts and purpose under each other, each on as many lines as it takes."""

    def __init__(self, theme: Theme, row: ChecklistRow, width: float) -> None:
        self._theme = theme
        self._is_faulty = bool(row.faults)
        self._width = width
        px = theme.px
        self._has_chevron = width >= px(_CHEVRON_FROM)
        left = EDGE + px(_SIDE) + (px(_ALERT + 8) if row.faults else 0)
        room = width - left - EDGE - px(_SIDE + (_CHEVRON + 8 if self._has_chevron else 0))
        self._blocks: list[tuple[TextBlock, QRectF, str]] = []
        bottom = float(EDGE + px(_DOWN))
        for text, kind, ink in (
            (row.title, "strong", "text"),
            (row.facts, "small", "danger" if row.faults else "text2"),
            (row.purpose, "body", "text2"),
        ):
            if not text:
                continue
            block = TextBlock(text, theme.font(kind), theme.line_height(kind))
            rect = QRectF(left, bottom, room, block.height(room))
            self._blocks.append((block, rect, ink))
            bottom = rect.bottom() + px(_GAP)
        self.height = round(bottom - px(_GAP) + px(_DOWN) + EDGE)

    def draw(self, painter: QPainter, place: QPointF) -> None:
        """Paint the row with its top left corner at ``place``."""
        theme = self._theme
        painter.save()
        painter.translate(place)
        for block, rect, ink in self._blocks:
            painter.setPen(theme.colour(ink))
            block.draw(painter, rect)
        if self._is_faulty:
            middle = self._blocks[0][1].top() + theme.line_height("strong") / 2
            alert = theme.pixmap("triangle-alert", "danger", _ALERT)
            draw_icon(painter, alert, QPointF(EDGE + theme.px(_SIDE + _ALERT / 2), middle))
        if self._has_chevron:
            middle = self._width - EDGE - theme.px(_SIDE + _CHEVRON / 2)
            chevron = theme.pixmap("chevron-right", "text3", _CHEVRON)
            draw_icon(painter, chevron, QPointF(middle, self.height / 2))
        painter.restore()
