# SPDX-License-Identifier: MPL-2.0
"""All figures in groups, of which one is on show."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from auditapp.i18n import _
from auditapp.insight.figures.figure import Figure, FigureKind, FigureOrder
from auditapp.insight.selection import Selection
from ui.charts.chart_card import Keep
from ui.insights.figure_card import FigureCard
from ui.theme.theme import Theme
from ui.theme.tokens import SPACE
from ui.widgets.arranging.flow_row import FlowRow
from ui.widgets.buttons.switch_button import SwitchButton
from ui.widgets.reading.announce import announce


@dataclass(frozen=True, slots=True)
class FigureGroup:
    """Hold the key and the words of a group, and its figures in their order."""

    key: str
    title: str
    kinds: tuple[FigureKind, ...]


GRADES: Final = "grades"
"""The group on show at first."""


def groups() -> tuple[FigureGroup, ...]:
    """Return the groups in their order; the page adds those whose figures are asked for."""
    kind = FigureKind
    grades = (kind.TEAMS, kind.GOOD_TEAMS, kind.MONTHS, kind.GOOD, kind.IMPACT)
    criteria = (kind.WEAKEST, kind.STRONGEST, kind.HEAT)
    timescales = (kind.TIMESCALES, kind.CAUSES)
    actions = (kind.CONCERNS, kind.ACTION_TEAMS, kind.ACTION_OWNERS)
    moderation = (kind.FEEDBACK, kind.MODERATION, kind.SAME_GRADE)
    auditing = (kind.BLANKS, kind.COMPLETION)
    return (
        FigureGroup(GRADES, _("Grades"), grades),
        FigureGroup("criteria", _("Criteria"), criteria),
        FigureGroup("timescales", _("Timescales and causes"), timescales),
        FigureGroup("actions", _("Concerns and actions"), actions),
        FigureGroup("moderation", _("Feedback and moderation"), moderation),
        FigureGroup("auditing", _("Auditing itself"), auditing),
    )


class FigureCards(QWidget):
    """A switch between groups, and a card for each figure of the group on show.

    The cards are made one by one, so that the window never waits for all of them.

    Signals:
        lines_wanted: what is behind a figure.
        order_wanted: a figure is to go into the report; its ``FigureOrder``.
        moderation_asked: the page with the second readings is wanted.
        shown: all figures that were given have their cards.
    """

    lines_wanted = Signal(object)
    order_wanted = Signal(object)
    moderation_asked = Signal()
    shown = Signal()

    def __init__(self, theme: Theme, keep: Keep, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._keep = keep
        self.cards: dict[FigureKind, FigureCard] = {}
        self.switch = FlowRow(0)
        self.buttons: dict[str, SwitchButton] = {}
        self._groups: dict[str, QWidget] = {}
        self._bodies: dict[FigureKind, QVBoxLayout] = {}
        self.group = GRADES
        self._waiting: list[Figure] = []
        self._selection = Selection()
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._show_next)
        self._column = _new_column(self)
        self._build()

    def add_group(self, key: str, title: str, content: QWidget) -> None:
        """Add a group with its content, after those before."""
        button = SwitchButton(self._theme, title)
        button.setProperty("group", key)
        button.clicked.connect(self._on_group_clicked)
        self.buttons[key] = button
        self._groups[key] = content
        self.switch.add(button)
        self._column.addWidget(content)
        content.hide()

    def show_group(self, key: str) -> None:
        """Show a group by its key; one that is not known leaves what is on show."""
        if key not in self._groups:
            return
        self.group = key
        self.buttons[key].setChecked(True)
        for each, content in self._groups.items():
            content.setVisible(each == key)

    def show_figures(self, figures: Sequence[Figure], selection: Selection) -> None:
        """Show figures, each in its place; those of the group on show come first."""
        self._selection = selection
        self._waiting = sorted(figures, key=lambda each: not self._is_on_show(each.kind))
        self._soon.start()

    @property
    def is_busy(self) -> bool:
        """Whether figures wait to be shown."""
        return bool(self._waiting)

    def stop(self) -> None:
        """Show no more."""
        self._waiting = []
        self._soon.stop()

    def _build(self) -> None:
        self.switch.setAccessibleName(_("Which figures to look at"))
        self._column.addWidget(self.switch)
        for each in groups():
            content = QWidget()
            column = _new_column(content)
            self.add_group(each.key, each.title, content)
            self._bodies.update(dict.fromkeys(each.kinds, column))
        self.show_group(GRADES)

    def _is_on_show(self, kind: FigureKind) -> bool:
        body = self._bodies.get(kind)
        return body is not None and body.parentWidget() is self._groups[self.group]

    def _show_next(self) -> None:
        if not self._waiting:
            return
        figure = self._waiting.pop(0)
        order = FigureOrder(figure.kind, self._selection)
        card = self.cards.get(figure.kind)
        if card is None:
            self._add_card(figure, order)
        else:
            card.show_figure(figure, order)
        if self._waiting:
            self._soon.start()
        else:
            self.shown.emit()

    def _add_card(self, figure: Figure, order: FigureOrder) -> None:
        card = FigureCard(self._theme, figure, order, self._keep)
        card.lines_wanted.connect(self.lines_wanted)
        card.order_wanted.connect(self.order_wanted)
        if figure.kind is FigureKind.MODERATION:
            words = _("Second readings, side by side")
            card.add_way(words, "scale").clicked.connect(self.moderation_asked)
        self.cards[figure.kind] = card
        self._bodies[figure.kind].addWidget(card)

    def _on_group_clicked(self) -> None:
        button = self.sender()
        if isinstance(button, SwitchButton):
            self.show_group(button.property("group"))
            announce(self, button.text())


def _new_column(widget: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(widget)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(SPACE["3"])
    return column
