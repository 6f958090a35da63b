# SPDX-License-Identifier: MPL-2.0
"""Test what leaves the service of many audits: no name, and no small number."""

import csv
import datetime as dt
import io
from dataclasses import replace

import pytest

from auditapp.csv_file import csv_bytes
from auditapp.insight.figures.guarded import guarded_words, is_told
from auditapp.insight.figures.scorecard import scorecard
from auditapp.insight.figures.standing import standing
from auditapp.insight.figures.year_words import year_words
from auditapp.insight.insights import read_insights
from auditapp.insight.intervals import Share
from auditapp.insight.rollups.moderation import ModerationCount
from auditapp.insight.selection import Selection
from auditapp.insight.small_numbers import FEWEST
from auditapp.model.grade import GradeBand

TODAY = dt.date(2026, 11, 22)


@pytest.fixture
def found(tables):
    """Return the first answers about all signed audits."""
    return read_insights(tables, Selection(), TODAY)


@pytest.mark.parametrize(
    ("share", "words"),
    [
        (Share(1, 4), "too few to say"),
        (Share(0, 0), "too few to say"),
        (Share(3, 20), "fewer than 5 of 20"),
        (Share(17, 20), "all but fewer than 5 of 20"),
    ],
)
def test_small_shares_are_told_without_their_counts(share, words):
    """Neither the count nor what would give it away."""
    assert (words, False) == (guarded_words(share), is_told(share))


def test_other_shares_are_told_with_their_interval():
    """None and all point at nobody."""
    assert guarded_words(Share(0, 20)).startswith("0 of 20 (0%; probably")
    assert is_told(Share(10, 20))


def test_the_words_name_no_team_and_no_person(tables, found):
    """And say at the end what the figures do not say."""
    words = year_words(found, Selection())
    names = [*tables.teams.names(), *tables.auditors.names()]
    assert [] == [name for name in names if name and name in words]
    assert f"{found.audits:,} case files were audited." in words
    assert words.endswith(f"Counts under {FEWEST} are not told.")


def test_too_few_audits_make_no_words(found):
    """They might be known one by one."""
    few = replace(found, completion=found.completion[:0])
    assert "too few" in year_words(few, Selection())


def test_the_counts_show_no_small_number(tables, found):
    """Nor a name; a count that is left out says why."""
    text = csv_bytes(scorecard(found)).decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    names = [*tables.teams.names(), *tables.auditors.names()]
    assert [] == [name for name in names if name and name in text]
    assert [] == [row for row in rows if row["Count"] and 0 < int(row["Count"]) < FEWEST]
    assert all(bool(row["Count"]) != bool(row["Note"]) for row in rows)


def test_a_single_small_grade_is_not_left_to_be_worked_out(found):
    """Where one count is hidden, another is with it."""
    counts = (0, 30, 20, 2)
    practice = (replace(found.practice[0], counts=counts, total=52),)
    rows = [row for row in scorecard(replace(found, practice=practice)) if "Practice" in row[0]]
    assert ["0", "30", "", ""] == [row[2] for row in rows] or 2 <= [r[2] for r in rows].count("")


def test_what_waits_is_named_with_what_it_opens(tables, found):
    """Concerns and drafts come from the list, the rest from the figures."""
    now = standing(found, {"a": 2, "b": 0}, ("c",))
    assert ["Signed off this month", "Open concerns", "Overdue actions", "Actions due soon"] == [
        tile.name for tile in now.tiles
    ]
    assert ("2", "danger", ("a",)) == (
        now.tiles[1].value,
        now.tiles[1].tone,
        now.tiles[1].behind.audits,
    )
    assert "wait for a response" == now.tiles[1].note
    assert "waits for a response" == standing(found, {"a": 1}, ()).tiles[1].note
    words = [point.words for point in now.points]
    assert "2 immediate concerns wait for a response." == words[0]
    assert "One draft was not touched for a month." == words[-1]


def test_nothing_asks_for_attention_where_all_is_well(tables):
    """No tile is coloured, and no line is shown."""
    found = read_insights(tables, Selection(teams=frozenset({"Nowhere"})), TODAY)
    now = standing(found, {}, ())
    assert ((), {""}) == (now.points, {tile.tone for tile in now.tiles})


@pytest.mark.parametrize(("target", "count"), [(0.85, 1), (0.5, 0)])
def test_second_readings_ask_for_attention_below_the_target(found, target, count):
    """The one that is set, not the one at which targets begin."""
    pairs = [(GradeBand.GOOD, GradeBand.GOOD, 60), (GradeBand.GOOD, GradeBand.INADEQUATE, 40)]
    moderation = tuple(ModerationCount(*each) for each in pairs)
    points = standing(replace(found, moderation=moderation), {}, (), target).points

    assert count == len([each for each in points if "second readings" in each.words])
