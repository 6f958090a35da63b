# SPDX-License-Identifier: MPL-2.0
"""Test that the change sheet of a checklist says every change, and to everybody."""

import pytest

from auditapp.checklist.library import load_bytes
from auditapp.checklist.revision.change_groups import GROUP_TITLES, ChangeGroup
from auditapp.checklist.trust.verdict import shipped, unsigned
from auditapp.paths import PROGRAM
from auditapp.report.blocks import Badge, Noted
from auditapp.report.change_blocks import MarkedText
from auditapp.report.checklists.change_sheet import change_sheet
from auditapp.report.pdf.document import render_pdf
from auditapp.report.typesetting.gate import admit_line
from tests.auditapp.report.change_sheets import OPTIONS, rows_of
from tests.auditapp.report.placing import misplaced
from tests.auditapp.report.reading import headings, tables
from tests.pdf_checks.checking import faults_of

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
    assert all(digest in " ".join(printed.split()) for digest in digests)
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
