# SPDX-License-Identifier: MPL-2.0
"""Test what is decided about an audit of a package where it cannot simply be put together."""

import pytest

from auditapp.exchange.merging import Side
from auditapp.exchange.plans import decide
from auditapp.model.exchange import Choice, Outcome
from tests.torture.exchange import People

Q0, Q1 = "sample/Q0", "sample/Q1"


@pytest.fixture
def people():
    """Return two people with the same audit, in which both have answered."""
    made = People()
    made.ana.answer(Q0, note="Seen at home.")
    made.ben.answer(Q1, note="Seen at school.")
    return made


def side(person, **checklist):
    """Return the state of somebody's draft, on another checklist if that is given."""
    state = person.side
    row = {**state.tables["checklists"]["sample"], **checklist}
    meta = {"1": {"schema": 4, "locked": False}}
    return Side({**state.tables, "meta": meta, "checklists": {"sample": row}}, state.history)


def test_drafts_on_one_version_are_put_together(people):
    """Nobody has to choose."""
    found = decide(side(people.ana), side(people.ben), was_removed=False)

    assert (Outcome.MERGE, frozenset()) == (found.outcome, found.choices)
    assert 1 == found.merge.taken


def test_drafts_on_two_versions_are_not(people):
    """An answer to one wording is none to another; both stay, and somebody chooses."""
    found = decide(side(people.ana), side(people.ben, sha256="1" * 64), was_removed=False)

    assert (Outcome.OTHER_VERSION, None) == (found.outcome, found.merge)
    assert {Choice.KEEP_BOTH} == found.choices


def test_a_draft_that_was_only_moved_on_is_followed(people):
    """With nothing done here since, its checklist is taken over with all the rest."""
    people.swap()
    people.ben.answer(Q1, note="Seen twice.")
    found = decide(side(people.ana), side(people.ben), was_removed=False)

    assert Outcome.MERGE is found.outcome


def test_an_audit_with_another_beginning_is_another_audit(people):
    """Whatever its id says."""
    other = People()
    other.ben.clock.move(days=1)
    line = other.ben.side.history[0].model_copy(update={"by": "Somebody else"}).sealed()
    theirs = Side(side(other.ben).tables, [line])
    found = decide(side(people.ana), theirs, was_removed=False)

    assert (Outcome.OTHER_BEGINNING, {Choice.KEEP_BOTH}) == (found.outcome, found.choices)
