# SPDX-License-Identifier: MPL-2.0
"""Lead through an invented audit, with a note beside each thing it comes to."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from auditapp.i18n import _
from auditapp.judgement.outline import Outline
from auditapp.sessions.practice import PracticeAudit
from auditapp.workspace import Workspace
from ui.checklists.try_out_view import TryOutView
from ui.guided.callout import Callout
from ui.guided.invented import answers
from ui.guided.placing import place_beside
from ui.guided.stops import STOPS, Stop
from ui.guided.target_ring import TargetRing
from ui.help.chapters import OF_PAGE, Place
from ui.jobs import Jobs
from ui.preferences import Preferences
from ui.theme.theme import Theme
from ui.walkthrough.steps import Step, Walk
from ui.widgets.reading.reading_order import stops_in

_GAP = 12
_MARGIN = 8
_MOVED = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide)


class GuidedView(TryOutView):
    """A try-out of which most is answered already, and a note that leads from stop to stop.

    Everything works as in an audit, and nothing is kept. Whoever goes elsewhere finds the note
    again by going on in it.
    """

    def __init__(
        self,
        theme: Theme,
        practice: PracticeAudit,
        workspace: Workspace,
        preferences: Preferences,
        jobs: Jobs,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, practice, workspace, preferences, jobs, parent=parent)
        self.header.show_guided()
        self.strip.set_title(_("Guided start: an invented audit. Nothing you enter is kept."))
        self._number = 0
        self._stops: list[Stop] = []
        self._watched: list[QWidget] = []
        self._is_fresh = False
        self.ring = TargetRing(theme, self)
        self.callout = Callout(theme, self)
        self.callout.next_asked.connect(self._on_next_asked)
        self.callout.back_asked.connect(self._on_back_asked)
        self.callout.leave_asked.connect(self._leave)
        # What is changed or scrolled is laid out first, then the note finds its place.
        self._late = QTimer(self, singleShot=True, interval=0)
        self._late.timeout.connect(self._place)
        theme.changed.connect(self._place_anew)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_changed)
        today = workspace.clock().astimezone().date()
        for key, fields in answers(today):
            if key in self._open_audit.outline.by_key:  # a council may have a version of its own
                self._open_audit.change_answer(key, **fields)
        self._stops = [stop for stop in STOPS if stop.step in self._walk]

    def begin(self) -> None:
        """Show the first note."""
        self.show_step(self._stops[0].step)
        self.show_stop(0)

    def show_step(self, step: Step) -> None:
        """Go to a step; the note stays where its own is on show."""
        super().show_step(step)
        self._place_soon()

    def show_stop(self, number: int) -> None:
        """Go to a stop, numbered from 0."""
        self._number = number
        stop = self._stops[number]
        if self._step != stop.step:
            self.show_step(stop.step)
        self._watch(self.target)
        self._is_fresh = True
        self.callout.say(number + 1, len(self._stops), stop.title, stop.text)
        self._place_soon()

    @property
    def target(self) -> QWidget:
        """The part of the window that the note is about."""
        return self._stops[self._number].part(self)

    @property
    def number(self) -> int:
        """The number of the stop, from 0."""
        return self._number

    @property
    def help_place(self) -> Place:
        """Where in the guide it says what the guided start is."""
        return OF_PAGE["guided"]

    # Inside

    def _walk_of(self, outline: Outline) -> Walk:
        return Walk(outline, is_try_out=True, has_review=True)

    def _watch(self, part: QWidget) -> None:
        """Follow a part and the page that it is on wherever they go."""
        for widget in self._watched:
            widget.removeEventFilter(self)
        around = _area_around(part)
        page = None if around is None else around.widget()
        self._watched = [part] if page is None else [part, page]
        for widget in self._watched:
            widget.installEventFilter(self)

    def _place_soon(self) -> None:
        if not self._late.isActive():  # else what moves all the time would put it off for ever
            self._late.start()

    def _place_anew(self) -> None:
        """Bring the target into sight again, where nobody is at work in it."""
        focus = QApplication.focusWidget()
        if focus is not None and self.callout.isAncestorOf(focus):
            self._is_fresh = True
        self._place_soon()

    def _place(self) -> None:
        """Put the ring around the target, and the note beside it; away from its step, neither."""
        is_here = self._step == self._stops[self._number].step
        if is_here and self._is_fresh:
            self._is_fresh = False
            self._bring_into_sight(self.target)
        area = self._seen(self.target) if is_here else QRect()
        self.ring.setVisible(not area.isEmpty())
        if not area.isEmpty():
            self.ring.surround(area)
        self.callout.setGeometry(self._room_for_note(area))
        self.callout.raise_()

    def _room_for_note(self, area: QRect) -> QRect:
        """Return where the note stands: beside what is used of ``area``, else in a corner."""
        room = self.rect().adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        size = self.callout.fitting_size(room.size())
        if area.isEmpty():
            return QRect(room.bottomRight() - QPoint(size.width(), size.height()), size)
        place = place_beside(self._seen(self._in_use()), size, room, _GAP)
        focus = QApplication.focusWidget()
        if focus is None or self.callout.isAncestorOf(focus) or not self.isAncestorOf(focus):
            return place
        used = self._seen(focus)
        return place_beside(used, size, room, _GAP) if used.intersects(place) else place

    def _in_use(self) -> QWidget:
        """Return what the note must not lie over: what has the focus in the target, else that."""
        focus = QApplication.focusWidget()
        return focus if focus is not None and self.target.isAncestorOf(focus) else self.target

    def _seen(self, part: QWidget) -> QRect:
        """Return what is in sight of a part, in the coordinates of this view."""
        area = QRect(part.mapTo(self, QPoint(0, 0)), part.size())
        around = _area_around(part)
        if around is not None:
            view = around.viewport()
            area &= QRect(view.mapTo(self, QPoint(0, 0)), view.size())
        return area if part.isVisibleTo(self) else QRect()

    def _bring_into_sight(self, part: QWidget) -> None:
        """Have the part first on its page, with room below it, or last where more is seen so."""
        around = _area_around(part)
        inner = None if around is None else around.widget()
        if around is None or inner is None:
            return
        layout = inner.layout()
        if layout is not None:
            layout.activate()
        top, bar = part.mapTo(inner, QPoint(0, 0)).y(), around.verticalScrollBar()
        first, room = top - 4 * _GAP, around.viewport().height()
        last = top + part.height() + 4 * _GAP - room

        def seen_at(value: int) -> int:
            """Scroll there, and return how much of the part is seen beside the note."""
            bar.setValue(value)
            area = self._seen(part)
            both = area.intersected(self._room_for_note(area))
            return area.width() * area.height() - both.width() * both.height()

        # What is taller than the page is read from its top.
        bar.setValue(max((first, last) if part.height() < room else (first,), key=seen_at))

    def _stops_in_order(self) -> list[QWidget]:
        """Return all that Tab comes to in the window, with the note right before its part."""
        everything = stops_in(self.window())
        stops = [each for each in everything if not self.callout.isAncestorOf(each)]
        note = [each for each in everything if self.callout.isAncestorOf(each)]
        is_here = self._step == self._stops[self._number].step
        parts = (n for n, each in enumerate(stops) if is_here and _is_within(each, self.target))
        at = next(parts, len(stops))
        return [*stops[:at], *note, *stops[at:]]

    # Slots

    # The application may tell this while Python takes the view apart: it asks Qt first.
    @Slot(QWidget, QWidget)
    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is not None and self.isAncestorOf(new):
            self._place_soon()

    def _on_next_asked(self) -> None:
        if self._number + 1 < len(self._stops):
            self.show_stop(self._number + 1)
        else:
            self._leave()

    def _on_back_asked(self) -> None:
        if self._number:
            self.show_stop(self._number - 1)

    # Qt overrides

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002 - the name is Qt's
        """Come to the note right before what it is about, wherever it lies over the window."""
        stops, focus = self._stops_in_order(), QApplication.focusWidget()
        if focus not in stops:
            return super().focusNextPrevChild(next)
        reason = Qt.FocusReason.TabFocusReason if next else Qt.FocusReason.BacktabFocusReason
        stops[(stops.index(focus) + (1 if next else -1)) % len(stops)].setFocus(reason)
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Find another place for the note."""
        super().resizeEvent(event)
        self._place_anew()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Find another place when what the note is about has moved."""
        if watched in self._watched and event.type() in _MOVED:
            is_scrolled = event.type() is QEvent.Type.Move and watched is not self._watched[0]
            # A page is laid out in several rounds, and what was scrolled to may move in each.
            (self._place_soon if is_scrolled else self._place_anew)()
        return super().eventFilter(watched, event)


def _is_within(widget: QWidget, part: QWidget) -> bool:
    return widget is part or part.isAncestorOf(widget)


def _area_around(part: QWidget) -> QScrollArea | None:
    around = part.parentWidget()
    while around is not None and not isinstance(around, QScrollArea):
        around = around.parentWidget()
    return around
