# SPDX-License-Identifier: MPL-2.0
"""Fixtures of lists of rows: those of the review, where most of them are."""

from tests.ui.review.conftest import open_audit
from tests.ui.view_fixtures import preferences, show, theme, workspace

__all__ = ["open_audit", "preferences", "show", "theme", "workspace"]
