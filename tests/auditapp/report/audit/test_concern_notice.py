# SPDX-License-Identifier: MPL-2.0
"""Test the notice of concerns, which goes out while one is open."""

import datetime as dt

import pytest

from auditapp.errors import NotAllowedError
from auditapp.judgement.audit_states import AuditState
from auditapp.model.report_kinds import ReportKind
from auditapp.report.blank_blocks import BlankPart, BlankSheet, NewPart
from auditapp.report.blocks import (
    Callout,
    Facts,
    Paragraph,
)
from auditapp.report.kinds import report_of
from tests.auditapp.report.kind_fixtures import make
from tests.auditapp.report.kind_samples import (
    SHARED,
    concern,
    records,
)
from tests.auditapp.report.reading import NOW, blocks_of, headings

__all__ = ["make"]


def test_the_notice_is_about_open_concerns(make):
    """Each has a page with its course and room to answer; closed ones are counted."""
    concerns = records(concern("shut", is_open=False), concern("one"), concern("two"))
    document = make(ReportKind.CONCERN, concerns=concerns)
    worries = [block.paragraphs[0] for block in blocks_of(document, Callout)]
    assert ["one", "two"] == worries
    assert 1 == len(blocks_of(document, NewPart))
    assert ["Concern 1 of 2", "Concern 2 of 2"] == headings(document)[::3]
    assert 2 == len(blocks_of(document, BlankSheet))
    last = blocks_of(document, Paragraph)[-1].text
    assert "1 concern of this audit that was closed is not in this notice." == last


def test_a_long_worry_has_its_beginning_on_the_page(make, make_outline):
    """It says where all of it stands; a copy to be shared has no beginning that cuts a name."""
    long = "Nobody saw Marigold Pym. " * 200
    held = {"concerns": records(concern(long, response=long))}
    document = make(ReportKind.CONCERN, **held)
    shown, more = blocks_of(document, Callout)[0].paragraphs
    assert long.startswith(shown.removesuffix(" …"))
    assert "It is too long for one page: all of it stands under “The worry in full”." == more
    assert 2 == [block.text for block in blocks_of(document, Paragraph)].count(long)
    assert ["The worry in full", "The response in full"] == headings(document)[-2:]
    shared = report_of(ReportKind.CONCERN, AuditState(make_outline(**held), []), SHARED)
    assert (more,) == blocks_of(shared, Callout)[0].paragraphs


def test_the_notice_of_closed_concerns_says_what_was_done(make, words_in):
    """Nothing is left to fill in."""
    document = make(ReportKind.CONCERN, concerns=records(concern(is_open=False)))
    assert "She was seen that evening" in words_in(document)
    assert [] == blocks_of(document, BlankPart)
    assert "Closed" == blocks_of(document, Callout)[0].title
    silent = make(ReportKind.CONCERN, concerns=records(concern(is_open=False, response="")))
    assert "No response is on record yet." in words_in(silent)


def test_the_notice_warns_when_nobody_was_told(make):
    """That is the first thing to do."""
    document = make(
        ReportKind.CONCERN, concerns=records(concern(told_whom="", told_at=None, raised_by=""))
    )
    warning = blocks_of(document, Callout)[1].title
    assert "It is not on record that anybody was told" == warning
    course = blocks_of(document, Facts)[1]
    assert ["Found on"] == [name for name, _text in course.pairs]


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        ({"minutes": -5}, "0 minutes"),
        ({"minutes": 1}, "1 minute"),
        ({"minutes": 65}, "1 hour 5 minutes"),
        ({"hours": 3}, "3 hours"),
        ({"hours": 30}, "1 day"),
        ({"days": 3, "hours": 1}, "3 days"),
    ],
)
def test_the_time_to_telling_is_in_words(make, after, expected):
    """From finding a concern to telling somebody."""
    told = concern(told_at=NOW + dt.timedelta(**after))
    course = blocks_of(make(ReportKind.CONCERN, concerns=records(told)), Facts)[1]
    assert expected == dict(course.pairs)["From finding to telling"]


def test_without_a_concern_there_is_no_notice(make):
    """It is said what to do instead."""
    with pytest.raises(NotAllowedError, match="no immediate concern"):
        make(ReportKind.CONCERN)
