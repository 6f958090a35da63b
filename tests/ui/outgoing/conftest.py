# SPDX-License-Identifier: MPL-2.0
"""Fixtures of what goes out: those of the review, and a small PDF that is open."""

from tests.ui.preview.conftest import file, pdf
from tests.ui.review.conftest import open_audit
from tests.ui.view_fixtures import jobs, preferences, show, theme, workspace

__all__ = ["file", "jobs", "open_audit", "pdf", "preferences", "show", "theme", "workspace"]
