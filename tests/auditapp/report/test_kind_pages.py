# SPDX-License-Identifier: MPL-2.0
"""Test the pages of every kind of report, of little and of much: nothing cut, nothing alone."""

import datetime as dt

import pypdfium2
import pytest

from auditapp.judgement.audit_states import AuditState
from auditapp.judgement.day_words import day_words
from auditapp.model.audit import Overall
from auditapp.model.report_kinds import KINDS, ReportKind
from auditapp.report.blocks import Heading, Paragraph
from auditapp.report.kinds import report_across, report_of
from auditapp.report.pdf.document import render_pdf
from tests.auditapp.report.kind_samples import (
    ACROSS,
    SHARED,
    action,
    concern,
    graded,
    large_audit,
    many,
    rated,
    records,
    signed_off,
)
from tests.auditapp.report.placing import misplaced
from tests.auditapp.report.reading import blocks_of
from tests.making import make_front
from tests.pdf_checks.checking import faults_of

OF_ONE = [
    kind for kind, about in KINDS.items() if about.is_of_one_audit and kind is not ReportKind.AUDIT
]
OF_MANY = [kind for kind, about in KINDS.items() if about.is_of_audits]
TEAMS = ["Assessment", "Children in care, north", "Court team", "Leaving care", "South", "West"]


def pages_of(contents):
    """Return the text of each page as lines."""
    with pypdfium2.PdfDocument(contents) as pdf:
        return [page.get_textpage().get_text_range().splitlines() for page in pdf]


def assert_well_set(document):
    """Check that all is tagged and in its place, and that no heading is the last on a page."""
    contents = render_pdf(document)
    assert [] == faults_of(contents)
    assert [] == list(misplaced(contents))
    titles = {block.text for block in blocks_of(document, Heading)}
    pages = pages_of(contents)
    assert titles & {line for lines in pages for line in lines}
    for lines in pages:
        frame = (document.marking, document.title, "Page ", " Report ", "   Report ")
        body = [line for line in lines if not any(words in line for words in frame)]
        assert not titles & set(body[-1:])
    return pages


@pytest.mark.parametrize("kind", OF_ONE)
@pytest.mark.parametrize(("count", "times"), [(1, 1), (20, 1), (20, 8), (100, 2)])
def test_a_report_of_one_audit_is_well_set(make_outline, questions, kind, count, times):
    """With one, twenty and a hundred questions answered, with short and long texts."""
    concerns = records(concern(), concern(is_open=False))
    state = large_audit(make_outline, questions, count, times, concerns=concerns)
    assert_well_set(report_of(kind, state, ACROSS))


@pytest.mark.parametrize("kind", OF_MANY)
@pytest.mark.parametrize(
    ("options", "count"), [(ACROSS, 1), (ACROSS, 30), (SHARED, 5), (SHARED, 30)]
)
def test_a_report_of_several_audits_is_well_set(make_outline, questions, kind, options, count):
    """Of one audit as of thirty, to be shared or not."""
    states = many(make_outline, questions, *(TEAMS * 5)[:count])
    assert_well_set(report_across(kind, states, options))


@pytest.mark.parametrize("teams", [["North"], ["North", "South"]])
def test_a_date_in_an_action_plan_is_on_one_line(make_outline, teams):
    """Also the widest one, beside the reference of the case."""
    days = [dt.date(2026, 11, day) for day in (10, 20, 28)] + [dt.date(2026, 9, 30)]
    fields = signed_off(actions=records(*(action(due=day) for day in days)))
    states = [AuditState(make_outline(front=make_front(team=team), **fields), []) for team in teams]
    document = (
        report_across(ReportKind.ACTIONS, states, ACROSS)
        if len(states) > 1
        else report_of(ReportKind.ACTIONS, states[0], ACROSS)
    )
    lines = [line.strip() for lines in assert_well_set(document) for line in lines]
    assert all(any(day_words(day) in line for line in lines) for day in days)
    assert not any(line.endswith((" November", " September")) for line in lines)


