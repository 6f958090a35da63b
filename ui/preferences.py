# SPDX-License-Identifier: MPL-2.0
"""Hold the person's settings for the window, and keep them."""

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from auditapp import settings as settings_file
from auditapp.paths import account_name
from auditapp.settings import Settings, SettingsDamagedError


class Preferences(QObject):
    """Read and change the settings.

    Signals:
        changed: the settings are others now.
        save_failed: they could not be written; the exception. They hold until the window closes.
            A file that cannot be read is never replaced.
    """

    changed = Signal()
    save_failed = Signal(object)

    def __init__(
        self, path: Path, organisation: Path | None = None, parent: QObject | None = None
    ) -> None:
        """Read the settings in ``path``; what ``organisation`` settles holds from `settle` on."""
        super().__init__(parent)
        self._path = path
        self._organisation = organisation
        self._settled: Mapping[str, Any] = {}
        self.fault: SettingsDamagedError | None = None
        self._is_unsaved = False
        try:
            self._own = settings_file.load(path)
        except SettingsDamagedError as error:
            self.fault = error
            self._own = Settings()

    def reload(self) -> None:
        """Read the settings again: something else may have brought others.

        Those that could not be saved go on to hold, and so do these where there is nothing to read.
        """
        if self._is_unsaved or not self._path.exists():
            return
        with suppress(SettingsDamagedError):
            found = settings_file.load(self._path)
            if found != self._own:
                self._own = found
                self.changed.emit()

    def settle(self) -> None:
        """Let what the organisation has settled hold; not before the window is painted."""
        from auditapp.settled import settled_values  # noqa: PLC0415 - as said above

        found = settled_values(self._organisation)
        if found != self._settled:
            self._settled = found
            self.changed.emit()

    @property
    def settled(self) -> Mapping[str, Any]:
        """What the organisation has settled, by name: nobody can choose otherwise here."""
        return self._settled

    @property
    def own(self) -> Settings:
        """The person's own settings: what is changed, and what holds where nothing is settled."""
        return self._own

    @property
    def settings(self) -> Settings:
        """The settings in force."""
        return self._own.under(self._settled)

    @property
    def person_name(self) -> str:
        """The name for what the person does: that of their account where they gave none."""
        return self.settings.auditor.strip() or account_name()

    def change(self, **changes: Any) -> None:  # noqa: ANN401 - as dataclasses.replace
        """Change some of the person's own settings by name, and write them all."""
        changed = self._own.with_changes(**changes)
        if changed == self._own:
            return
        self._own = changed
        try:
            settings_file.save(self._path, changed)
            self._is_unsaved = False
        except (OSError, SettingsDamagedError) as error:
            self._is_unsaved = True
            self.save_failed.emit(error)
        self.changed.emit()
