# SPDX-License-Identifier: MPL-2.0
"""Test that a blank checklist asks everything, and that there is room for every answer."""

import datetime as dt
from dataclasses import replace
from itertools import groupby

import pypdfium2
import pytest

from auditapp.checklist.library import Library, LoadedChecklist
from auditapp.checklist.local_names import with_names
from auditapp.checklist.models import Checklist, QuestionKind
from auditapp.checklist.paper_conditions import PaperConditions
from auditapp.checklist.question_numbers import question_numbers
from auditapp.judgement.compiled import compile_checklist
from auditapp.judgement.local_standards import LocalStandards
from auditapp.judgement.outline import read_outline
from auditapp.model.ids import question_key
from auditapp.paths import PROGRAM
from auditapp.report.blank_blocks import BlankPart, DateBoxes, Lines, NumberBox, Ticks
from auditapp.report.blank_checklist import BlankOptions, blank_checklist
from auditapp.report.blocks import Facts, Heading, Paragraph
from auditapp.report.gate import admit_line
from auditapp.report.pdf import render_pdf
from auditapp.report.text_pieces import TextPiece
from tests.auditapp.report.placing import misplaced
from tests.auditapp.report.reading import blocks_of, headings, tables
from tests.making import make_audit, make_checklist

NOW = dt.datetime(2026, 11, 22, 9, 30, tzinfo=dt.UTC)
LIBRARY = Library([PROGRAM / "checklists"])
SHIPPED = tuple(dict.fromkeys(header.id for header in LIBRARY.headers()))


@pytest.fixture(scope="session")
def options(standards):
    """Return the usual options."""
    return BlankOptions(standards, NOW, "OFFICIAL-SENSITIVE", "Example Council")


@pytest.fixture
def make_blank(options):
    """Return a function that makes the blank checklist of checklists made up for a test."""

    def make(*checklists, **changes):
        return blank_checklist([_loaded(each) for each in checklists], replace(options, **changes))

    return make


def _loaded(checklist):
    return LoadedChecklist(checklist, b"", "5e" * 32)


def _with(checklist, **changes):
    data = checklist.model_dump(mode="json", by_alias=True, exclude_none=True)
    return Checklist.model_validate(data | changes)


def _part(document, ref):
    return next(part for part in blocks_of(document, BlankPart) if part.ref == ref)


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


def test_each_kind_of_question_has_its_own_room(make_blank):
    """Boxes to tick, lines, boxes for figures; the dates of a series have many."""
    answers = [{"id": "a", "text": "A"}]
    checklist = make_checklist(
        {"id": "rating"},
        {"id": "choice", "kind": "choice", "answers": answers},
        {"id": "choices", "kind": "choices", "answers": answers},
        {"id": "text", "kind": "text"},
        {"id": "number", "kind": "number", "unit": "visits"},
        {"id": "date", "kind": "date"},
        {"id": "dates", "kind": "dates"},
    )
    document = make_blank(checklist)
    kinds = [type(_part(document, str(number)).blanks[0]) for number in range(1, 8)]
    assert [Ticks, Ticks, Ticks, Lines, NumberBox, DateBoxes, DateBoxes] == kinds
    assert [1, 12] == [_part(document, ref).blanks[0].count for ref in "67"]
    assert ["Tick one", "Tick one", "Tick all that fit"] == [
        _part(document, ref).blanks[0].label for ref in "123"
    ]


def test_what_the_window_asks_beside_an_answer_has_room(make_blank, words_in):
    """Not applicable with its reason, lateness, cause, agencies, note and evidence."""
    checklist = make_checklist(
        {"id": "a", "not_applicable": {"allowed": True, "example": "A baby"}},
        {
            "id": "b",
            "kind": "dates",
            "timescale": {"rule": "assessment"},
            "required": False,
            "not_applicable": {"allowed": True, "reason": "optional"},
        },
        agencies=[{"id": "police", "text": "Police"}],
    )
    document = make_blank(checklist)
    rating, dates = words_in(_part(document, "1")), words_in(_part(document, "2"))
    for words in (
        "Not applicable",
        "For example: A baby",
        "Because\n",
        "Police",
        "Note",
        "Evidence",
    ):
        assert words in rating
    assert "What lies behind it? (after Partly met or Not met)" in rating
    for words in (
        "No date on file",
        "If late, why",
        "Because (optional)",
        "Optional.",
        "45 working",
    ):
        assert words in dates
    assert "If late" not in rating


