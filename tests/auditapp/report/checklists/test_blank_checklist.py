# SPDX-License-Identifier: MPL-2.0
"""Test the blank checklist as a whole."""

from dataclasses import replace
from itertools import groupby

import pypdfium2
import pytest

from auditapp.checklist.library import Library
from auditapp.checklist.local_names import with_names
from auditapp.checklist.models import Checklist
from auditapp.checklist.paper_conditions import PaperConditions
from auditapp.checklist.question_numbers import question_numbers
from auditapp.fingerprints import grouped
from auditapp.judgement.compiled import compile_checklist
from auditapp.judgement.outline import read_outline
from auditapp.model.ids import question_key
from auditapp.paths import PROGRAM
from auditapp.report.blank_blocks import BlankPart
from auditapp.report.blocks import Facts, Heading, Paragraph
from auditapp.report.checklists.blank_checklist import blank_checklist
from auditapp.report.pdf.document import render_pdf
from auditapp.report.pdf.text_pieces import TextPiece
from auditapp.report.typesetting.gate import admit_line
from tests.auditapp.report.blank_fixtures import make_blank, options
from tests.auditapp.report.placing import misplaced
from tests.auditapp.report.reading import blocks_of, headings, tables
from tests.making import make_audit, make_checklist

__all__ = ["make_blank", "options"]

LIBRARY = Library([PROGRAM / "checklists"])
SHIPPED = tuple(dict.fromkeys(header.id for header in LIBRARY.headers()))


def _with(checklist, **changes):
    data = checklist.model_dump(mode="json", by_alias=True, exclude_none=True)
    return Checklist.model_validate(data | changes)


def _texts_of(checklist):
    """Yield every text of a checklist that an auditor has to see, numbers in their place."""
    numbers = question_numbers([checklist])
    conditions = PaperConditions(checklist, numbers)
    yield from (checklist.title, checklist.purpose)
    for section in checklist.sections:
        yield from (section.title, section.intro or "", conditions.only_if(section.when))
    for question in checklist.questions:
        yield f"{numbers[question_key(checklist.id, question.id)]} {question.text}"
        yield from (question.hint or "", question.unit or "", conditions.only_if(question.when))
        yield from question.good + question.shortfall + ("; ".join(question.where),)
        yield from checklist.answer_texts(question.id).values()
        yield from question.looks_like.values()
        yield (question.not_applicable and question.not_applicable.example) or ""
    for agency in checklist.agencies:
        yield agency.text
    for cap in checklist.caps:
        yield f"If {conditions.say(cap.when)}:"


@pytest.mark.parametrize("checklist_id", SHIPPED)
def test_everything_that_a_checklist_asks_is_on_paper(checklist_id, options, text_of):
    """Each question, hint, answer, condition and cap can be read out of the PDF again."""
    loaded = LIBRARY.load(checklist_id)
    contents = render_pdf(blank_checklist([loaded], options))
    printed = "".join(text_of(contents).split())
    checklist = with_names(loaded.checklist, options.standards.names)
    wanted = {"".join(admit_line(text).split()) for text in _texts_of(checklist)}
    assert set() == {text for text in wanted if text not in printed}
    assert [] == list(misplaced(contents))


def test_what_overlaps_is_found(make_blank, monkeypatch):
    """The check above sees texts that are set too closely."""
    measure = TextPiece.measure
    monkeypatch.setattr(TextPiece, "measure", lambda piece, width: measure(piece, width) / 2)
    assert list(misplaced(render_pdf(make_blank(make_checklist({"id": "a"})))))


def test_the_numbers_are_those_of_the_window(make_blank, standards):
    """Whatever the child, and also where an earlier question does not apply."""
    first = make_checklist({"id": "a"}, {"id": "b", "cohorts": ["CIN"]}, {"id": "c"})
    second = first.model_copy(update={"id": "other"})
    compiled = [compile_checklist(each) for each in (first, second)]
    outline = read_outline(make_audit([first, second]), compiled, standards)
    assert ["1", "3", "4", "6"] == [str(asked.number) for asked in outline.questions]
    refs = [part.ref for part in blocks_of(make_blank(first, second), BlankPart) if part.ref]
    assert ["1", "2", "3", "4", "5", "6"] == refs


