# SPDX-License-Identifier: MPL-2.0
"""Find questions whose parts do not fit together."""

import pytest

PLANTED = {
    "an unknown scale": (
        "scale: compliance",
        "scale: complience",
        "40:9: There is no scale 'complience'. Did you mean 'compliance'?",
        (
            "95:38: No rating or choice in 'seen' offers 'not_met'. Write one of: absent, "
            "first_year, later, own, told."
        ),
    ),
    "a rating without a scale": (
        "        scale: voice\n",
        "",
        (
            "58:9: Rating 'SA2' has no scale. Write scale: compliance, scale: quality, or a "
            "scale of this checklist."
        ),
    ),
    "looks_like is missing": (
        "        looks_like: {own: Quoted., told: Reported., absent: Nothing.}\n",
        "",
        (
            "58:9: 'SA2' does not say what own, told or absent looks like. Write looks_like with "
            "a sentence or two for each answer."
        ),
    ),
    "looks_like of one answer is missing": (
        "told: Reported., ",
        "",
        (
            "63:9: 'SA2' does not say what told looks like. Write looks_like with a sentence or "
            "two for each answer."
        ),
    ),
    "looks_like of a foreign answer": (
        "told: Reported.,",
        "told: Reported., good: Fine.,",
        "63:53: 'good' is not an answer of scale 'voice'. Write one of: absent, own, told.",
    ),
    "a cause of a foreign answer": (
        "cause_when: [not_met]",
        "cause_when: [inadequate]",
        (
            "54:22: 'inadequate' is not an answer of scale 'compliance'. Write one of: "
            "could_not_find, met, not_met, partly_met."
        ),
    ),
    "a scale on a choice": (
        "      - id: SA3\n        kind: choice\n",
        "      - id: SA3\n        kind: choice\n        scale: quality\n",
        (
            "68:9: A question of kind choice has no 'scale'. Remove it, or change the kind to "
            "rating."
        ),
    ),
    "a choice of one": (
        "          - {id: later, text: Later, raises: concern}\n",
        "",
        "70:9: Question 'SA3' offers no choice. List two answers or more under answers.",
        "86:35: 'later' is not an answer of 'SA3'. Write one of: first_year.",
        (
            "94:47: No rating or choice in 'seen' offers 'later'. Write one of: absent, "
            "could_not_find, first_year, met, not_met, own, partly_met, told."
        ),
        (
            "110:11: The answers of 'SA3' are not the situations of rule 'visits_in_care': "
            "later. Offer exactly first_year and later."
        ),
    ),
    "an exclusive answer of a choice": (
        "text: Later, raises: concern}",
        "text: Later, exclusive: true}",
        (
            "72:38: Each answer of a choice excludes the others. Remove exclusive, or change the "
            "kind to choices."
        ),
    ),
    "a smallest number above the largest": (
        "min: 0",
        "min: 51",
        "128:9: No number is at least 51 and at most 50. Write the smaller number under min.",
    ),
    "a start that is no date": (
        "starts_from: SA5",
        "starts_from: SA3",
        "110:11: Question 'SA3' is of kind choice. Name a question of kind date.",
    ),
    "a start that does not exist": (
        "starts_from: SA5",
        "starts_from: SA55",
        "110:11: There is no question 'SA55'. Did you mean 'SA5'?",
    ),
    "a timescale of itself": (
        "starts_from: SA5",
        "starts_from: SA6",
        ("110:11: The timescale of 'SA6' names 'SA6' itself. Name another question of kind date."),
    ),
    "an end that is no date": (
        "changes_on: SA7",
        "ends_on: SA3",
        "112:11: Question 'SA3' is of kind choice. Name a question of kind date.",
    ),
    "an end that does not exist": (
        "changes_on: SA7",
        "ends_on: SA77",
        "112:11: There is no question 'SA77'. Did you mean 'SA7'?",
    ),
    "an end in itself": (
        "changes_on: SA7",
        "ends_on: SA6",
        "112:11: The timescale of 'SA6' names 'SA6' itself. Name another question of kind date.",
    ),
    "an end of what is no series": (
        "kind: date\n        text: When was the first review?",
        (
            "kind: date\n        timescale: {rule: later_life_letter, ends_on: SA5}\n"
            "        text: When was the first review?"
        ),
        (
            "116:46: Only a series of dates ends; 'SA7' asks for one date. Remove ends_on, or "
            "change the kind to dates."
        ),
    ),
    "an unknown timescale rule": (
        "rule: visits_in_care",
        "rule: visit_in_care",
        "109:11: There is no timescale rule 'visit_in_care'. Did you mean 'visits_in_care'?",
    ),
    "a single rule for a series": (
        "rule: visits_in_care",
        "rule: single_rule",
        (
            "109:11: There is no timescale rule 'single_rule'. Write one of: later_life_letter, "
            "visits_at_home, visits_in_care."
        ),
    ),
    "a situation that the rule does not know": (
        "{id: first_year, text: First year}",
        "{id: first, text: First year}",
        (
            "111:11: The answers of 'SA3' are not the situations of rule 'visits_in_care': "
            "first, first_year. Offer exactly first_year and later."
        ),
    ),
    "no situation for a rule that needs one": (
        "          situation: SA3\n",
        "",
        (
            "108:9: Rule 'visits_in_care' needs to know the situation. Ask a choice of "
            "first_year and later, and name it under situation."
        ),
    ),
    "a situation that is no choice": (
        "situation: SA3",
        "situation: SA8",
        "111:11: Question 'SA8' is of kind number. Name a question of kind choice.",
    ),
    "a situation for a rule without any": (
        "rule: visits_in_care",
        "rule: visits_at_home",
        "111:11: Rule 'visits_at_home' is the same in every situation. Remove situation.",
    ),
    "a timescale on a number": (
        "        unit: workers\n",
        "        timescale: {rule: visits_at_home}\n",
        (
            "126:9: A question of kind number has no 'timescale'. Remove it, or change the kind "
            "to date or dates."
        ),
        (
            "126:21: Rule 'visits_at_home' does not fit a question of kind number. Change the "
            "kind to dates, or name another rule."
        ),
    ),
    "a situation that does not exist": (
        "situation: SA3",
        "situation: SA33",
        "111:11: There is no question 'SA33'. Did you mean 'SA3'?",
    ),
}
"""What is planted: the text of the sample, the text put in its place, and each fault found."""


@pytest.mark.parametrize("name", PLANTED)
def test_planted_faults_are_told_at_their_place(planted, name):
    """Each planted fault is found, at its line and column, with what to write instead."""
    old, new, *expected = PLANTED[name]
    assert tuple(expected) == planted(old, new)
