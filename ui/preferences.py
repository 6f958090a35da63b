# SPDX-License-Identifier: MPL-2.0
"""Hold the person's settings for the window, and keep them."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from auditapp import settings as settings_file
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

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = path
        self.fault: SettingsDamagedError | None = None
        try:
            self._settings = settings_file.load(path)
        except SettingsDamagedError as error:
            self.fault = error
            self._settings = Settings()

    @property
    def settings(self) -> Settings:
        """The settings in force."""
        return self._settings

    def change(self, **changes: Any) -> None:  # noqa: ANN401 - as dataclasses.replace
        """Change some settings by name, and write them all."""
        changed = self._settings.with_changes(**changes)
        if changed == self._settings:
            return
        self._settings = changed
        try:
            settings_file.save(self._path, changed)
        except (OSError, SettingsDamagedError) as error:
            self.save_failed.emit(error)
        self.changed.emit()
