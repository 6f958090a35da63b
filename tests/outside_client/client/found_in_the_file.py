# SPDX-License-Identifier: MPL-2.0
"""What is found in an invented case file, by how each question of “Supervision” begins."""

import datetime as dt
from dataclasses import dataclass
from typing import Final

_TODAY: Final = dt.date.today()  # noqa: DTZ011 - the person's own day, as the program's
PASSPHRASE: Final = "orchard lantern violet bridge"
REFERENCE: Final = "HX-2047"


def days_ago(days: int) -> str:
    """Return a day as it is typed into a field."""
    return _typed(_TODAY - dt.timedelta(days=days))


def in_days(days: int) -> str:
    """Return a day to come as it is typed into a field."""
    return _typed(_TODAY + dt.timedelta(days=days))


def _typed(day: dt.date) -> str:
    return f"{day.day}/{day.month}/{day.year}"


@dataclass(frozen=True)
class Text:
    """What is typed, and whether Enter takes each: the kinds text, date, number and dates."""

    words: tuple[str, ...]
    is_list: bool = False


@dataclass(frozen=True)
class Marks:
    """What is ticked: the kind choices."""

    names: tuple[str, ...]


@dataclass(frozen=True)
class Card:
    """What is chosen by arrows and the space bar: the kinds rating and choice."""

    name: str


FOUND: Final = {
    "From the last supervision record": Text(("Settled, and sleeping through since May.",)),
    "What do the last three records": Marks(("What the child said", "How safe the child is")),
    "Do the records show thinking": Card("Good"),
    "Since when has the present worker": Text((days_ago(110),)),
    "On which dates was supervision": Text(tuple(map(days_ago, (100, 72, 44, 16))), is_list=True),
    "Is the rhythm of supervision": Card("Met"),
    "Of the last five actions": Text(("4",)),
    "Does each record pick up": Card("Partly met"),
    "When the child’s plan stood still": Card("Met"),
    "Do the records leave open a worry": Card("No worry of that kind"),
    "What difference has supervision": Card("Good"),
}

SHORTFALL: Final = "Does each record pick up"
"""The question with a note, evidence, a cause and an action."""
NOTE: Final = "Two of the five actions of May are not spoken of again."
DOCUMENT: Final = "Supervision record"
PLACE: Final = "second page"
ACTION: Final = "Open each record with the actions of the one before"
REASON: Final = "As the records of the last six months say."
SAID: Final = "She listens to me."
