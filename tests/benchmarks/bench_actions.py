# SPDX-License-Identifier: MPL-2.0
"""Measure the list of actions while somebody types, through the page itself.

A round types words letter by letter into the search field of the page, and after each letter waits
until what was found is on show and painted. What counts is the time of the processor, all threads
of the program together.
"""

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from time import process_time

from PySide6.QtWidgets import QApplication

from auditapp.workspace import Workspace
from tests.benchmarks.figure import Figure, median_ratio
from tests.benchmarks.insight_rows import invented, loaded
from tests.benchmarks.insight_workspace import invented_workspace
from ui.actions.actions_view import ActionsView
from ui.app import make_application
from ui.jobs import Jobs
from ui.main_window import USUAL_SIZE
from ui.outside import Outside
from ui.preferences import Preferences
from ui.theme.theme import Theme

MANY, FEW = 5000, 50
"""Audits of two actions each."""

TYPED = ("u", "up", "upd", "update", "update the", "school", "school t", "hx-4", "zzz", "")


def figures() -> Iterator[Figure]:
    """Yield how much longer a key takes in a long list."""
    os.environ["QT_QPA_UPDATE_IDLE_TIME"] = "0"  # or else the platform waits 5 ms each time
    application = QApplication.instance() or make_application()
    theme = Theme()
    theme.apply(application)
    used = loaded()
    digests = invented(MANY, used)
    few = {key: digests[key] for key in list(digests)[:FEW]}
    with tempfile.TemporaryDirectory(dir=".") as name:
        many_typed, few_typed = (
            _Typist(application, theme, invented_workspace(Path(name) / place, each, used)[0])
            for place, each in (("many", digests), ("few", few))
        )
        ratio = median_ratio(many_typed.type_all, few_typed.type_all, 21, process_time)
        found = 2 * MANY, 2 * FEW
        words = f"a key in the list of actions, at {found[0]:,} against {found[1]}"
        yield Figure(words, ratio, 3.0)
        many_typed.close()
        few_typed.close()


class _Typist:
    """Hold the page over a workspace, with its actions read."""

    def __init__(self, application: QApplication, theme: Theme, workspace: Workspace) -> None:
        self._application = application
        self._workspace = workspace
        self._jobs = Jobs()
        preferences = Preferences(workspace.paths.settings)
        self._page = ActionsView(theme, workspace, preferences, self._jobs, Outside())
        self._is_found = False
        self._part = self._page.actions_part
        self._part.filter_bar.state.set_value("")
        self._part.finder.found.connect(self._on_found)
        self._page.resize(USUAL_SIZE)
        self._page.show()
        self._page.refresh()
        self._wait()

    def type_all(self) -> None:
        """Type the words, each until what it finds is painted."""
        for text in TYPED:
            self._is_found = False
            self._part.filter_bar.search.line_edit.setText(text)
            self._part.filter_bar.search.text_edited.emit(text)
            self._wait()

    def close(self) -> None:
        """Put it away."""
        self._page.stop()
        self._jobs.shut_down()
        self._page.close()
        self._workspace.close()

    def _wait(self) -> None:
        while not self._is_found or self._jobs.is_busy:
            self._application.processEvents()
        self._application.processEvents()  # the list is painted

    def _on_found(self) -> None:
        self._is_found = True
