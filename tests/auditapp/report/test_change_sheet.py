# SPDX-License-Identifier: MPL-2.0
"""Test that the change sheet of a checklist says every change, and to everybody."""

import datetime as dt

import pytest

from auditapp.checklist.library import LoadedChecklist, load_bytes
from auditapp.checklist.revision.change_groups import GROUP_TITLES, ChangeGroup
from auditapp.checklist.revision.changes import ChangeKind, ChecklistChange
from auditapp.checklist.trust.verdict import shipped, unsigned
from auditapp.paths import PROGRAM
from auditapp.report.blocks import Badge, Callout, Column, ColumnKind, Noted, Table
from auditapp.report.change_blocks import MarkedText
from auditapp.report.change_rows import ChangeRows
from auditapp.report.change_sheet import ChangeOptions, change_sheet
from auditapp.report.gate import admit_line
from auditapp.report.pdf import render_pdf
from tests.auditapp.checklist.revision.revising import declare, make_version
from tests.auditapp.report.placing import misplaced
from tests.auditapp.report.reading import blocks_of, headings, tables
from tests.pdf_checks.checking import faults_of

NOW = dt.datetime(2026, 11, 22, 9, 30, tzinfo=dt.UTC)
OPTIONS = ChangeOptions({"front_door": "MASH"}, NOW, "OFFICIAL-SENSITIVE", "Example Council")
VISITS = (PROGRAM / "checklists" / "visits.yaml").read_text("utf-8")
HEAD = """\
publisher: {name: Halden Council}
effective: {from: 2026-12-01}
approved: {on: 2026-11-15, by: [Head of quality assurance]}
changes:
  - version: "2.0"
    on: 2026-11-15
    summary: Plainer words after the pilot.
    questions: {VS5: changed_meaning}
look_back: {"""
REVISED = (
    ('version: "1.0"', 'version: "2.0"'),
    ("look_back: {", HEAD),
    ("is there a good reason?", "is a good reason written down?"),
    ("Does the child have a worker they know", "Would the child name a worker they know"),
    ("Yes, recent records show it", "Yes, records of the last month show it"),
    ('          - {id: not_asked, text: "The worker did not ask for it"}\n', ""),
    ("      - id: VS4-words\n", "      - id: VS4-said\n        renamed_from: [VS4-words]\n"),
    ("      - id: VS4-tools\n", "      - id: VS4-tools\n        retired: true\n"),
    ("        max: 20\n", "        max: 12\n"),
    ("Go by what somebody saw and heard recently", "Go by what was seen in the last month"),
    ("section_at_most: requires_improvement", "section_at_most: inadequate"),
    ("title: Does each visit have a purpose?", "title: Has each visit a purpose?"),
)
"""A revision of a shipped checklist, with changes of most groups."""


def loaded(checklist, verdict=None):
    """Return a checklist as if it came from a file."""
    return LoadedChecklist(checklist, b"", "5e" * 32, verdict=verdict)


def sheet(old, new):
    """Return the change sheet of two versions made for a test."""
    return change_sheet(loaded(old), loaded(new), OPTIONS)


def rows_of(document, group):
    """Return the rows of one group."""
    return tables(document, GROUP_TITLES[group])[0].rows


def texts_of(cell):
    """Yield the texts of a cell; of one with marks every word, because marks stand between."""
    if isinstance(cell, Noted):
        yield from (*texts_of(cell.text), *cell.notes)
    elif isinstance(cell, MarkedText):
        yield from (cell.lead, *(word for mark in cell.marks for word in mark.text.split()))
    else:
        yield cell.text if isinstance(cell, Badge) else cell


@pytest.fixture(scope="module")
def revision():
    """Return the sheet of a realistic revision, and its PDF."""
    text = VISITS
    for old, new in REVISED:
        assert old in text
        text = text.replace(old, new, 1)
    old = load_bytes(VISITS.encode(), "old", verdict=shipped(is_as_shipped=True))
    new = load_bytes(text.encode(), "new", verdict=unsigned())
    document = change_sheet(old, new, OPTIONS)
    return document, render_pdf(document)


def test_the_sheet_says_what_the_versions_are(revision, text_of):
    """Title, versions, dates, publisher, who vouches, both hashes, and the publisher's notes."""
    document, contents = revision
    printed = text_of(contents)
    for words in (
        "Visits, direct work and relationship What changes from version 1.0 to version 2.0",
        "To be used no dates given from 1 December 2026",
        "Halden Council",
        "15 November 2026, by Head of quality assurance",
        "It came with this program.",
        "It is unsigned: nothing shows who wrote it",
        "Version 2.0, 15 November 2026 Plainer words after the pilot.",
    ):
        assert words in printed
    (versions,) = tables(document, "The two versions")
    digests = versions.rows[-1][1:]
    assert all(digest in "".join(printed.split()) for digest in digests)
    assert 2 == len(set(digests))


def test_every_change_is_printed_under_its_heading(revision, text_of):
    """In the window's groups and order, with nothing left out."""
    document, contents = revision
    titles = headings(document)
    shown = [group for group in ChangeGroup if GROUP_TITLES[group] in titles]

    assert [GROUP_TITLES[group] for group in shown] == titles[titles.index("The changes") + 1 :]
    assert {ChangeGroup.WITHDRAWN, ChangeGroup.ANSWERS, ChangeGroup.CAPS} < set(shown)
    printed = "".join(text_of(contents).split())
    wanted = [
        text
        for group in shown
        for row in rows_of(document, group)
        for cell in row
        for text in texts_of(cell)
    ]
    assert [] == [text for text in wanted if "".join(admit_line(text).split()) not in printed]
    assert 60 < len(wanted)
    assert [] == list(misplaced(contents))


def test_the_sheet_can_be_read_aloud(revision):
    """It passes what every other report passes."""
    assert [] == faults_of(revision[1])


def test_reworded_words_are_marked_in_words_too(revision, text_of):
    """Whoever sees no stroke and no colour, or copies the text, gets the same."""
    printed = text_of(revision[1])

    assert "is [removed: there] a good [removed: reason?] [added: reason written down?]" in printed
    assert "Answer shown: Yes, [removed: recent] records [added: of the last month]" in printed


def test_each_change_says_what_becomes_of_answers(revision):
    """By the state that an answer may come to, and when."""
    document, _contents = revision
    fates = {
        (row[0], row[2].text.text, row[2].notes)
        for group in (ChangeGroup.WITHDRAWN, ChangeGroup.REWORDED, ChangeGroup.RENAMED)
        for row in rows_of(document, group)
        if isinstance(row[2].text, Badge)
    }

    assert {
        ("VS4-tools", "Set aside", ("",)),
        ("VS2", "To confirm", ("The auditor confirms it beside the old wording.",)),
        ("VS5", "Set aside", ("The question asks something else now.",)),
        ("VS4-said", "Kept", ("It goes on under the new id.",)),
    } == fates
    (counts,) = tables(document, "How many questions keep")
    assert ["Kept", "To confirm", "Set aside"] == [row[0].text for row in counts.rows]
    assert len(load_bytes(VISITS.encode(), "old").checklist.questions) == sum(
        int(row[2]) for row in counts.rows
    )


def test_the_same_versions_give_the_same_bytes(revision):
    """Whenever they are printed for the same moment."""
    document, contents = revision
    assert contents == render_pdf(document)


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
