# SPDX-License-Identifier: MPL-2.0
"""The look follows the settings, and the computer where they say so."""

import pytest
from PySide6.QtCore import QObject, Qt, Signal

from tests.ui.view_fixtures import preferences
from ui.theme.followed_look import FollowedLook
from ui.theme.theme import Theme

__all__ = ["preferences"]


class Computer(QObject):
    """Stand in for the application and for what it knows of the computer's own settings."""

    colorSchemeChanged = Signal()  # noqa: N815 - the name is Qt's
    contrastPreferenceChanged = Signal()  # noqa: N815 - as above
    scheme = Qt.ColorScheme.Light
    contrast = Qt.ContrastPreference.NoPreference

    def styleHints(self):  # noqa: N802 - as above
        """Return itself."""
        return self

    def accessibility(self):
        """Return itself."""
        return self

    def colorScheme(self):  # noqa: N802 - as above
        """Tell whether it is dark."""
        return self.scheme

    def contrastPreference(self):  # noqa: N802 - as above
        """Tell whether it wants more contrast."""
        return self.contrast


@pytest.fixture
def computer(qapp):
    """Return a light computer with the usual contrast."""
    return Computer()


@pytest.fixture
def theme(computer, preferences):
    """Return a theme that follows."""
    theme = Theme()
    FollowedLook(computer, theme, preferences, theme)
    return theme


def test_it_follows_the_computer(theme, computer):
    """As long as nothing else is chosen, and at once."""
    computer.scheme = Qt.ColorScheme.Dark
    computer.colorSchemeChanged.emit()
    assert (True, False) == (theme.is_dark, theme.has_more_contrast)

    computer.contrast = Qt.ContrastPreference.HighContrast
    computer.contrastPreferenceChanged.emit()
    assert (True, True) == (theme.is_dark, theme.has_more_contrast)


@pytest.mark.parametrize(("chosen", "has_more"), [("more", True), ("usual", False)])
def test_what_is_chosen_counts(theme, computer, preferences, chosen, has_more):
    """Whatever the computer wants."""
    computer.contrast = Qt.ContrastPreference.HighContrast
    preferences.change(contrast=chosen, theme="dark")
    assert (True, has_more) == (theme.is_dark, theme.has_more_contrast)
