# SPDX-License-Identifier: MPL-2.0
"""Find conditions that cannot do what their author meant."""

import pytest

PLANTED = {
    "an unknown question": (
        "when: {question: SA1, is: [met, partly_met]}",
        "when: {question: SA11, is: [met, partly_met]}",
        "73:16: There is no question 'SA11'. Did you mean 'SA1'?",
    ),
    "a section for a question": (
        "when: {question: SA1, is: [met, partly_met]}",
        "when: {question: dates, answered: true}",
        (
            "73:16: 'dates' is a section. Name a question, or count the answers of a section "
            "with answers_in."
        ),
    ),
    "an answer of another scale": (
        "is: [met, partly_met]",
        "is: [met, good]",
        (
            "73:41: 'good' is not an answer of 'SA1'. Write one of: could_not_find, met, "
            "not_met, partly_met."
        ),
    ),
    "a number for an answer": (
        "is: [met, partly_met]",
        "is: [met, 2]",
        (
            "73:41: '2' is not an answer of 'SA1'. Write one of: could_not_find, met, not_met, "
            "partly_met."
        ),
    ),
    "a size of text": (
        "{question: SA9, of: length, at_least: 10}",
        "{question: SA9, at_least: 10}",
        (
            "138:35: at_least does not fit question 'SA9', which is of kind text. It cannot be "
            "compared by size: write is, or of: count or of: length."
        ),
    ),
    "a length of a number": (
        "{question: SA9, of: length, at_least: 10}",
        "{question: SA8, of: length, at_least: 10}",
        (
            "138:47: at_least does not fit question 'SA8', which is of kind number. Only text "
            "has a length."
        ),
    ),
    "a count of one date": (
        "{question: SA6, of: count, more_than: 2}",
        "{question: SA5, of: count, more_than: 2}",
        (
            "131:42: more_than does not fit question 'SA5', which is of kind date. Only several "
            "choices or dates can be counted."
        ),
    ),
    "a count that matches": (
        "{question: SA6, of: count, more_than: 2}",
        "{question: SA6, of: count, answered: true}",
        (
            "131:31: A count or length cannot be tested with answered. Write is, is_not, "
            "less_than, at_most, more_than or at_least."
        ),
    ),
    "a count with a word": (
        "{question: SA6, of: count, more_than: 2}",
        "{question: SA6, of: count, more_than: two}",
        "131:42: 'two' is not a number. Write digits only, without quotes.",
    ),
    "is for several answers": (
        "{question: SA4, includes: nobody}",
        "{question: SA4, is: nobody}",
        (
            "150:34: is does not fit question 'SA4', which is of kind choices. It can have "
            "several answers: write includes."
        ),
    ),
    "includes for one answer": (
        "{question: SA1, is: not_met}",
        "{question: SA1, includes: not_met}",
        (
            "89:36: includes does not fit question 'SA1', which is of kind rating. It has one "
            "answer: write is."
        ),
    ),
    "matches on a number": (
        "{question: SA9, matches:",
        "{question: SA8, matches:",
        (
            "140:41: matches does not fit question 'SA8', which is of kind number. Only text can "
            "match a pattern: write is."
        ),
    ),
    "within on several dates": (
        "{question: SA7, within: {of: SA5, working_days: 20}}",
        "{question: SA6, within: {of: SA5, working_days: 20}}",
        (
            "119:35: within does not fit question 'SA6', which is of kind dates. Only a single "
            "date can be within a time."
        ),
    ),
    "within of a choice": (
        "within: {of: SA5, working_days: 20}",
        "within: {of: SA3, working_days: 20}",
        "119:44: Question 'SA3' is of kind choice. Name a question of kind date.",
    ),
    "a timescale that is not there": (
        "{question: SA6, timescale: late}",
        "{question: SA5, timescale: late}",
        ("150:69: Question 'SA5' has no timescale. Give it a timescale, or test another question."),
    ),
    "a date that is none": (
        "at_most: {today: 0}",
        "at_most: 2026-02-30",
        "102:35: '2026-02-30' is not a date. Write a date like 2026-03-31, or {today: -30}.",
    ),
    "a number for a date": (
        "more_than: {question: SA5}",
        "more_than: 5",
        "121:35: '5' is not a date. Write a date like 2026-03-31, or {today: -30}.",
    ),
    "a question of another kind": (
        "more_than: {question: SA5}",
        "more_than: {question: SA8}",
        "121:47: Question 'SA8' is of kind number. Name a question of kind date or dates.",
    ),
    "a number for a text": (
        "{question: SA9, of: length, at_least: 10}",
        "{question: SA9, is: 10}",
        "138:35: '10' is not text. Put it in quotes.",
    ),
    "a test of a retired question": (
        "{question: SA9, of: length, at_least: 10}",
        "{question: SA10, answered: true}",
        (
            "138:20: Question 'SA10' is retired and never answered. Test another question, or "
            "remove the test."
        ),
    ),
    "an unsafe pattern": (
        '"[0-9]{3} ?[0-9]{3} ?[0-9]{4}"',
        '"([0-9]+)+"',
        (
            "140:41: This pattern can take too long to test. Use at most two of * and +, and no "
            "repeat inside a repeated group."
        ),
    ),
    "a broken pattern": (
        '"[0-9]{3} ?[0-9]{3} ?[0-9]{4}"',
        '"[0-9"',
        (
            "140:41: This pattern is not well formed: a [ is not closed. Use characters, classes "
            "such as [A-Z] or \\d, groups, | and repeats."
        ),
    ),
    "answers in no section": (
        "answers_in: seen",
        "answers_in: sen",
        "95:12: There is no section 'sen'. Did you mean 'seen'?",
    ),
    "counting an answer nobody offers": (
        "equal: [not_met, later]",
        "equal: [not_met, latter]",
        "95:47: No rating or choice in 'seen' offers 'latter'. Did you mean 'later'?",
    ),
    "a word for a size": (
        "{question: SA9, of: length, at_least: 10}",
        "{question: SA8, at_least: many}",
        "138:35: 'many' is not a number. Write digits only, without quotes.",
    ),
    "today for a number": (
        "{question: SA9, of: length, at_least: 10}",
        "{question: SA8, at_least: {today: 0}}",
        "138:35: 'today' is not a number. Write digits only, without quotes.",
    ),
    "another question that is none": (
        "more_than: {question: SA5}",
        "more_than: {question: SA55}",
        "121:47: There is no question 'SA55'. Did you mean 'SA5'?",
    ),
    "a condition of too many parts": (
        "- {cohort: CIC}",
        "- any: [" + ", ".join(["{cohort: CIC}"] * 495) + "]",
        "84:9: This condition is too large. Use at most 500 tests, and 20 levels.",
    ),
    "a condition that is too deep": (
        "- {cohort: CIC}",
        "- " + "{not: " * 19 + "{cohort: CIC}" + "}" * 19,
        "84:9: This condition is too large. Use at most 500 tests, and 20 levels.",
    ),
    "a choice with a closed bracket too few in a pattern": (
        '"[0-9]{3} ?[0-9]{3} ?[0-9]{4}"',
        '"(a"',
        (
            "140:41: This pattern is not well formed: a bracket is not closed. Use characters, "
            "classes such as [A-Z] or \\d, groups, | and repeats."
        ),
    ),
}
"""What is planted: the text of the sample, the text put in its place, and each fault found."""


@pytest.mark.parametrize("name", PLANTED)
def test_planted_faults_are_told_at_their_place(planted, name):
    """Each planted fault is found, at its line and column, with what to write instead."""
    old, new, *expected = PLANTED[name]
    assert tuple(expected) == planted(old, new)
