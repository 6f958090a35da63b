# SPDX-License-Identifier: MPL-2.0
"""Test that every difference between two versions is found, named and put into words."""

import pytest

from auditapp.checklist.models import Question
from auditapp.checklist.revision.change_words import about_words, change_sentence, change_words
from auditapp.checklist.revision.changes import ChangeKind
from auditapp.checklist.revision.compare import HEAD_FIELDS, KIND_OF_FIELD, compare
from tests.auditapp.checklist.revision.revising import CHOICE, declare, make_version

Q = {"id": "q"}
CHOOSE = {"id": "q", "kind": "choice"}
NUMBER = {"id": "q", "kind": "number"}


def said(before, after, **new_head):
    """Return what is said of the change of one question, or of the whole."""
    old, new = make_version(before), make_version(after, version="2.0", **new_head)
    return [change_words(change) for change in compare(old, new)]


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        (Q, {"text": "Is it really there?"}, "reworded: Is it {+really +}there?"),
        (Q, {"hint": "Look twice."}, "hint, was: nothing; now: Look twice."),
        (Q, {"good": ["A", "B"]}, "guidance (good), was: nothing; now: A; B"),
        (Q, {"where": ["Plan"]}, "guidance (where), was: nothing; now: Plan"),
        (Q, {"shortfall": ["C"]}, "guidance (shortfall), was: nothing; now: C"),
        (Q, {"sources": ["x"]}, "sources, was: hull-2015 rec 7; now: x"),
        (Q, {"criteria": ["VS2"]}, "criteria, was: nothing; now: VS2"),
        (Q, {"required": False}, "must be answered, was: yes; now: no"),
        (Q, {"cohorts": ["CIC"]}, "asked only for (cohorts), was: nothing; now: CIC"),
        (
            Q,
            {"when": {"cohort": "CIC"}},
            "asked only for (when), was: nothing; now: the child is CIC",
        ),
        (Q, {"cause_when": ["not_met"]}, "cause asked after, was: nothing; now: not_met"),
        (
            Q,
            {"not_applicable": {"example": "A baby"}},
            "“not applicable”, was: nothing; now: allowed: yes; reason: required; example: A baby",
        ),
        (Q, {"weight": 2}, "weight, was: 1; now: 2"),
        (Q, {"critical": True}, "critical, was: no; now: yes"),
        (Q, {"counts": False}, "counts for the grade, was: yes; now: no"),
        (Q, {"scale": "quality"}, "scale, was: compliance; now: quality"),
        (Q, {"retired": True}, "no longer asked: Is it there?"),
        (Q | {"retired": True}, {"retired": False}, "asked again: Is it there?"),
        (NUMBER, {"unit": "visits"}, "limit (unit), was: nothing; now: visits"),
        (NUMBER, {"min": 1}, "limit (min), was: nothing; now: 1"),
        (NUMBER, {"max": 2.5}, "limit (max), was: nothing; now: 2.5"),
        (NUMBER, {"whole": True}, "limit (whole), was: no; now: yes"),
        (
            NUMBER,
            {"rules": [{"must": {"question": "q", "at_most": 5}, "message": "A lot."}]},
            "warnings, was: nothing; now: q is at most 5 - A lot.",
        ),
        (
            {"id": "q", "kind": "dates"},
            {"timescale": {"rule": "visits_in_care"}},
            "timescale, was: nothing; now: rule: visits_in_care; reason_for_late: optional",
        ),
        (
            {"id": "q", "kind": "dates", "timescale": {"rule": "cp_visits", "ends_on": "old"}},
            {"timescale": {"rule": "cp_visits", "ends_on": "new"}},
            (
                "timescale, was: rule: cp_visits; ends_on: old; reason_for_late: optional; "
                "now: rule: cp_visits; ends_on: new; reason_for_late: optional"
            ),
        ),
        (CHOOSE, {"kind": "choices"}, "kind of answer, was: choice; now: choices"),
        (CHOOSE, {"answers": [*CHOICE, {"id": "n", "text": "N"}]}, "new answer n: N"),
        (CHOOSE, {"answers": CHOICE[:2]}, "answer once is gone: Once"),
        (
            CHOOSE,
            {"answers": [*CHOICE[:2], {"id": "once", "text": "At least once"}]},
            "answer once reworded: [-Once-]{+At least once+}",
        ),
        (
            CHOOSE,
            {"answers": [*CHOICE[:2], {"id": "one", "text": "Once", "renamed_from": ["once"]}]},
            "answer one was once",
        ),
        (
            CHOOSE,
            {"answers": [*CHOICE[:2], CHOICE[2] | {"raises": "concern"}]},
            "answer once (raises), was: nothing; now: concern",
        ),
        (
            CHOOSE,
            {"answers": [CHOICE[1], CHOICE[2], CHOICE[0]]},
            "answer yes (order), was: nothing; now: another place in the list",
        ),
    ],
)
def test_a_change_of_a_question_is_said_in_one_line(before, after, words):
    """Each kind of change has its sentence, with what was and what is."""
    assert [f"q: {words}"] == said(before, before | after)


def test_every_field_of_a_question_is_compared():
    """A field that is added to the format cannot be forgotten here."""
    by_other_rules = {"id", "text", "answers", "renamed_from", "retired"}

    assert set(Question.model_fields) == KIND_OF_FIELD.keys() | by_other_rules


