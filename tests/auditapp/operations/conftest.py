# SPDX-License-Identifier: MPL-2.0
"""Give the tests of the exchange two people with a workspace each."""

from types import SimpleNamespace

import pytest

from auditapp.model.edits import put_action
from auditapp.model.follow_up import Action
from tests.auditapp.exchange.desks import WORDS, Desk
from tests.making import start_audit


@pytest.fixture
def desks(tmp_path):
    """Give two people a workspace each."""
    made = SimpleNamespace(ana=Desk(tmp_path / "ana", "Ana"), ben=Desk(tmp_path / "ben", "Ben"))
    yield made
    for desk in (made.ana, made.ben):
        faults = [line.sentence for line in desk.workspace.check().lines if line.is_fault]
        desk.workspace.close()
        assert [] == faults


@pytest.fixture
def shared(desks):
    """Give both the same draft, and return its id."""
    audit_id = start_audit(desks.ana.workspace)
    desks.ana.answer(audit_id, note=WORDS)
    desks.ben.take_in(desks.ana.send(audit_id))
    return audit_id


@pytest.fixture
def read_first(desks):
    """Sign an audit with all sorts of things in it; return its id."""
    audit_id = start_audit(desks.ana.workspace, auditor="First Reader")
    desks.ana.answer(audit_id, note=WORDS)
    action = Action(what=WORDS, created_at=desks.ana.clock())
    desks.ana.workspace.commit(audit_id, put_action("0" * 32, action, desks.ana.by))
    desks.ana.sign(audit_id)
    return audit_id
