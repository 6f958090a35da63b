# SPDX-License-Identifier: MPL-2.0
"""Find the dates in a text that was typed or pasted, such as a column of a spreadsheet."""

import datetime as dt
import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from auditapp.i18n import _
from ui.widgets.fields.date_text import date_words, read_date


class FoundDates(NamedTuple):
    """Hold the dates of a text in the order in which they stand, and what else it says."""

    dates: tuple[dt.date, ...]
    left_out: tuple[str, ...]


def find_dates(text: str, today: dt.date) -> FoundDates:
    """Find the dates in ``text``, in every form that a date field understands.

    They may stand one a line, between commas, semicolons or tabs, or among words. Names of days,
    times and numbers of lines are passed over; everything else that is no date is left out and
    told, a day that does not exist among it.
    """
    whole = read_date(text, today)
    if whole is not None:
        return FoundDates((whole,), ())
    dates: list[dt.date] = []
    left_out: list[str] = []
    end = 0
    for match in _pattern().finditer(text):
        left_out += _pieces(text[end : match.start()])
        day = read_date(match["date"], today)
        if day is None:
            left_out.append(match["date"])
        else:
            dates.append(day)
        end = match.end()
    return FoundDates(tuple(dates), (*left_out, *_pieces(text[end:])))


def short_date(day: dt.date) -> str:
    """Return a date as "5 Dec 2026"."""
    number, month, year = date_words(day).split()
    return f"{number} {month[:3]} {year}"


def weekdays() -> tuple[str, ...]:
    """Return the names of the days of the week, Monday first."""
    return (
        _("Monday"),
        _("Tuesday"),
        _("Wednesday"),
        _("Thursday"),
        _("Friday"),
        _("Saturday"),
        _("Sunday"),
    )


@cache
def _pattern() -> re.Pattern[str]:
    """Return what a date looks like, with the name of the day before and a time of day after it."""
    months = "|".join(date_words(dt.date(2000, n, 1)).split()[1][:3] for n in range(1, 13))
    names = "|".join(day[:3] for day in weekdays())
    return re.compile(
        rf"""(?:\b(?:{names})[^\W\d]*[\ ,.]*)?
        (?P<date>
            (?<!\d)\d{{4}}-\d{{1,2}}-\d{{1,2}}(?!\d)
            | (?<!\d)\d{{1,2}}\ *(?P<mark>[/.-])\ *\d{{1,2}}\ *(?P=mark)\ *(?:\d{{4}}|\d{{2}})(?!\d)
            | (?<!\d)\d{{1,2}}(?:st|nd|rd|th)?[\ .\-/]*(?:{months})[^\W\d]*
              [\ .,\-/]*(?:\d{{4}}|\d{{2}})(?![\d/])
        )
        (?:[T\ ,]*\d{{1,2}}:\d{{2}}(?::\d{{2}}(?:\.\d+)?)?(?:\ ?[ap]m\b|Z)?)?""",
        re.IGNORECASE | re.VERBOSE,
    )


def _pieces(text: str) -> Iterator[str]:
    """Yield what is left between dates, without marks, joining words and numbers of lines."""
    for piece in re.split(r"[\n\r\t,;]|\u2028", text):
        words = piece.strip(" .:-–•*&()[]\"'")
        is_number = re.fullmatch(r"\d{1,3}", words) is not None
        if words and not is_number and words.casefold() != _("and"):
            yield words
