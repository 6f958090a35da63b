# SPDX-License-Identifier: MPL-2.0
"""Fixtures of the rounds: the page on a real workspace, empty, and with a round at work."""

import pytest

from auditapp.model.edits import Author
from auditapp.model.round import RoundAuditor
from tests.ui.outgoing.paper import PaperOutside
from tests.ui.view_fixtures import jobs, preferences, show, theme, workspace
from tests.working_rounds import begin_round, draw_listed, give_list, share_out
from ui.rounds.rounds_view import RoundsView

__all__ = ["jobs", "preferences", "show", "theme", "workspace"]


@pytest.fixture
def by(workspace):
    """Return who runs the round."""
    return Author("R. Okafor", workspace.clock())


@pytest.fixture
def outside(tmp_path):
    """Return somebody who saves into a folder of the test, and has a list there."""
    outside = PaperOutside(tmp_path / "out.html")
    outside.list_path = tmp_path / "list.csv"
    outside.ask_case_list_path = lambda _parent: outside.list_path
    return outside


@pytest.fixture
def make_view(theme, workspace, preferences, jobs, outside):
    """Return a function that makes the page, not shown yet."""
    return lambda: RoundsView(theme, workspace, preferences, jobs, outside)


@pytest.fixture
def view(make_view, jobs, show, qtbot):
    """Return the page, with the list of rounds on show."""
    view = show(make_view(), 1152, 768)
    view.refresh()
    yield view
    view.stop()
    qtbot.waitUntil(lambda: not jobs.is_busy, timeout=60_000)


@pytest.fixture
def begun(workspace, by):
    """Begin a round; return its id."""
    return begin_round(workspace, by)


@pytest.fixture
def planned(workspace, by, begun):
    """Give the round a list of 30 cases and a plan for ten; return its id."""
    give_list(workspace, begun, by)
    return begun


@pytest.fixture
def shared_out(workspace, by, begun):
    """Draw the sample of the round and give it to two auditors; return the round."""
    draw_listed(workspace, begun, by)
    people = (RoundAuditor(name="R. Okafor"), RoundAuditor(name="Ben", teams=("Team A",)))
    return share_out(workspace, begun, by, *people)


@pytest.fixture
def at_work(view, shared_out):
    """Return the view of the round at work."""
    view.open_round(shared_out.id)
    return view.at_work


@pytest.fixture
def setup(view):
    """Return a function that shows a step of a round, and returns the view of its steps."""

    def setup(round_id, place):
        view.open_round(round_id)
        view.setup.show_step(place)
        return view.setup

    return setup
