# SPDX-License-Identifier: MPL-2.0
"""Test what the author of a new version is told before it is published."""

import pytest

from auditapp.checklist.revision.publishing import publishing_faults
from tests.auditapp.checklist.revision.revising import CHOICE, declare, make_version

Q = {"id": "q", "text": "Was the child seen alone at each visit?"}
LISTED = [{"version": "2.0", "on": "2026-11-01", "summary": "Some."}]
CHOOSE = {"id": "q", "kind": "choice"}
OWN = {
    "id": "own",
    "title": "Own",
    "measures": "compliance",
    "answers": [
        {"id": "a", "text": "All", "counts_as": "met"},
        {"id": "b", "text": "None", "counts_as": "not_met"},
    ],
}


def found(before, after, *, changes=None, version="2.0", **head):
    """Return the faults and the warnings, as path and sentence."""
    old = make_version(*before)
    held = LISTED if changes is None else changes
    new = make_version(*after, version=version, changes=held, **head)
    result = publishing_faults(old, new)
    return [
        [(".".join(map(str, fault.path)), fault.message) for fault in some]
        for some in (result.faults, result.warnings)
    ]


PLACE = "sections.0.questions.0"


@pytest.mark.parametrize(
    ("before", "after", "fault"),
    [
        ([Q, CHOOSE | {"id": "r"}], [Q], ("sections.0.questions", "Question 'r' has vanished.")),
        (
            [Q],
            [Q | {"id": "r", "renamed_from": ["x", "q"]}],
            (f"{PLACE}.renamed_from.0", "No earlier version has a question 'x'."),
        ),
        (
            [Q],
            [Q | {"id": "r", "renamed_from": ["q", "q"]}],
            (f"{PLACE}.renamed_from.1", "'q' is named twice."),
        ),
        (
            [Q | {"renamed_from": ["p"]}],
            [Q],
            (PLACE, "'q' no longer says which ids it had: p."),
        ),
        (
            [Q | {"renamed_from": ["p"]}],
            [Q | {"renamed_from": ["p"]}, {"id": "p"}],
            ("sections.0.questions.1.id", "'p' was another question’s id in an earlier version."),
        ),
        ([Q], [Q | {"kind": "rating", "id": "q"}, {"id": "n"}], None),
        (
            [CHOOSE],
            [{"id": "q", "kind": "text"}],
            (f"{PLACE}.kind", "Question 'q' was of kind choice."),
        ),
        ([CHOOSE], [CHOOSE | {"kind": "choices"}], None),
    ],
)
def test_faults(before, after, fault):
    """What would lose or misread answers must be mended."""
    assert [fault] * (fault is not None) == found(before, after)[0]


def test_the_version_must_be_raised_and_its_changes_listed():
    """A change that nobody can see is no published change."""
    after = [Q | {"hint": "Look twice."}]

    faults, _warnings = found([Q], after, version="1.0", changes=[])
    assert ["Version 1.0 is not later than 1.0.", "What version 1.0 changes is not listed."] == [
        message for _path, message in faults
    ]
    assert [[], []] == found([Q], [Q], version="1.0", changes=[])
    assert [[], []] == found([Q], [Q], version="1.1", changes=[])
    assert [("version", "Version 1.0 is not later than 1.0.")] == found(
        [Q], [Q], version="1.0", licence="none", changes=[LISTED[0] | {"version": "1.0"}]
    )[0]


def test_another_checklist_is_no_earlier_version():
    """There is nothing to compare."""
    assert [("id", "This is checklist 'other', and the other one is 'sample'.")] == found(
        [Q], [Q], id="other"
    )[0]


@pytest.mark.parametrize(
    ("text", "meaning", "warned"),
    [
        ("Was the child seen alone at each visit, and heard?", None, ""),
        ("Who came?", None, "'q' was reworded so much that it may ask something else."),
        ("Who came?", "same_meaning", ""),
        ("Who came?", "changed_meaning", "'q' is declared to ask something else."),
    ],
)
def test_a_large_rewording_is_warned_of(text, meaning, warned):
    """A machine cannot judge the meaning; the author can, and says so."""
    changes = declare(meaning, "q") if meaning else LISTED
    faults, warnings = found([Q], [Q | {"text": text}], changes=changes)

    assert ([], [warned] * bool(warned)) == (faults, [message for _path, message in warnings])


def test_a_meaning_is_declared_again_with_each_rewording():
    """Or else what was said of an earlier rewording would hold for this one."""
    changes = [*LISTED, *declare("same_meaning", "q", version="1.0")]
    after = [Q | {"text": "Was the child seen alone at every visit?"}]

    assert [(f"{PLACE}.text", "'q' was reworded again since its meaning was declared.")] == found(
        [Q], after, changes=changes
    )[0]
    assert [] == found([Q], [Q], changes=changes)[0]


def test_answers_that_go_and_questions_that_split_are_warned_of():
    """Both leave answers set aside."""
    gone = found([CHOOSE], [CHOOSE | {"answers": CHOICE[:2]}])
    split = found([Q], [Q | {"id": each, "renamed_from": ["q"]} for each in "rs"])

    assert [[], [(PLACE, "Answer 'once' of 'q' has no successor.")]] == gone
    assert [[], [(PLACE, "'q' becomes several questions: r, s.")]] == split


def test_a_scale_map_names_answers_that_there_were():
    """As far as the old version shows it."""
    old = make_version(Q, scales=[OWN])

    def faults(**named):
        mapped = OWN["answers"][0] | {"from": named}
        scale = OWN | {"id": "other", "answers": [mapped, OWN["answers"][1]]}
        new = make_version(Q, version="2.0", changes=LISTED, scales=[scale])
        return [fault.message for fault in publishing_faults(old, new).faults]

    assert [] == faults(own=["a", "b"])
    assert [] == faults(unknown="x")
    assert ["Scale 'own' had no answer 'c'."] == faults(own="c")


def test_another_scale_is_not_taken_for_missing_answers():
    """What its answers become is for its map to say."""
    assert [[], []] == found([Q], [Q | {"scale": "own", "looks_like": {}}], scales=[OWN])


def test_a_whole_section_that_is_gone():
    """Its questions are told at the list of sections."""
    old = make_version(sections={"one": [Q], "two": [{"id": "r"}]})
    new = make_version(Q, version="2.0", changes=LISTED)

    assert [("sections",)] == [fault.path for fault in publishing_faults(old, new).faults]
