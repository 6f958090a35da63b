# SPDX-License-Identifier: MPL-2.0
"""Fixtures of sending and receiving: two people with a workspace each."""

import pytest

from tests.auditapp.operations.conftest import desks, read_first, shared
from tests.ui.outgoing.paper import PaperOutside
from tests.ui.view_fixtures import in_window, jobs, preferences, show, theme
from ui.widgets.surfaces.page import Page

__all__ = [
    "desks",
    "in_window",
    "jobs",
    "preferences",
    "read_first",
    "shared",
    "show",
    "theme",
]


@pytest.fixture
def outside(tmp_path):
    """Return somebody who saves a package into a folder of the test."""
    return PaperOutside(tmp_path / "out.cfaudit")


@pytest.fixture
def page(show, theme):
    """Return a page to open dialogs over."""

    class Blank(Page):
        def _first_stop(self):
            return self

    return show(Blank(theme, spacing=0))
