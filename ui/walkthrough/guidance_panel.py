# SPDX-License-Identifier: MPL-2.0
"""The pane at the right: what good looks like, what you chose, where to look."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from auditapp.i18n import _
from ui.theme.painting import draw_focus_ring
from ui.theme.theme import Theme
from ui.theme.tokens import EDGE, RADIUS
from ui.walkthrough.guidance import ChosenRating, Guidance
from ui.walkthrough.point_list import Point, PointList
from ui.widgets.signs.icon_label import IconLabel
from ui.widgets.signs.text_label import TextLabel
from ui.widgets.surfaces.card import Card
from ui.widgets.surfaces.pane import Pane
from ui.widgets.surfaces.scroll_area import ScrollArea

_PLACE_ICONS: Final = (
    ("calendar", ("minutes", "review", "meeting", "conference", "chronolog", "date")),
    (
        "message-square",
        ("words", "views", "direct work", "conversation", "talk", "voice", "wishes"),
    ),
    ("users", ("family", "genogram", "network", "supervision")),
)
_FOCUS_CHANGES: Final = (QEvent.Type.FocusIn, QEvent.Type.FocusOut)


class GuidancePanel(Pane):
    """Show the guidance of a step. Its parts are used again when another step is shown."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "sunken", "left", parent)
        self.title = TextLabel(theme, "", "heading", wrap=True)
        self.points = PointList(theme)
        self.chosen = Card(theme, "small")
        self._chosen_title = TextLabel(theme, "", "strong", wrap=True)
        self._chosen_text = TextLabel(theme, "", "small", wrap=True)
        self.shortfall = PointList(theme)
        self.where = PointList(theme, tone="2")
        self._about = TextLabel(theme, "", "small", "2", wrap=True)
        self._sources = TextLabel(theme, "", "small", "3", wrap=True)
        self._headings: dict[QWidget, TextLabel] = {}
        self._build()

    def show_guidance(self, guidance: Guidance) -> None:
        """Show the guidance of another step, from its top."""
        self.refresh(guidance)
        self._area.verticalScrollBar().setValue(0)

    def refresh(self, guidance: Guidance) -> None:
        """Show the guidance of the same step again."""
        self.title.set_text(guidance.title)
        self.points.set_points([Point(text, "check", "ok") for text in guidance.points])
        self.shortfall.set_points([Point(text, "minus", "warn") for text in guidance.shortfall])
        self.where.set_points([Point(text, _place_icon(text)) for text in guidance.where])
        self._about.set_text(guidance.about)
        self._sources.set_text(guidance.sources)
        self._show_chosen(guidance.chosen)
        shown = {
            self.chosen: guidance.chosen,
            self.shortfall: guidance.shortfall,
            self.where: guidance.where,
            self._about: guidance.about,
            self._sources: guidance.sources,
        }
        for part, content in shown.items():
            part.setVisible(bool(content))
            self._headings[part].setVisible(bool(content))

    def _show_chosen(self, chosen: ChosenRating | None) -> None:
        if chosen is not None:
            self.chosen.set_tone(chosen.tone)
            self._chosen_title.set_text(chosen.title)
            self._chosen_title.set_tone(chosen.tone)
            self._chosen_text.set_text(chosen.text)

    # Building

    def _build(self) -> None:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(16, 16, 12, 16)
        column.setSpacing(self._theme.px(8))
        column.addLayout(self._title_row())
        column.addWidget(self.points)
        self.chosen.body.addWidget(self._chosen_title)
        self.chosen.body.addWidget(self._chosen_text)
        for words, part in (
            (_("THE ANSWER YOU CHOSE"), self.chosen),
            (_("A SHORTFALL LOOKS LIKE"), self.shortfall),
            (_("WHERE TO LOOK"), self.where),
            (_("ABOUT THIS SECTION"), self._about),
            (_("SOURCES"), self._sources),
        ):
            self._add_part(column, words, part)
        column.addStretch(1)
        self._area = ScrollArea(self._theme, content)
        self._area.setAccessibleName(_("Guidance"))
        # Without a stop for Tab the keyboard could not scroll it.
        self._area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._area.installEventFilter(self)
        self.setFocusProxy(self._area)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(EDGE + 1, EDGE, EDGE, EDGE)
        outer.addWidget(self._area)

    def _title_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(4)
        icon = IconLabel(self._theme, "lightbulb", "primary")
        icon.setContentsMargins(4, 3, 0, 0)
        row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.title, 1)
        return row

    def _add_part(self, column: QVBoxLayout, words: str, part: QWidget) -> None:
        heading = TextLabel(self._theme, words, "overline", "3")
        heading.setContentsMargins(EDGE, 8, EDGE, 0)
        self._headings[part] = heading
        column.addWidget(heading)
        column.addWidget(part)

    # Qt overrides

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Paint the ring when the guidance gains or loses the focus."""
        if event.type() in _FOCUS_CHANGES:
            self.update()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the focus ring around the part that scrolls."""
        super().paintEvent(event)
        if self._area.hasFocus():
            inner = QRectF(self._area.geometry()).adjusted(1, 1, -1, -1)
            draw_focus_ring(QPainter(self), self._theme, inner, RADIUS["s"])


def _place_icon(place: str) -> str:
    """Return an icon for a place in the case file, going by its words."""
    words = place.casefold()
    icons = (icon for icon, marks in _PLACE_ICONS if any(mark in words for mark in marks))
    return next(icons, "file-text")
