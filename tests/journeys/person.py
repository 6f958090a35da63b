# SPDX-License-Identifier: MPL-2.0
"""Seat a person at a computer of their own: their workspace, the real window, and the keyboard."""

from contextlib import contextmanager
from pathlib import Path

from auditapp import settings
from auditapp.paths import find_paths
from auditapp.settings import Settings
from auditapp.workspace import Workspace
from tests.making import PASSPHRASE, WEAK
from ui.app import make_window
from ui.demo.hands import Hands
from ui.main_window import USUAL_SIZE
from ui.outside import Outside


class Desk(Outside):
    """A folder in which a person saves, and the file that they open next."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        folder.mkdir()
        self.to_open: Path | None = None
        self.saved: list[Path] = []

    def ask_save_path(self, parent, title, name):
        """Save under the suggested name; a second file of that name gets a folder of its own."""
        folder = self._folder / str(len(self.saved))
        folder.mkdir()
        self.saved.append(folder / name)
        return self.saved[-1]

    def ask_case_list_path(self, parent):
        """Open what was laid on the desk."""
        return self.to_open

    ask_package_path = ask_case_list_path


class Person:
    """Somebody with a name and a computer, at which they sit down now and then."""

    def __init__(self, qapp, folder, name, clock):
        self._qapp = qapp
        self._paths = find_paths(folder / "audits")
        self._clock = clock
        self.name = name
        self.desk = Desk(folder / "desk")
        workspace, _key = Workspace.create(self._paths, PASSPHRASE, strength=WEAK, clock=clock)
        workspace.close()
        settings.save(self._paths.settings, Settings(auditor=name))

    @contextmanager
    def at_work(self):
        """Open the window and unlock it; close it in the end."""
        window = make_window(self._qapp, self._paths, self.desk)
        window.resize(USUAL_SIZE)
        window.show()
        self.window, self.hands = window, Hands(window)
        try:
            workspace = Workspace.unlock(self._paths, PASSPHRASE, strength=WEAK, clock=self._clock)
            window.start_view.unlocked.emit(workspace)
            self.hands.rest()
            yield self
            window.close()
        finally:
            window.hide()
            window.deleteLater()

    @property
    def home(self):
        """The pages beside an open audit."""
        return self.window.home_view

    @property
    def workspace(self):
        """The door to the audits."""
        return self.window.workspace
