# SPDX-License-Identifier: MPL-2.0
"""Tell what is wrong with a condition or a cap in a plain sentence at its place."""

import pytest

PLANTED = {
    "two verbs": (
        "{question: SA3, is_not: later}",
        "{question: SA3, is_not: later, answered: true}",
        (
            "87:19: A test of question 'SA3' needs exactly one verb; it has 2. Write one of is, "
            "is_not, includes, answered, less_than, at_most, more_than, at_least, matches, "
            "within, timescale; join several tests with all or any."
        ),
    ),
    "no verb": (
        "{question: SA3, is_not: later}",
        "{question: SA3}",
        (
            "87:19: A test of question 'SA3' needs exactly one verb; it has 0. Write one of is, "
            "is_not, includes, answered, less_than, at_most, more_than, at_least, matches, "
            "within, timescale; join several tests with all or any."
        ),
    ),
    "a test without a question": (
        "{question: SA3, is_not: later}",
        "{is_not: later}",
        "87:19: 'question' is missing. Add it to the entry that begins here.",
    ),
    "a condition of text": (
        "when: {question: SA1, is: [met, partly_met]}",
        "when: SA1 is met",
        (
            "73:9: 'when' must be made of keys and values. Write {key: value}, or one 'key: "
            "value' a line."
        ),
    ),
    "an empty all": (
        "- {cohort: CIC}",
        "- {all: []}",
        "90:16: 'all' has too few entries. Write at least 1.",
    ),
    "an unknown verb": (
        "{question: SA3, is_not: later}",
        "{question: SA3, isnt: later}",
        "87:35: There is no key 'isnt'. Did you mean 'is_not'?",
    ),
    "true for an answer": (
        "is: [met, partly_met]",
        "is: true",
        "73:31: 'is' must be text. Write it in quotes.",
    ),
    "within without a length": (
        "within: {of: SA5, working_days: 20}",
        "within: {of: SA5}",
        (
            "119:35: 'within' needs one length of time. Write one of days, working_days, weeks "
            "or months, with a whole number."
        ),
    ),
    "an unknown timescale state": (
        "{question: SA6, timescale: late}",
        "{question: SA6, timescale: overdue}",
        "150:69: 'timescale' cannot be 'overdue'. Did you mean 'due'?",
    ),
    "a far-away day": (
        "at_most: {today: 0}",
        "at_most: {today: 99999}",
        "102:45: 'today' is too large. Write 36525 or less.",
    ),
    "a cap with half a limit": (
        "    section: seen\n",
        "",
        (
            "149:5: Cap 'unseen' has only one of section and section_at_most. Write both: the "
            "section’s id, and the best grade it may have."
        ),
    ),
    "a cap without a limit": (
        "    section: seen\n    section_at_most: requires_improvement\n    audit_at_most: good\n",
        "",
        (
            "149:5: Cap 'unseen' does not say what it limits. Write section and section_at_most, "
            "or audit_at_most."
        ),
    ),
    "a cap at an unknown grade": (
        "audit_at_most: good",
        "audit_at_most: met",
        (
            "153:5: 'audit_at_most' cannot be 'met'. Write one of: good, inadequate, "
            "outstanding, requires_improvement."
        ),
    ),
    "a text for a number": (
        "when: {question: SA6, of: count, more_than: 2}",
        "when: {answers_in: seen, equal: met, at_least: many}",
        "131:46: 'at_least' must be a whole number. Write digits only, without quotes.",
    ),
}
"""As in ``test_model_faults``: old text, new text, and each fault found."""


@pytest.mark.parametrize("name", PLANTED)
def test_planted_faults_are_told_at_their_place(planted, name):
    """Each planted fault is found, at its line and column, with what to write instead."""
    old, new, *expected = PLANTED[name]
    assert tuple(expected) == planted(old, new)
