# SPDX-License-Identifier: MPL-2.0
"""A theme, and a window to show a chart in."""

from tests.ui.view_fixtures import theme
from tests.ui.widgets.conftest import show

__all__ = ["show", "theme"]
