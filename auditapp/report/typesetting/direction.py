# SPDX-License-Identifier: MPL-2.0
"""Put the words of a line with Arabic script into the order in which they stand on paper.

This is the part of the Unicode bidirectional algorithm (UAX #9) that names, dates and sentences
need: letters, digits and what stands between them. Embedding controls never get this far, because
`characters` drops them.
"""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from itertools import chain

from auditapp.report.characters import is_arabic, is_digit

MIRRORED = str.maketrans("()[]{}<>«»", ")(][}{><»«")


class Direction(Enum):
    """Say which way a run of characters is read; neutral ones follow what is around them."""

    LEFT_TO_RIGHT = auto()
    RIGHT_TO_LEFT = auto()
    DIGITS = auto()
    NEUTRAL = auto()


@dataclass(frozen=True, slots=True)
class Run:
    """Hold characters of one font and one direction, as they are set.

    ``text`` is what the font shows from left to right, ``width`` its width at one point.
    """

    font: str
    text: str
    width: float
    direction: Direction = Direction.LEFT_TO_RIGHT


def direction_of(char: str) -> Direction:
    """Return the direction of one character."""
    if is_digit(char):
        return Direction.DIGITS
    if is_arabic(char):
        return Direction.RIGHT_TO_LEFT
    is_letter = unicodedata.bidirectional(char) in ("L", "R", "AL")
    return Direction.LEFT_TO_RIGHT if is_letter else Direction.NEUTRAL


def is_right_to_left(texts: Iterable[str]) -> bool:
    """Tell whether a paragraph is read from right to left as a whole.

    It is when all its letters are Arabic. A name in Arabic script that opens a line of English
    does not turn the line round.
    """
    directions = {direction_of(char) for char in chain.from_iterable(texts)}
    return Direction.RIGHT_TO_LEFT in directions and Direction.LEFT_TO_RIGHT not in directions


def visual_order(runs: Sequence[Run], *, from_right: bool) -> list[Run]:
    """Return the runs of a line as they stand from left to right.

    Args:
        runs: the runs in the order in which they are read.
        from_right: whether the paragraph as a whole is read from right to left.
    """
    base = 1 if from_right else 0
    levels = _levels([run.direction for run in runs], base)
    placed = [_mirrored(run, level) for run, level in zip(runs, levels, strict=True)]
    for depth in range(max(levels, default=0), 0, -1):
        start = 0
        while start < len(placed):
            end = start
            while end < len(placed) and levels[end] >= depth:
                end += 1
            placed[start:end] = reversed(placed[start:end])
            levels[start:end] = reversed(levels[start:end])
            start = max(end, start + 1)
    return placed


def _levels(directions: Sequence[Direction], base: int) -> list[int]:
    """Return how deep each run is nested: even is read from the left, odd from the right."""
    before = _nearest(directions, base)
    after = list(reversed(_nearest(list(reversed(directions)), base)))
    levels = []
    for place, direction in enumerate(directions):
        if direction is Direction.RIGHT_TO_LEFT:
            level = 1
        elif direction is Direction.DIGITS:
            level = 2 if before[place] else base
        elif direction is Direction.LEFT_TO_RIGHT:
            level = 2 * base
        elif before[place] is after[place]:
            level = 1 if before[place] else 2 * base
        else:
            level = base
        levels.append(level)
    return levels


def _nearest(directions: Iterable[Direction], base: int) -> list[bool]:
    """Tell for each run whether the last letter before it is read from the right."""
    found = []
    from_right = base == 1
    for direction in directions:
        found.append(from_right)
        if direction is Direction.RIGHT_TO_LEFT:
            from_right = True
        elif direction is Direction.LEFT_TO_RIGHT:
            from_right = False
    return found


def _mirrored(run: Run, level: int) -> Run:
    if level % 2 == 0 or run.direction is not Direction.NEUTRAL:
        return run
    return replace(run, text=run.text[::-1].translate(MIRRORED))
