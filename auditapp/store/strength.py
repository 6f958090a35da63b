# SPDX-License-Identifier: MPL-2.0
"""Measure how much work a guess of a passphrase can cost on the computer at hand."""

import time
from collections.abc import Callable
from typing import Final

from auditapp.store.ciphers import stretch
from auditapp.store.keys import DEFAULT_STRENGTH, Argon2Strength

WANTED_SECONDS: Final = 0.5
"""What a guess is to cost here: unlocking is rare, so half a second is no burden."""

MOST_PASSES: Final = 10
MOST_MEMORY_KIB: Final = 128 * 1024
"""Together less than seven times the work of `DEFAULT_STRENGTH`.

A workspace may move to a weaker computer. One that takes half a second for the least that is ever
used, which is slow, still unlocks in about three.
"""

_SAMPLES: Final = 2  # the shorter one counts: whatever else the computer does only adds to it
_TINY: Final = 1e-6


def strength_here(
    guess: Callable[[Argon2Strength], object] | None = None,
    clock: Callable[[], float] = time.perf_counter,
) -> Argon2Strength:
    """Return the strength at which a guess takes about `WANTED_SECONDS` on this computer.

    It is never less than `DEFAULT_STRENGTH`. Passes are raised first, because they cost an attacker
    and a weaker computer alike; memory only after that. The time of Argon2id grows in step with
    both (RFC 9106, section 3.1). Takes as long as two guesses, so call it away from the window.

    Args:
        guess: Makes one guess at the strength that it is given.
        clock: Returns seconds.
    """
    guess = guess or _guess
    times = [_seconds(guess, clock) for _sample in range(_SAMPLES)]
    factor = WANTED_SECONDS / max(min(times), _TINY)
    floor = DEFAULT_STRENGTH
    passes = _between(floor.passes, floor.passes * factor, MOST_PASSES)
    rest = factor * floor.passes / passes if passes == MOST_PASSES else 1.0
    memory = _between(floor.memory_kib, floor.memory_kib * rest, MOST_MEMORY_KIB)
    return Argon2Strength(memory - memory % 1024, passes, floor.lanes)


def _seconds(guess: Callable[[Argon2Strength], object], clock: Callable[[], float]) -> float:
    start = clock()
    guess(DEFAULT_STRENGTH)
    return clock() - start


def _between(least: int, value: float, most: int) -> int:
    return int(min(max(value, least), most))


def _guess(strength: Argon2Strength) -> None:
    stretch(
        b"a guess",
        bytes(16),
        memory_kib=strength.memory_kib,
        passes=strength.passes,
        lanes=strength.lanes,
    )
