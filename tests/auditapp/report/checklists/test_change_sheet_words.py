# SPDX-License-Identifier: MPL-2.0
"""Test the words of the change sheet, and that no kind of change is without."""

import pytest

from auditapp.checklist.library import LoadedChecklist
from auditapp.checklist.revision.change_groups import ChangeGroup
from auditapp.checklist.revision.changes import ChangeKind, ChecklistChange
from auditapp.report.blocks import Callout, Column, ColumnKind, Noted, Table
from auditapp.report.change_blocks import MarkedText
from auditapp.report.checklists.change_rows import ChangeRows
from auditapp.report.checklists.change_sheet import change_sheet
from auditapp.report.pdf.document import render_pdf
from tests.auditapp.checklist.revision.revising import declare, make_version
from tests.auditapp.report.change_sheets import OPTIONS, rows_of
from tests.auditapp.report.placing import misplaced
from tests.auditapp.report.reading import blocks_of


def loaded(checklist, verdict=None):
    """Return a checklist as if it came from a file."""
    return LoadedChecklist(checklist, b"", "5e" * 32, verdict=verdict)


def sheet(old, new):
    """Return the change sheet of two versions made for a test."""
    return change_sheet(loaded(old), loaded(new), OPTIONS)


def test_what_several_questions_share_is_said_once():
    """An answer of a scale that is reworded is one row, with every question under it."""
    scale = {"id": "own", "title": "Own", "measures": "compliance"}
    answers = [
        {"id": "yes", "text": "Yes", "counts_as": "met"},
        {"id": "no", "text": "No", "counts_as": "not_met"},
    ]
    reworded = [answers[0] | {"text": "Yes, always"}, answers[1]]
    questions = [{"id": f"Q{n}", "scale": "own", "text": f"Text {n}?"} for n in range(3)]
    old = make_version(*questions, scales=[scale | {"answers": answers}])
    new = make_version(*questions, version="2.0", scales=[scale | {"answers": reworded}])
    ((head, said, fate),) = rows_of(sheet(old, new), ChangeGroup.ANSWERS)

    assert "3 questions" == head
    assert ("Q0: Text 0?", "Q1: Text 1?", "Q2: Text 2?") == said.notes
    assert "Answer yes:" == said.text.lead
    assert "To confirm" == fate.text.text


@pytest.mark.parametrize("kind", ChangeKind)
def test_no_kind_of_change_is_without_words(kind, words_in):
    """None can get lost on the way to the paper."""
    version = make_version({"id": "Q1"})
    change = ChecklistChange(kind, "before", "after", question="Q1", answer="met", field="min")
    ((head, said, fate),) = ChangeRows(version, version).rows([change])

    assert "Q1" == head or kind is ChangeKind.HEAD
    assert (
        "before" in words_in(said)
        or "after" in words_in(said)
        or kind
        in (
            ChangeKind.MEANING,
            ChangeKind.SECTION_MOVED,
        )
    )
    assert words_in(fate).strip()


def test_a_new_question_says_where_it_stands_and_what_it_offers():
    """So that an auditor need not open the checklist to picture it."""
    asked = {"id": "Q2", "kind": "choice", "text": "And now?"}
    old, new = make_version({"id": "Q1"}), make_version({"id": "Q1"}, asked, version="2.0")
    ((_head, said, fate),) = rows_of(sheet(old, new), ChangeGroup.ADDED)

    assert ("In the section “Section only”", "Answers: Yes; No; Once") == said.notes
    assert ("And now?", "Open") == (said.text, fate.text.text)


def test_questions_that_were_divided_or_put_together_name_the_old_ones():
    """Each new question with what it comes from."""
    old = make_version({"id": "A", "text": "A?"}, {"id": "B", "text": "B?"}, {"id": "C"})
    new = make_version(
        {"id": "AB", "text": "Both?", "renamed_from": ["A", "B"]},
        *({"id": each, "text": f"{each}?", "renamed_from": ["C"]} for each in ("D", "E")),
        version="2.0",
    )
    rows = rows_of(sheet(old, new), ChangeGroup.RENAMED)

    assert [
        ("AB", "Both?", ("In place of what was asked before: A?; B?",)),
        ("D", "D?", ("One part of what was asked before: Is it there?",)),
        ("E", "E?", ("One part of what was asked before: Is it there?",)),
    ] == [(head, said.text, said.notes) for head, said, _fate in rows]


