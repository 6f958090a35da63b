# SPDX-License-Identifier: MPL-2.0
"""Find questions that show each other in a circle."""

import pytest

PLANTED = {
    "a circle": (
        "{question: SA1, is: [met, partly_met]}",
        "{question: SA4, answered: true}",
        (
            "73:9: Whether 'SA3' is shown depends on itself: SA3 needs SA4 needs SA3. Remove one "
            "of these show-conditions."
        ),
    ),
    "a question that shows itself": (
        "when: {question: SA6, of: count, more_than: 2}",
        "when: {question: SA8, more_than: 2}",
        (
            "131:9: Whether 'SA8' is shown depends on itself: SA8 needs SA8. Remove one of these "
            "show-conditions."
        ),
    ),
    "a circle through a timescale": (
        "{question: SA1, is: [met, partly_met]}",
        "{question: SA6, timescale: met}",
        (
            "73:9: Whether 'SA3' is shown depends on itself: SA3 needs SA3. Remove one of these "
            "show-conditions."
        ),
    ),
    "a circle through the end of a timescale": (
        (
            "          changes_on: SA7\n          reason_for_late: required\n"
            "      - id: SA7\n        kind: date\n"
        ),
        (
            "          ends_on: SA7\n          reason_for_late: required\n"
            "      - id: SA7\n        kind: date\n"
            "        when: {question: SA6, timescale: late}\n"
        ),
        (
            "116:9: Whether 'SA7' is shown depends on itself: SA7 needs SA7. Remove one of these "
            "show-conditions."
        ),
    ),
    "a circle through a section": (
        "when: {question: SA6, of: count, more_than: 2}",
        "when: {answers_in: checklist, equal: met, at_least: 1}",
        (
            "131:9: Whether 'SA8' is shown depends on itself: SA8 needs SA8. Remove one of these "
            "show-conditions."
        ),
    ),
    "a circle through the other side": (
        "when: {question: SA6, of: count, more_than: 2}",
        (
            "when: {question: SA5, less_than: {question: SA7}}\n      - id: SA7b\n        kind: "
            "date\n        text: Again?\n        sources: [x]\n        when: {question: SA7b, "
            "within: {of: SA5, days: 3}}"
        ),
        (
            "136:9: Whether 'SA7b' is shown depends on itself: SA7b needs SA7b. Remove one of "
            "these show-conditions."
        ),
    ),
}
"""What is planted: the text of the sample, the text put in its place, and each fault found."""


@pytest.mark.parametrize("name", PLANTED)
def test_planted_faults_are_told_at_their_place(planted, name):
    """Each planted fault is found, at its line and column, with what to write instead."""
    old, new, *expected = PLANTED[name]
    assert tuple(expected) == planted(old, new)
