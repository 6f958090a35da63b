# SPDX-License-Identifier: MPL-2.0
"""Have the theme follow the person's settings, and the computer's where they say so."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication

from ui.preferences import Preferences
from ui.theme.theme import Theme


class FollowedLook(QObject):
    """Give a theme what is wished for, now and after every change."""

    def __init__(
        self, application: QApplication, theme: Theme, preferences: Preferences, parent: QObject
    ) -> None:
        """Follow for as long as ``parent`` is there."""
        super().__init__(parent)
        self._computer = application.styleHints()
        self._theme = theme
        self._preferences = preferences
        preferences.changed.connect(self._follow)
        self._computer.colorSchemeChanged.connect(self._follow)
        self._computer.accessibility().contrastPreferenceChanged.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        settings = self._preferences.settings
        self._theme.set_colours(
            is_dark=_chosen(settings.theme, "dark", self._is_computer_dark()),
            has_more_contrast=_chosen(settings.contrast, "more", self._wants_contrast()),
        )
        self._theme.set_still(settings.less_movement)
        self._theme.set_text_scale(settings.text_scale)

    def _is_computer_dark(self) -> bool:
        return self._computer.colorScheme() is Qt.ColorScheme.Dark

    def _wants_contrast(self) -> bool:
        wish = self._computer.accessibility().contrastPreference()
        return wish is Qt.ContrastPreference.HighContrast


def _chosen(choice: str, this: str, as_computer: bool) -> bool:
    return as_computer if choice == "system" else choice == this
