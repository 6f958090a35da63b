# SPDX-License-Identifier: MPL-2.0
"""The fixtures of whole views."""

from tests.ui.preview.conftest import pdf
from tests.ui.view_fixtures import jobs, preferences, show, theme, workspace

__all__ = ["jobs", "pdf", "preferences", "show", "theme", "workspace"]