@pytest.mark.parametrize(
    ("was", "now"),
    [("Was سارا seen?", "Was she seen?"), ("One.\nTwo.", "One.\nThree."), ("דנה?", "Who?")],
)
def test_wordings_that_cannot_be_marked_stand_one_under_the_other(was, now):
    """Where a line runs from the right, or the lines themselves matter."""
    old, new = (make_version({"id": "Q1", "text": each}) for each in (was, now))
    ((_head, said, _fate),) = rows_of(sheet(old, new), ChangeGroup.REWORDED)

    assert f"Was: {was}\nNow: {now}" == said.text


def test_names_of_the_council_are_put_in(words_in):
    """On both sides, as the window puts them in."""
    old = make_version({"id": "Q1", "text": "Did {front_door} ask?"})
    new = make_version({"id": "Q1", "text": "Did {front_door} know?"}, version="2.0")
    words = words_in(sheet(old, new))

    assert "Did MASH" in words
    assert "{" not in words


def test_versions_that_say_the_same():
    """The sheet says so, and has no empty tables."""
    version = make_version({"id": "Q1"})
    document = sheet(version, version)

    assert ["The two versions"] == [table.caption for table in blocks_of(document, Table)]
    assert "Nothing that auditors see is changed." == document.blocks[-1].text


def test_a_way_back_is_warned_of():
    """The new version may be the older one; then it has no notes since."""
    old = make_version({"id": "Q1"}, version="2.0", changes=declare("same_meaning", "Q1"))
    (callout,) = blocks_of(sheet(old, make_version({"id": "Q1"})), Callout)

    assert "Version 1.0 is older than version 2.0" == callout.title


LONG = "w" * 10_000


@pytest.mark.timeout(120)
@pytest.mark.parametrize(
    ("was", "now", "printed"),
    [
        (LONG, "x" * 10_000, "x]"),
        ("Who?", f"Who {LONG} came?", "came?"),
        ("Who?", "هل شوهد الطفل وحده؟", "Was: Who?"),
        ("Who?", "Happy 👍🏽?", "[added: Happy [thumbs up sign]?]"),
        ("<b>R&D</b> </para>", "<b>R&D</b> <img src='x'/>", "[removed: </para>] [added: <img"),
    ],
)
def test_whatever_an_author_wrote_is_printed(was, now, printed, make_document, text_of):
    """Words longer than a page, other scripts, pictures, and what looks like markup."""
    version = make_version({"id": "Q1"})
    change = ChecklistChange(ChangeKind.REWORDED, was, now, question="Q1")
    columns = (Column("A", 1, ColumnKind.ROW_HEAD), Column("B", 3), Column("C", 2))
    table = Table(columns, ChangeRows(version, version).rows([change]), "Reworded")
    contents = render_pdf(make_document(table))
    text = text_of(contents)

    assert printed in text
    assert text.count("w") >= (was + now).count("w")
    assert [] == list(misplaced(contents))


def test_marks_are_made_only_of_what_has_both_wordings():
    """A hint that is new or gone is said in words."""
    old, new = make_version({"id": "Q1"}), make_version({"id": "Q1", "hint": "Look."})
    ((_head, said, _fate),) = rows_of(sheet(old, new), ChangeGroup.GUIDANCE)

    assert Noted("Hint, was: nothing; now: Look.", ("Is it there?",)) == said
    old = make_version({"id": "Q1", "hint": "Look there."})
    ((_head, said, _fate),) = rows_of(sheet(old, new), ChangeGroup.GUIDANCE)
    assert isinstance(said.text, MarkedText)
