# SPDX-License-Identifier: MPL-2.0
"""Test what holds for any two versions of a checklist and any answers."""

import json
import re
from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from auditapp.checklist.revision.compare import compare
from auditapp.checklist.revision.fates import AnswerState
from auditapp.checklist.revision.moving import migration_edit
from auditapp.checklist.revision.planning import plan
from auditapp.model.answer import Answer, Evidence
from auditapp.model.edits import Author, puts_again, puts_back, row_changes
from auditapp.model.history import HistoryEntry
from auditapp.model.tables import apply, to_puts
from tests.auditapp.checklist.revision.revising import (
    CHOICE,
    LOOKS_LIKE,
    make_version,
    move,
    pin_of,
)
from tests.making import Clock, make_audit

NAMES = "abcdef"
BY = Author("R. Okafor", Clock().now)
MAPPED = {
    "id": "own",
    "title": "Own",
    "measures": "compliance",
    "answers": [
        {"id": "good", "text": "Good", "counts_as": "met", "from": {"compliance": "met"}},
        {"id": "poor", "text": "Poor", "counts_as": "not_met"},
    ],
}


@st.composite
def questions(draw, names, earlier):
    """Draw the questions of one version: any kind, wording and ids that ``earlier`` had."""
    made = []
    free = [name for name in earlier if name not in names]
    for name in names:
        kind = draw(
            st.sampled_from(
                ["rating", "own", "choice", "choices", "number", "date", "dates", "text"]
            )
        )
        made.append(
            {
                "id": name,
                "text": draw(st.sampled_from(["Is it there?", "Is it here?", "Who came?"])),
                "not_applicable": {"allowed": draw(st.booleans())},
                "retired": draw(st.sampled_from([False, False, False, True])),
                "renamed_from": draw(st.lists(st.sampled_from(free), max_size=2, unique=True))
                if free
                else [],
                **draw(_of_kind(kind)),
            }
        )
    return made


def _of_kind(kind):
    if kind == "own":
        return st.just({"scale": "own", "looks_like": LOOKS_LIKE})
    if kind == "number":
        limits = st.none() | st.integers(0, 5)
        return st.fixed_dictionaries(
            {"kind": st.just(kind), "min": limits, "max": limits, "whole": st.booleans()}
        )
    if kind in ("choice", "choices"):
        few = st.lists(st.sampled_from(CHOICE), min_size=1, max_size=3, unique_by=lambda o: o["id"])
        return st.fixed_dictionaries({"kind": st.just(kind), "answers": few})
    return st.just({"kind": kind})


@st.composite
def revisions(draw):
    """Draw an old version, a new version, and a draft answered with the old one."""
    old_names = draw(st.lists(st.sampled_from(NAMES), min_size=1, max_size=5, unique=True))
    new_names = draw(st.lists(st.sampled_from(NAMES), min_size=1, max_size=5, unique=True))
    changes = draw(
        st.dictionaries(
            st.sampled_from(new_names), st.sampled_from(["same_meaning", "changed_meaning"])
        )
    )
    listed = [{"version": "2.0", "on": "2026-11-01", "summary": "Some.", "questions": changes}]
    old = make_version(*draw(questions(old_names, [])), scales=[MAPPED])
    new = make_version(
        *draw(questions(new_names, old_names)), version="2.0", changes=listed, scales=[MAPPED]
    )
    words = iter(f"word{number}" for number in range(1000))
    answers = {
        f"sample/{question.id}": draw(_answers(question, words))
        for question in old.questions
        if draw(st.booleans())
    }
    return make_audit([old]).model_copy(update={"answers": answers}), old, new


def _answers(question, words):
    values = {
        "rating": st.sampled_from(["met", "not_met"]),
        "choice": st.sampled_from(["yes", "no", "once"]),
        "choices": st.lists(st.sampled_from(["yes", "no", "once"]), min_size=1, unique=True),
        "number": st.integers(-1, 9) | st.sampled_from([0.5, 4.0]),
        "date": st.just("2026-05-04"),
        "dates": st.just(["2026-05-04"]) | st.just(["2026-05-04", "2026-06-04"]),
        "text": st.sampled_from(["12", "She said so.", "2026-05-04"]),
    }
    value = st.none() | values[question.kind]
    return st.builds(
        lambda value, not_applicable, flagged: Answer(
            value=None if not_applicable else value,
            not_applicable=not_applicable,
            reason=next(words),
            late_reason=next(words),
            note=next(words),
            evidence=(Evidence(document=next(words), place=next(words)),),
            flagged=flagged,
        ),
        value,
        st.booleans(),
        st.booleans(),
    )


