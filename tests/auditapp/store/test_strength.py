# SPDX-License-Identifier: MPL-2.0
"""Test how much work a guess is made, on computers of any speed."""

import pytest

from auditapp.store.keys import DEFAULT_STRENGTH, Argon2Strength
from auditapp.store.strength import (
    MOST_MEMORY_KIB,
    MOST_PASSES,
    WANTED_SECONDS,
    strength_here,
)


class Computer:
    """Tell the time as a computer that needs ``seconds`` for the least strength would."""

    def __init__(self, seconds, slowed=()):
        self.now = 0.0
        self.seconds = seconds
        self.slowed = list(slowed)

    def guess(self, strength):
        """Work as long as the strength asks for; other programs slow single guesses down."""
        self.now += self.cost(strength) * (self.slowed.pop(0) if self.slowed else 1)

    def cost(self, strength):
        """Return the seconds of one guess."""
        work = strength.memory_kib * strength.passes
        return self.seconds * work / (DEFAULT_STRENGTH.memory_kib * DEFAULT_STRENGTH.passes)

    def clock(self):
        """Return the time."""
        return self.now


def measured(computer):
    """Return the strength that is chosen on a computer."""
    return strength_here(computer.guess, computer.clock)


@pytest.mark.parametrize("seconds", [0.08, 0.1, 0.17, 0.3, 0.45])
def test_a_guess_takes_about_the_time_wanted(seconds):
    """Less by one pass at most, and never more."""
    computer = Computer(seconds)
    strength = measured(computer)
    one_more = Argon2Strength(strength.memory_kib, strength.passes + 1, strength.lanes)

    assert computer.cost(strength) <= WANTED_SECONDS < computer.cost(one_more)


@pytest.mark.parametrize("seconds", [0.5, 2.0, 60.0])
def test_a_slow_computer_gets_the_least_and_not_less(seconds):
    """The least is what the standard recommends, however long it takes."""
    assert DEFAULT_STRENGTH == measured(Computer(seconds))


@pytest.mark.parametrize("seconds", [0.0, 0.001, 0.05])
def test_a_fast_computer_does_not_lock_a_slow_one_out(seconds):
    """The work has a limit, because the audits may be opened on a weaker computer."""
    strength = measured(Computer(seconds))

    assert Argon2Strength(MOST_MEMORY_KIB, MOST_PASSES, DEFAULT_STRENGTH.lanes) == strength
    assert Computer(0.5).cost(strength) < 3.5


def test_memory_grows_only_after_the_passes():
    """And in whole megabytes."""
    assert DEFAULT_STRENGTH.memory_kib == measured(Computer(0.17)).memory_kib
    more = measured(Computer(0.1))
    assert MOST_PASSES == more.passes
    assert DEFAULT_STRENGTH.memory_kib < more.memory_kib < MOST_MEMORY_KIB
    assert 0 == more.memory_kib % 1024


def test_a_disturbed_measurement_counts_for_nothing():
    """Another program that took the processor meanwhile does not make the passphrase weaker."""
    assert measured(Computer(0.17)) == measured(Computer(0.17, slowed=[5]))


def test_the_real_work_is_done():
    """Without a stand-in it is Argon2id that is measured."""
    assert strength_here().is_at_least(DEFAULT_STRENGTH)
