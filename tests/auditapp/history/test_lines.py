# SPDX-License-Identifier: MPL-2.0
"""Test in which words a line of the history tells what happened."""

import datetime as dt

import pytest

from auditapp.history.lines import GROUP_OF, GROUP_WORDS, LineGroup, chain_words, read_entry
from auditapp.model.audit import Overall
from auditapp.model.difference import Difference, Version
from auditapp.model.edits import (
    change_answer,
    change_front,
    change_overall,
    clear_answer,
    give_grade,
    put_action,
    put_concern,
    put_feedback,
)
from auditapp.model.follow_up import Action, ActionStatus, Concern, Feedback, FeedbackFrom
from auditapp.model.grade import IMPACT, PRACTICE, Grade, GradeBand
from auditapp.model.history import HistoryEntry, HistoryKind, RowChange, UndoReach
from tests.making import make_front

KEY = "visits/VS2"
QUESTION = "Was the child seen alone, and where they were not, is there a good reason?"
NOW = dt.datetime(2026, 11, 21, 9, 30, tzinfo=dt.UTC)


def told(line):
    """Return the fields of a line as plain tuples."""
    return [(each.name, each.old, each.new) for row in line.rows for each in row.fields]


@pytest.mark.parametrize("kind", HistoryKind)
def test_every_kind_belongs_to_a_group_that_has_words(kind):
    """Nobody looks for a kind of line that cannot be looked for."""
    assert GROUP_WORDS[GROUP_OF[kind]]


def test_every_group_holds_a_kind_and_has_words_of_its_own():
    """A filter that finds nothing, or two of one name, would be no help."""
    assert set(LineGroup) == set(GROUP_OF.values()) == set(GROUP_WORDS)
    assert len(LineGroup) == len(set(GROUP_WORDS.values()))


@pytest.mark.parametrize("kind", HistoryKind)
def test_every_kind_has_a_title_even_without_rows(workspace, audit_id, kind):
    """An old line, or one that another version wrote, is told as well as it can be."""
    entry = HistoryEntry(seq=1, at=NOW, by="R. Okafor", kind=kind, takes_back=1)
    outline = workspace.outline(workspace.open_audit(audit_id))
    assert read_entry(outline, entry).title


def test_an_answer_is_given_changed_and_cleared(write, last, by):
    """In the words of the checklist, at the question with its number."""
    write(change_answer, KEY, by, value="met")
    assert ("Answer given", [("Answer", "", "Met")]) == (last().title, told(last()))
    write(change_answer, KEY, by, value="not_met")
    assert ("Answer changed", [("Answer", "Met", "Not met")]) == (last().title, told(last()))
    write(clear_answer, KEY, by)
    assert ("Answer cleared", [("Answer", "Not met", "")]) == (last().title, told(last()))
    (row,) = last().rows
    assert (QUESTION, 3, KEY) == (row.place.words, row.place.number, row.place.question)


def test_not_applicable_and_no_date_stand_in_the_place_of_an_answer(write, last, by):
    """Neither is told beside the answer that it takes away."""
    write(change_answer, KEY, by, value="met")
    write(change_answer, KEY, by, not_applicable=True, reason="A baby.")
    assert [("Answer", "Met", "Not applicable"), ("Reason", "", "A baby.")] == told(last())
    write(change_answer, KEY, by, value="not_met")
    assert ("Answer", "Not applicable", "Not met") == told(last())[0]
    write(change_answer, KEY, by, none_on_file=True)
    assert [("Answer", "Not met", "No date on file")] == told(last())


def test_dates_numbers_and_several_answers_are_read_as_people_write_them(
    workspace, audit_id, write, last, by
):
    """Every kind of question has its words."""
    outline = workspace.outline(workspace.open_audit(audit_id))
    dated = next(each for each in outline.questions if each.question.kind.value == "dates")
    write(change_answer, dated.key, by, value=("2026-05-04", "2026-06-01"))
    assert [("Answer", "", "4 May 2026; 1 June 2026")] == told(last())


def test_a_note_is_told_as_somebodys_own_words(write, last, by):
    """So that a reader can be shown which of them changed; a rating is not."""
    write(change_answer, KEY, by, value="met", note="Seen.")
    assert [False, True] == [field.is_prose for field in last().rows[0].fields]


def test_evidence_and_cause_and_flag_are_told(write, last, by):
    """Each under its own title."""
    document = {"document": "Visit record", "date": "2026-05-04", "place": "page 2"}
    write(change_answer, KEY, by, evidence=[document])
    assert "Evidence changed" == last().title
    assert [("Evidence", "", "Visit record, 4 May 2026, page 2")] == told(last())
    write(change_answer, KEY, by, cause="recording")
    assert [("Cause", "", "Recording: done, but not written down")] == told(last())
    write(change_answer, KEY, by, flagged=True)
    assert ("Flag changed", [("Flagged", "No", "Yes")]) == (last().title, told(last()))


