# SPDX-License-Identifier: MPL-2.0
"""Look at a screen in every size and set of colours, and gather what is wrong with it."""

from PySide6.QtCore import QAbstractAnimation, QCoreApplication, QEvent, QSize
from PySide6.QtWidgets import QApplication, QProgressBar

from tests.ui.accessibility import faults, letters, pictures

LARGE_TEXT = 2.0
NARROW = (560, 768)
TALL = 2400

COLOURS = {
    "light": {"is_dark": False, "has_more_contrast": False},
    "dark": {"is_dark": True, "has_more_contrast": False},
    "light, more contrast": {"is_dark": False, "has_more_contrast": True},
    "dark, more contrast": {"is_dark": True, "has_more_contrast": True},
}


class Looker:
    """Keep what is found, each after the name of its screen."""

    def __init__(self, theme):
        """Look through ``theme``, which is light and at 100 %."""
        self._theme = theme
        self.found = []

    def look(self, name, root):
        """Look at ``root``, a window that is on show; it is left as it was."""
        self.look_all([(name, root)])

    def look_all(self, roots):
        """Look at several windows that are on show, each with its name.

        A change of theme styles all there is anew, so all are looked at before the next.
        """
        for name, root in roots:
            self._tell(name, "", self._as_it_is(root))
        before = [root.size() for _name, root in roots]
        for _name, root in roots:
            root.resize(root.width(), TALL)  # what is scrolled to otherwise is in view as well
        for title, wanted in COLOURS.items():
            self._theme.set_colours(**wanted)
            self._look_again(roots, f"{title}: ", pictures.faint, pictures.edgeless)
        self._theme.set_colours(**COLOURS["light"])
        _resize(roots, before)
        self._theme.set_text_scale(LARGE_TEXT)
        self._look_again(roots, "at 200 %: ", faults.clipped)
        self._theme.set_text_scale(1.0)
        _resize(roots, [QSize(*NARROW)] * len(roots))
        self._look_again(roots, "560 wide: ", faults.clipped)
        _resize(roots, before)
        _settle()

    def _look_again(self, roots, title, *ways):
        _settle()
        for name, root in roots:
            for look in ways:
                self._tell(name, title, look(root))

    def _tell(self, name, title, found):
        self.found += [f"{name}: {title}{each}" for each in dict.fromkeys(found)]

    def _as_it_is(self, root):
        root.activateWindow()
        _settle()
        yield from faults.nameless(root)
        yield from faults.small_targets(root)
        yield from faults.clipped(root)
        yield from letters.shared_keys(root)
        yield from pictures.unseen_focus(root)
        yield from faults.lost_on_the_way(root)
        yield from self.moving(root)

    def moving(self, root):
        """Find what moves although nothing should."""
        self._theme.set_still(True)
        if QApplication.cursorFlashTime():
            yield "the caret blinks"
        for animation in root.findChildren(QAbstractAnimation):
            if animation.state() == QAbstractAnimation.State.Running:
                yield f"moves: {animation}"
        for bar in root.findChildren(QProgressBar):
            if bar.isVisible() and bar.minimum() == bar.maximum():
                yield f"moves: {faults.name_of(bar)}"
        self._theme.set_still(False)


def _resize(roots, sizes):
    for (_name, root), size in zip(roots, sizes, strict=True):
        root.resize(size)


def _settle():
    for _round in range(3):
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        QCoreApplication.processEvents()