@pytest.mark.parametrize("is_open", [True, False])
def test_a_concern_of_usual_length_has_one_page(make_outline, is_open):
    """Also one of two hundred words of which nobody was told."""
    told = {"told_whom": "", "told_at": None} if is_open else {}
    worry = concern("words " * 200, is_open=is_open, **told)
    state = AuditState(make_outline(concerns=records(worry)), [])
    assert 1 == len(assert_well_set(report_of(ReportKind.CONCERN, state, ACROSS)))


@pytest.mark.parametrize("is_open", [True, False])
@pytest.mark.parametrize("words", ["Nobody saw her. ", "NOBODY ", "a line\n", "x", "W", "字"])
def test_a_very_long_worry_leaves_the_notice_on_its_page(make_outline, is_open, words):
    """With all that is to be known and filled in; worry and response stand in full behind it."""
    long = words * (4800 // len(words))
    told = {"told_whom": "", "told_at": None} if is_open else {"response": long}
    every = records(concern(long, is_open=is_open, **told), concern(long, is_open=is_open, **told))
    state = AuditState(make_outline(concerns=every), [])
    pages = assert_well_set(report_of(ReportKind.CONCERN, state, ACROSS))
    behind = [any("The worry in full" == line for line in lines) for lines in pages]
    assert [False, True] == behind[:2]
    (asked,) = [lines for lines in pages if "Concern 2 of 2" in lines]
    for lines in (pages[0], asked):
        last = "Until then it cannot be signed off." if is_open else "The response in full"
        assert any(last in line for line in lines)


@pytest.mark.parametrize("words", ["Told by telephone. ", "W", "字"])
def test_long_facts_leave_the_notice_on_its_page(make_outline, words):
    """They stand in full behind it, under their name."""
    long = words * (3000 // len(words))
    every = records(concern(long, told_whom=long, raised_by=long, response=long))
    document = report_of(ReportKind.CONCERN, AuditState(make_outline(concerns=every), []), ACROSS)
    first, second, *_rest = assert_well_set(document)
    assert any("Until then it cannot be signed off." in line for line in first)
    assert "The worry in full" in second
    said = [block.text for block in blocks_of(document, Heading)]
    assert ["Found by in full", "Who was told in full"] == said[-2:]
    assert 4 == sum(block.text == long for block in blocks_of(document, Paragraph))


@pytest.mark.parametrize("kind", [ReportKind.ACTIONS, ReportKind.SHORT, ReportKind.CONVERSATION])
def test_what_is_left_out_never_has_a_page_of_its_own(make_outline, kind):
    """Whatever the number of actions; the last of them, or the signatures, go along."""
    alone = []
    for count in range(6, 15):
        every = records(*(action("Write down what was seen. " * 5) for _ in range(count)))
        state = AuditState(make_outline(actions=every), [])
        last = pages_of(render_pdf(report_of(kind, state, ACROSS)))[-1]
        place = last.index("What is not in this report")
        before = [line for line in last[:place] if line.strip()]
        alone += [count] if len(before) < 4 else []
    assert [] == alone


def test_a_learning_note_has_one_page_whatever_the_audit_holds(make_outline, questions):
    """Of messages without an end, as of an audit that says nothing."""
    lines = "\n".join(["A long message that does not end, " * 40] * 12)
    full = signed_off(overall=Overall(strengths=lines, improvements=lines), grades=graded())
    outlines = make_outline(rated(questions, 40, "not_met"), **full), make_outline(**signed_off())
    for outline in outlines:
        document = report_of(ReportKind.LEARNING, AuditState(outline, []), ACROSS)
        assert 1 == len(assert_well_set(document))


def test_a_learning_note_of_many_audits_has_one_page(make_outline, questions):
    """With as many points as there can be."""
    met, short = rated(questions, 40), rated(questions, 12, "not_met")
    states = [AuditState(make_outline(met | short, **signed_off()), []) for _ in range(6)]
    document = report_across(ReportKind.LEARNING, states, ACROSS)
    assert 1 == len(assert_well_set(document))