def test_grades_are_told_by_their_labels(write, last, by):
    """With the reason; what was suggested is named as that."""
    grade = Grade(band=GradeBand.GOOD, suggested=GradeBand.GOOD, given_at=NOW, given_by="R. O.")
    write(give_grade, PRACTICE, grade, by)
    assert ("Grade given", "Practice grade") == (last().title, last().rows[0].place.words)
    assert [("Grade", "", "Good"), ("Suggested by the rules", "", "Good")] == told(last())
    write(give_grade, PRACTICE, grade.model_copy(update={"band": GradeBand.INADEQUATE}), by)
    assert [("Grade", "Good", "Inadequate")] == told(last())
    write(give_grade, PRACTICE, None, by)
    assert "Grade taken back" == last().title
    write(give_grade, IMPACT, grade, by)
    assert "Impact grade" == last().rows[0].place.words


def test_the_grade_of_a_section_is_found_by_its_title(workspace, audit_id, write, last, by):
    """Not by its id."""
    outline = workspace.outline(workspace.open_audit(audit_id))
    section = next(each for each in outline.sections if each.is_graded)
    write(give_grade, section.key, Grade(band="good", given_at=NOW, given_by="R. O."), by)
    assert section.section.title == last().rows[0].place.words


def test_an_action_is_named_when_only_a_part_of_it_changed(write, last, by):
    """It is found at its question, also after it was removed."""
    action = Action(what="See the child", question=KEY, created_at=NOW)
    write(put_action, "a" * 32, action, by)
    assert ("Action set", KEY) == (last().title, last().rows[0].place.question)
    assert [("Action", "", "See the child"), ("Status", "", "Open")] == told(last())
    done = action.model_copy(update={"status": ActionStatus.DONE, "due": dt.date(2026, 12, 1)})
    write(put_action, "a" * 32, done, by)
    assert "See the child" == last().rows[0].about
    assert [("Due", "", "1 December 2026"), ("Status", "Open", "Done, to be verified")] == told(
        last()
    )
    write(put_action, "a" * 32, None, by)
    assert ("Action removed", KEY) == (last().title, last().rows[0].place.question)


def test_a_concern_is_raised_changed_and_closed(write, last, by):
    """Undo reaches none of it."""
    concern = Concern(what="Left alone", found_at=NOW)
    write(put_concern, "c" * 32, concern, by)
    assert ("Concern raised", UndoReach.BEYOND) == (last().title, last().reach)
    assert ("Found", "", "21 November 2026 at 09:30") in told(last())
    write(put_concern, "c" * 32, concern.model_copy(update={"told_whom": "Manager"}), by)
    assert ("Concern changed", "Left alone") == (last().title, last().rows[0].about)
    closed = concern.model_copy(update={"response": "Seen today", "closed_at": NOW})
    write(put_concern, "c" * 32, closed, by)
    assert "Concern closed" == last().title


def test_feedback_front_sheet_and_summary_are_found_on_their_pages(write, last, by):
    """Feedback says whose it is."""
    write(put_feedback, FeedbackFrom.CHILD, Feedback(asked=False, why_not="Too young"), by)
    assert "Feedback: Child or young person" == last().rows[0].place.words
    assert [("Asked", "", "No"), ("Why not asked", "", "Too young")] == told(last())
    write(change_front, make_front(team="South"), by)
    assert "Front sheet" == last().rows[0].place.words
    assert [("Team", "Children in care, north", "South")] == told(last())
    write(change_overall, Overall(summary="Seen weekly."), by)
    assert "The file as a whole" == last().rows[0].place.words


def test_an_undo_names_the_line_that_it_takes_back(workspace, audit_id, write, read, by):
    """The line that was taken back says so, and which one redo makes again."""
    write(change_answer, KEY, by, value="met")
    write(change_answer, KEY, by, flagged=True)
    workspace.undo(audit_id, by)
    *_before, given, flagged, undone = read().lines

    assert ("Change undone", "Takes line 3 back.") == (undone.title, undone.note)
    assert [("Flagged", "Yes", "No")] == told(undone)
    assert [UndoReach.NEXT, UndoReach.TO_REDO, UndoReach.BEYOND] == [
        line.reach for line in (given, flagged, undone)
    ]
    workspace.redo(audit_id, by)
    assert "Makes line 3 again." == read().lines[-1].note


def test_an_export_names_the_file_by_its_hash(workspace, audit_id, last, by, tmp_path):
    """The hash is whole, so that the file can be told from another."""
    workspace.export_history(audit_id, tmp_path / "history.csv", by)
    assert "Exported" == last().title
    assert last().note.startswith("CSV file, SHA-256 ")
    assert 64 == len(last().note.rpartition(" ")[2])


