# SPDX-License-Identifier: MPL-2.0
"""Test what the thematic summary shows, and what it hides."""

import datetime as dt

import pytest

from auditapp.judgement.audit_states import AuditState
from auditapp.model.answer import Answer
from auditapp.model.grade import GradeBand
from auditapp.model.report_kinds import ReportKind
from auditapp.report.across.share_words import months_words
from auditapp.report.blocks import (
    Badge,
    Bar,
    Callout,
    Facts,
    Noted,
    RowGroup,
    Tone,
)
from auditapp.report.figure_blocks import Figure
from auditapp.report.kinds import report_across
from tests.auditapp.checklist.revision.revising import declare, make_version
from tests.auditapp.report.kind_samples import (
    ACROSS,
    SHARED,
    SIGNED,
    graded,
    many,
    rated,
    signed_off,
)
from tests.auditapp.report.reading import blocks_of, headings, tables
from tests.making import make_front
from tests.making import make_outline as outline_of

SUMMARY = ReportKind.SUMMARY


def bars(table):
    """Return the counts of the bars of a table by the names of the rows."""
    return {
        row[0]: {part.text: part.count for part in row[1].parts}
        for row in table.rows
        if isinstance(row[1], Bar)
    }


def test_grades_are_shown_by_team_and_by_month(make_outline, questions):
    """Each row has its counts and how many audits; the last row has all of them."""
    document = report_across(SUMMARY, many(make_outline, questions, *["N", "S"] * 3), ACROSS)
    (teams,) = tables(document, "Practice grades by team")
    (impact,) = tables(document, "Impact grades by team")
    assert {"good": 6} == bars(impact)["All"]
    north = {"good": 1, "outstanding": 1, "inadequate": 1}
    assert {"N": north, "S": north, "All": dict.fromkeys(north, 2)} == bars(teams)
    assert ["3", "3", "6"] == [row[2] for row in teams.rows]
    (months,) = tables(document, "grades by month")
    assert ["November 2026", "All"] == [row[0] for row in months.rows]
    assert [] == blocks_of(document, Figure)


def signed_in(month):
    """Return a sign-off of the first of a month of 2026."""
    return SIGNED.model_copy(update={"at": dt.datetime(2026, month, 1, 12, tzinfo=dt.UTC)})


def audits_of(make_outline, *pairs):
    """Make an audit for each month and grade."""
    return [
        AuditState(
            make_outline(
                id=f"{at:032x}", **signed_off(grades=graded(b), sign_off=signed_in(month))
            ),
            [],
        )
        for at, (month, b) in enumerate(pairs)
    ]


def test_the_trend_is_drawn_and_written_out(make_outline):
    """The figure and the table have the same shares and intervals."""
    good, bad = GradeBand.GOOD, GradeBand.INADEQUATE
    states = audits_of(make_outline, (3, good), (3, bad), (5, good), (5, good))
    document = report_across(SUMMARY, states, ACROSS)
    (figure,) = blocks_of(document, Figure)
    assert [("Mar 26", 0.5), ("May 26", 1.0)] == [
        (point.name, point.share.share) for point in figure.chart.points
    ]
    (table,) = tables(document, "good or better by month")
    assert ("March 2026", "2", "1", "50%", "9% and 91%") == table.rows[0]
    assert ("May 2026", "2", "2", "100%", "34% and 100%") == table.rows[1]


def test_a_month_that_is_not_shown_leaves_a_gap(make_outline):
    """In a shared copy the point is missing, and the table says that it is not shown."""
    good, bad = GradeBand.GOOD, GradeBand.INADEQUATE
    clear = [(month, good) for month in (3, 4, 7) for _ in range(6)]
    mixed = [(5, good)] * 8 + [(5, bad)] * 2 + [(6, good)] * 7 + [(6, bad)] * 3
    document = report_across(SUMMARY, audits_of(make_outline, *clear, *mixed), SHARED)
    (figure,) = blocks_of(document, Figure)
    shares = [point.share and point.share.share for point in figure.chart.points]
    assert [1.0, 1.0, None, None, 1.0] == shares
    (table,) = tables(document, "good or better by month")
    assert ("May 2026", "10", "not shown", "", "") == table.rows[2]


def test_small_teams_and_counts_are_not_in_a_shared_copy(make_outline, questions):
    """Teams with fewer than five are put together, small counts are one part that is not named."""
    teams = [*["North"] * 12, *["East"] * 3, *["West"] * 3]
    states = many(make_outline, questions, *teams)
    document = report_across(SUMMARY, states, SHARED)
    (table,) = tables(document, "Practice grades by team")
    assert ["North", "2 teams with few audits", "All"] == [row[0] for row in table.rows]
    for row in table.rows[:-1]:
        assert "in grades that are not shown" in {part.text for part in row[1].parts}
    assert {"good": 6, "outstanding": 6, "inadequate": 6} == bars(table)["All"]
    open_copy = report_across(SUMMARY, states, ACROSS)
    assert 4 == len(tables(open_copy, "Practice grades by team")[0].rows)


def criteria(document):
    """Return the rows of the heat map by their criterion."""
    return {
        row[0].text: row
        for table in tables(document, "criterion was met")
        for row in table.rows
        if not isinstance(row, RowGroup)
    }


def test_criteria_are_a_table_of_figures_and_words(make_outline, questions):
    """Six of six met is a share in the colour of met; three of three is no share yet."""
    states = many(make_outline, questions, *["North"] * 6, *["South"] * 3)
    document = report_across(SUMMARY, states, ACROSS)
    first = next(text for text in criteria(document))
    name, whole, north, south = criteria(document)[first]
    assert Noted(Badge("100% mostly", Tone.MET, is_pale=True), ("9 of 9",)) == whole
    assert ("6 of 6",) == north.notes
    assert "3 of 3" == south
    assert ("",) == name.notes


