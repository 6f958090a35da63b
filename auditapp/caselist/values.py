# SPDX-License-Identifier: MPL-2.0
"""Understand the cells of a list: ages, cohorts, legal statuses and dates, as people write them."""

import datetime as dt
import re
from collections.abc import Iterable
from enum import StrEnum
from typing import Final, TypeVar

from auditapp.model.front_sheet import AgeBand, Cohort, LegalStatus
from auditapp.model.labels import label

_Choice = TypeVar("_Choice", bound=StrEnum)

_BETWEEN: Final = re.compile(r"[;,/|+&]|\band\b", re.IGNORECASE)
_NO_LETTERS: Final = re.compile(r"[^a-z0-9]+")
_YEARS: Final = re.compile(r"(\d{1,2})(?:\.0)?(?:\s*(?:y|yrs?|years?))?(?:\s*old)?", re.IGNORECASE)
_DAY_FIRST: Final = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})")
_BANDS: Final = (
    (5, AgeBand.UNDER_5),
    (10, AgeBand.FROM_5),
    (16, AgeBand.FROM_10),
    (18, AgeBand.FROM_16),
    (26, AgeBand.FROM_18),
)
"""Each band with the first age beyond it."""

_OTHER_COHORTS: Final = {
    "early help": Cohort.EARLY_HELP,
    "cla": Cohort.CHILD_IN_CARE,
    "lac": Cohort.CHILD_IN_CARE,
    "looked after": Cohort.CHILD_IN_CARE,
    "looked after child": Cohort.CHILD_IN_CARE,
    "child protection": Cohort.CHILD_PROTECTION,
    "cpp": Cohort.CHILD_PROTECTION,
    "child in need plan": Cohort.CHILD_IN_NEED,
    "cinp": Cohort.CHILD_IN_NEED,
    "care leaver": Cohort.CARE_16_PLUS,
    "leaving care": Cohort.CARE_16_PLUS,
    "section 47": Cohort.SECTION_47,
    "s 47": Cohort.SECTION_47,
    "adoption": Cohort.ADOPTION,
    "uasc": Cohort.UNACCOMPANIED,
    "referral": Cohort.CONTACT,
}
_OTHER_STATUSES: Final = {
    "s17": LegalStatus.SECTION_17,
    "section 17": LegalStatus.SECTION_17,
    "s20": LegalStatus.SECTION_20,
    "section 20": LegalStatus.SECTION_20,
    "ico": LegalStatus.INTERIM_CARE_ORDER,
    "interim care order": LegalStatus.INTERIM_CARE_ORDER,
    "co": LegalStatus.CARE_ORDER,
    "fco": LegalStatus.CARE_ORDER,
    "full care order": LegalStatus.CARE_ORDER,
    "po": LegalStatus.PLACEMENT_ORDER,
    "cp": LegalStatus.CP_PLAN,
    "cp plan": LegalStatus.CP_PLAN,
}


def age_band(text: str) -> AgeBand | None:
    """Return the band of an age in years, or the band that is meant; None for anything else."""
    years = _YEARS.fullmatch(text.strip())
    if years is not None:
        return next((band for beyond, band in _BANDS if int(years[1]) < beyond), None)
    return _meant(text, AgeBand, {})


def cohorts(text: str) -> tuple[tuple[Cohort, ...], tuple[str, ...]]:
    """Return the cohorts that a cell names, in their own order, and what was not understood.

    Several stand with a comma, a semicolon, a stroke or "and" between them.
    """
    whole = _meant(text, Cohort, _OTHER_COHORTS)
    if whole is not None:
        return (whole,), ()
    parts = [part.strip() for part in _BETWEEN.split(text) if part.strip()]
    found = {part: _meant(part, Cohort, _OTHER_COHORTS) for part in parts}
    known = {cohort for cohort in found.values() if cohort is not None}
    strange = tuple(part for part, cohort in found.items() if cohort is None)
    return tuple(cohort for cohort in Cohort if cohort in known), strange


def legal_status(text: str) -> LegalStatus | None:
    """Return the legal status that is meant; None for anything else."""
    return _meant(text, LegalStatus, _OTHER_STATUSES)


def date_as_iso(text: str) -> str:
    """Return a date that has its day first as ISO 8601, and any other text as it is."""
    match = _DAY_FIRST.fullmatch(text)
    if match is None:
        return text
    day, month, year = map(int, match.groups())
    try:
        return dt.date(year, month, day).isoformat()
    except ValueError:
        return text


def _meant(text: str, choices: Iterable[_Choice], others: dict[str, _Choice]) -> _Choice | None:
    """Return the choice that a text names by its code, by its words or otherwise."""
    plain = _plain(text)
    for choice in choices:
        if plain in (_plain(choice.value), _plain(label(choice))):
            return choice
    return others.get(plain)


def _plain(text: str) -> str:
    return _NO_LETTERS.sub(" ", text.lower()).strip()
