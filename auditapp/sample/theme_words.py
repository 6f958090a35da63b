# SPDX-License-Identifier: MPL-2.0
"""Hold what is to be done in each theme, as auditors write it: well and less well.

A theme is the letters of its criteria. These are invented words in an invented authority, so they
are not translated.
"""

from dataclasses import dataclass
from types import MappingProxyType
from typing import Final


@dataclass(frozen=True, slots=True)
class ThemeWords:
    """Hold a theme's name, what is to be done, how it will show, and how it is said vaguely."""

    name: str
    steps: tuple[str, ...]
    signs: tuple[str, ...]
    vague: str


def _theme(name: str, steps: tuple[str, ...], signs: tuple[str, ...], vague: str) -> ThemeWords:
    return ThemeWords(name, steps, signs, vague)


THEMES: Final = MappingProxyType(
    {
        "FD": _theme(
            "the threshold decision",
            (
                "Write down why the contact was decided as it was, with the history weighed",
                "Look again at the two earlier contacts and say whether they should stand",
            ),
            ("The reasons stand on the contact record", "A manager's note of the second look"),
            "Thresholds to be applied consistently",
        ),
        "EH": _theme(
            "early help and step-down",
            (
                "Hold a closing meeting with the family and name who leads from then on",
                "Agree with the family what would bring the social worker back",
            ),
            ("A step-down plan with a named lead is on the file",),
            "Consider early help",
        ),
        "SP": _theme(
            "the strategy discussion",
            (
                "Ask health for what it knows and add it to the record of the discussion",
                "Record why an enquiry was started and what keeps the child safe meanwhile",
            ),
            ("The record names each agency and what it shared",),
            "Strategy discussions to be better recorded",
        ),
        "AS": _theme(
            "the assessment",
            (
                "Bring the assessment up to date with what the new adult in the home means",
                "See the father, and add his account to the assessment",
                "Rewrite the analysis so that it says what the facts mean for this child",
            ),
            (
                "The updated assessment is signed by a manager who says what they tested",
                "The plan follows from the new analysis",
            ),
            "Analysis needs strengthening",
        ),
        "CH": _theme(
            "the chronology",
            (
                "Bring the chronology up to date and say what each event meant to the child",
                "Take case notes out of the chronology and keep what mattered",
                "Part the shared chronology so that each child has their own",
            ),
            (
                "The next supervision finds the latest event in it, with its effect",
                "A reader can tell the child's story from it in ten minutes",
            ),
            "Chronology to be improved",
        ),
        "CN": _theme(
            "the child in need plan",
            (
                "Rewrite the plan with the family: what must change, who does it, by when",
                "Hold the review that was missed and decide whether the plan still fits",
            ),
            ("Each step of the plan has a name and a date", "A record of the review on the file"),
            "Plan to be SMARTer",
        ),
        "CP": _theme(
            "the child protection plan",
            (
                "Put into the plan what would show the parents that enough has changed",
                "Ask the chair to say in writing what happens if nothing changes by the review",
            ),
            ("The parents can say what has to change", "The core group's record measures it"),
            "Core groups to progress the plan",
        ),
        "VS": _theme(
            "visits and direct work",
            (
                "Arrange cover for visits when the worker is away for more than a week",
                "See the child alone at the next visit, at school if that is easier for them",
                "Agree with the child what the next three visits are for",
            ),
            (
                "No visit is late in the next two months",
                "The child's own words stand in the next two visit records",
            ),
            "Visits to be in timescale",
        ),
        "MO": _theme(
            "supervision and oversight",
            (
                "Begin each supervision with the actions of the last one",
                "Record at the next supervision why the plan was changed in spring",
                "Name the delay in supervision, with who ends it and by when",
            ),
            (
                "Each action in the next two records has an owner and a date",
                "The record says what became of the last actions",
            ),
            "Ensure management oversight",
        ),
        "RV": _theme(
            "reviews",
            (
                "Send the outstanding decisions of the last review to everybody who must act",
                "Ask the reviewing officer to see the child between reviews",
            ),
            ("The decisions are on the file with the day they were sent",),
            "IRO footprint",
        ),
        "RC": _theme(
            "recording",
            (
                "Write up the visits of the last four weeks",
                "Bring the case summary up to date, so that a duty worker could go by it",
            ),
            ("A dip check of five documents finds all five",),
            "Recording to be up to date",
        ),
        "ME": _theme(
            "exploitation and missing episodes",
            (
                "Complete the risk assessment with the child and share it with the police",
                "Offer a return interview by somebody independent, also when it was refused once",
            ),
            ("The safety plan names who does what on the next evening",),
            "Exploitation risk to be considered",
        ),
        "DA": _theme(
            "domestic abuse",
            (
                "Write down what living with the abuse has meant for each child in the home",
                "Check with the adviser what the safety plan says about contact",
            ),
            ("Each child's own experience stands in the assessment",),
            "Impact of domestic abuse to be explored",
        ),
        "HM": _theme(
            "the homeless young person",
            ("Explain both ways of being helped to the young person, with an advocate there",),
            ("A record of the talk, in the young person's words",),
            "Housing to be resolved",
        ),
        "PF": _theme(
            "private fostering",
            ("Finish the checks of the household and see the child alone",),
            ("The suitability decision is signed",),
            "Checks to be completed",
        ),
        "ED": _theme(
            "education",
            ("Ask the school for a full timetable, or a date by which there will be one",),
            ("Attendance and hours stand in the next review",),
            "Liaise with education",
        ),
        "PE": _theme(
            "the personal education plan",
            (
                "Hold the education plan meeting this term, with the child's own targets",
                "Say what the extra money pays for and what it is meant to change",
            ),
            ("The plan is in date, with a named person for each target",),
            "PEP to be completed",
        ),
        "CC": _theme(
            "the care plan",
            (
                "Bring the care plan into line with the move of home",
                "Ask for legal advice on whether the order is still needed",
            ),
            ("The plan says how each need is met and by whom",),
            "Care plan to be updated",
        ),
        "PL": _theme(
            "the placement",
            (
                "Hold a stability meeting with the carers before the school holidays",
                "Ask where a home near the child's brothers and sisters could be found",
            ),
            ("The carers can say what help they get and from whom",),
            "Monitor placement stability",
        ),
        "PM": _theme(
            "permanence",
            (
                "Set out the two ways to permanence side by side, with dates for each",
                "Put the child on the tracker and say what holds the plan up",
            ),
            ("The next review decides between them",),
            "Permanence to be progressed",
        ),
        "AD": _theme(
            "the adoption plan",
            ("Take the plan back to the decision maker if no family is found by the date given",),
            ("The tracker shows the decision",),
            "Family finding to continue",
        ),
        "LS": _theme(
            "life-story work",
            (
                "Agree with the child who takes the life-story work up again, and begin",
                "Answer the child's question about their family in person, with what is known",
                "Gather photographs and keepsakes from the former carers for the book",
            ),
            (
                "A first session is recorded and the next one has a date",
                "A record of the talk, with the child's own words on it",
            ),
            "Life story work needed",
        ),
        "HE": _theme(
            "health",
            (
                "Book the review health assessment and tell the carers the date",
                "Ask for help while the child waits for the specialist service",
            ),
            ("The date and its outcome stand on the file",),
            "Health needs to be met",
        ),
        "PW": _theme(
            "the pathway plan",
            (
                "Write the pathway plan anew with the young person and give them their copy",
                "Introduce the personal adviser before the next birthday",
                "Explain the local offer, with what can be claimed and how",
            ),
            ("The young person has a copy and can say what is in it",),
            "Pathway plan to be reviewed",
        ),
        "EI": _theme(
            "identity",
            ("Ask the child and the family what matters to them, and put it into the plan",),
            ("The plan says what is done about it and by whom",),
            "Consider identity",
        ),
        "FF": _theme(
            "the family's voice",
            ("Ask the family what they think of the help, and record it with what was changed",),
            ("Their words are on the file before the next review",),
            "Seek family views",
        ),
    }
)
