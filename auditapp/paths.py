# SPDX-License-Identifier: MPL-2.0
"""Say where everything lies on this computer. Nothing else asks the platform."""

import os
import sys
from dataclasses import dataclass
from pathlib import Path

APP_NAME = "Case File Audit"
ORGANISATION = "organisation.yaml"
PROGRAM = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True)
class AppPaths:
    """Hold the folders of one installation; ``home`` is the workspace of one person.

    ``organisation`` is the file in which an administrator says, for everybody on this computer,
    whose checklists are trusted; it need not be there.
    """

    home: Path
    checklists: Path
    organisation: Path | None = None

    @property
    def settings(self) -> Path:
        """Return the file of the settings. It holds nothing about a case."""
        return self.home / "settings.json"

    @property
    def layout(self) -> Path:
        """Return the file of the layout for reports. It holds nothing about a case."""
        return self.home / "report-layout.json"

    @property
    def shelf(self) -> Path:
        """Return the folder of the checklists that were loaded. They hold nothing about a case."""
        return self.home / "checklists"

    @property
    def store(self) -> Path:
        """Return the folder of the sealed store."""
        return self.home / "store"

    @property
    def staging(self) -> Path:
        """Return the folder into which a backup is unpacked; what is in it is not complete."""
        return self.home / "restoring"

    @property
    def staged(self) -> Path:
        """Return the folder of a backup that is unpacked whole and not in its place yet."""
        return self.home / "restored"

    @property
    def backups(self) -> Path:
        """Return the folder of the backups that the program makes by itself."""
        return self.home / "backups"

    @property
    def has_store(self) -> bool:
        """Tell whether a workspace was made here, be it one that is still to be put in its place.

        Needs nothing of the store itself.
        """
        folders = (self.store, self.staged)
        names = ("store.key", "store.key.bak")
        return any((folder / name).exists() for folder in folders for name in names)


def find_paths(home: Path | None = None) -> AppPaths:
    """Return the folders to use; ``home`` overrides the place of the workspace, and only that.

    Without it a local folder is taken, never one that a network or a cloud copies about.
    """
    import platformdirs  # noqa: PLC0415 - most of a start-up without the window would be its import

    if home is None:
        home = Path(platformdirs.user_data_dir(APP_NAME, appauthor=False, roaming=False))
    return AppPaths(
        home=home.expanduser().absolute(),
        checklists=PROGRAM / "checklists",
        organisation=Path(platformdirs.site_config_dir(APP_NAME, appauthor=False)) / ORGANISATION,
    )


def account_name() -> str:
    """Return the name of the account that the program runs in, or its number if it has no name."""
    import getpass  # noqa: PLC0415 - as above, of a start with the window

    try:
        return getpass.getuser()
    except (ImportError, KeyError, OSError):  # neither a variable nor a list of accounts names it
        if sys.platform == "win32":
            return os.getlogin()
        return str(os.getuid())
