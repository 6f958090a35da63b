# SPDX-License-Identifier: MPL-2.0
"""The main window of somebody with six signed audits and a draft, and who looks at it."""

from shutil import copytree

import pytest

from auditapp.paths import find_paths
from tests.ui.accessibility.looking import Looker
from tests.ui.insights.conftest import stored
from tests.ui.window_fixtures import unlock, window

__all__ = ["stored", "unlock", "window"]


@pytest.fixture
def paths(stored, tmp_path):
    """Return the folders of somebody with six signed audits and a draft with a concern."""
    copytree(stored, tmp_path / "copy")
    return find_paths(tmp_path / "copy")


@pytest.fixture
def looker(window):
    """Return who looks at the window through its own theme."""
    window.resize(1366, 768)
    looker = Looker(window._theme)
    yield looker
    window._theme.set_still(False)
