# SPDX-License-Identifier: MPL-2.0
"""Test that nobody gets their own case, and that work is spread evenly."""

import random
import time
from collections import Counter

import pytest

from auditapp.insight.allocation import loads, share_out, unfit_allocations, why_own
from auditapp.model.case_listed import CaseListed
from auditapp.model.round import RoundAuditor
from auditapp.model.round_edits import allocate_cases
from tests.making_rounds import LEAD, auditors, done, drawn_round, make_cases


def counted(sharing):
    """Return how many cases each auditor was given."""
    return dict(Counter(sharing.given.values()))


def given_to(whole, sharing):
    """Yield each case that was given out, with its auditor."""
    for case, key in sharing.given.items():
        yield case, whole.cases[case], whole.auditors[key]


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"codes": ("sw 14",)}, "Ash is the worker."),
        ({"codes": ("TM-2",)}, "Ash is the manager."),
        ({"teams": ("children in care,  NORTH",)}, "It is the team of Ash."),
        ({"conflicts": ("HX-1",)}, "Ash knows the case from elsewhere."),
        ({"codes": ("SW-1", ""), "teams": ("", "South"), "conflicts": ("HX-2",)}, ""),
    ],
)
def test_what_makes_a_case_somebody_s_own(fields, words):
    """Code, team and what they say themselves; capitals and spaces are forgiven."""
    case = CaseListed(team="Children in care, north", worker_code="SW 14", manager_code="TM-2")

    assert words == why_own("HX-1", case, RoundAuditor(name="Ash", **fields))


def test_a_worker_who_stands_on_the_list_by_name_is_known():
    """A list ought to have codes; one that has names still keeps people off their own cases."""
    assert "the worker" in why_own(
        "A", CaseListed(worker_code="R. Ash"), RoundAuditor(name="r. ash")
    )
    assert not why_own("A", CaseListed(), RoundAuditor(name="Ash", codes=("",), teams=("",)))


def test_work_is_spread_evenly():
    """Ten cases among three are four, three and three; the same every time."""
    whole = drawn_round(auditors=auditors(Ash={}, Beck={}, Cole={}))

    assert [3, 3, 4] == sorted(counted(share_out(whole)).values())
    assert share_out(whole) == share_out(whole)
    assert {} == share_out(whole).left_over


def test_nobody_reads_more_than_they_can():
    """Who can read one gets one; what is over is left over, with why."""
    whole = drawn_round(
        auditors=auditors(Ash={"capacity": 1}, Beck={"capacity": 6}, Cole={"capacity": 0})
    )
    sharing = share_out(whole)

    assert {"Ash": 1, "Beck": 6} == counted(sharing)
    assert {"Everybody who may read it has as many cases as they can read."} == set(
        sharing.left_over.values()
    )
    assert 3 == len(sharing.left_over)


def test_a_case_that_is_everybody_s_own_is_left_over():
    """It is said, and never given to somebody all the same."""
    whole = drawn_round(
        cases=make_cases(30, team="North"), auditors=auditors(Ash={"teams": ["north"]})
    )
    sharing = share_out(whole)

    assert {} == sharing.given
    assert {"It is everybody’s own case."} == set(sharing.left_over.values())


def test_cases_move_on_so_that_each_finds_somebody():
    """Ash may read any, Beck only those of team C: no case is left, though Ash comes first."""
    sample = drawn_round()
    of_c = sum(sample.cases[case].team == "Team C" for case in sample.sample)
    people = auditors(Ash={"capacity": 10 - of_c}, Beck={"teams": ["Team A", "Team B"]})
    whole = sample.model_copy(update={"auditors": people})

    assert of_c > 0
    assert {} == share_out(whole).left_over


def test_who_has_cases_already_gets_fewer():
    """What was given by hand stays, and counts."""
    whole = drawn_round(auditors=auditors(Ash={}, Beck={}))
    whole = done(whole, allocate_cases(whole, dict.fromkeys(whole.sample[:4], "Ash"), LEAD))
    sharing = share_out(whole)

    assert {"Ash": 1, "Beck": 5} == counted(sharing)
    whole = done(whole, allocate_cases(whole, sharing.given, LEAD))
    assert {"Ash": 5, "Beck": 5} == loads(whole)


def test_single_cases_can_be_shared_out_anew():
    """Who has too many gives some up; the rest stays where it is."""
    whole = drawn_round(auditors=auditors(Ash={}, Beck={}))
    whole = done(whole, allocate_cases(whole, dict.fromkeys(whole.sample, "Ash"), LEAD))

    assert dict.fromkeys(whole.sample[:4], "Beck") == share_out(whole, whole.sample[:4]).given


def test_without_auditors_everything_is_left_over():
    """There is nobody to give it to."""
    assert 10 == len(share_out(drawn_round()).left_over)


def test_what_was_given_by_hand_is_checked():
    """A case with its own worker is found, and named with why."""
    whole = drawn_round(auditors=auditors(Ash={"codes": ["SW-3"]}, Beck={}))
    own = [case for case in whole.sample if whole.cases[case].worker_code == "SW-3"]
    whole = done(whole, allocate_cases(whole, dict.fromkeys(whole.sample, "Ash"), LEAD))

    assert dict.fromkeys(own, "Ash is the worker.") == unfit_allocations(whole)


def most_that_can_be_given(whole):
    """Return how many cases can be given at all, by trying every way for one after the other."""
    people = [key for key, each in whole.auditors.items() for _ in range(each.capacity)]
    holder = {}

    def finds(case, seen):
        for place, key in enumerate(people):
            if place in seen or why_own(case, whole.cases[case], whole.auditors[key]):
                continue
            seen.add(place)
            if place not in holder or finds(holder[place], seen):
                holder[place] = case
                return True
        return False

    return sum(finds(case, set()) for case in whole.sample)


@pytest.mark.parametrize("seed", range(60))
def test_as_many_as_can_be_are_given_and_none_is_own(seed):
    """On random rounds: the most that is possible, within capacity, and as even as it can be."""
    lot = random.Random(seed)
    people = {
        f"P{n}": {
            "capacity": lot.randint(0, 5),
            "teams": lot.sample(["Team A", "Team B", "Team C"], lot.randint(0, 2)),
            "codes": [f"SW-{lot.randrange(7)}"],
        }
        for n in range(lot.randint(1, 5))
    }
    whole = drawn_round(auditors=auditors(**people))
    sharing = share_out(whole)

    assert most_that_can_be_given(whole) == len(sharing.given)
    assert set(whole.sample) == set(sharing.given) | set(sharing.left_over)
    for case, row, auditor in given_to(whole, sharing):
        assert not why_own(case, row, auditor)
    held = counted(sharing)
    for key, each in whole.auditors.items():
        assert held.get(key, 0) <= each.capacity
    # No case can be handed from one person to another who has two fewer and may read it.
    for case, row, auditor in given_to(whole, sharing):
        for key, other in whole.auditors.items():
            is_full = held.get(key, 0) >= other.capacity
            if not is_full and not why_own(case, row, other):
                assert held.get(auditor.name, 0) - held.get(key, 0) <= 1


def test_a_large_round_is_shared_out_quickly():
    """Two thousand cases among sixty auditors take a moment."""
    plan = drawn_round().plan.model_copy(update={"size": 2_000})
    people = {f"P{n:02}": {"teams": [f"Team {'ABC'[n % 3]}"]} for n in range(60)}
    whole = drawn_round(2_400, plan=plan, auditors=auditors(**people))
    start = time.process_time()
    sharing = share_out(whole)

    assert {33, 34} == set(counted(sharing).values())
    assert time.process_time() - start < 10
