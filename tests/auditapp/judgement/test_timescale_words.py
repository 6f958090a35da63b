# SPDX-License-Identifier: MPL-2.0
"""Test the sentences and badges that people read."""

from dataclasses import replace
from datetime import date

import pytest

from auditapp.judgement.timescale_rules import EventWords
from auditapp.judgement.timescale_words import badge, sentence
from auditapp.judgement.timescales import (
    IgnoredDate,
    LateUnit,
    Step,
    TimescaleResult,
    TimescaleState,
    WhyIgnored,
)
from auditapp.model.ids import RuleId

VISITS = EventWords(one="visit", many="visits")
LAST = date(2026, 5, 4)
DUE = date(2026, 6, 15)
TO_COME = Step(DUE, None, 0)
END = date(2026, 7, 1)
ENDED = {"ends_on": END, "has_ended": True}


def result(state, **fields):
    """Return a result of a rule, with ``fields``."""
    return TimescaleResult(RuleId("rule"), TimescaleState(state), **fields)


def visits(*late_by, overdue_by=0, first_judged=True, longest_gap=54):
    """Return the result of a series of visits, each late by so many days."""
    steps = [Step(LAST, LAST, days) for days in late_by]
    if not first_judged:
        steps[0] = Step(None, LAST, 0)
    return result(
        "late" if any(late_by) or overdue_by else "met",
        event=VISITS,
        steps=(*steps, Step(DUE, None, overdue_by)),
        late_by=max(*late_by, overdue_by),
        overdue_by=overdue_by,
        longest_gap=longest_gap,
        last=LAST,
        due_on=DUE,
        next_due=DUE,
    )


@pytest.mark.parametrize(
    ("found", "words"),
    [
        (
            visits(0, 0, 12, 0, 3, 0, 1, 0, 0),
            (
                "3 of 9 visits were late, the worst by 12 days; longest gap 54 days;"
                " last visit 4 May 2026; the next is due on 15 June 2026."
            ),
        ),
        (
            visits(0, 1),
            (
                "1 of 2 visits was late, by 1 day; longest gap 54 days;"
                " last visit 4 May 2026; the next is due on 15 June 2026."
            ),
        ),
        (
            visits(2, longest_gap=None),
            (
                "1 of 1 visit was late, by 2 days; last visit 4 May 2026;"
                " the next is due on 15 June 2026."
            ),
        ),
        (
            visits(0, 0, overdue_by=14),
            (
                "2 visits, all in time; longest gap 54 days; last visit 4 May 2026;"
                " the next was due on 15 June 2026 and is 14 days overdue."
            ),
        ),
        (
            visits(0),
            (
                "1 visit, in time; longest gap 54 days; last visit 4 May 2026;"
                " the next is due on 15 June 2026."
            ),
        ),
        (
            visits(0, 0, first_judged=False),
            (
                "2 visits, none late; longest gap 54 days; last visit 4 May 2026;"
                " the next is due on 15 June 2026."
            ),
        ),
        (
            visits(0, first_judged=False),
            "Longest gap 54 days; last visit 4 May 2026; the next is due on 15 June 2026.",
        ),
        (
            result("due", event=VISITS, steps=(TO_COME,), due_on=DUE),
            "No visit on file; one is due on 15 June 2026.",
        ),
        (
            result("late", event=VISITS, steps=(TO_COME,), due_on=DUE, overdue_by=1),
            "No visit on file; one was due on 15 June 2026 and is 1 day overdue.",
        ),
        (result("no_date", event=VISITS), "No date on file."),
        (result("no_date", reason="A reason."), "A reason."),
        (
            result("met", last=LAST, due_on=DUE),
            "Done on 4 May 2026, in time; it was due by 15 June 2026.",
        ),
        (
            result("late", last=DUE, due_on=LAST, late_by=29, unit=LateUnit.WORKING_DAYS),
            "Done on 15 June 2026, 29 working days late; it was due by 4 May 2026.",
        ),
        (result("due", due_on=DUE), "Not on file; it is due on 15 June 2026."),
        (
            result("late", due_on=DUE, overdue_by=1, unit=LateUnit.WORKING_DAYS),
            "Not on file; it was due on 15 June 2026 and is 1 working day overdue.",
        ),
        (
            result(
                "no_date",
                ignored=(
                    IgnoredDate(date(206, 1, 2), WhyIgnored.OUTSIDE_CALENDAR),
                    IgnoredDate(LAST, WhyIgnored.BEFORE_START),
                    IgnoredDate(DUE, WhyIgnored.AFTER_AS_OF),
                    IgnoredDate(DUE, WhyIgnored.AFTER_END),
                ),
            ),
            (
                "No date on file. Left out: 2 January 206 (not a date that can be meant);"
                " 4 May 2026 (before the start); 15 June 2026 (after the period looked at);"
                " 15 June 2026 (after the end)."
            ),
        ),
        (
            replace(visits(0, 0), due_on=None, **ENDED),
            (
                "2 visits, all in time; longest gap 54 days; last visit 4 May 2026;"
                " nothing was overdue at the end on 1 July 2026."
            ),
        ),
        (
            replace(visits(0, 0), due_on=None, **(ENDED | {"has_ended": False})),
            (
                "2 visits, all in time; longest gap 54 days; last visit 4 May 2026;"
                " nothing more is due before the end on 1 July 2026."
            ),
        ),
        (
            replace(visits(0, 20, overdue_by=16), overdue_by=0, **ENDED),
            (
                "1 of 2 visits was late, by 20 days; longest gap 54 days; last visit 4 May 2026;"
                " the next was due on 15 June 2026, 16 days before the end on 1 July 2026,"
                " and is not on file."
            ),
        ),
        (
            result("late", event=VISITS, steps=(Step(DUE, None, 16),), due_on=DUE, **ENDED),
            (
                "No visit on file; one was due on 15 June 2026, 16 days before the end on"
                " 1 July 2026, and is not on file."
            ),
        ),
        (
            result("not_applicable", event=VISITS, **ENDED),
            "No visit on file; none was overdue at the end on 1 July 2026.",
        ),
        (
            result("not_applicable", event=VISITS, ends_on=END),
            "No visit on file; none is due before the end on 1 July 2026.",
        ),
    ],
)
def test_a_result_is_said_in_full(found, words):
    """Every kind of result is a sentence that a social worker can read out."""
    assert words == sentence(found)


@pytest.mark.parametrize(
    ("found", "words"),
    [
        (result("met"), "Met"),
        (result("late", late_by=12), "Late by 12 days"),
        (result("late", late_by=12, overdue_by=3), "Overdue by 3 days"),
        (result("due", due_in=9, unit=LateUnit.WORKING_DAYS), "Due in 9 working days"),
        (result("due", due_in=1), "Due in 1 day"),
        (result("due", due_in=0), "Due today"),
        (result("no_date"), "No date on file"),
        (result("not_applicable", reason="Off."), "Not applicable"),
    ],
)
def test_a_result_has_a_badge(found, words):
    """Every kind of result has a few words that stand alone."""
    assert words == badge(found)