@pytest.mark.parametrize(
    ("limits", "words"),
    [
        ({}, "visits"),
        ({"min": 0, "max": 6}, "visits (0 to 6)"),
        ({"min": 1}, "visits (at least 1)"),
        ({"max": 2.5}, "visits (at most 2.5)"),
    ],
)
def test_a_number_says_what_can_be_meant(make_blank, limits, words):
    """The unit and the limits stand behind the box."""
    checklist = make_checklist({"id": "n", "kind": "number", "unit": "visits", **limits})
    assert words == _part(make_blank(checklist), "1").blanks[0].unit


def test_answers_say_what_has_to_be_known_before_ticking(make_blank):
    """One that may mean danger, one that stands alone; a retired one is not offered."""
    answers = [
        {"id": "danger", "text": "Not safe", "raises": "concern"},
        {"id": "none", "text": "None", "exclusive": True},
        {"id": "old", "text": "Old", "retired": True},
    ]
    checklist = make_checklist({"id": "q", "kind": "choices", "answers": answers})
    ticks = _part(make_blank(checklist), "1").blanks[0].ticks
    assert ["Not safe", "None"] == [tick.text for tick in ticks]
    assert ticks[0].note.endswith("tell a manager at once.")
    assert "Tick nothing else." == ticks[1].note


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


def test_a_timescale_says_its_limit_as_this_council_uses_it(make_blank, standards):
    """With the council's own number; not at all when it is switched off or unknown."""
    rules = standards.rules.values()
    rule = next(each for each in rules if each.number is not None and not each.situations)

    def limits(rule_id, **changes):
        kind = {"id": "d", "kind": "date", "timescale": {"rule": rule_id}}
        part = _part(make_blank(make_checklist(kind), **changes), "1")
        return [advice.points for advice in part.advice if advice.title == "Timescale"]

    def local(**choice):
        chosen = LocalStandards.from_settings({rule.id: choice})
        return {"standards": replace(standards, local=chosen)}

    assert [] == limits(rule.id, **local(on=False))
    ((words,),) = limits(rule.id, **local(on=True, number=17))
    assert words.startswith("17 ")
    assert words.endswith(f"counted from {rule.starts_from}.")
    assert [] == limits("unheard_of")


def test_a_timescale_with_situations_names_the_question_that_decides(make_blank, standards):
    """Without one nothing is said: the limits would not fit onto the page."""
    rule = next(each for each in standards.rules.values() if each.situations)
    which = {"id": "w", "kind": "choice", "answers": [{"id": "a", "text": "A"}]}

    def shown(**timescale):
        dates = {"id": "d", "kind": "dates", "timescale": {"rule": rule.id, **timescale}}
        part = _part(make_blank(make_checklist(which, dates)), "2")
        return [advice.points for advice in part.advice if advice.title == "Timescale"]

    assert [("Depends on the answer to 1.",)] == shown(situation="w")
    assert [] == shown()


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
        "SHA-256": "5e" * 32,
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


def test_kinds_are_all_known():
    """A new kind of question needs room of its own on paper."""
    kinds = {"rating", "choice", "choices", "text", "number", "date", "dates"}
    assert kinds == {kind.value for kind in QuestionKind}


def test_a_timescale_names_the_question_that_ends_it(make_blank, standards):
    """With its number on the paper, after the limit."""
    rule = next(each for each in standards.rules.values() if each.event and each.number)
    local = LocalStandards.from_settings({rule.id: {"on": True}})
    end = {"id": "e", "kind": "date"}
    dates = {"id": "d", "kind": "dates", "timescale": {"rule": rule.id, "ends_on": "e"}}
    document = make_blank(make_checklist(end, dates), standards=replace(standards, local=local))
    (points,) = [
        advice.points for advice in _part(document, "2").advice if advice.title == "Timescale"
    ]
    assert "Nothing is due after the day given under 1." == points[1]
