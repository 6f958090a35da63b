# SPDX-License-Identifier: MPL-2.0
"""Fixtures of the page of insights: signed audits of two teams, and somebody who saves."""

import datetime as dt
from shutil import copytree

import pytest

from auditapp.model.edits import Author, change_answer, give_grade, put_action, put_concern
from auditapp.model.follow_up import Action, Concern
from auditapp.model.grade import IMPACT, PRACTICE, Grade, GradeBand
from auditapp.model.ids import new_record_id
from auditapp.paths import find_paths
from auditapp.workspace import Workspace
from tests.making import PASSPHRASE, WEAK, Clock, make_workspace, start_audit
from tests.ui.outgoing.paper import PaperOutside
from tests.ui.view_fixtures import jobs, preferences, show, theme
from ui.insights.basket import Basket
from ui.insights.insights_view import InsightsView

__all__ = ["jobs", "preferences", "show", "theme"]

TEAMS = ("North", "South", "North", "South", "North", "North")


@pytest.fixture(scope="session")
def stored(tmp_path_factory):
    """Make six signed audits with grades and an action each, and a draft with an open concern.

    They are made once, because signing takes a while; each test has a copy. Return the folder.
    """
    folder = tmp_path_factory.mktemp("stored")
    workspace = make_workspace(folder)
    fill(workspace)
    workspace.close()
    return folder


@pytest.fixture
def workspace(stored, tmp_path):
    """Return a workspace with these audits, unlocked; it is closed after the test."""
    copytree(stored, tmp_path / "copy")
    paths = find_paths(tmp_path / "copy")
    workspace = Workspace.unlock(paths, PASSPHRASE, strength=WEAK, clock=Clock())
    yield workspace
    workspace.close()


@pytest.fixture
def empty_workspace(tmp_path):
    """Return a workspace without audits."""
    workspace = make_workspace(tmp_path / "empty")
    yield workspace
    workspace.close()


def fill(workspace):
    """Sign six audits with grades and an action each, and begin one with an open concern."""
    for number, team in enumerate(TEAMS):
        sign_one(workspace, number, team)
    by = Author("R. Okafor", workspace.clock())
    draft = start_audit(workspace, case_reference="HX-9", team="South")
    concern = Concern(what="Not seen", found_at=by.now)
    edit(workspace, draft, put_concern(new_record_id(), concern, by))


def sign_one(workspace, number, team):
    """Make a signed audit; those of odd numbers are good, and of even ones inadequate."""
    by = Author("R. Okafor", workspace.clock())
    audit_id = start_audit(workspace, case_reference=f"HX-{number}", team=team)
    audit = workspace.open_audit(audit_id)
    rating = "met" if number % 2 else "not_met"
    edit(workspace, audit_id, change_answer(audit, "visits/VS2", by, value=rating))
    band = GradeBand.GOOD if number % 2 else GradeBand.INADEQUATE
    grade = Grade(band=band, reason="Seen", given_by=by.name, given_at=by.now)
    for key in (PRACTICE, IMPACT):
        edit(workspace, audit_id, give_grade(key, grade, by))
    due = by.now.date() + dt.timedelta(days=number - 3)
    action = Action(what=f"Write letter {number}", created_at=by.now, due=due)
    edit(workspace, audit_id, put_action(new_record_id(), action, by))
    workspace._sessions.get(audit_id).sign_off(by)
    workspace.close_audit(audit_id)
    return audit_id


def edit(workspace, audit_id, change):
    """Make a change of an audit durable."""
    workspace.open_audit(audit_id)
    workspace.commit(audit_id, change)


@pytest.fixture
def outside(tmp_path):
    """Return somebody who saves into a folder of the test."""
    return PaperOutside(tmp_path / "out.csv")


@pytest.fixture
def basket(qapp):
    """Return a basket without figures."""
    return Basket()


@pytest.fixture
def make_empty(theme, workspace, jobs, outside, basket):
    """Return a function that makes the page, not shown yet."""
    return lambda: InsightsView(theme, workspace, jobs, outside, basket)


@pytest.fixture
def make_view(make_empty, jobs, show, qtbot):
    """Return a function that shows the page with everything loaded."""

    def make_view():
        view = show(make_empty(), 1152, 768)
        view.refresh()
        wait(view, qtbot)
        return view

    yield make_view
    qtbot.waitUntil(lambda: not jobs.is_busy, timeout=60_000)


@pytest.fixture
def view(make_view):
    """Return the page with the figures of the audits."""
    return make_view()


def wait(view, qtbot):
    """Wait until everything that was asked for is on show."""
    qtbot.waitUntil(lambda: not view.page.is_busy and not view.lines.is_busy, timeout=60_000)
