# SPDX-License-Identifier: MPL-2.0
"""Test what still works where a newer version wrote the registers, or a round."""

import orjson
import pytest

from auditapp.errors import SchemaTooNewError
from auditapp.model.register import Dispute
from tests.working_rounds import begin_round, draw_listed


def make_newer(workspace, ledger_id):
    """Seal a ledger again as a newer version would, whose form this one does not know."""
    workspace._ledgers._open.clear()
    vault = workspace._vault
    place = vault.ledger_of(ledger_id)
    loaded = vault.load(place)
    body = orjson.dumps(orjson.loads(loaded.body) | {"schema": 99})
    vault.save(place, loaded.header.generation + 1, loaded.summary, body)


def test_an_audit_can_be_erased_beside_registers_that_are_too_new(workspace, audit_id, by):
    """A child's data goes when it has to; a sentence says what could not be looked at."""
    entry = {"matter": "Delay", "raised_by_role": "Reviewing officer", "raised_on": by.now.date()}
    dispute = Dispute(author=by.name, created_at=by.now, audit=audit_id, **entry)
    workspace.add_to_register(dispute, by)
    make_newer(workspace, workspace._ledgers.all_ids()[0])
    with pytest.raises(SchemaTooNewError):
        workspace.disputes()
    workspace.remove_audit(audit_id)
    assert [] == workspace.audits()
    assert any("newer version" in each for each in workspace.problems)


def test_a_round_that_is_too_new_is_said_not_to_have_been_searched(workspace, by):
    """Whoever asks what is held on a case hears of it, and gets the rest."""
    whole = draw_listed(workspace, begin_round(workspace, by), by)
    make_newer(workspace, whole.id)
    found = workspace.find_case(whole.sample[0])
    assert ((), True) == (found.rounds, found.has_unread_rounds)
