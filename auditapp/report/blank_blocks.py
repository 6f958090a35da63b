# SPDX-License-Identifier: MPL-2.0
"""Say what is left blank on paper, to be filled in by hand, without saying how it looks.

The labels say what belongs where; a screen reader calls each blank place by its label.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tick:
    """Offer one box to tick; ``note`` says when it is the right one."""

    text: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Ticks:
    """Offer boxes to tick, side by side where they are short and have no notes.

    Those that ``are_steps`` of a scale stand one below the other, each with its note beside it.
    """

    label: str
    ticks: tuple[Tick, ...]
    are_steps: bool = False


@dataclass(frozen=True, slots=True)
class Lines:
    """Leave ``count`` lines to write on. ``hint`` is set small under the label."""

    label: str
    count: int
    hint: str = ""


@dataclass(frozen=True, slots=True)
class DateBoxes:
    """Leave boxes for the figures of ``count`` dates: day, month, year."""

    label: str
    count: int = 1


@dataclass(frozen=True, slots=True)
class NumberBox:
    """Leave a box for a number; ``unit`` stands behind it."""

    label: str
    unit: str


Blank = Ticks | Lines | DateBoxes | NumberBox


@dataclass(frozen=True, slots=True)
class Advice:
    """Hold what helps to fill in a part: a title with one text or several points."""

    title: str
    points: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BlankPart:
    """Ask something, and leave room for what is found.

    Args:
        ref: the number it is asked under; none when empty.
        text: what is asked.
        hint: how to look for it.
        conditions: when it is asked, each a sentence; always, when there is none.
        blanks: where to write, in order.
        advice: what helps to judge.
        sources: where the question comes from; few look for it.
    """

    ref: str
    text: str
    blanks: tuple[Blank, ...]
    hint: str = ""
    conditions: tuple[str, ...] = ()
    advice: tuple[Advice, ...] = ()
    sources: str = ""


@dataclass(frozen=True, slots=True)
class BlankSheet:
    """Leave a line for each short fact, two beside each other."""

    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BlankTable:
    """Leave ``count`` rows to write in. Each column has its title and its share of the width."""

    columns: tuple[tuple[str, float], ...]
    count: int
    caption: str


@dataclass(frozen=True, slots=True)
class NewPart:
    """Begin a page that, with those after it, says ``footer_left`` at its foot."""

    footer_left: str


BlankBlock = BlankPart | BlankSheet | BlankTable | NewPart