@st.composite
def merges(draw):
    """Draw a revision in which two questions become one, with answers that are often equal."""
    text = draw(st.sampled_from(["Is it there?", "Is it here?"]))
    old = make_version({"id": "a", "text": text}, {"id": "b"})
    merged_id = draw(st.sampled_from(["a", "c"]))
    earlier = ["b"] if merged_id == "a" else ["a", "b"]
    new = make_version({"id": merged_id, "renamed_from": earlier}, version="2.0")
    words = iter(f"word{number}" for number in range(1000))
    answers = {f"sample/{each.id}": draw(_answers(each, words)) for each in old.questions}
    return make_audit([old]).model_copy(update={"answers": answers}), old, new


@st.composite
def divisions(draw):
    """Draw a revision in which a question is divided, and one part goes to a question there is."""
    old = make_version({"id": "c"}, {"id": "d"})
    new = make_version(
        {"id": "b", "renamed_from": ["d"]}, {"id": "c", "renamed_from": ["d"]}, version="2.0"
    )
    words = iter(f"word{number}" for number in range(1000))
    answers = {f"sample/{each.id}": draw(_answers(each, words)) for each in old.questions}
    return make_audit([old]).model_copy(update={"answers": answers}), old, new


REVISIONS = st.one_of(revisions(), merges(), divisions())


def bytes_of(audit):
    """Return the tables of an audit as bytes, whatever the order of the rows."""
    rows = sorted((put.table, put.key, json.dumps(put.record)) for put in to_puts(audit))
    return json.dumps([rows, [pin.row() for pin in audit.checklists]])


def words_of(audit):
    """Return how often each word that the auditor wrote is in an audit."""
    return Counter(re.findall(r"word[0-9]+", bytes_of(audit)))


@given(REVISIONS)
def test_every_old_answer_ends_in_exactly_one_state(revision):
    """None is missing, none is there twice, and the new draft holds what the plan says."""
    audit, old, new = revision
    made, after = plan(audit, old, new), move(*revision)

    assert sorted(audit.answers) == sorted(fate.key for fate in made.fates)
    assert len(audit.answers) == sum(made.counts.values())
    states = {state: [f for f in made.fates if f.state is state] for state in AnswerState}
    kept = {fate.new_key for state in list(AnswerState)[:2] for fate in states[state]}
    assert kept == after.answers.keys()
    assert {fate.new_key for fate in states[AnswerState.TO_CONFIRM]} == after.to_confirm.keys()
    assert [fate.key for fate in states[AnswerState.SET_ASIDE]] == [
        row.question for row in after.set_aside.values()
    ]


@given(REVISIONS)
def test_moving_to_the_same_version_changes_nothing(revision):
    """From a version to itself is the identity, for any answers."""
    audit, old, _new = revision

    assert bytes_of(audit) == bytes_of(
        move(audit, old, old).model_copy(update={"checklists": audit.checklists})
    )
    assert () == compare(old, old)


@given(REVISIONS)
def test_moving_twice_changes_nothing(revision):
    """What was moved is where it should be."""
    _audit, _old, new = revision
    after = move(*revision)

    assert bytes_of(after) == bytes_of(move(after, new, new))
    assert () == migration_edit(after, plan(after, new, new), pin_of(new), BY).puts


@given(REVISIONS)
def test_no_text_disappears(revision):
    """Every note, reason and piece of evidence is still somewhere; none is there more often."""
    audit = revision[0]

    assert words_of(audit) == words_of(move(*revision))


@given(REVISIONS)
def test_one_undo_gives_the_same_content(revision):
    """Undo brings back every byte of the tables, redo every byte of the move."""
    audit, old, new = revision
    edit = migration_edit(audit, plan(audit, old, new), pin_of(new), BY)
    changes = row_changes(audit, edit.puts)
    entry = HistoryEntry(seq=1, at=BY.now, by=BY.name, kind=edit.kind, changes=changes)
    after = apply(audit, edit.puts)
    undone = apply(after, puts_back(after, entry))

    assert bytes_of(audit) == bytes_of(undone)
    assert bytes_of(after) == bytes_of(apply(undone, puts_again(undone, entry)))


@given(REVISIONS)
def test_what_is_kept_fits_the_new_version(revision):
    """An answer that goes on is one that its question offers."""
    new = revision[2]
    for key, answer in move(*revision).answers.items():
        question = new.question(key.partition("/")[2])
        values = answer.value if isinstance(answer.value, tuple) else (answer.value,)
        offered = new.answer_texts(question.id)
        if offered and answer.value is not None:
            assert offered.keys() >= set(values)
        assert (question.kind in ("choices", "dates")) == isinstance(answer.value, tuple) or (
            answer.value is None
        )


@given(REVISIONS)
def test_no_difference_is_silent(revision):
    """Two versions that differ in any question differ in the list of changes."""
    _audit, old, new = revision
    named = {change.question for change in compare(old, new)}
    plain = {"renamed_from"}
    for question in new.questions:
        if question.id in {each.id for each in old.questions}:
            before, after = (
                each.question(question.id).model_dump(exclude=plain) for each in (old, new)
            )
            assert before == after or question.id in named
