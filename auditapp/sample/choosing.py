# SPDX-License-Identifier: MPL-2.0
"""Choose the checklists of an audit as an authority would: those of the child's situation first."""

from random import Random
from types import MappingProxyType
from typing import Final

from auditapp.model.front_sheet import Cohort
from auditapp.model.ids import ChecklistId

_EVERYBODY: Final = ("chronology", "oversight")
"""What the authority wants looked at in every file."""

_BY_COHORT: Final = MappingProxyType(
    {
        Cohort.ADOPTION: ("adoption", "life-story", "permanence", "reviews"),
        Cohort.CARE_16_PLUS: ("pathway", "visits", "life-story", "health"),
        Cohort.CHILD_IN_CARE: (
            "visits",
            "life-story",
            "placement",
            "reviews",
            "health",
            "pep",
            "permanence",
            "entry-to-care",
        ),
        Cohort.CHILD_PROTECTION: ("child-protection", "visits", "recording", "relationship"),
        Cohort.SECTION_47: ("enquiries", "assessment", "domestic-abuse"),
        Cohort.CHILD_IN_NEED: ("child-in-need", "visits", "assessment", "early-help"),
        Cohort.CONTACT: ("front-door", "assessment", "recording", "domestic-abuse"),
    }
)
_FOR_ANYBODY: Final = (
    "identity",
    "education",
    "recording",
    "family-voice",
    "missing-and-exploitation",
    "relationship",
)
_FEWEST: Final = 5
_ONE_MORE: Final = 0.25
"""Five checklists, and one more in a quarter of the audits, are 80 answers or so."""

_SWEEPS: Final = 0.03
"""The share of quick looks at few questions."""

_SWEEP: Final = ("seen-and-safe", "supervision")
_BY_SEVERAL_AGENCIES: Final = ("dip-sample",)


def choose_checklists(chance: Random, cohorts: tuple[Cohort, ...]) -> tuple[ChecklistId, ...]:
    """Draw the checklists for a child in ``cohorts``, in the order in which they are used."""
    if chance.random() < _SWEEPS and cohorts != (Cohort.CONTACT,):
        return tuple(map(ChecklistId, chance.choice((_SWEEP, _BY_SEVERAL_AGENCIES))))
    own = [name for group, names in _BY_COHORT.items() if group in cohorts for name in names]
    own = list(dict.fromkeys(own))
    first, others = own[:2], own[2:]
    chance.shuffle(others)
    further = [name for name in _FOR_ANYBODY if name not in own]
    chance.shuffle(further)
    chosen = dict.fromkeys((*_EVERYBODY, *first, *others, *further))
    count = _FEWEST + (chance.random() < _ONE_MORE)
    return tuple(map(ChecklistId, list(chosen)[:count]))
