# SPDX-License-Identifier: MPL-2.0
"""Draw by chance, the same for the same names: what is invented twice is the same both times."""

from collections.abc import Mapping, Sequence
from random import Random
from typing import TypeVar

Drawn = TypeVar("Drawn")


def chance_for(*names: object) -> Random:
    """Return a source of chance that goes by ``names`` alone, on any computer."""
    return Random("/".join(map(str, names)))  # noqa: S311 - nothing is kept secret by it


def weighted(chance: Random, weights: Mapping[Drawn, float]) -> Drawn:
    """Draw one of the keys, each as likely as its weight says."""
    return chance.choices(list(weights), list(weights.values()))[0]


def some_of(chance: Random, drawn: Sequence[Drawn], most: int) -> list[Drawn]:
    """Draw one to ``most`` of several, in their order."""
    count = chance.randint(1, max(1, min(most, len(drawn))))
    places = sorted(chance.sample(range(len(drawn)), count))
    return [drawn[place] for place in places]


def record_id(chance: Random) -> str:
    """Return an id in the form that ids of audits and their records have: 32 digits."""
    return f"{chance.getrandbits(128):032x}"
