# SPDX-License-Identifier: MPL-2.0
"""Test what becomes of two copies of one workspace that were both worked in.

What the guide says of it, in the chapters about one's data and about other people, is held to here.
"""

import shutil

import pytest

from auditapp.model.exchange import Outcome
from auditapp.model.register import LearningMessage
from auditapp.paths import find_paths
from auditapp.workspace import Workspace
from tests.auditapp.exchange.desks import KEY, OTHER, Desk
from tests.auditapp.operations.register_fixtures import DAY
from tests.making import PASSPHRASE, WEAK, start_audit
from tests.working_rounds import begin_round


class UnlockedDesk(Desk):
    """Work in a workspace that is there already, or was copied from another."""

    def __init__(self, folder, name, clock):
        self.folder, self.name, self.clock = folder, name, clock
        paths = find_paths(folder)
        self.workspace = Workspace.unlock(paths, PASSPHRASE, strength=WEAK, clock=clock)


@pytest.fixture
def copies(tmp_path):
    """Give an audit, and two copies of the workspace that it is in."""
    first = Desk(tmp_path / "old", "Ana")
    audit_id = start_audit(first.workspace)
    first.workspace.close()
    folders = (first.folder, shutil.copytree(first.folder, tmp_path / "new"))
    old, new = (UnlockedDesk(folder, "Ana", first.clock) for folder in folders)
    yield old, new, audit_id
    for desk in (old, new):
        desk.workspace.close()


def test_the_audits_of_two_copies_are_put_together(copies):
    """By sending them, as between two people: what only one has comes, and a difference waits."""
    old, new, audit_id = copies
    old.answer(audit_id, note="At home.")
    new.answer(audit_id, note="At school.")
    new.answer(audit_id, OTHER, note="Alone.")
    begun = start_audit(new.workspace)
    sent = new.send(audit_id, begun)
    plans = {plan.here: plan.outcome for plan in old.look(sent).plans}
    old.workspace.import_package(old.look(sent))

    assert {audit_id: Outcome.MERGE, begun: Outcome.NEW} == plans
    assert "Alone." == old.audit(audit_id).answers[OTHER].note
    assert [KEY] == [each.key for each in old.workspace.differences(audit_id)]
    assert {audit_id, begun} == old.ids()
    assert [] == [line.sentence for line in old.workspace.check().lines if line.is_fault]


def test_rounds_and_registers_of_two_copies_stay_apart(copies):
    """Nothing that is sent holds them."""
    old, new, audit_id = copies
    begin_round(new.workspace, new.by)
    message = LearningMessage(
        author=new.name, created_at=new.clock(), message="See the child alone.",
        audience="All practitioners", sent_on=DAY, check_due=DAY,
    )  # fmt: skip
    new.workspace.add_to_register(message, new.by)
    old.workspace.import_package(old.look(new.send(audit_id)))

    assert (1, 1) == (len(new.workspace.rounds()), len(new.workspace.learning_messages()))
    assert ([], {}) == (old.workspace.rounds(), old.workspace.learning_messages())
