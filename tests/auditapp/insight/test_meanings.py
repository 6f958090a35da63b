# SPDX-License-Identifier: MPL-2.0
"""Test which questions of several versions of a checklist are counted as one."""

import pytest

from auditapp.insight.meanings import read_meanings
from auditapp.model.ids import QuestionId
from tests.auditapp.checklist.revision.revising import declare, make_version

Q = QuestionId("q")
COMPLIANCE = {"id": "own", "title": "Own", "measures": "compliance"}


def own_scale(*counted):
    """Make a scale whose answers count as ``counted``."""
    answers = [
        {"id": f"a{place}", "text": f"A{place}", "counts_as": name}
        for place, name in enumerate(counted)
    ]
    return [COMPLIANCE | {"answers": answers}]


def read(*versions):
    """Return the meanings of versions, whose files have the hashes 1, 2 and so on."""
    return read_meanings({str(at): each for at, each in enumerate(versions, start=1)})


def test_a_question_that_did_not_change_is_one():
    """Its place and its words are those of the newest version, whatever the order of reading."""
    new = make_version({"id": "first"}, {"id": "q", "hint": "Look."}, version="1.10")
    old = make_version({"id": "q"}, version="1.9")
    meanings = read(new, old)
    criterion = meanings.criteria["2", Q]
    assert criterion == meanings.criteria["1", Q]
    assert (0, 1) == criterion.place
    assert ("Sample", "Is it there?", "") == (criterion.title, criterion.text, criterion.until)
    assert () == meanings.breaks


def test_a_question_that_was_renamed_is_one():
    """The new id carries the old one with it."""
    old = make_version({"id": "before"})
    new = make_version({"id": "q", "renamed_from": ["before"]}, version="2.0")
    meanings = read(old, new)
    assert meanings.criteria["1", QuestionId("before")] == meanings.criteria["2", Q]


@pytest.mark.parametrize(
    ("before", "after", "changes", "why"),
    [
        ({}, {}, declare("changed_meaning", "q"), "It asks something else now."),
        (
            {},
            {"text": "Is it there today?"},
            (),
            "It was reworded, and the checklist does not say that it means the same.",
        ),
        ({}, {"scale": "quality"}, (), "Its answers count in another way."),
        (
            {"kind": "text"},
            {"scale": "compliance"},
            (),
            "Another kind of answer is asked for.",
        ),
    ],
)
def test_what_changed_its_meaning_is_two(before, after, changes, why):
    """The break is named with both wordings; the old one says up to which version it was asked."""
    old = make_version({"id": "q"} | before)
    new = make_version({"id": "q"} | after, version="2.0", changes=changes)
    meanings = read(old, new)
    first, second = meanings.criteria["1", Q], meanings.criteria["2", Q]
    assert ("1.0", "") == (first.until, second.until)
    assert first.place > second.place
    (found,) = meanings.breaks
    assert ("1.0", "2.0", why) == (found.old_version, found.new_version, found.why)
    assert (old.question(Q).text, new.question(Q).text) == (found.old, found.new)


def test_what_was_reworded_and_means_the_same_is_one():
    """Where the checklist says so."""
    old = make_version({"id": "q"})
    changes = declare("same_meaning", "q")
    new = make_version({"id": "q", "text": "Is it here?"}, version="2.0", changes=changes)
    meanings = read(old, new)
    assert meanings.criteria["1", Q] == meanings.criteria["2", Q]
    assert "Is it here?" == meanings.criteria["1", Q].text


def test_an_answer_that_counts_as_another_breaks():
    """The scale has its old id and other meanings."""
    question = {"id": "q", "scale": "own", "looks_like": {}}
    old = make_version(question, scales=own_scale("met", "not_met"))
    new = make_version(question, scales=own_scale("met", "partly_met"), version="2.0")
    (found,) = read(old, new).breaks
    assert "Its answers count in another way." == found.why


def test_another_timescale_breaks():
    """Figures by the old one and by the new are not the same."""
    dates = {"id": "q", "kind": "date"}
    rules = [{"timescale": {"rule": f"rule-{name}"}} for name in "ab"]
    old, new = make_version(dates | rules[0]), make_version(dates | rules[1], version="2.0")
    (found,) = read(old, new).breaks
    assert "Its timescale was changed." == found.why


def test_a_split_question_is_counted_anew():
    """Nobody can say which half an old answer was about."""
    old = make_version({"id": "q"})
    parts = [{"id": name, "renamed_from": ["q"]} for name in ("one", "two")]
    meanings = read(old, make_version(*parts, version="2.0"))
    assert ["It was split or merged."] * 2 == [each.why for each in meanings.breaks]
    assert 3 == len(set(meanings.criteria.values()))


def test_what_is_not_counted_breaks_nothing():
    """A text that asks something else now is no figure."""
    old = make_version({"id": "q", "kind": "text"})
    changes = declare("changed_meaning", "q")
    new = make_version({"id": "q", "kind": "text"}, version="2.0", changes=changes)
    assert () == read(old, new).breaks
