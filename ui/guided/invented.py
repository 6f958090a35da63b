# SPDX-License-Identifier: MPL-2.0
"""Hold the invented audit of the guided start. It is about no child."""

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any, Final

from auditapp.i18n import _
from auditapp.model.front_sheet import Cohort
from auditapp.model.ids import ChecklistId, QuestionKey, SectionKey

CHECKLIST: Final = ChecklistId("visits")
COHORTS: Final = (Cohort.CHILD_IN_CARE,)

ALONE: Final = QuestionKey("visits/VS2")
"""The question that is left for whoever is shown round."""
VISITS: Final = QuestionKey("visits/VS1-care")
SECTION: Final = SectionKey("visits/seen")

_VALUES: Final[Mapping[str, Any]] = {
    "VS1-safe": "shown",
    "VS1-situation": "after_year",
    "VS1-pattern": "partly_met",
    "VS1-gap": ["school"],
    "VS1-often": "good",
    "VS3-count": 5,
    "VS3": "good",
    "VS4-words": _("“I like it when we walk the dog. I can say things then.”"),
    "VS4-tools": ["talk", "doing"],
    "VS4": "good",
    "VS4-changed": "met",
    "VS5-workers": 1,
    "VS5-why": "met",
    "VS5": "good",
    "VS6": "met",
}
_VISITED: Final = (330, 295, 260, 225, 190, 130, 95, 60, 25)
"""Days before today. Between the fifth and the sixth there are more than the six weeks allowed."""


def answers(today: dt.date) -> Iterator[tuple[QuestionKey, Mapping[str, Any]]]:
    """Yield the questions that are answered already, in order, with the fields of each answer."""
    seen = [today - dt.timedelta(days=days) for days in _VISITED]
    dates = {
        "VS1-last": seen[-1].isoformat(),
        "VS1-start": (today - dt.timedelta(days=800)).isoformat(),
        "VS1-care": [day.isoformat() for day in seen],
    }
    late = {"VS1-care": _("The worker was ill, and nobody stood in.")}
    for name, value in (dates | dict(_VALUES)).items():
        fields: dict[str, Any] = {"value": tuple(value) if isinstance(value, list) else value}
        if name in late:
            fields["late_reason"] = late[name]
        yield QuestionKey(f"{CHECKLIST}/{name}"), fields
