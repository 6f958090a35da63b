# SPDX-License-Identifier: MPL-2.0
"""The lines that say what a version of a checklist changes."""

from dataclasses import replace

import pytest

from auditapp.checklist.revision.change_groups import GROUP_OF, ChangeGroup
from auditapp.checklist.revision.changes import ChangeKind, ChecklistChange
from auditapp.checklist.revision.compare import compare
from auditapp.checklist.revision.word_marks import MarkKind
from tests.auditapp.checklist.revision.revising import CHOICE, make_version
from ui.checklists.change_rows import change_rows
from ui.rows.row import spoken_words


def rows(old, new):
    """Return the lines between two versions, of the groups that have any."""
    found = change_rows(compare(old, new), old, new)
    return {group: lines for group, lines in found.items() if lines}


@pytest.mark.parametrize("kind", ChangeKind)
def test_every_kind_of_change_has_a_group_and_words(kind):
    """None can get lost on the way to the screen."""
    version = make_version({"id": "A1"})
    change = ChecklistChange(kind, "before", "after", question="A1", answer="met", field="min")
    found = change_rows([change], version, version)

    (line,) = found[GROUP_OF[kind]]
    assert line.title.startswith("A1")
    assert 1 == sum(map(len, found.values()))


def test_a_rewording_marks_what_went_and_what_came():
    """By marks that spell both texts; aloud they are said one after the other."""
    found = rows(
        make_version({"id": "A1", "text": "Was he seen alone?"}),
        make_version({"id": "A1", "text": "Was she seen alone?"}, version="2.0"),
    )
    (line,) = found[ChangeGroup.REWORDED]
    (remark,) = line.remarks

    marked = {mark.kind: mark.text for mark in remark.marks if mark.text.strip()}
    assert ("he", "she") == (marked[MarkKind.WENT], marked[MarkKind.CAME])
    assert "Was heshe seen alone?" == remark.text
    assert "A1. Was: Was he seen alone? Now: Was she seen alone?" == spoken_words(line, ())


def test_each_kind_stands_under_its_heading():
    """Added, withdrawn, renamed, moved, answers, conditions: each once."""
    old = make_version(
        {"id": "A1", "text": "One?"},
        {"id": "A2", "text": "Two?", "kind": "choice"},
        {"id": "A3", "text": "Three?"},
        {"id": "A4", "text": "Four?"},
    )
    new = make_version(
        {"id": "A1", "text": "One?", "cohorts": ["CIC"]},
        {"id": "A2", "text": "Two?", "kind": "choice", "answers": CHOICE[:2]},
        {"id": "A3", "text": "Three?", "retired": True},
        {"id": "B4", "text": "Four?", "renamed_from": ["A4"]},
        {"id": "A5", "text": "Five?"},
        version="2.0",
    )
    found = rows(old, new)

    assert {
        ChangeGroup.WITHDRAWN: ["A3: Three?"],
        ChangeGroup.ADDED: ["A5: Five?"],
        ChangeGroup.RENAMED: ["B4: Four?"],
        ChangeGroup.ANSWERS: ["A2: Two?"],
        ChangeGroup.CONDITIONS: ["A1: One?"],
    } == {group: [line.title for line in lines] for group, lines in found.items()}
    assert "Answer once is gone: Once" == found[ChangeGroup.ANSWERS][0].remarks[0].text


def test_a_reworded_answer_names_it():
    """Before the marked text."""
    said = [{**CHOICE[0], "text": "Yes, always"}, *CHOICE[1:]]
    found = rows(
        make_version({"id": "A1", "kind": "choice"}),
        make_version({"id": "A1", "kind": "choice", "answers": said}, version="2.0"),
    )

    assert "Answer yes: Yes, always" == found[ChangeGroup.ANSWERS][0].remarks[0].text


def test_what_is_about_no_question_says_what_it_is_about():
    """A section, a cap, or the whole."""
    version = make_version({"id": "A1"})
    section = ChecklistChange(ChangeKind.SECTION_MOVED, section="only")
    found = change_rows(
        [
            section,
            replace(section, kind=ChangeKind.CAP_ADDED, section=None, cap="c1", new="No more."),
            ChecklistChange(ChangeKind.HEAD, "Old", "New", field="title"),
        ],
        version,
        version,
    )

    assert ["Section only", "Cap c1", "The checklist as a whole"] == [
        found[group][0].title for group in (ChangeGroup.MOVED, ChangeGroup.CAPS, ChangeGroup.HEAD)
    ]
