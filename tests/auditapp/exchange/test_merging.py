# SPDX-License-Identifier: MPL-2.0
"""Test that two states of an audit are put together so that nothing is lost or decided."""

import random

import pytest

from auditapp.exchange import merging
from auditapp.exchange.merging import State, join, merge, shown_first
from auditapp.model.difference import Version
from auditapp.model.history import HistoryKind
from auditapp.model.settling import unsettled
from tests.making import Clock
from tests.torture.exchange import People, exchanges

NOW = Clock().now
ORIGIN = Version(writer="0", rank=0, row=None, by="R. Okafor", at=NOW)
Q0, Q1 = "sample/Q0", "sample/Q1"


@pytest.fixture
def people():
    """Return two people with the same audit."""
    return People()


@pytest.mark.parametrize("seed", range(4))
def test_random_schedules_end_the_same(seed):
    """Nothing is lost, no row is settled by nobody, and all have the same at the end."""
    found = list(exchanges(6, seed))

    assert [[]] * 6 == [wrong for _differences, wrong in found]


def test_some_of_the_schedules_have_differences():
    """Or else they would prove little."""
    assert any(differences for differences, _wrong in exchanges(6))


def test_the_schedules_would_show_a_merge_that_lets_the_last_one_win(monkeypatch):
    """The trial could fail."""

    def last_wins(name, ours, theirs):
        found = {**ours.versions(name), **theirs.versions(name)}
        last = max(found.values(), key=lambda version: version.at)
        return {last.writer: last}

    monkeypatch.setattr(merging, "_joined", last_wins)

    assert any(wrong for _differences, wrong in exchanges(10))


def random_states(chance):
    """Return three states that come from one lot of writes, each of which succeeds what it saw."""
    states = [State({}, frozenset("0"), ORIGIN) for _each in range(3)]
    for number in range(1, chance.randrange(4, 14)):
        which = chance.randrange(3)
        state, name = states[which], ("answers", chance.choice("ab"))
        before = state.versions(name).values()
        rank = 1 + max(each.rank for each in before)
        row = {"note": str(number)}
        version = Version(writer=str(number), rank=rank, row=row, by="A", at=NOW)
        rows = {**state.rows, name: {version.writer: version}}
        states[which] = State(rows, state.seen | {version.writer}, ORIGIN)
        if chance.random() < 0.4:
            states[which] = join(states[which], chance.choice(states))
    return states


def test_the_order_and_the_number_of_merges_make_no_difference():
    """Commutative, associative and idempotent, on 500 lots of states."""
    for seed in range(500):
        a, b, c = random_states(random.Random(seed))

        assert join(a, b) == join(b, a)
        assert join(join(a, b), c) == join(a, join(b, c))
        assert join(a, a) == a
        assert join(join(a, b), b) == join(a, b)


def test_a_version_is_kept_where_both_sides_claim_to_have_gone_on():
    """No honest state says so; nothing is dropped on its word."""
    one, two = (Version(writer=each, rank=1, row={}, by="A", at=NOW) for each in "12")
    seen = frozenset("012")
    name = ("answers", Q0)
    ours, theirs = State({name: {"1": one}}, seen, ORIGIN), State({name: {"2": two}}, seen, ORIGIN)

    assert {"1": one, "2": two} == join(ours, theirs).versions(name)


def test_what_was_changed_on_one_side_is_taken_over(people):
    """Both answers stand on both sides, and nothing has to be settled."""
    people.ana.answer(Q0, note="Seen at home.")
    people.ben.answer(Q1, note="Seen at school.")
    people.swap()

    for each in (people.ana, people.ben):
        assert "Seen at home." == each.audit.answers[Q0].note
        assert "Seen at school." == each.audit.answers[Q1].note
        assert [] == unsettled(each.audit)


