# SPDX-License-Identifier: MPL-2.0
"""Dates as people write them."""

import re
from datetime import date, timedelta
from typing import Final

from auditapp.i18n import _
from auditapp.judgement.day_words import day_words as date_words
from auditapp.judgement.day_words import month_names

__all__ = ["date_words", "read_date"]

_ISO: Final = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_FIGURES: Final = re.compile(r"(\d{1,2})\s*[/.\- ]\s*(\d{1,2})\s*[/.\- ]\s*(\d{4}|\d{2})")
_WORDS: Final = re.compile(
    r"(\d{1,2})(?:st|nd|rd|th)?[\s.\-/]*([^\W\d_]{3,})[\s.,\-/]*(\d{4}|\d{2})"
)
_YEARS_AHEAD: Final = 10
_SHORT_YEAR: Final = 2


def read_date(text: str, today: date, *, takes_short_years: bool = True) -> date | None:
    """Return the date that ``text`` says, or None when it does not say one.

    Day before month, as in England: 5/12/2026, 5.12.26, 5 Dec 2026, 2026-12-05, today, yesterday,
    tomorrow. A year of two figures is the one that is at most ten years after ``today``.
    """
    words = text.strip().casefold()
    days_from_today = {_("yesterday"): -1, _("today"): 0, _("tomorrow"): 1}
    if words in days_from_today:
        return today + timedelta(days=days_from_today[words])
    parts = _parts(words)
    if parts is None:
        return None
    day, month, year = parts
    if len(year) == _SHORT_YEAR and not takes_short_years:
        return None
    try:
        return date(_full_year(year, today), month, day)
    except ValueError:
        return None


def _parts(words: str) -> tuple[int, int, str] | None:
    if match := _ISO.fullmatch(words):
        return int(match[3]), int(match[2]), match[1]
    if match := _FIGURES.fullmatch(words):
        return int(match[1]), int(match[2]), match[3]
    if match := _WORDS.fullmatch(words):
        for number, name in enumerate(month_names(), start=1):
            if name.casefold().startswith(match[2]):
                return int(match[1]), number, match[3]
    return None


def _full_year(figures: str, today: date) -> int:
    if len(figures) > _SHORT_YEAR:
        return int(figures)
    year = today.year // 100 * 100 + int(figures)
    return year if year <= today.year + _YEARS_AHEAD else year - 100
