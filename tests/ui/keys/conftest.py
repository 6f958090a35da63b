# SPDX-License-Identifier: MPL-2.0
"""Fixtures of the keys."""

import pytest

from tests.ui.view_fixtures import preferences, show, theme
from ui.keys.keymap import KEYMAP

__all__ = ["preferences", "show", "theme"]


@pytest.fixture(autouse=True)
def usual_keys():
    """Leave the usual keys to the other tests."""
    yield
    KEYMAP.take(None)
