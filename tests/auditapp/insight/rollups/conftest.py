# SPDX-License-Identifier: MPL-2.0
"""Give the tests of the roll-ups generated audits, and the tables made of their digests."""

import pytest

from auditapp.insight.tables import InsightTables
from tests.auditapp.insight.generating import checklists, digested, make_states
from tests.auditapp.insight.rollups.selections import chosen, selection

__all__ = ["chosen", "selection"]

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
