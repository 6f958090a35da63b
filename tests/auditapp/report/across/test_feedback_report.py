# SPDX-License-Identifier: MPL-2.0
"""Test what the feedback report says, and whose words it keeps to itself."""

import pytest

from auditapp.insight.meanings import Meanings
from auditapp.insight.reading import Reading
from auditapp.model.follow_up import Feedback, FeedbackFrom
from auditapp.model.report_kinds import ReportKind
from auditapp.report.blocks import Bullets, Table
from auditapp.report.kinds import report_across, report_from_reading
from tests.auditapp.insight.counting import make_judged, said
from tests.auditapp.report.kind_samples import ACROSS, SHARED, many
from tests.auditapp.report.reading import blocks_of, headings

CHILD, PARENT = FeedbackFrom.CHILD, FeedbackFrom.PARENT_OR_CARER
QUOTE = "My worker comes when she promised."


def make(audits, options=ACROSS):
    """Make the report."""
    reading = Reading(tuple(audits), Meanings({}, ()), ("Sample 1.0",), content="c" * 64)
    return report_from_reading(ReportKind.FEEDBACK, reading, options)


def not_asked(why):
    """Make an audit in which nobody asked the parents."""
    return make_judged(team="South", feedback={PARENT: Feedback(asked=False, why_not=why)})


@pytest.fixture
def audits():
    """Return audits in which children spoke and parents were not asked."""
    return [
        *[make_judged(team="North", feedback=said(CHILD, QUOTE))] * 3,
        not_asked("No telephone"),
        not_asked("No telephone"),
        not_asked(""),
    ]


def test_who_was_asked_and_who_replied(audits):
    """For each kind of person, and by team; and whether it is said why nobody asked."""
    asked, teams, themes = blocks_of(make(audits), Table)
    child, parent, _worker = asked.rows
    assert ("Child or young person", "3 of 6: 50% (19% to 81%)", "3 of 3", "–", "3") == child
    assert ("0 of 6: 0% (0% to 39%)", "–", "2 of 3", "3") == parent[1:]
    assert [("North", "3 of 3"), ("South", "0 of 3")] == [row[:2] for row in teams.rows]
    assert "promised (3)" in themes.rows[0][1]


def test_what_they_said_and_why_nobody_asked_stand_there_in_full(audits):
    """The newest first, and no more than can be read."""
    document = make(audits)
    why, quotes, *_rest = blocks_of(document, Bullets)
    assert ("No telephone (2 times)",) == why.items
    assert (QUOTE,) * 3 == quotes.items
    talkative = [make_judged(feedback=said(CHILD, f"Quote {at}")) for at in range(45)]
    items = blocks_of(make(talkative), Bullets)[0].items
    assert ("Quote 44", 41, "5 more") == (items[0], len(items), items[-1])


def test_a_shared_copy_quotes_nobody(make_outline, questions, words_in):
    """It is made of the audits themselves, and shows no small number."""
    feedback = said(CHILD, QUOTE) | {PARENT: Feedback(asked=False, why_not="No telephone")}
    states = many(make_outline, questions, *["North"] * 6, *["South"] * 2, feedback=feedback)
    document = report_across(ReportKind.FEEDBACK, states, SHARED)
    words = words_in(document)
    assert QUOTE not in words
    assert "No telephone" not in words
    assert not {"In their words", "Why nobody asked"} & {*headings(document)}
    asked, teams, _themes = blocks_of(document, Table)
    assert 3 == len(asked.columns)
    assert 1 == len(teams.rows)
    with pytest.raises(ValueError, match="made of the audits themselves"):
        make([make_judged()] * 5, SHARED)
