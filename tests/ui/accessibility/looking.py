# SPDX-License-Identifier: MPL-2.0
"""Look at a screen in a size and set of colours, and gather what is wrong with it.

A change of colours or of the size of text styles every widget anew, which takes longer than all the
looking. So a walk takes each `Look` once, and goes through all screens in it.
"""

from dataclasses import dataclass

from PySide6.QtCore import QAbstractAnimation, QCoreApplication, QEvent
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QApplication,
    QListView,
    QProgressBar,
    QWidget,
)

from tests.ui.accessibility import faults, letters, pictures
from tests.ui.accessibility.painted import cut_where_painted
from ui.theme.style_sheet import MARK
from ui.theme.tokens import set_name

_CLIPPED = (faults.clipped, cut_where_painted)

_RUNNING = QAbstractAnimation.State.Running

LARGE_TEXT = 2.0
NARROW = (560, 768)
TALL = 2400


@dataclass(frozen=True)
class Look:
    """Hold the colours and the size of text of the whole window, and what is looked for in it.

    ``as_it_is`` is looked for once, ``narrow`` at 560 pixels and ``tall`` where what is scrolled to
    otherwise is in view as well. Each function takes a window and returns its faults.
    """

    name: str = ""
    is_dark: bool = False
    has_more_contrast: bool = False
    text_scale: float = 1.0
    as_it_is: tuple = ()
    narrow: tuple = ()
    tall: tuple = ()


class Looker:
    """Keep what is found, each after the name of its screen, and which classes were on show."""

    def __init__(self, theme):
        """Look through ``theme``, which is light and at 100 %."""
        self._theme = theme
        self._look = Look()
        self._told = set()
        self.found = []
        self.shown = set()

    def take(self, look):
        """Show all there is as ``look`` wants it."""
        self._look = look
        # What is closed goes now, or it would be styled anew as well: no loop of events does it.
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        self._theme.set_text_scale(look.text_scale)
        self._theme.set_colours(is_dark=look.is_dark, has_more_contrast=look.has_more_contrast)
        self._theme.settle()

    def look(self, name, root):
        """Look at ``root``, a window that is on show; it is left as it was."""
        look, before = self._look, root.size()
        settle()
        self.shown.update(_names(root))
        if look.as_it_is:
            root.activateWindow()
            self._tell(name, look.name, root, look.as_it_is)
        if look.narrow:
            root.resize(*NARROW)
            self._tell(name, f"{look.name} 560 wide".strip(), root, look.narrow)
        if look.tall:
            root.resize(before.width(), _height_of_all(root))
            self._tell(name, look.name or "light", root, look.tall)
        root.resize(before)
        settle()

    def _tell(self, name, title, root, ways):
        settle()
        for rows in faults.seen(root, QListView):
            rows.doItemsLayout()  # by itself it waits a tenth of a second after a new size
        start = f"{name}, {title}: " if title else f"{name}: "
        for each in (each for way in ways for each in way(root)):
            if (title, each) not in self._told:  # what all pages share is told of once
                self._told.add((title, each))
                self.found.append(f"{start}{each}")

    def unlike(self, root):
        """Find windows that were made after the colours had changed, and do not wear them."""
        if f"[{MARK}=" not in QApplication.instance().styleSheet():
            return  # there is one set alone, which everything wears
        name = set_name(is_dark=self._look.is_dark, has_more_contrast=self._look.has_more_contrast)
        for window in {root, *QApplication.topLevelWidgets()}:
            if window.parentWidget() is None and window.property(MARK) != name:
                yield f"does not wear {name}: {faults.name_of(window)}"

    def moving(self, root):
        """Find what moves although nothing should."""
        self._theme.set_still(True)
        if QApplication.cursorFlashTime():
            yield "the caret blinks"
        for animation in root.findChildren(QAbstractAnimation):
            if animation.state() == _RUNNING and _is_on_show(animation.parent()):
                yield f"moves: {animation}"
        for bar in root.findChildren(QProgressBar):
            if bar.isVisible() and bar.minimum() == bar.maximum():
                yield f"moves: {faults.name_of(bar)}"
        self._theme.set_still(False)


def _is_on_show(owner):
    """Tell whether what is moved can be seen: a bar that was put away stops by itself, later."""
    return not isinstance(owner, QWidget) or owner.isVisible()


def _names(root):
    """Return the names of the classes of all that is on show, and of those they derive from."""
    return {kind.__name__ for each in faults.seen(root) for kind in type(each).__mro__}


def all_looks(looker):
    """Return the looks of a whole walk."""
    seen, others = (pictures.hard_to_see,), (pictures.hard_to_see, looker.unlike)
    once = (
        faults.nameless, faults.small_targets, *_CLIPPED, letters.shared_keys,
        pictures.unseen_focus, faults.lost_on_the_way, looker.moving,
    )  # fmt: skip
    return (
        Look(as_it_is=once, narrow=_CLIPPED, tall=seen),
        Look("dark", is_dark=True, tall=others),
        Look("dark, more contrast", is_dark=True, has_more_contrast=True, tall=others),
        Look("light, more contrast", has_more_contrast=True, tall=others),
        Look("at 200 %", text_scale=LARGE_TEXT, as_it_is=_CLIPPED, narrow=_CLIPPED),
    )


def looks_at_words():
    """Return the looks that find words cut off and keys of two, for another language."""
    return (
        Look(as_it_is=(*_CLIPPED, letters.shared_keys), narrow=_CLIPPED),
        Look("at 200 %", text_scale=LARGE_TEXT, as_it_is=_CLIPPED),
    )


def _height_of_all(root):
    """Return the height at which what is scrolled to otherwise is in view; a list may have more."""
    bars = [area.verticalScrollBar() for area in faults.seen(root, QAbstractScrollArea)]
    return min(TALL, root.height() + max((bar.maximum() for bar in bars), default=0))


def settle():
    """Let layouts and what waits for its turn come to an end."""
    for _round in range(3):
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        QCoreApplication.processEvents()
