# SPDX-License-Identifier: MPL-2.0
"""Test what two years show beside each other."""

import datetime as dt
from dataclasses import replace

import pytest

from auditapp.insight.meanings import Break, Meanings
from auditapp.insight.reading import Reading
from auditapp.insight.years import years_of
from auditapp.judgement.timescales import LateUnit, TimescaleResult, TimescaleState
from auditapp.model.ids import RuleId
from auditapp.model.report_kinds import ReportKind
from auditapp.report.blocks import Bar, Callout, Table
from auditapp.report.kinds import report_from_reading
from tests.auditapp.insight.counting import (
    GOOD,
    INADEQUATE,
    OUTSTANDING,
    make_criterion,
    several,
)
from tests.auditapp.report.kind_samples import ACROSS, SHARED
from tests.auditapp.report.reading import blocks_of, headings

UP, DOWN, WEAK, RARE = (make_criterion(f"{name}?", at) for at, name in enumerate("ABCD"))
RULE = make_criterion("Seen in time?", 9)
YEARS = years_of(None, None, dt.date(2026, 11, 22))


def in_time(state):
    """Return the timescale of an audit."""
    return {RULE: TimescaleResult(RuleId("visit"), state, LateUnit.DAYS, late_by=3)}


@pytest.fixture
def reading():
    """Return thirty audits of each of two years: one criterion rises, one falls, one stays weak."""
    then = several(
        30,
        INADEQUATE,
        month="2025-03",
        ratings={UP: "not_met", DOWN: "met", WEAK: "not_met"},
        timescales=in_time(TimescaleState.LATE),
    )
    now = several(
        30,
        GOOD,
        month="2026-03",
        ratings={UP: "met", DOWN: "not_met", WEAK: "not_met", RARE: "not_met"},
        timescales=in_time(TimescaleState.MET),
    )
    return Reading((*then, *now), Meanings({}, ()), ("Sample 1.0",), content="c" * 64)


def make(reading, options=ACROSS):
    """Make the report of the two years."""
    return report_from_reading(ReportKind.YEAR_ON_YEAR, reading, replace(options, years=YEARS))


def rows_of(document, caption):
    """Return the rows of the table with a caption."""
    (table,) = (each for each in blocks_of(document, Table) if each.caption == caption)
    return [(getattr(row[0], "text", row[0]), *row[1:]) for row in table.rows]


def test_what_changed_is_sorted(reading, words_in):
    """By what improved, what fell back and what is weak now, each with its interval."""
    document = make(reading)
    assert "23 November 2025 to 22 November 2026 beside" in document.subtitle
    expected = "30 of 30: 100%"
    (better,) = rows_of(document, "What improved")
    assert ("A?", "0 of 30: 0%", expected) == better[:3]
    assert better[3].startswith("+100 points (+")
    (worse,) = rows_of(document, "What fell back")
    assert ("B?", "-100 points") == (worse[0], worse[3].partition(" (")[0])
    assert ["B?", "C?"] == [row[0] for row in rows_of(document, "Still to improve")]
    said = words_in(document)
    assert "Criteria compared: 3. Clearly better: 1, clearly worse: 1." in said
    assert "3 comparisons were made" in said
    assert "Practice graded good or better: 30 of 30: 100%, last year 0 of 30: 0%." in said
    assert "Impact: not graded in both years." in said
    (kept,) = rows_of(document, "How often each timescale was kept in both years")
    assert ("Seen in time?", "0 of 30: 0%", expected) == kept[:3]


def test_the_grades_of_both_years_are_bars(reading):
    """The earlier first; there is no sum of the two."""
    rows = rows_of(make(reading), "Practice grades in both years, with the number of audits")
    assert ["Last year", "This year"] == [row[0] for row in rows]
    assert all(isinstance(row[1], Bar) for row in rows)
    assert ["30", "30"] == [row[2] for row in rows]


def test_a_year_without_audits_compares_nothing(reading, words_in):
    """It warns, and says so of each."""
    document = make(replace(reading, audits=reading.audits[30:]))
    assert "One of the years has no audit" == blocks_of(document, Callout)[0].title
    said = words_in(document)
    assert "No criterion was rated often enough in both years" in said
    assert "Practice: not graded in both years." in said
    assert "Timescales" not in headings(document)


def test_few_are_not_compared(reading, words_in):
    """Under five there is a count and no difference; a shared copy has neither."""
    few = replace(reading, audits=(*reading.audits[:3], *reading.audits[30:]))
    document = make(few)
    (kept,) = rows_of(document, "How often each timescale was kept in both years")
    assert ("0 of 3", "Too few to compare") == (kept[1], kept[3])
    assert "No criterion was rated often enough" in words_in(document)
    one = several(1, OUTSTANDING, month="2026-03", ratings={UP: "not_met"})
    mixed = make(replace(reading, audits=(*reading.audits, *one)), SHARED)
    said = words_in(mixed)
    assert "30 of 31" not in said
    assert "A?" not in said.partition("Still to improve")[0].partition("What improved")[2]
    assert "not shown" in said


def test_a_question_that_changed_its_meaning_is_named(reading):
    """It is two criteria, so that nobody takes a change of words for one of practice."""
    changed = Break("Sample", "1.0", "2.0", "Was she seen?", "Was she heard?", "Reworded.")
    document = make(replace(reading, meanings=Meanings({}, (changed,))))
    caption = "Questions that are not the same in all versions"
    ((_versions, *texts),) = rows_of(document, caption)
    assert [changed.old, changed.new, changed.why] == texts
    assert "Where comparing breaks" not in headings(make(reading))
