# SPDX-License-Identifier: MPL-2.0
"""Put a day into words. The window needs this before its first paint: nothing heavy is imported."""

from datetime import date

from auditapp.i18n import _


def month_names() -> tuple[str, ...]:
    """Return the names of the twelve months, January first."""
    return (
        _("January"),
        _("February"),
        _("March"),
        _("April"),
        _("May"),
        _("June"),
        _("July"),
        _("August"),
        _("September"),
        _("October"),
        _("November"),
        _("December"),
    )


def day_words(day: date) -> str:
    """Return a date as "4 May 2026"."""
    return f"{day.day} {month_names()[day.month - 1]} {day.year}"


def month_words(month: date) -> str:
    """Return the month of a day as "November 2026"."""
    return f"{month_names()[month.month - 1]} {month.year}"


def period_words(first: date, last: date) -> str:
    """Return "4 May 2026 to 8 June 2026", or the one day."""
    if first == last:
        return day_words(first)
    return _("{first} to {last}").format(first=day_words(first), last=day_words(last))


def date_words(text: str) -> str:
    """Return an ISO date as "4 May 2026", and anything else as it is."""
    try:
        return day_words(date.fromisoformat(text))
    except ValueError:
        return text


def dates_in_words(text: str) -> str:
    """Return what was answered, parted by "; " as it is kept, with its dates in words."""
    return "; ".join(date_words(part) for part in text.split("; "))