def test_a_signed_audit_has_nothing_that_undo_reaches(workspace, audit_id, write, read, by):
    """What was undone before still says so."""
    write(change_answer, KEY, by, value="met")
    write(change_answer, KEY, by, flagged=True)
    workspace.undo(audit_id, by)
    workspace._sessions.get(audit_id).sign_off(by)
    lines = read().lines

    assert [UndoReach.BEYOND, UndoReach.BEYOND, UndoReach.UNDONE] == [
        line.reach for line in lines[:3]
    ]
    assert "Signed off" == lines[-1].title
    assert {"Status", "Signed off by", "Timescales in force"} <= {
        name for name, _old, _new in told(lines[-1])
    }


def test_a_question_that_no_checklist_has_is_named_by_its_key(workspace, audit_id):
    """A line is told even when what it was about is gone; a built-in answer keeps its words."""
    change = RowChange(table="answers", key="old/Q9", old=None, new={"value": "partly_met"})
    entry = HistoryEntry(seq=1, at=NOW, by="R. Okafor", kind=HistoryKind.ANSWER, changes=(change,))
    line = read_entry(workspace.outline(workspace.open_audit(audit_id)), entry)

    assert "Question old/Q9" == line.rows[0].place.words
    assert [("Answer", "", "Partly met")] == told(line)


def test_a_version_from_elsewhere_is_told_field_by_field(workspace, audit_id):
    """As people read it: no code of an answer, and nothing of the bytes of a checklist."""
    rows = {
        "answers/visits/VS2": {"value": "partly_met", "note": "Seen.", "changed_by": "B"},
        "checklists/visits": {"id": "visits", "version": "2.0", "data": "c" * 9000},
        "answers/visits/VS3": None,
    }
    changes = [
        RowChange(table="differences", key=name, old=None, new=beside(name, row))
        for name, row in rows.items()
    ]
    entry = HistoryEntry(seq=1, at=NOW, by="A", kind=HistoryKind.MERGED, changes=changes)
    line = read_entry(workspace.outline(workspace.open_audit(audit_id)), entry)

    who = "B. Other, 21 November 2026 at 09:30"
    assert QUESTION == line.rows[0].place.words
    assert [
        ("Another version", "", f"{who}: Answer: Partly met, Note: Seen."),
        ("Another version", "", f"{who}: Version: 2.0"),
        ("Another version", "", f"{who}: taken away"),
    ] == told(line)


def beside(name, row):
    """Return what is kept of a version of a row."""
    table, _slash, key = name.partition("/")
    version = Version(writer="a" * 64, rank=1, row=row, by="B. Other", at=NOW)
    return Difference(table=table, key=key, others=(version,)).record()


def test_the_state_of_the_chain_is_said(read, write, by):
    """With the number of lines, or the first that does not follow."""
    assert "There is one line, and it is as it was written." == chain_words(read())
    write(change_answer, KEY, by, value="met")
    words = "All 2 lines follow from each other: none was changed, and none is missing."
    assert words == chain_words(read())


def test_a_line_that_does_not_follow_is_named(workspace, audit_id, write, by):
    """Whoever forges one line would have to forge all that follow."""
    write(change_answer, KEY, by, value="met")
    write(change_answer, KEY, by, value="not_met")
    session = workspace._sessions.get(audit_id)
    session.history[1] = session.history[1].model_copy(update={"by": "Somebody else"})

    assert chain_words(workspace.read_history(audit_id)).startswith("Line 2 is not what was")


def test_an_amendment_is_told_and_undo_stays_within_it(workspace, audit_id, write, read, by):
    """What was signed is beyond the reach of undo; what the amendment changed is not."""
    write(change_answer, KEY, by, value="met")
    workspace._sessions.get(audit_id).sign_off(by)
    workspace.amend(audit_id, by, "Overlooked.")
    write(change_answer, KEY, by, value="not_met")
    *_created, answer, signed, opened, changed = read().lines

    assert ("Signed off", "Opened for an amendment") == (signed.title, opened.title)
    fields = {field.name: field.new for row in opened.rows for field in row.fields}
    assert ("1", "Overlooked.") == (fields["Amendment"], fields["Reason"])
    assert {UndoReach.BEYOND} == {line.reach for line in (answer, signed, opened)}
    assert UndoReach.NEXT is changed.reach

    workspace.give_up_amendment(audit_id, by)
    assert "Amendment given up" == read().lines[-1].title
    assert {UndoReach.BEYOND} == {line.reach for line in read().lines}


def test_names_to_be_avoided_are_counted_and_never_told(workspace, audit_id, last, by):
    """The history goes into exports, and the names must go nowhere."""
    workspace.avoid_names(audit_id, ("Ada Lovelace", "Ben"), by)
    assert ("Names to be avoided changed", "2 names", ()) == (
        last().title, last().note, last().rows
    )  # fmt: skip
