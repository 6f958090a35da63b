# SPDX-License-Identifier: MPL-2.0
"""Test how far two readers are said to agree, in figures and in words."""

import pytest

from auditapp.insight.agreement import (
    COMPLIANCE,
    Direction,
    Pair,
    agreement,
    by_auditor,
    by_subject,
    fewest_pairs,
)
from auditapp.insight.agreement_words import (
    agreement_words,
    coefficient_words,
    direction_words,
    target_words,
)
from auditapp.insight.intervals import Share

O, G, R, I = "outstanding", "good", "requires_improvement", "inadequate"  # noqa: E741 - as grades go


def pairs(*counts, auditor="", subject=""):
    """Make pairs: each of the first choice, the second and how many."""
    return [
        Pair(first, second, auditor, subject)
        for first, second, count in counts
        for _ in range(count)
    ]


def test_the_same_one_step_apart_and_the_direction_are_counted():
    """Every pair is counted once; higher is the better grade, whatever its place on the scale."""
    found = agreement(pairs((G, G, 4), (G, R, 3), (O, I, 1), (R, G, 2)))

    assert (4, 9, 10) == (found.exact.count, found.within_one.count, found.total)
    assert Direction(higher=2, same=4, lower=4) == found.direction


def test_coefficients_wait_until_there_is_enough():
    """At 31 pairs there is none, at 32 there are all; on three choices 18 will do."""
    assert 32 == fewest_pairs((O, G, R, I))
    few = agreement(pairs((G, G, 20), (R, R, 11)))
    enough = agreement(pairs((G, G, 20), (R, R, 11), (G, R, 1)))
    three = agreement(pairs(("met", "met", 9), ("not_met", "partly_met", 9)), COMPLIANCE)

    names = ("kappa", "kappa_linear", "kappa_quadratic", "ac1", "ac2_linear", "ac2_quadratic")
    assert [None] * 6 == [getattr(few, name) for name in names]
    assert [32] * 6 == [getattr(enough, name).total for name in names]
    assert 18 == three.ac1.total


def test_the_sign_test_is_that_of_scipy():
    """The likelihood of a lean is that of the exact binomial test."""
    from scipy.stats import binomtest

    for higher in range(12):
        for lower in range(12):
            theirs = binomtest(higher, higher + lower).pvalue if higher + lower else 1.0
            assert Direction(higher, 3, lower).chance == pytest.approx(theirs, abs=1e-12)


def test_agreement_is_told_apart_by_auditor_and_by_question():
    """Auditors stand in the order of the alphabet, questions with the least agreed on first."""
    found = [
        *pairs((G, G, 3), auditor="Okafor", subject="visits"),
        *pairs((G, R, 2), auditor="Ash", subject="plan"),
        *pairs((G, G, 1), auditor="Ash", subject="plan"),
    ]

    assert [("Ash", 1, 3), ("Okafor", 3, 3)] == [
        (name, each.exact.count, each.total) for name, each in by_auditor(found).items()
    ]
    assert ["plan", "visits"] == list(by_subject(found))


def test_a_choice_that_is_not_on_the_scale_is_refused():
    """A name that the scale does not have is a fault of the caller, never counted as anything."""
    with pytest.raises(ValueError, match="not in tuple"):
        agreement([Pair("met", "could_not_find")], COMPLIANCE)


def test_few_pairs_are_not_enough_to_say():
    """Under five pairs one sentence says so, and no figure."""
    (sentence,) = agreement_words(agreement(pairs((G, G, 4))))

    assert "4 grades were given twice: not enough to say. It takes 5." == sentence


def test_the_words_name_share_target_and_direction():
    """Where there is enough for a share and not for coefficients, the words say both."""
    words = agreement_words(agreement(pairs((G, G, 20), (G, R, 10))))

    assert words[0].startswith("The same grade in 20 of 30 (67%) (49% to 81% likely)")
    assert "The same or one step apart in 30 of 30 (100%)." == words[1]
    assert "The target of 85% was missed." == words[2]
    assert words[3].endswith("The first grades are on the bright side.")
    assert "Kappa and AC1 are left out: it takes 32 grades given twice." == words[4]
    assert 4 == len(agreement_words(agreement(pairs((G, G, 30), (R, R, 10)))))


@pytest.mark.parametrize(
    ("count", "words"), [(100, "was reached"), (85, "cannot be told"), (60, "was missed")]
)
def test_a_target_is_reached_missed_or_left_open(count, words):
    """The interval decides, so that a lucky few are no success and an unlucky few no failure."""
    assert words in target_words(Share(count, 100), 0.85)


@pytest.mark.parametrize(
    ("direction", "words"),
    [
        (Direction(0, 9, 0), "No grade differs."),
        (Direction(2, 9, 3), "That may be chance."),
        (Direction(0, 9, 6), "on the bright side."),
        (Direction(6, 9, 0), "on the strict side."),
    ],
)
def test_a_lean_is_named_only_where_chance_would_be_rare(direction, words):
    """Six to nothing is a lean, three to two is not."""
    assert direction_words(direction).endswith(words)


def test_a_coefficient_is_never_without_its_interval_and_n():
    """None is said to be too little to say anything."""
    found = agreement(pairs((G, G, 20), (R, R, 20), (G, R, 4)))

    assert "0.82 (0.65 to 0.99), n = 44" == coefficient_words(found.kappa, found.fewest)
    assert "Not enough to say" in coefficient_words(None, 32)