def test_what_was_changed_on_both_sides_keeps_both(people):
    """The same one is shown on both, and it is marked."""
    people.ana.answer(Q0, note="Seen at home.")
    people.ben.answer(Q0, note="Not seen.")
    people.swap()
    (difference,) = unsettled(people.ana.audit)

    assert people.ana.audit == people.ben.audit
    notes = {people.ana.audit.answers[Q0].note, difference.others[0].row["note"]}
    assert {"Seen at home.", "Not seen."} == notes


def test_the_same_by_themselves_is_no_difference(people):
    """Both people and their times are kept, and nobody is asked."""
    people.ana.answer(Q0, value="met")
    people.ben.clock.move(minutes=5)
    people.ben.answer(Q0, value="met")
    people.swap()

    assert [] == unsettled(people.ana.audit)
    assert people.ana.audit == people.ben.audit

    people.ana.answer(Q0, value="not_met")
    people.swap()

    assert [] == unsettled(people.ben.audit)
    assert "not_met" == people.ben.audit.answers[Q0].value


def test_typing_on_settles_nothing(people):
    """The version that is shown goes on, and the other still waits."""
    people.ana.answer(Q0, note="Seen at home.")
    people.ben.answer(Q0, note="Not seen.")
    people.swap()
    people.ana.answer(Q0, note="Seen at home, alone.")
    people.swap()

    assert 1 == len(unsettled(people.ana.audit)) == len(unsettled(people.ben.audit))
    assert "Seen at home, alone." == people.ben.audit.answers[Q0].note


def test_settling_reaches_everybody(people):
    """Also when the version that was shown anyway is the one that stands."""
    people.ana.answer(Q0, note="Seen at home.")
    people.ben.answer(Q0, note="Not seen.")
    people.swap()
    people.ana.settle(Q0, 0)
    people.swap()

    assert [] == unsettled(people.ana.audit) == unsettled(people.ben.audit)
    assert people.ana.audit == people.ben.audit


def test_two_people_who_settle_differently_differ_again(people):
    """Neither of them is overruled."""
    people.ana.answer(Q0, note="Seen at home.")
    people.ben.answer(Q0, note="Not seen.")
    people.swap()
    people.ana.settle(Q0, 0)
    people.ben.settle(Q0, 1)
    people.swap()

    assert 1 == len(unsettled(people.ana.audit)) == len(unsettled(people.ben.audit))
    assert people.ana.audit == people.ben.audit


def test_taking_away_differs_from_changing(people):
    """That there is nothing is a version, too."""
    people.ana.answer(Q0, note="Seen.")
    people.swap()
    people.ana.answer(Q0, note="")
    people.ben.answer(Q0, note="Seen twice.")
    people.swap()
    (difference,) = unsettled(people.ana.audit)

    rows = [people.ana.row(Q0), *(each.row for each in difference.others)]
    assert 1 == rows.count(None)
    assert people.ana.audit == people.ben.audit


def test_a_merge_is_not_undone(people):
    """Nor is anything before it: what came from somebody else is not taken back by accident."""
    people.ana.answer(Q0, note="Seen at home.")
    people.ben.answer(Q1, note="Seen at school.")
    people.swap()

    assert people.ana.session.undo(people.ana.by) is None
    people.ana.answer(Q0, note="Seen twice.")
    assert HistoryKind.UNDONE is people.ana.session.undo(people.ana.by).kind
    assert "Seen at home." == people.ana.audit.answers[Q0].note
    assert people.ana.session.undo(people.ana.by) is None


def test_there_is_nothing_in_what_is_known(people):
    """A second delivery does nothing, nor does what only went out and came back."""
    people.ana.answer(Q0, note="Seen at home.")
    people.swap()

    assert merge(people.ana.side, people.ben.side) is None
    assert merge(people.ben.side, people.ana.side) is None


def test_of_versions_the_highest_is_shown():
    """Who went on from another comes first, whatever the clocks say."""
    early = Version(writer="b", rank=2, row=None, by="A", at=NOW)
    late = early.model_copy(update={"writer": "a", "rank": 1, "at": NOW.replace(year=2030)})

    assert [early, late] == shown_first({"a": late, "b": early})
