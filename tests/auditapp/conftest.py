# SPDX-License-Identifier: MPL-2.0
"""Give the tests of the core a workspace, an audit in it, a clock and an author."""

import pytest

from auditapp.model.edits import Author
from tests.making import Clock, make_workspace, start_audit

NAME = "R. Okafor"


@pytest.fixture
def clock():
    """Return the clock of the workspace, which stands still."""
    return Clock()


@pytest.fixture
def workspace(tmp_path, clock):
    """Return a new workspace in ``home``, unlocked."""
    made = make_workspace(tmp_path / "home", clock)
    yield made
    made.close()


@pytest.fixture
def audit_id(workspace):
    """Return the id of a new audit on the visits checklist."""
    return start_audit(workspace)


@pytest.fixture
def by(clock):
    """Return the auditor, now."""
    return Author(NAME, clock())


@pytest.fixture
def author(clock):
    """Return a function that says who does something, and when."""
    return lambda name=NAME: Author(name, clock())