def test_each_section_is_graded_unless_it_says_otherwise(make_blank):
    """With what limits the suggestion, in words."""
    cap = {
        "id": "cap",
        "when": {"question": "a", "is": "not_met"},
        "section": "only",
        "section_at_most": "inadequate",
        "audit_at_most": "good",
        "because": "It matters (hull-2015 rec 7).",
    }
    whole = {key: cap[key] for key in ("when", "audit_at_most", "because")} | {"id": "whole"}
    words = (
        "If 1 is Not met: this section at most Inadequate, the whole audit at most Good. "
        "It matters (Hull inspection 2015, recommendation 7)."
    )
    graded = make_blank(make_checklist({"id": "a"}, caps=[cap, whole]))
    (grade,) = [part for part in blocks_of(graded, BlankPart) if "of section" in part.text]
    assert words == grade.advice[0].points[0]
    assert any("If 1 is Not met: the whole" in each.text for each in blocks_of(graded, Paragraph))

    ungraded = make_blank(make_checklist({"id": "a"}, caps=[cap], grade="none"))
    assert not [part for part in blocks_of(ungraded, BlankPart) if "of section" in part.text]
    assert words in [each.text for each in blocks_of(ungraded, Paragraph)]


def test_a_checklist_says_whose_it_is_and_for_whom(make_blank):
    """What its head holds; its hash in full, and in short at the foot of each page."""
    changes = {
        "status": "draft",
        "publisher": {"name": "Example Board"},
        "approved": {"on": "2026-05-04", "by": ["Head of service"]},
    }
    document = make_blank(_with(make_checklist({"id": "a"}, cohorts=["CIC"]), **changes))
    (facts,) = [dict(each.pairs) for each in blocks_of(document, Facts)]
    expected = {
        "Checklist": "sample",
        "Version": "1.0",
        "Status": "A draft, not yet in use",
        "Published by": "Example Board",
        "Approved": "4 May 2026, by Head of service",
        "Looks at": "the last 12 months, judged on the last 6",
        "For": "Child in care",
        "SHA-256": grouped("5e" * 32),
    }
    assert expected == facts
    assert "sample 1.0   SHA-256 5e5e5e5e5e5e" == document.footer_left


def test_who_approved_it_may_be_unknown_and_it_may_be_out_of_use(make_blank):
    """The day alone, then; and a retired checklist says so."""
    changes = {"status": "retired", "approved": {"on": "2026-05-04"}}
    document = make_blank(_with(make_checklist({"id": "a"}), **changes))
    (facts,) = [dict(each.pairs) for each in blocks_of(document, Facts)]
    assert ("No longer in use", "4 May 2026") == (facts["Status"], facts["Approved"])


def test_several_checklists_begin_on_pages_of_their_own(options):
    """Each page says at its foot which checklist it belongs to; a table says what is where."""
    loaded = [LIBRARY.load(each) for each in ("seen-and-safe", "visits")]
    document = blank_checklist(loaded, options)
    (contents,) = tables(document, "numbers of their questions")
    counts = [len(each.checklist.questions) for each in loaded]
    assert [f"1 to {counts[0]}", f"{counts[0] + 1} to {sum(counts)}"] == [
        row[1] for row in contents.rows
    ]
    with pypdfium2.PdfDocument(render_pdf(document)) as pdf:
        pages = [page.get_textpage().get_text_range() for page in pdf]
    feet = [f"{each.checklist.id} 1.0 SHA-256 {each.sha256[:12]}" for each in loaded]
    order = [next((foot for foot in feet if foot in " ".join(p.split())), "") for p in pages]
    assert ["", *feet, ""] == [foot for foot, _pages in groupby(order)]
    assert all("Case reference ____" in page for page in pages[1:])


