# SPDX-License-Identifier: MPL-2.0
"""Say conditions in words."""

import pytest
from pydantic import TypeAdapter

from auditapp.checklist.condition_models import Condition
from auditapp.checklist.condition_words import condition_words

CONDITION = TypeAdapter(Condition)


@pytest.mark.parametrize(
    ("condition", "words"),
    [
        ({"question": "SA1", "is": ["partly_met", "not_met"]}, "SA1 is Partly met or Not met"),
        ({"question": "SA3", "is_not": "later"}, "SA3 is not Later"),
        ({"question": "SA4", "includes": "carer"}, "SA4 includes Carer"),
        ({"question": "SA5", "answered": True}, "SA5 is answered"),
        ({"question": "SA5", "answered": False}, "SA5 is not answered"),
        ({"question": "SA8", "less_than": 3}, "SA8 is less than 3"),
        ({"question": "SA5", "at_most": {"today": 0}}, "SA5 is at most today"),
        ({"question": "SA5", "more_than": {"today": -30}}, "SA5 is more than 30 days before today"),
        ({"question": "SA5", "at_least": {"today": 7}}, "SA5 is at least 7 days after today"),
        (
            {"question": "SA7", "more_than": {"question": "SA5"}},
            "SA7 is more than the answer to SA5",
        ),
        ({"question": "SA9", "matches": "[0-9]"}, "SA9 matches [0-9]"),
        (
            {"question": "SA7", "within": {"of": "SA5", "working_days": 20}},
            "SA7 is within 20 working days of SA5",
        ),
        ({"question": "SA6", "timescale": ["late", "due"]}, "SA6 has the timescale late or due"),
        (
            {"question": "SA6", "of": "count", "at_least": 2},
            "the number of answers to SA6 is at least 2",
        ),
        ({"question": "SA9", "of": "length", "at_most": 9}, "the length of SA9 is at most 9"),
        ({"cohort": ["CIC", "CP"]}, "the child is CIC or CP"),
        (
            {"answers_in": "seen", "equal": "not_met", "at_least": 2},
            "at least 2 answers in seen are not_met",
        ),
        (
            {
                "all": [
                    {"any": [{"cohort": "CIC"}, {"cohort": "CP"}]},
                    {"not": {"question": "SA1", "is": "met"}},
                ]
            },
            "(the child is CIC or the child is CP) and not (SA1 is Met)",
        ),
    ],
)
def test_conditions_are_said_in_words(sample, condition, words):
    """A condition reads as a sentence, with answers as the auditor sees them."""
    assert words == condition_words(CONDITION.validate_python(condition), sample)
