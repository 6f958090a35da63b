# SPDX-License-Identifier: MPL-2.0
"""Fixtures of the review: an open audit, and a small PDF for its report."""

import pytest

from tests.making import start_audit
from tests.ui.preview.conftest import pdf
from tests.ui.view_fixtures import jobs, preferences, show, theme, workspace
from ui.open_audit import OpenAudit

__all__ = ["jobs", "pdf", "preferences", "show", "theme", "workspace"]


@pytest.fixture
def open_audit(qapp, workspace):
    """Return an open audit on the checklist of visits, with nothing in it yet."""
    audit = OpenAudit(workspace, start_audit(workspace, "visits"))
    yield audit
    audit.close()
