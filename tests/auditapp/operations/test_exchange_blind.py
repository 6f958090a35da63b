# SPDX-License-Identifier: MPL-2.0
"""Test how an audit is read a second time, blind, on another computer."""

import json

import pytest

from auditapp.errors import (
    NotAllowedError,
)
from auditapp.model.audit import AuditStatus
from auditapp.model.exchange import Outcome, Purpose
from tests.auditapp.exchange.desks import WORDS, contents_of


def test_a_blind_copy_holds_nothing_of_the_first_reading(desks, read_first):
    """Not a word, not a name, not a number: it is the same when nothing was found at all."""
    sent = desks.ana.send(read_first, purpose=Purpose.FOR_MODERATION)
    body = json.loads(contents_of(sent))
    (audit,) = body["audits"]

    assert {"front", "checklists"} == audit["tables"].keys()
    assert not {"auditor", "sources_used", "is_independent"} & audit["tables"]["front"]["1"].keys()
    assert "First Reader" not in json.dumps(body)
    assert WORDS not in json.dumps(body)


def test_a_blind_copy_becomes_an_audit_of_the_second_reader(desks, read_first):
    """Once, however often it is brought in; it says which audit it moderates."""
    sent = desks.ana.send(read_first, purpose=Purpose.FOR_MODERATION)
    done = desks.ben.take_in(sent)
    again = desks.ben.take_in(sent)
    audit = desks.ben.audit(done.plan.here)

    assert (Outcome.NEW, Outcome.NOTHING_NEW) == (done.plan.outcome, again.plan.outcome)
    assert {done.plan.here} == desks.ben.ids()
    assert read_first != audit.id
    assert read_first == audit.links.moderates
    assert {} == audit.answers
    assert desks.ana.audit(read_first).front.case_reference == audit.front.case_reference
    assert audit.is_draft


def test_nobody_moderates_their_own_audit(desks, read_first):
    """The package that was made here is not opened here."""
    sent = desks.ana.send(read_first, purpose=Purpose.FOR_MODERATION)
    with pytest.raises(NotAllowedError, match="made here, for somebody else"):
        desks.ana.look(sent)


def test_a_moderation_goes_back_and_stands_beside_the_first(desks, read_first):
    """Signed, so nobody can change it; the first audit is as it was."""
    first = desks.ana.audit(read_first)
    blind = desks.ana.send(read_first, purpose=Purpose.FOR_MODERATION)
    second = desks.ben.take_in(blind).plan.here
    with pytest.raises(NotAllowedError, match="cannot go into this package") as caught:
        desks.ben.send(second, purpose=Purpose.MODERATED)
    assert "Sign it off first." == caught.value.remedy
    desks.ben.answer(second, note="Seen twice.")
    desks.ben.sign(second)
    desks.ana.take_in(desks.ben.send(second, purpose=Purpose.MODERATED))
    back = desks.ana.audit(second)

    assert first == desks.ana.audit(read_first)
    assert AuditStatus.SIGNED_OFF is back.status
    assert read_first == back.links.moderates
    assert [] == desks.ana.workspace.signing_faults(second)


def test_only_what_fits_the_purpose_goes_out(desks, read_first):
    """A moderation is not moderated, and an audit is no moderation."""
    blind = desks.ana.send(read_first, purpose=Purpose.FOR_MODERATION)
    second = desks.ben.take_in(blind).plan.here
    with pytest.raises(NotAllowedError) as caught:
        desks.ben.send(second, purpose=Purpose.FOR_MODERATION)
    assert "It is itself the second reading of an audit." == caught.value.remedy
    with pytest.raises(NotAllowedError) as caught:
        desks.ana.send(read_first, purpose=Purpose.MODERATED)
    assert "It is not the second reading of an audit." == caught.value.remedy
