# SPDX-License-Identifier: MPL-2.0
"""Give the tests of the roll-ups generated audits, and the tables made of their digests."""

import pytest

from auditapp.insight.tables import InsightTables
from tests.auditapp.insight.generating import checklists, digested, make_states
from tests.auditapp.insight.rollups.choosing import SELECTIONS, choose

AUDITS = 70


@pytest.fixture(scope="session")
def states():
    """Return generated audits, each as it stands."""
    return make_states(AUDITS, seed=7)


@pytest.fixture(scope="session")
def tables(states):
    """Return the tables over their digests."""
    facts = {state.audit.id: digested(state).facts for state in states}
    return InsightTables(facts, checklists())


@pytest.fixture(params=SELECTIONS, ids=str)
def selection(request):
    """Return one selection after the other."""
    return SELECTIONS[request.param]


@pytest.fixture
def chosen(states, selection):
    """Return the audits that the selection takes, chosen as those of a report are."""
    return choose(states, selection)
