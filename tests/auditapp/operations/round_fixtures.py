# SPDX-License-Identifier: MPL-2.0
"""Give the tests of rounds one to work on."""

import pytest

from auditapp.model.edits import Author
from tests.making import Clock, make_workspace
from tests.working_rounds import begin_round


@pytest.fixture
def clock():
    """Return a time that the test moves."""
    return Clock()


@pytest.fixture
def workspace(tmp_path, clock):
    """Return a new workspace."""
    made = make_workspace(tmp_path, clock)
    yield made
    made.close()


@pytest.fixture
def by(clock):
    """Return who runs the round."""
    return Author("QA lead", clock.now)


@pytest.fixture
def round_id(workspace, by):
    """Begin a round on the checklist of visits."""
    return begin_round(workspace, by)


def stage(workspace):
    """Return the stage of the only round as the list has it."""
    (row,) = workspace.rounds()
    return row.stage
