# SPDX-License-Identifier: MPL-2.0
"""Test that the history of a round is told in plain words, a line for each thing that was done."""

import datetime as dt

import pytest

from auditapp.history.lines import chain_words
from auditapp.history.round_lines import case_words, read_round_history
from auditapp.history.round_words import FIELD_NAMES
from auditapp.model.ids import new_record_id
from auditapp.model.round import RoundAuditor
from auditapp.model.round_edits import change_about, change_progress, exclude, include, put_auditor
from auditapp.model.round_kinds import RoundKind
from auditapp.model.round_tables import ROUND_SPECS
from tests.working_rounds import begin_round, give_list


@pytest.fixture
def round_id(workspace, by):
    """Return a round with a list of 30 cases and a plan for ten."""
    round_id = begin_round(workspace, by)
    give_list(workspace, round_id, by)
    return round_id


def last(workspace, round_id):
    """Return the title, the fields as pairs of words, and the note of the last line."""
    line = workspace.read_round_history(round_id).lines[-1]
    return line.title, [(each.name, each.old, each.new) for each in line.fields], line.note


def test_it_begins_with_what_the_round_is(workspace, by, round_id):
    """Fields by their names, shares as people say them; who and when beside it."""
    line = workspace.read_round_history(round_id).lines[0]
    told = {each.name: each.new for each in line.fields}
    assert ("Round begun", by.name, by.now) == (line.title, line.by, line.at)
    assert ("Visits, autumn 2026", "10%") == (told["Name"], told["Read a second time"])
    assert told["Checklists"].startswith("Visits")


def test_a_list_is_one_line_that_counts(workspace, round_id):
    """Thirty rows are no thirty lines."""
    line = workspace.read_round_history(round_id).lines[2]
    told = {each.name: each.new for each in line.fields}
    assert ("List of cases read", "30 came") == (line.title, told["Rows of the list"])
    plan = workspace.read_round_history(round_id).lines[3]
    assert {"How many files": "A number that you choose", "Number": "10"}.items() <= {
        each.name: each.new for each in plan.fields
    }.items()


def test_each_step_of_a_round_is_told(workspace, by, round_id):
    """With its cases and its reason."""
    workspace.edit_round(round_id, lambda w: exclude(w, ["HX-0001", "HX-0002"], "Closed", by))
    assert last(workspace, round_id) == (
        "Cases excluded", [("Left out: Closed", "", "HX-0001, HX-0002")], "",
    )  # fmt: skip
    workspace.edit_round(round_id, lambda w: include(w, ["HX-0002"], by))
    assert last(workspace, round_id)[1] == [("Put back", "", "HX-0002")]
    first = workspace.draw_sample(round_id, by)
    title, fields, _note = last(workspace, round_id)
    assert "Sample drawn" == title
    assert set(first.drawn) == set(fields[-1][2].split(", "))
    workspace.take_back_sample(round_id, "Wrong list", by)
    assert ("Reason", "", "Wrong list") in last(workspace, round_id)[1]
    whole = workspace.draw_sample(round_id, by)
    key, auditor = new_record_id(), RoundAuditor(name="Ben", capacity=3)
    workspace.edit_round(round_id, lambda w: put_auditor(w, key, auditor, by))
    assert last(workspace, round_id)[1] == [("Auditor", "", "Ben"), ("Files at most", "", "3")]
    workspace.give_cases(round_id, whole.sample[:1], key, "Ben knows the theme", by)
    assert last(workspace, round_id)[1] == [
        ("Ben", "", whole.sample[0]),
        ("Reason", "", "Ben knows the theme"),
    ]
    workspace.change_due(round_id, whole.sample[:1], dt.date(2027, 1, 8), "At court", by)
    assert last(workspace, round_id)[1] == [
        (f"{whole.sample[0]}: Due", "", "8 January 2027"),
        (f"{whole.sample[0]}: Why another day", "", "At court"),
    ]
    _whole, new = workspace.replace_drawn(round_id, whole.sample[1], "Sealed", by)
    assert last(workspace, round_id)[1] == [
        ("In the sample", "", new),
        ("Replaced", whole.sample[1], new),
        ("Reason", "", "Sealed"),
    ]


def test_a_change_says_what_was_before(workspace, by, round_id):
    """And closing a round is called that, as opening it again is."""
    about = workspace.round(round_id).about
    other = about.model_copy(update={"name": "Visits, winter"})
    workspace.edit_round(round_id, lambda w: change_about(w, other, by))
    told = ("Round described", [("Name", "Visits, autumn 2026", "Visits, winter")], "")
    assert told == last(workspace, round_id)
    for closed_at, title in ((by.now, "Round closed"), (None, "Round opened again")):
        changed = other.model_copy(update={"closed_at": closed_at})
        workspace.edit_round(round_id, lambda w, c=changed: change_about(w, c, by))
        assert title == last(workspace, round_id)[0]


def test_a_line_is_called_by_how_a_case_moved_on(workspace, by, round_id):
    """Not each of them that the progress of a case changed."""
    case = workspace.draw_sample(round_id, by).sample[0]
    moves = [
        ({"due": dt.date(2027, 1, 8), "due_reason": "At court"}, "Case due on another day"),
        ({"started_at": by.now, "audit": "0" * 32}, "Audit begun"),
        ({"late_reason": "Sick"}, "Reason for a late audit"),
        ({"signed_at": by.now}, "Audit signed off"),
        ({"signed_at": None}, "Audit amended"),
        ({"exempt_reason": "Moved"}, "Case exempt"),
        ({"exempt_reason": ""}, "Case expected again"),
    ]
    for fields, title in moves:
        workspace.edit_round(round_id, lambda w, f=fields: change_progress(w, case, by, **f))
        assert title == last(workspace, round_id)[0]


def test_an_erased_case_leaves_lines_that_say_so(workspace, by, round_id):
    """The line of each thing stays, without the case."""
    case = workspace.draw_sample(round_id, by).sample[0]
    workspace.edit_round(round_id, lambda w: change_progress(w, case, by, late_reason="Sick"))
    workspace.erase_case(round_id, case, "As asked", by)
    history = workspace.read_round_history(round_id)
    title, fields, note = last(workspace, round_id)
    assert ("Case erased", [("Reason", "", "As asked")], "") == (title, fields, note)
    assert "What stood here of 1 case is erased." == history.lines[-2].note
    assert () == history.lines[-2].fields
    assert chain_words(history).startswith(f"All {len(history.lines)} lines follow")


def test_every_table_and_kind_has_words(workspace, by, round_id):
    """None is told by the name that the program has for it."""
    told = read_round_history(workspace.round_history(round_id))
    assert not {line.title for line in told.lines} & {each.value for each in RoundKind}
    for table, names in FIELD_NAMES.items():
        assert names.keys() <= ROUND_SPECS[table].model.model_fields.keys()


def test_many_cases_are_named_in_part():
    """Of hundreds, how many there are besides is enough."""
    assert "A, B" == case_words("AB")
    assert case_words(map(str, range(400))).endswith("11 and 388 more")
