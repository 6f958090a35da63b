# SPDX-License-Identifier: MPL-2.0
"""Fixtures of the cards about the data as a whole."""

from tests.ui.view_fixtures import jobs, preferences, show, theme, workspace

__all__ = ["jobs", "preferences", "show", "theme", "workspace"]