@pytest.mark.parametrize(
    ("met", "expected"),
    [(8, "80% mostly"), (7, "70% in part"), (5, "50% in part"), (4, "40% rarely")],
)
def test_the_words_of_a_share(make_outline, questions, met, expected):
    """Mostly from 80 %, in part from 50 %."""
    answers = [rated(questions, 1, "met" if at < met else "not_met") for at in range(10)]
    states = [AuditState(make_outline(each, **signed_off()), []) for each in answers]
    (row,) = criteria(report_across(SUMMARY, states, ACROSS)).values()
    assert expected == row[1].text.text


def test_what_could_not_be_found_is_counted_by_itself(make_outline, questions):
    """And a team in which nothing was judged has no share."""
    key, question = next(
        (key, each) for key, each in questions if each.scale == "compliance" and not each.when
    )
    lost = Answer(value="could_not_find")
    states = [
        AuditState(make_outline({key: lost}, make_front(team="North"), **signed_off()), []),
        AuditState(make_outline({key: Answer(value="met")}, **signed_off()), []),
    ]
    row = criteria(report_across(SUMMARY, states, ACROSS))[question.text]
    assert ("Not found on file: 1",) == row[0].notes
    assert {"Not asked", "1 of 1"} == set(row[1:])
    # Beside "5 of 5" of six audits, "under 5" would say that it was one.
    few = states[:1] + states[1:] * 5
    assert ("",) == criteria(report_across(SUMMARY, few, SHARED))[question.text][0].notes
    enough = criteria(report_across(SUMMARY, states * 5, SHARED))[question.text]
    assert ("Not found on file: 5",) == enough[0].notes


def test_several_checklists_are_told_apart(make_outline, questions):
    """The criteria of each stand under its title; the strongest and the weakest are named."""
    met = rated(questions, 40)
    short = dict.fromkeys(list(rated(questions, 9))[:3])
    answers = met | {key: rated(questions, 9, "not_met")[key] for key in short}
    states = [AuditState(make_outline(answers, **signed_off()), []) for _ in range(6)]
    document = report_across(SUMMARY, states, ACROSS)
    (table,) = tables(document, "criterion was met")
    groups = [row.title for row in table.rows if isinstance(row, RowGroup)]
    assert ["Chronology and history", "Visits, direct work and relationship"] == groups
    (weakest,) = tables(document, "Met least often")
    assert {"0 of 6: 0% (0% to 39%)"} == {row[1] for row in weakest.rows}
    (strongest,) = tables(document, "Met most often")
    assert {"6 of 6: 100% (61% to 100%)"} == {row[1] for row in strongest.rows}


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ((2026, 3, 1), (2026, 3, 1), "March 2026"),
        ((2026, 3, 1), (2026, 5, 1), "March to May 2026"),
        ((2025, 11, 1), (2026, 1, 1), "November 2025 to January 2026"),
    ],
)
def test_months_are_put_into_words(first, last, expected):
    """A year is said once."""
    assert expected == months_words(dt.date(*first), dt.date(*last))


def test_many_teams_need_several_tables(make_outline, questions):
    """Up to five teams stand beside each other, and all criteria in each table."""
    states = many(make_outline, questions, *"ABCDEFG")
    found = tables(report_across(SUMMARY, states, ACROSS), "criterion was met")
    assert [6, 5] == [len(table.columns) for table in found]
    assert len(found[0].rows) == len(found[1].rows)


def test_few_audits_are_read_with_care(make_outline, questions):
    """Under twenty the first page warns; at twenty it does not."""
    few = many(make_outline, questions, *["North"] * 19)
    assert 1 == len(blocks_of(report_across(SUMMARY, few, ACROSS), Callout))
    enough = many(make_outline, questions, *["North"] * 20)
    assert [] == blocks_of(report_across(SUMMARY, enough, ACROSS), Callout)


def test_drafts_and_audits_that_could_not_be_read_are_told(make_outline, words_in):
    """In the facts, and among what the numbers do not say."""
    document = report_across(SUMMARY, [AuditState(make_outline(), [])], ACROSS, 2)
    facts = dict(blocks_of(document, Facts)[0].pairs)
    assert ("1", "2") == (facts["Drafts among them"], facts["Could not be read"])
    assert ("1", "1 audit of 1 team, 14 November 2026") == (facts["Audits"], document.subtitle)
    said = words_in(document)
    assert "Drafts are counted as they stand." in said
    assert "Audits that could not be read are missing." in said
    assert "Practice grades by team" not in headings(document)


def test_breaks_between_versions_are_named(words_in):
    """Both wordings and why; the heat map says up to which version the old one was asked."""
    old = make_version({"id": "q", "text": "Was it there?"})
    new = make_version(
        {"id": "q", "text": "Is it good?"}, version="2.0", changes=declare("changed_meaning", "q")
    )
    states = []
    for at, checklist in enumerate((old, new)):
        outline = outline_of(checklist, {"q": {"value": "met"}}, **signed_off())
        pin = outline.audit.checklists[0].model_copy(update={"sha256": str(at) * 64})
        outline = outline_of(checklist, {"q": {"value": "met"}}, **signed_off(checklists=(pin,)))
        states.append(AuditState(outline, []))
    document = report_across(SUMMARY, states, ACROSS)
    (table,) = tables(document, "not the same in all versions")
    expected = ("Sample, 1.0 to 2.0", "Was it there?", "Is it good?", "It asks something else now.")
    assert expected == table.rows[0]
    assert "Was it there? (up to version 1.0)" in words_in(document)
