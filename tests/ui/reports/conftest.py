# SPDX-License-Identifier: MPL-2.0
"""Fixtures of the page of reports: some audits, and somebody who saves them."""

import pytest

from auditapp.model.edits import Author
from tests.making import start_audit
from tests.ui.outgoing.paper import PaperOutside
from tests.ui.preview.conftest import pdf
from tests.ui.view_fixtures import jobs, preferences, show, theme, workspace
from ui.reports.reports_view import ReportsView

__all__ = ["jobs", "pdf", "preferences", "show", "theme", "workspace"]


@pytest.fixture
def audits(workspace):
    """Make two signed audits of the north and one of the south, and a draft; return their ids."""
    ids = [
        start_audit(workspace, "visits", case_reference="HX-1", team="North"),
        start_audit(workspace, "pep", case_reference="HX-2", team="North"),
        start_audit(workspace, "visits", case_reference="HX-3", team="South"),
    ]
    for audit_id in ids:
        workspace._sessions.get(audit_id).sign_off(Author("R. Okafor", workspace.clock()))
        workspace.close_audit(audit_id)
    return [*ids, start_audit(workspace, "visits", case_reference="HX-4", team="South")]


@pytest.fixture
def outside(tmp_path):
    """Return somebody who saves into a folder of the test."""
    return PaperOutside(tmp_path / "out.pdf")


@pytest.fixture
def make_view(theme, workspace, audits, preferences, jobs, outside):
    """Return a function that makes the page, not shown yet."""
    del audits

    def make_view():
        return ReportsView(theme, workspace, preferences, jobs, outside)

    return make_view


@pytest.fixture
def view(make_view, jobs, show, qtbot):
    """Return the page with its audits counted."""
    view = show(make_view(), 1152, 768)
    view.refresh()
    wait_for_count(view, qtbot)
    yield view
    qtbot.waitUntil(lambda: not jobs.is_busy, timeout=60_000)


def wait_for_count(view, qtbot):
    """Wait until it is known how many audits are chosen."""
    qtbot.waitUntil(lambda: view.count.text() != "Counting the audits …", timeout=20_000)


@pytest.fixture
def counted(view, qtbot):
    """Return a function that waits for the count and returns what is said of it."""

    def counted():
        wait_for_count(view, qtbot)
        return view.count.text()

    return counted


@pytest.fixture
def quick(monkeypatch, workspace, pdf):
    """Have every report of several audits be one small PDF, and return what was asked for."""
    asked = []

    def preview_across(wanted, *, copy, report_progress, is_cancelled):
        del is_cancelled
        asked.append((wanted, copy))
        report_progress(1, 1)
        return pdf

    monkeypatch.setattr(workspace, "preview_across", preview_across)
    return asked