def test_a_table_of_checklists_longer_than_a_page(make_blank, text_of):
    """Its head is repeated, and every checklist is in it."""
    one = make_checklist({"id": "a"})
    many = [
        one.model_copy(update={"id": f"c{n}", "title": f"Checklist number {n}"}) for n in range(70)
    ]
    contents = render_pdf(make_blank(*many))
    with pypdfium2.PdfDocument(contents) as pdf:
        heads = ["SHA-256 begins with" in page.get_textpage().get_text_range() for page in pdf]
    assert heads.index(False) >= 2
    text = text_of(contents)
    assert all(f"Checklist number {n} {n + 1} to {n + 1}" in text for n in range(70))


def test_a_checklist_without_questions_of_today(make_blank):
    """Among several, one whose questions are all retired has no numbers."""
    old = make_checklist({"id": "a", "retired": True})
    document = make_blank(old, make_checklist({"id": "b"}).model_copy(update={"id": "new"}))
    (contents,) = tables(document, "numbers of their questions")
    assert ["", "1 to 1"] == [row[1] for row in contents.rows]


def test_hostile_texts_stay_text_and_on_the_page(make_blank, text_of):
    """Markup is not obeyed; endless words, lists and answers are broken, nothing is lost."""
    nasty = "<b>R&D</b> {x} %s &amp; ]]> \u202eevil\u0007 \U0001f44d"
    answers = [{"id": f"a{n}", "text": f"Answer {n} " + "w" * 300} for n in range(30)]
    checklist = make_checklist(
        {
            "id": "q",
            "kind": "choices",
            "text": f"{nasty} " + "x" * 400,
            "hint": nasty * 4,
            "answers": answers,
            "good": [f"Point {n} " + "good words " * 9 for n in range(12)],
            "where": ["y" * 300],
        },
        {"id": "r", "kind": "text", "text": "And after it?"},
        title=nasty,
    )
    contents = render_pdf(make_blank(checklist))
    text = text_of(contents)
    assert "<b>R&D</b> {x} %s &amp; ]]> evil\ufffd [thumbs up sign]" in text
    assert all(f"Answer {n} w" in text for n in range(30))
    assert all(f"Point {n} good" in text for n in range(12))
    assert 30 * 300 <= text.count("w")
    assert "And after it?" in text
    assert [] == list(misplaced(contents))


def test_names_of_the_council_are_put_in(options, words_in):
    """What a placeholder stands for is printed, never the placeholder."""
    named = replace(options.standards, names=dict(options.standards.names, front_door="MASH"))
    loaded = [LIBRARY.load("dip-sample")]
    words = words_in(blank_checklist(loaded, replace(options, standards=named)))
    assert "came to the MASH or to the lead worker" in words
    assert "{front_door}" not in words


def test_the_paper_ends_with_what_is_given_once(make_blank):
    """In the order of the window: feedback, overall grades; actions have a table."""
    document = make_blank(make_checklist({"id": "a"}))
    last = ["Immediate concern", "Feedback", "The file as a whole", "Actions"]
    assert last == headings(document)[-4:]
    assert "Front sheet" == blocks_of(document, Heading)[0].text


@pytest.mark.parametrize("checklist_id", ["dip-sample", "seen-and-safe", "visits"])
def test_a_concern_is_written_down_where_it_is_asked_for(checklist_id, options):
    """Whoever is told to write finds the lines on the same page."""
    contents = render_pdf(blank_checklist([LIBRARY.load(checklist_id)], options))
    with pypdfium2.PdfDocument(contents) as pdf:
        pages = [page.get_textpage().get_text_range() for page in pdf]
    (page,) = (text for text in pages if "tell a manager first" in text)
    assert "What is the worry?" in page


def test_the_same_checklist_at_the_same_time_gives_the_same_bytes(options):
    """So two papers can be told apart by their contents alone."""
    loaded = [LIBRARY.load("seen-and-safe")]
    first, second = (render_pdf(blank_checklist(loaded, options)) for _ in range(2))
    assert first == second
