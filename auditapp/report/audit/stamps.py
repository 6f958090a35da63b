# SPDX-License-Identifier: MPL-2.0
"""Say once who did most of something and on what day, so that only exceptions need be said."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from auditapp.i18n import _
from auditapp.judgement.day_words import day_words
from auditapp.judgement.moment_words import moment_words, uk_time


@dataclass(frozen=True, slots=True)
class Stamp:
    """Hold who did something and when (aware); either may be unknown."""

    who: str
    at: dt.datetime | None

    @property
    def words(self) -> str:
        """Return it in full: "A. Auditor on 21 November 2026 at 09:30"."""
        when = moment_words(self.at) if self.at else ""
        return _together(self.who, when) or _("not recorded")


class UsualStamp:
    """Find the person and the day that most of ``stamps`` share; the first where two are even.

    Only stamps with a time count. ``words`` names both, and is empty when there is none.
    """

    def __init__(self, stamps: Iterable[Stamp]) -> None:
        counts = Counter(_who_and_day(stamp) for stamp in stamps if stamp.at is not None)
        self._usual = counts.most_common(1)[0][0] if counts else ("", "")
        self.words = _together(*self._usual)

    def exception(self, stamp: Stamp) -> str:
        """Return ``stamp`` in words if it is another than the usual one, else nothing."""
        return "" if _who_and_day(stamp) == self._usual else stamp.words


def _who_and_day(stamp: Stamp) -> tuple[str, str]:
    return stamp.who, day_words(uk_time(stamp.at).date()) if stamp.at else ""


def _together(who: str, when: str) -> str:
    return _("{who} on {when}").format(who=who, when=when) if who and when else who or when
