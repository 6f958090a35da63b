# SPDX-License-Identifier: MPL-2.0
"""Have an application for every test of the window.

One that draws letters without it ends the process, and all tests of that process with it; which
test comes first, and makes it, is chance.
"""

import pytest

from ui.widgets.surfaces import banner


@pytest.fixture(autouse=True)
def _application(qapp):
    """Make the application before anything is drawn."""


@pytest.fixture
def heard(monkeypatch):
    """Return a list of what banners have a screen reader say, each all at once."""
    said = []
    monkeypatch.setattr(banner, "announce", lambda _widget, words, **_how: said.append(words))
    return said