@pytest.mark.parametrize(
    ("after", "words"),
    [
        ([{"id": "q"}, {"id": "r", "text": "And now?"}], ["r: new question: And now?"]),
        ([{"id": "r", "renamed_from": ["q"]}], ["r: was q"]),
        (
            [{"id": "r", "renamed_from": ["q"]}, {"id": "s", "renamed_from": ["q"], "text": "S?"}],
            [
                "r: one part of what was: Is it there?; now: Is it there?",
                "s: one part of what was: Is it there?; now: S?",
            ],
        ),
        ([{"id": "r"}], ["r: new question: Is it there?", "q: gone: Is it there?"]),
        ([{"id": "q"}, {"id": "r", "retired": True}], []),
    ],
)
def test_questions_come_and_go(after, words):
    """Added, renamed, split and vanished; one that is retired from the start is none of these."""
    new = make_version(*after, version="2.0")

    assert words == [change_words(each) for each in compare(make_version(Q), new)]


def test_merged_questions():
    """The new question says which two it takes the place of."""
    old = make_version({"id": "a", "text": "A?"}, {"id": "b", "text": "B?"})
    new = make_version({"id": "c", "text": "C?", "renamed_from": ["a", "b"]}, version="2.0")

    assert ["c: takes the place of: A?; B?; now: C?"] == [
        change_words(each) for each in compare(old, new)
    ]


def test_only_what_was_moved_is_said_to_be_moved():
    """Whatever is put in or taken out around them, the others have not moved."""
    a, b, c, d = ({"id": each} for each in "abcd")
    old = make_version(sections={"one": [a, b, c], "two": [d]})
    new = make_version(
        version="2.0", sections={"one": [{"id": "x"}, c, a, b], "two": [{"id": "y"}, d]}
    )

    moved = [each for each in compare(old, new) if each.kind is ChangeKind.MOVED]
    assert ["c: moved inside “Section one”"] == [change_words(each) for each in moved]
    new = make_version(version="2.0", sections={"one": [a, b], "two": [c, d]})
    assert ["c: moved from “Section one” to “Section two”"] == [
        change_words(each) for each in compare(old, new)
    ]


def test_sections():
    """Added, renamed, moved, changed and withdrawn."""
    old = make_version(sections={"one": [Q], "two": [{"id": "r"}], "three": [{"id": "s"}]})
    data = make_version(
        version="2.0",
        sections={"three": [{"id": "s"}], "one": [Q, {"id": "r"}], "new": [{"id": "t"}]},
    )
    one = data.sections[1].model_copy(update={"title": "The first", "intro": "Read."})
    new = data.model_copy(update={"sections": (data.sections[0], one)})

    assert [
        "three: section moved to another place",
        "one: section renamed: [-Section-]{+The+} [-one-]{+first+}",
        "one: section (intro), was: nothing; now: Read.",
        "r: moved from “Section two” to “The first”",
        "two: section is gone: Section two",
    ] == [change_words(each) for each in compare(old, new)]
    assert "new: new section: Section new" in [change_words(each) for each in compare(old, data)]


def test_caps():
    """Added, changed and removed, in words."""
    cap = {
        "id": "unsafe",
        "when": {"question": "q", "is": "not_met"},
        "section": "only",
        "section_at_most": "good",
        "audit_at_most": "good",
        "because": "It matters.",
    }
    words = "only: good; good; q is Not met; It matters."
    changed = cap | {"because": "It does."}
    plain, capped, other = (make_version(Q, caps=caps) for caps in ([], [cap], [changed]))

    assert [f"unsafe: new cap: {words}"] == [change_words(each) for each in compare(plain, capped)]
    assert [f"unsafe: cap is gone: {words}"] == [change_words(e) for e in compare(capped, plain)]
    assert () == compare(capped, make_version(Q, caps=[cap], version="2.0"))
    (change,) = compare(capped, other)
    assert (ChangeKind.CAP_CHANGED, True) == (change.kind, change.new.endswith("It does."))


def test_the_head():
    """What stands above the sections is compared; what only counts versions is not."""
    changes = declare("same_meaning", "q")

    assert ["title, was: Sample; now: Example"] == said(Q, Q, title="Example", changes=changes)
    assert [
        "look_back, was: months: 12; judge_on_months: 6; now: months: 9; judge_on_months: 6"
    ] == (said(Q, Q, look_back={"months": 9}))
    assert ["effective, was: nothing; now: from: 2026-04-01"] == said(
        Q, Q, effective={"from": "2026-04-01"}
    )
    counted = {"format", "id", "version", "changes", "scales", "sections", "caps"}
    assert set(type(make_version(Q)).model_fields) == {*HEAD_FIELDS} | counted


def test_a_revised_scale_is_told_with_each_question_that_uses_it():
    """What its answers say, and what they count as."""
    question = Q | {"scale": "own", "looks_like": {}}

    def version(number, **answer):
        answers = [
            {"id": "a", "text": "All", "counts_as": "met"} | answer,
            {"id": "b", "text": "None", "counts_as": "not_met"},
        ]
        own = {"id": "own", "title": "Own", "measures": "compliance", "answers": answers}
        return make_version(question, version=number, scales=[own])

    changes = compare(version("1.0"), version("2.0", text="Every", counts_as="partly_met"))
    assert [
        "q: answer a reworded: [-All-]{+Every+}",
        "q: answer a (counts_as), was: met; now: partly_met",
    ] == [change_words(each) for each in changes]


def test_the_same_checklist_has_no_changes():
    """A higher version alone is no difference."""
    assert [] == said(Q, Q)


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        (NUMBER, {"max": 2.5}, "Limit (largest number), was: nothing; now: 2.5"),
        (
            CHOOSE,
            {"kind": "choices"},
            "Kind of answer, was: one answer of a list; now: several answers of a list",
        ),
        (Q, {"weight": 2}, "Weight, was: 1; now: 2"),
    ],
)
def test_auditors_read_no_keys_of_the_format(before, after, words):
    """They get plain words, and what it is about stands elsewhere."""
    (change,) = compare(make_version(before), make_version(before | after, version="2.0"))

    assert ("q", words) == (about_words(change), change_sentence(change))
