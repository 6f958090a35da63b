# SPDX-License-Identifier: MPL-2.0
"""Test how often both readers gave the same grade, and the target beside it."""

from dataclasses import replace

import pytest

from auditapp.insight.agreement_words import USUAL_TARGET
from auditapp.insight.figures.figure import few_words
from auditapp.insight.figures.work import same_grade
from auditapp.insight.insights import read_insights
from auditapp.insight.rollups.moderation import ModerationCount
from auditapp.insight.selection import Selection
from auditapp.model.grade import GradeBand
from tests.auditapp.insight.generating import TODAY

GOOD, WEAK = GradeBand.GOOD, GradeBand.REQUIRES_IMPROVEMENT


@pytest.fixture
def figure_of(tables):
    """Return a function that makes the figure of so many pairs of grades."""
    found = read_insights(tables, Selection(), TODAY)

    def figure_of(*counts, target=USUAL_TARGET):
        moderation = tuple(ModerationCount(*each) for each in counts)
        return same_grade(replace(found, moderation=moderation), Selection(), target)

    return figure_of


def test_every_grade_has_a_row_below_all_of_them(figure_of):
    """A grade that no first reader gave has none."""
    figure = figure_of((GOOD, GOOD, 6), (GOOD, WEAK, 2), (WEAK, WEAK, 3))
    rows = [(row.name, row.share.count, row.share.total) for row in figure.chart.rows]
    expected = [
        ("All second readings", 9, 11),
        ("First: Good", 6, 8),
        ("First: Requires improvement", 3, 3),
    ]
    assert expected == rows
    assert (USUAL_TARGET, "Target 85%") == (figure.chart.target.share, figure.chart.target.text)
    assert "n = 11 second readings." in figure.sentence
    assert "cannot be told from so few" in figure.sentence
    assert "read with care: First: Requires improvement." in figure.sentence


def test_names_with_commas_can_be_told_apart():
    """The names of teams and checklists hold commas, so that they are joined with semicolons."""
    said = few_words(["Children in care, north", "South"])
    assert "Fewer than 5, so read with care: Children in care, north; South." == said
    assert "" == few_words([])


@pytest.mark.parametrize(
    ("same", "other", "expected"),
    [
        (200, 2, "The target of 85% was reached. It is a target for all of them"),
        (50, 50, "The target of 85% was missed."),
        (2, 1, "not enough to say"),
    ],
)
def test_the_target_is_told_in_words(figure_of, same, other, expected):
    """Of a few it is not told at all."""
    figure = figure_of((GOOD, GOOD, same), (GOOD, WEAK, other))
    assert expected in figure.sentence


def test_another_target_is_the_one_that_counts(figure_of):
    """In the line and in the words."""
    figure = figure_of((GOOD, GOOD, 70), (GOOD, WEAK, 30), target=0.5)
    assert (0.5, "Target 50%") == (figure.chart.target.share, figure.chart.target.text)
    assert "The target of 50% was reached." in figure.sentence


def test_without_second_readings_there_is_no_row(figure_of):
    """And it is said why."""
    figure = figure_of()
    assert () == figure.chart.rows
    assert "No audit has been read a second time yet." == figure.sentence
