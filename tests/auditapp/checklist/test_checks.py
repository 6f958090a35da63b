# SPDX-License-Identifier: MPL-2.0
"""Find parts of a checklist that do not fit each other."""

import pytest

PLANTED = {
    "a question id twice": (
        "- id: SA9",
        "- id: SA8",
        "132:9: The id 'SA8' is used twice. Give this one an id of its own.",
        "138:20: There is no question 'SA9'. Did you mean 'SA8'?",
        "140:26: There is no question 'SA9'. Did you mean 'SA8'?",
    ),
    "a section id twice": (
        "  - id: dates\n",
        "  - id: seen\n",
        "92:5: The id 'seen' is used twice. Give this one an id of its own.",
        (
            "97:9: Whether 'SA5' is shown depends on itself: SA5 needs SA5. Remove one of these "
            "show-conditions."
        ),
        "151:5: Section 'seen' is not graded. Name a section with grade: practice.",
    ),
    "an answer id twice": (
        "{id: carer, text: Carer,",
        "{id: mother, text: Carer,",
        "81:14: The id 'mother' is used twice. Give this one an id of its own.",
    ),
    "a section called checklist": (
        "  - id: dates\n",
        "  - id: checklist\n",
        "92:5: 'checklist' stands for all sections together. Give the section another id.",
    ),
    "an old id that is still used": (
        "renamed_from: [SA-old]",
        "renamed_from: [SA1]",
        (
            "136:24: Question 'SA1' is still in the checklist. Name the id that the question had "
            "in an earlier version."
        ),
    ),
    "an own scale with a built-in id": (
        "  - id: voice",
        "  - id: quality",
        "23:5: The scale 'quality' is built in. Give your own scale another id.",
        "60:9: There is no scale 'voice'. Write one of: compliance, quality.",
    ),
    "an own scale that counts as nothing": (
        "counts_as: good",
        "counts_as: met",
        (
            "28:54: 'met' is not an answer of the quality scale. Write one of: good, inadequate, "
            "outstanding, requires_improvement."
        ),
    ),
    "a cap of no section": (
        "    section: seen\n",
        "    section: sen\n",
        "151:5: There is no section 'sen'. Did you mean 'seen'?",
    ),
    "a cap of an ungraded section": (
        "    section: seen\n",
        "    section: dates\n",
        "151:5: Section 'dates' is not graded. Name a section with grade: practice.",
    ),
    "no graded section": (
        "    grade: practice\n",
        "    grade: none\n",
        "31:1: No section is graded. Write grade: practice in one section or more.",
        "151:5: Section 'seen' is not graded. Name a section with grade: practice.",
    ),
    "an end before the beginning": (
        "to: 2026-12-31",
        "to: 2025-12-31",
        "10:31: The checklist ends before it begins. Write the later date under to.",
    ),
    "a judged part that is too long": (
        "judge_on_months: 6",
        "judge_on_months: 18",
        (
            "13:25: The part that is judged is longer than the period that is read. Write 12 or "
            "less."
        ),
    ),
    "a newer version replaced": (
        'replaces: "1.1"',
        'replaces: "1.2"',
        (
            "14:1: Version 1.2 is not earlier than 1.2. Name the version that this one replaces, "
            "or raise the version."
        ),
    ),
    "a program that is too old": (
        'min_app: "0.1"',
        'min_app: "9.0"',
        (
            "15:1: This checklist needs version 9.0 of the program. Update the program; this is "
            "version 0.1.0."
        ),
    ),
    "a change of an unknown question": (
        "questions: {SA1: same_meaning}",
        "questions: {SA99: same_meaning}",
        "20:17: There is no question 'SA99'. Did you mean 'SA9'?",
    ),
    "a change of a later version": (
        '  - version: "1.2"',
        '  - version: "1.10"',
        (
            "17:5: Version 1.10 is later than the checklist’s own, 1.2. Raise the version of the "
            "checklist, or correct this one."
        ),
    ),
}
"""What is planted: the text of the sample, the text put in its place, and each fault found."""


@pytest.mark.parametrize("name", PLANTED)
def test_planted_faults_are_told_at_their_place(planted, name):
    """Each planted fault is found, at its line and column, with what to write instead."""
    old, new, *expected = PLANTED[name]
    assert tuple(expected) == planted(old, new)
