# SPDX-License-Identifier: MPL-2.0
"""Go from place to place in the real window."""

from pathlib import Path
from tempfile import mkdtemp

from auditapp.paths import find_paths
from ui.preferences import Preferences
from ui.start.first_start_view import FirstStartView
from ui.widgets.surfaces.window import Window

PATIENCE = 60_000
"""Milliseconds to wait for a page that reads the audits, on a busy computer."""


class Visitor:
    """Know the way to pages and audits, and wait until what is on show has been read."""

    def __init__(self, window, unlock, qtbot):
        """Go through ``window``; ``unlock`` returns its workspace, unlocked."""
        self.window = window
        self._unlock = unlock
        self._qtbot = qtbot
        self._first = None

    def unlock(self):
        """Unlock the window as if the passphrase had been typed."""
        self.window.start_view.unlocked.emit(self._unlock())
        self.rest()

    def begin_first_start(self):
        """Show what somebody sees who has nothing yet; return the view."""
        paths = find_paths(Path(mkdtemp(dir=self.window._paths.home)))
        preferences = Preferences(paths.settings)
        view = FirstStartView(self.window._theme, paths, preferences, self.window._jobs)
        window = self._first = Window()
        window.setCentralWidget(view)
        window.resize(self.window.size())
        window.show()
        return view

    def begin_guided_start(self):
        """Show the first note of the guided start; return the view."""
        self.home.guided.begin()
        self.wait(lambda: self.home.guided.view is not None)
        return self.home.guided.view

    @property
    def home(self):
        """The view of the home."""
        return self.window.home_view

    def rest(self):
        """Wait until no page reads any more."""
        self.wait(lambda: not self.window._jobs.is_busy)

    def wait(self, is_so):
        """Wait until something is so."""
        self._qtbot.waitUntil(is_so, timeout=PATIENCE)

    def go_to(self, name):
        """Show a page of the home, read."""
        self.home.go_to(name)
        self.rest()

    def place(self, name):
        """Return the page of a place."""
        return self.home.places.by_name[name].made()

    def row(self, reference, *, is_linked=False):
        """Return the row of the audit of a case, or of the one that comes back to it."""
        return next(
            row
            for row in self.window.workspace.audits()
            if row.case_reference == reference and is_linked == bool(row.moderates or row.re_audits)
        )

    def open(self, reference):
        """Open the audit of a case; return its view."""
        self.home.audit_chosen.emit(self.row(reference).id)
        return self.window.audit_view

    def leave(self):
        """Close the open audit."""
        self.window.audit_view.left.emit()
        self.rest()
