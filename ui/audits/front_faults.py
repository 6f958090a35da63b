# SPDX-License-Identifier: MPL-2.0
"""Say in words what keeps a front sheet from being used."""

import datetime as dt

from auditapp.checklist.patterns import fits
from auditapp.i18n import _
from ui.widgets.fields.date_text import read_date


def reference_fault(reference: str, pattern: str) -> str | None:
    """Return what is wrong with a case reference; ``pattern`` is the organisation's, or empty."""
    if not reference:
        return _("Write the reference of the case file.")
    if pattern and not fits(pattern, reference):
        return _("This is not in the form that your organisation’s references have.")
    return None


def required_fault(text: str) -> str | None:
    """Return what is wrong with the name of the auditor."""
    return None if text else _("Write your name or initials, as they should be on the report.")


def date_fault(text: str) -> str | None:
    """Return what is wrong with what was typed for a date that has to be given."""
    if not text.strip():
        return _("Write a date such as 5 December 2026.")
    today = dt.datetime.now().astimezone().date()
    if read_date(text, today) is None:
        return _("This is not a date. Write a date such as 5 December 2026.")
    return None


def period_fault(first: dt.date | None, last: dt.date | None) -> str | None:
    """Return what is wrong with the end of the period looked at."""
    if first is not None and last is not None and last < first:
        return _("The period ends before it begins.")
    return None


def judged_fault(judged: dt.date | None, first: dt.date | None, last: dt.date | None) -> str | None:
    """Return what is wrong with the day from which practice is judged."""
    if judged is None or first is None or last is None:
        return None
    if not first <= judged <= max(first, last):
        return _("This has to lie within the period looked at.")
    return None
