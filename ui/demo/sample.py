# SPDX-License-Identifier: MPL-2.0
"""Hold the made-up audit of the demo: a young person of 16 who has never existed.

What is answered to each question stands in ``sample_answers``.
"""

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SampleConcern:
    """Hold the immediate concern as the auditor enters it."""

    what: str
    told: str
    response: str


PASSPHRASE = "harbour walnut lantern tide"  # noqa: S105 - opens nothing but the demo
REFERENCE = "HX-2047"
AUDITOR = "A. Auditor"
ORGANISATION = "Exampleshire Council"
TEAM = "Children in care, north"
WORKER = "SW-14"
PERIOD = (dt.date(2025, 11, 1), dt.date(2026, 10, 31))
JUDGED_FROM = dt.date(2026, 5, 1)

CHECKLISTS = (
    "Chronology and history",
    "Life-story work",
    "Pathway planning and care leavers",
    "Visits, direct work and relationship",
)

CONCERN = SampleConcern(
    "The file does not show who saw her in the three weeks after her grandfather's death.",
    "Team manager",
    "The adviser saw her at college on 9 and 23 September; both records have been added.",
)
CONCERN_AT = "visits/VS1-care"

FEEDBACK = {
    "child": ("By telephone, at a time she chose", "“They listen. They are slow with answers.”"),
    "parent_or_carer": ("At home", "The carers know whom to ring, and are rung back."),
    "practitioner": ("Reflective talk of an hour", "Would welcome time for the life-story work."),
}

SECTION_REASONS = {
    "outstanding": "The young person's own words lead the work, and the difference is plain.",
    "good": "What matters to her is in place; what is missing does not change the picture.",
    "requires_improvement": "The start was good. It has not kept up with her, and she has noticed.",
    "inadequate": "The gap leaves her without what she needs.",
}

STRENGTHS = (
    "Her words are on the file at each visit, and things change because of them.",
    "The right home and the right course, both found with her.",
    "A personal adviser who came early and has stayed.",
)
IMPROVEMENTS = (
    "Take the life-story work up again, and answer her question about her brothers.",
    "Cover for visits when a worker is away.",
    "Keep the chronology up to date, and say what events meant to her.",
)
SUMMARY = (
    "She is safe, settled and heard, and her plan for the next two years is hers. The story of her "
    "life has been left standing at eleven, and visits lapsed when she most needed them."
)
PRACTICE_GIVEN = (
    "requires_improvement",
    "Strong planning and relationship; life-story work and visits in September fall short.",
)
IMPACT_GIVEN = ("good", "She has a home, a course and people she trusts, and says so herself.")

PICTURES = {
    "chronology/CH2": "07-rating",
    "visits/VS1-care": "09-dates",
    "pathway/PW8-has": "08-several-answers",
}
"""The questions that are worth a picture, by the name of the picture."""

SECTION_PICTURE = "visits/seen"

REVISED = "chronology"
REVISION = (
    ('version: "1.0"', 'version: "1.1"'),
    (
        "what has life been like for this child so far?",
        "what has life been like for this child so far, and what matters to them now?",
    ),
)
"""A checklist that somebody revised, and each place in it before and after."""

AMENDED_BECAUSE = "The reflective talk of 9 September was overlooked: it is filed with the plan."
AMENDED_NUMBER = 2
AMENDED_CHOICE = 1
AMENDED_NOTE = (
    "In the talk of 9 September the worker told her story in full, with the year before care."
)
"""What an amendment changes, why, and the answer to question ``AMENDED_NUMBER`` from then on."""

LOOKED_FOR = "Multi-agency dip sample"
"""What is searched for among the checklists."""
