# SPDX-License-Identifier: MPL-2.0
"""Measure the longest time for which the window keeps somebody waiting, while they work.

In the program's own window, over 5,000 audits of which one has 500 questions: keys in the list of
audits, next question, keys in the search of questions, and another set of colours. ``frames`` says
what is measured, and how. A figure is in refreshes of a screen, of which there are 60 a second: up
to 1 no picture is missed. Beside it stands how many turns of an empty window of the same size that
is, which gets the same keys and is painted whole at each: that ratio says the same on a slow
machine or a busy one, where the figure itself is larger.
"""

import os
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow

from auditapp.workspace import Workspace
from tests.benchmarks.figure import Figure
from tests.benchmarks.frames import Loop, Step, longest
from tests.benchmarks.full_home import make_full_home
from tests.making import PASSPHRASE, WEAK
from ui.app import make_application
from ui.jobs import Jobs
from ui.main_window import USUAL_SIZE, MainWindow
from ui.outside import Outside
from ui.preferences import Preferences
from ui.theme.theme import Theme
from ui.walkthrough.steps import Step as Place
from ui.walkthrough.steps import StepKind

AUDITS, SECTIONS = 5000, 25
ROUNDS = 5
NEXT = 25
"""Questions gone on to: those of a section, and the grades at its end."""


def figures() -> Iterator[Figure]:
    """Yield the longest frame of everything that is promised to be quick."""
    os.environ["QT_QPA_UPDATE_IDLE_TIME"] = "0"  # or else the platform waits 5 ms each time
    application = QApplication.instance() or make_application()
    empty = _empty_window(application)
    with tempfile.TemporaryDirectory() as name:
        person = _Person(application, Path(name))
        for what, steps in person.deeds():
            person.take(steps)  # once beforehand: what is made when it is first wanted is there
            for step in steps:
                step.turns.clear()
            for _round in range(ROUNDS):
                person.take(steps)
            value, worst = longest(steps)
            words = f"longest frame, {what}: {worst}, in refreshes"
            yield Figure(f"{words} ({value / empty:.0f} of an empty window)", value, 1.0)
        person.close()


def _empty_window(application: QApplication) -> float:
    """Return the longest turn of an empty window, in refreshes."""
    window = QMainWindow()
    window.resize(USUAL_SIZE)
    window.show()

    def press() -> None:
        """Press a key, and have all of the window painted."""
        QTest.keyClick(window, Qt.Key.Key_A)
        window.update()

    steps = [Step("a key", press) for _key in range(20)]
    Loop(application, lambda: False).take(steps)
    window.close()
    return longest([Step("a key", press, [step.turns[0] for step in steps])])[0]


class _Person:
    """Sit at the window of the program."""

    def __init__(self, application: QApplication, folder: Path) -> None:
        paths, self._audit_id = make_full_home(folder, AUDITS, SECTIONS)
        self._preferences, jobs, theme = Preferences(paths.settings), Jobs(), Theme()
        theme.apply(application)
        self._window = MainWindow(application, theme, paths, self._preferences, jobs, Outside())
        self._window.show_fitting()
        self._loop = Loop(application, lambda: jobs.is_busy)
        workspace = Workspace.unlock(paths, PASSPHRASE, strength=WEAK)
        self._window.start_view.unlocked.emit(workspace)

    def deeds(self) -> Iterator[tuple[str, list[Step]]]:
        """Yield what is done, in words and as steps, one after the other."""
        audits = self._window.home_view.audits
        erase = Qt.Key.Key_Backspace
        yield (
            "the list of 5,000 audits searched",
            [
                Step("to the field", audits.focus_search),
                *(Step(f"letter {letter}", self._types(letter)) for letter in "hx-12"),
                *(Step("letter erased", self._presses(erase)) for _letter in "hx-12"),
            ],
        )
        yield "other colours over the list", self._colours()
        self._window.home_view.audit_chosen.emit(self._audit_id)
        view = self._window.audit_view
        first = Place(StepKind.QUESTION, "long/Q3-0")
        control = Qt.KeyboardModifier.ControlModifier
        yield (
            "next question of 500",
            [
                Step("the first", lambda: view.show_step(first)),
                *(
                    Step("next", self._presses(Qt.Key.Key_Return, control))
                    for _question in range(NEXT)
                ),
            ],
        )
        yield (
            "500 questions searched",
            [
                Step("in front", self._window.activateWindow),
                Step("search opened", self._presses(Qt.Key.Key_K, control)),
                *(Step(f"letter {letter}", self._types(letter)) for letter in "alone"),
                *(Step("letter erased", self._presses(erase)) for _letter in "alone"),
                Step("search closed", self._presses(Qt.Key.Key_Escape)),
            ],
        )
        yield "other colours over an audit", self._colours()

    def take(self, steps: list[Step]) -> None:
        """Take the steps."""
        self._loop.take(steps)

    def close(self) -> None:
        """Close the window."""
        self._window.close()

    def _colours(self) -> list[Step]:
        return [
            Step(f"to {name}", lambda name=name: self._preferences.change(theme=name))
            for name in ("dark", "light")
        ]

    def _types(self, letter: str) -> Callable[[], None]:
        return lambda: QTest.keyClick(self._in_front(), letter)

    def _presses(
        self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> Callable[[], None]:
        return lambda: QTest.keyClick(self._in_front(), key, modifier)

    def _in_front(self) -> object:
        dialog = QApplication.activeModalWidget()
        return (self._window if dialog is None else dialog).windowHandle()
