# SPDX-License-Identifier: MPL-2.0
"""A theme for the tests of the look."""

import pytest

from ui.theme.theme import Theme


@pytest.fixture
def theme(qapp):
    """Return a light theme at 100 %, applied to the application."""
    theme = Theme()
    theme.apply(qapp)
    return theme
