# SPDX-License-Identifier: MPL-2.0
"""Test what becomes of an answer, rule by rule as ``docs/checklist-revisions.md`` lists them."""

import pytest

from auditapp.checklist.revision.fates import AnswerState
from auditapp.checklist.revision.planning import plan
from auditapp.errors import AuditLockedError, NotAllowedError
from auditapp.model.answer import Answer, Cause, Evidence, ToConfirm
from auditapp.model.audit import AuditStatus
from tests.auditapp.checklist.revision.revising import (
    CHOICE,
    declare,
    draft,
    make_version,
    move,
    outcome,
)
from tests.making import Clock

KEPT, TO_CONFIRM, SET_ASIDE = AnswerState

RATING = {"id": "q"}
CHOOSE = {"id": "q", "kind": "choice"}
SEVERAL = {"id": "q", "kind": "choices"}
NUMBER = {"id": "q", "kind": "number"}
WHOLE = NUMBER | {"whole": True}
TEXT = {"id": "q", "kind": "text"}
DATE = {"id": "q", "kind": "date"}
DATES = {"id": "q", "kind": "dates"}
REWORDED = {"text": "Is it really there?"}
MET = {"value": "met"}
NEVER = {"not_applicable": True, "reason": "A baby"}
ALLOWED = {"not_applicable": {"allowed": True}}
NEW_NO = [CHOICE[0], {"id": "no", "text": "Not at all"}, CHOICE[2]]
NO_NO = [CHOICE[0], CHOICE[2]]
NO_RETIRED = [CHOICE[0], CHOICE[1] | {"retired": True}, CHOICE[2]]
NO_RENAMED = [CHOICE[0], {"id": "never", "text": "No", "renamed_from": ["no"]}, CHOICE[2]]
NO_SPLIT = [
    CHOICE[0],
    {"id": "never", "text": "Never", "renamed_from": ["no"]},
    {"id": "rarely", "text": "Rarely", "renamed_from": ["no"]},
]
MORE = [*CHOICE, {"id": "often", "text": "Often"}]


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("hint", "Look twice.", "The guidance was changed."),
        ("good", ["Seen."], "The guidance was changed."),
        ("weight", 2, "The question counts in another way."),
        ("critical", True, "The question counts in another way."),
        ("counts", False, "The question counts in another way."),
        ("sources", ["hull-2015 rec 8"], ""),
        ("required", False, ""),
        ("when", {"cohort": "CIC"}, ""),
        ("cause_when", ["not_met"], ""),
    ],
)
def test_what_does_not_touch_the_question_keeps_the_answer(field, value, sentence):
    """Guidance, weight, sources and conditions leave an answer as it is."""
    fate = outcome(RATING, RATING | {field: value}, MET)

    assert (KEPT, "met", sentence) == (fate.state, fate.answer.value, fate.why)


def test_another_section_or_place_keeps_the_answer():
    """Ids are the checklist's, not the section's."""
    other = {"id": "other", "kind": "text"}
    old = make_version(sections={"one": [RATING, other], "two": [{"id": "third", "kind": "text"}]})
    new = make_version(
        version="2.0", sections={"two": [{"id": "third", "kind": "text"}, other], "one": [RATING]}
    )
    answers = {"q": MET, "other": {"value": "x"}}

    assert [KEPT, KEPT] == [fate.state for fate in plan(draft(old, **answers), old, new).fates]


@pytest.mark.parametrize(
    ("meaning", "state", "why"),
    [
        ("same_meaning", KEPT, "The question was reworded; the checklist says that it means the"),
        (None, TO_CONFIRM, "The question was reworded."),
        ("changed_meaning", SET_ASIDE, "The question now asks something else."),
    ],
)
def test_a_reworded_question(meaning, state, why):
    """What the checklist declares decides; when it declares nothing, a person does."""
    changes = declare(meaning, "q") if meaning else ()
    fate = outcome(RATING, RATING | REWORDED, MET, changes)

    assert state is fate.state
    assert fate.why.startswith(why)
    assert ("Is it there?", "Met", "1.0") == (fate.question_text, fate.answer_text, fate.version)


@pytest.mark.parametrize(
    ("declared_in", "state"), [("1.0", TO_CONFIRM), ("1.5", KEPT), ("2.0", KEPT)]
)
def test_only_what_was_declared_since_counts(declared_in, state):
    """A declaration of the old version or before it was about an earlier rewording."""
    changes = declare("same_meaning", "q", version=declared_in)

    assert state is outcome(RATING, RATING | REWORDED, MET, changes).state


def test_a_changed_meaning_outlives_a_later_rewording():
    """Of all versions that are skipped, the one that changed the meaning decides."""
    changes = declare("changed_meaning", "q", version="1.5") + declare("same_meaning", "q")

    assert SET_ASIDE is outcome(RATING, RATING | REWORDED, MET, changes).state


@pytest.mark.parametrize(
    ("answers", "value", "state", "new_value"),
    [
        (NEW_NO, "no", TO_CONFIRM, "no"),
        (NEW_NO, "yes", KEPT, "yes"),
        (MORE, "no", KEPT, "no"),
        (NO_NO, "no", SET_ASIDE, "no"),
        (NO_NO, "yes", KEPT, "yes"),
        (NO_RETIRED, "no", SET_ASIDE, "no"),
        (NO_RENAMED, "no", KEPT, "never"),
        (NO_SPLIT, "no", SET_ASIDE, "no"),
        (CHOICE[::-1], "no", KEPT, "no"),
    ],
    ids=[
        "reworded",
        "another reworded",
        "added",
        "removed",
        "another removed",
        "retired",
        "renamed",
        "divided",
        "reordered",
    ],
)
def test_the_answers_of_a_choice(answers, value, state, new_value):
    """Only what was chosen counts, and only one successor is no guess."""
    fate = outcome(CHOOSE, CHOOSE | {"answers": answers}, {"value": value})

    assert (state, new_value) == (fate.state, fate.answer.value)


def test_a_reworded_answer_that_is_declared_the_same():
    """The declaration about the question is about its answers too."""
    changes = declare("same_meaning", "q")
    fate = outcome(CHOOSE, CHOOSE | {"answers": NEW_NO}, {"value": "no"}, changes)

    assert KEPT is fate.state


def test_new_answers_are_pointed_out():
    """The auditor may want one of them."""
    assert (
        "New answers are offered."
        in outcome(CHOOSE, CHOOSE | {"answers": MORE}, {"value": "no"}).why
    )


@pytest.mark.parametrize(
    ("answers", "state", "new_value"),
    [
        (NEW_NO, TO_CONFIRM, ("yes", "no")),
        (NO_NO, SET_ASIDE, ("yes", "no")),
        (NO_RENAMED, KEPT, ("yes", "never")),
        ([CHOICE[0], CHOICE[1] | {"exclusive": True}], TO_CONFIRM, ("yes", "no")),
    ],
)
def test_several_answers_at_once(answers, state, new_value):
    """One that is gone takes the whole answer with it: half of it was never said."""
    fate = outcome(SEVERAL, SEVERAL | {"answers": answers}, {"value": ("yes", "no")})

    assert (state, new_value) == (fate.state, fate.answer.value)


def scale(answers, scale_id="own"):
    """Make a scale; an answer is its id, its text and perhaps a map."""
    return {
        "id": scale_id,
        "title": "Own",
        "measures": "compliance",
        "answers": [
            {"id": each[0], "text": each[1], "counts_as": "met"}
            | ({"from": each[2]} if len(each) > 2 else {})
            for each in answers
        ],
    }


SAME = [
    ("met", "Met"),
    ("partly_met", "Partly met"),
    ("not_met", "Not met"),
    ("could_not_find", "Could not find on file"),
]
MAPPED = [("good", "Good", {"compliance": "met"}), ("poor", "Poor", {"compliance": "not_met"})]


@pytest.mark.parametrize(
    ("answers", "value", "state", "new_value"),
    [
        (SAME, "met", KEPT, "met"),
        (MAPPED, "met", TO_CONFIRM, "good"),
        (MAPPED, "not_met", TO_CONFIRM, "poor"),
        (MAPPED, "partly_met", SET_ASIDE, "partly_met"),
        (SAME[:3], "met", SET_ASIDE, "met"),
        ([("met", "Done"), *SAME[1:]], "not_met", SET_ASIDE, "not_met"),
    ],
    ids=["same", "mapped", "mapped too", "not in the map", "fewer answers", "other words"],
)
def test_another_scale(answers, value, state, new_value):
    """Equal scales keep, a map is confirmed, and nothing is ever worked out."""
    after = RATING | {"scale": "own", "looks_like": {}}
    fate = outcome(RATING, after, {"value": value}, scales=[scale(answers)])

    assert (state, new_value) == (fate.state, fate.answer.value)


@pytest.mark.parametrize(
    ("answers", "value", "state", "new_value"),
    [
        ([("a", "All"), ("c", "None")], "a", KEPT, "a"),
        ([("a", "All"), ("c", "None")], "b", SET_ASIDE, "b"),
        ([("a", "Everything"), ("b", "Some")], "a", TO_CONFIRM, "a"),
        ([("a", "All"), ("d", "Some", {"own": "b"})], "b", KEPT, "d"),
        ([("a", "All"), ("d", "A part", {"own": ["b"]})], "b", TO_CONFIRM, "d"),
    ],
    ids=["stays", "removed", "reworded", "renamed", "renamed and reworded"],
)
def test_a_scale_whose_answers_changed(answers, value, state, new_value):
    """A revised scale is treated like the answers of a choice."""
    question = RATING | {"scale": "own", "looks_like": {}}
    fate = outcome(
        question,
        question,
        {"value": value},
        old_head={"scales": [scale([("a", "All"), ("b", "Some")])]},
        scales=[scale(answers)],
    )

    assert (state, new_value) == (fate.state, fate.answer.value)


@pytest.mark.parametrize(
    ("before", "after", "value", "state", "new_value"),
    [
        (CHOOSE, SEVERAL, "no", KEPT, ("no",)),
        (DATE, DATES, "2026-05-04", KEPT, ("2026-05-04",)),
        (NUMBER, TEXT, 4.0, KEPT, "4"),
        (NUMBER, TEXT, 4.5, KEPT, "4.5"),
        (WHOLE, TEXT, 4, KEPT, "4"),
        (WHOLE, NUMBER, 4, KEPT, 4),
        (DATE, TEXT, "2026-05-04", KEPT, "2026-05-04"),
        (NUMBER, WHOLE, 4.0, TO_CONFIRM, 4),
        (NUMBER, WHOLE, 4, KEPT, 4),
        (NUMBER, WHOLE, 4.5, SET_ASIDE, 4.5),
        (SEVERAL, CHOOSE, ("no",), TO_CONFIRM, "no"),
        (SEVERAL, CHOOSE, ("no", "once"), SET_ASIDE, ("no", "once")),
        (DATES, DATE, ("2026-05-04",), TO_CONFIRM, "2026-05-04"),
        (DATES, DATE, ("2026-05-04", "2026-06-04"), SET_ASIDE, ("2026-05-04", "2026-06-04")),
        (TEXT, NUMBER, " 12 ", TO_CONFIRM, 12),
        (TEXT, NUMBER, "1.5", TO_CONFIRM, 1.5),
        (TEXT, NUMBER, "about 12", SET_ASIDE, "about 12"),
        (TEXT, DATE, "2026-05-04", TO_CONFIRM, "2026-05-04"),
        (TEXT, DATE, "in May", SET_ASIDE, "in May"),
        (TEXT, DATE, "20260504", SET_ASIDE, "20260504"),
        (TEXT, WHOLE, "12", TO_CONFIRM, 12),
        (TEXT, WHOLE, "1.5", SET_ASIDE, "1.5"),
        (RATING, TEXT, "met", SET_ASIDE, "met"),
        (CHOOSE, RATING, "no", SET_ASIDE, "no"),
        (DATES, NUMBER, ("2026-05-04",), SET_ASIDE, ("2026-05-04",)),
    ],
)
def test_another_kind(before, after, value, state, new_value):
    """A wider kind takes every answer, a narrower one only what fits exactly."""
    fate = outcome(before, after, {"value": value})

    assert (state, new_value) == (fate.state, fate.answer.value)


def test_a_choice_that_becomes_a_rating_with_the_same_answers():
    """The answers are the same, and what they count for is new: a person looks at it."""
    answers = [{"id": each, "text": text} for each, text in SAME]
    fate = outcome(CHOOSE | {"answers": answers}, RATING, MET)

    assert (TO_CONFIRM, "met") == (fate.state, fate.answer.value)


@pytest.mark.parametrize(
    ("before", "after", "value", "state"),
    [
        ({}, {"min": 3}, 2, TO_CONFIRM),
        ({}, {"max": 3}, 4, TO_CONFIRM),
        ({}, {"min": 1, "max": 3}, 2, KEPT),
        ({"max": 3}, {"max": 3}, 4, KEPT),
        ({"max": 3}, {}, 4, KEPT),
    ],
)
def test_stricter_limits(before, after, value, state):
    """An answer outside limits that were narrowed is looked at again."""
    assert state is outcome(NUMBER | before, NUMBER | after, {"value": value}).state


@pytest.mark.parametrize(
    ("before", "after", "answer", "state"),
    [
        (ALLOWED, ALLOWED, NEVER, KEPT),
        (ALLOWED, {}, NEVER, SET_ASIDE),
        ({"not_applicable": {"reason": "optional"}}, ALLOWED, {"not_applicable": True}, TO_CONFIRM),
        ({"not_applicable": {"reason": "optional"}}, ALLOWED, NEVER, KEPT),
    ],
)
def test_not_applicable(before, after, answer, state):
    """It is an answer like another: it may no longer be offered, or want a reason."""
    assert state is outcome(RATING | before, RATING | after, answer).state


@pytest.mark.parametrize(("after", "state"), [(DATES, KEPT), (TEXT, SET_ASIDE)])
def test_no_date_on_file(after, state):
    """It answers any question for dates, and no other."""
    assert state is outcome(DATE, after, {"none_on_file": True}).state


def test_a_note_without_an_answer_waits_with_its_question():
    """There is nothing to confirm while the question is open."""
    fate = outcome(RATING, RATING | REWORDED, {"note": "Ask again."})

    assert (KEPT, "sample/q") == (fate.state, fate.new_key)


def test_a_renamed_question():
    """The answer goes on under the new id."""
    fate = outcome(RATING, {"id": "r", "renamed_from": ["q"]}, MET)

    assert (KEPT, "sample/r", "The question has another id now.") == (
        fate.state,
        fate.new_key,
        fate.why,
    )


def test_a_split_question():
    """Nobody can say which part was answered: it is shown beside each."""
    parts = [{"id": each, "renamed_from": ["q"]} for each in ("r", "s")]
    fate = outcome(RATING, parts, MET)

    assert (SET_ASIDE, None, ("sample/r", "sample/s")) == (fate.state, fate.new_key, fate.beside)


def merge(first, second):
    """Return the fates of two answers whose questions became one, and the draft after it."""
    old = make_version({"id": "a"}, {"id": "b"})
    new = make_version({"id": "c", "renamed_from": ["a", "b"]}, version="2.0")
    answers = {name: each for name, each in (("a", first), ("b", second)) if each}
    audit = draft(old, **answers)
    return plan(audit, old, new).fates, move(audit, old, new)


def test_merged_questions_with_equal_answers():
    """One answer holds what both said, and waits to be confirmed."""
    first = {"note": "At school.", "evidence": [Evidence(document="Visit 1")], "cause": "practice"}
    second = {"note": "At home.", "evidence": [Evidence(document="Visit 2")], "cause": "practice"}
    stamp = {"changed_at": Clock().now, "changed_by": "R. Okafor"}
    fates, after = merge(MET | first, MET | second | stamp)

    assert [(TO_CONFIRM, "sample/c")] * 2 == [(fate.state, fate.new_key) for fate in fates]
    answer = after.answers["sample/c"]
    assert ("met", "At school.\n\nAt home.", Cause.PRACTICE, "R. Okafor") == (
        answer.value,
        answer.note,
        answer.cause,
        answer.changed_by,
    )
    assert ["Visit 1", "Visit 2"] == [each.document for each in answer.evidence]


@pytest.mark.parametrize(
    ("first", "second"),
    [(MET, {"value": "not_met"}), (MET, None), (MET | {"cause": "system"}, MET), (MET, NEVER)],
)
def test_merged_questions_with_different_answers(first, second):
    """Neither answers the whole: each is set aside with its own words."""
    fates, after = merge(first, second)

    assert {SET_ASIDE} == {fate.state for fate in fates}
    assert {} == after.answers
    assert [Answer(**each) for each in (first, second) if each] == [
        row.answer for row in after.set_aside.values()
    ]


def test_notes_of_merged_questions_without_answers():
    """They stand together under the new question, which is open."""
    fates, after = merge({"note": "One."}, {"note": "Two."})

    assert [KEPT, KEPT] == [fate.state for fate in fates]
    assert ("One.\n\nTwo.", {}) == (after.answers["sample/c"].note, after.to_confirm)


@pytest.mark.parametrize(
    ("after", "why"),
    [
        (RATING | {"retired": True}, "The question is no longer asked."),
        ({"id": "other"}, "The question is no longer in the checklist."),
    ],
)
def test_a_question_that_is_gone(after, why):
    """Retired or vanished, the answer is set aside and stays readable."""
    fate = outcome(RATING, after, MET)

    assert (SET_ASIDE, why, ()) == (fate.state, fate.why, fate.beside)


def test_an_added_question_has_no_fate():
    """It is open, and no old answer is about it."""
    assert "q" == outcome(RATING, [RATING, {"id": "new"}], MET).key.partition("/")[2]


def test_the_worst_reason_decides():
    """Reworded, and the chosen answer is gone: it is set aside, for that reason."""
    after = CHOOSE | REWORDED | {"answers": NO_NO}
    fate = outcome(CHOOSE, after, {"value": "no"})

    assert (SET_ASIDE, "The answer is no longer offered.") == (fate.state, fate.why)


def test_an_answer_to_no_known_question_is_not_lost():
    """It was stored by something else; it is set aside with what there is."""
    old, new = make_version(RATING), make_version(RATING, version="2.0")
    (fate,) = plan(draft(old, gone={"value": "x", "note": "Mine."}), old, new).fates

    assert (SET_ASIDE, "Question sample/gone", "x", "Mine.") == (
        fate.state,
        fate.question_text,
        fate.answer_text,
        fate.answer.note,
    )


def test_an_answer_that_still_waits_keeps_its_first_wording():
    """It was given to the first version, and no later one makes that untrue."""
    old = make_version(RATING | REWORDED, version="2.0")
    new = make_version(RATING | {"text": "Is it there now?"}, version="3.0")
    mark = ToConfirm(
        question_text="Is it there?",
        answer_text="Met",
        why="The question was reworded.",
        checklist_version="1.0",
    )
    audit = draft(old, q=MET).model_copy(update={"to_confirm": {"sample/q": mark}})

    assert {"sample/q": mark} == move(audit, old, new).to_confirm


def test_answers_to_other_checklists_are_left_alone():
    """An audit may use several."""
    old, new = make_version(RATING), make_version(RATING | REWORDED, version="2.0")
    audit = draft(old, q=MET)
    other = {"visits/VS2": Answer(value="met")}
    audit = audit.model_copy(update={"answers": audit.answers | other})

    assert ["sample/q"] == [fate.key for fate in plan(audit, old, new).fates]
    assert other["visits/VS2"] is move(audit, old, new).answers["visits/VS2"]


def test_an_older_version_is_warned_of():
    """Going back is possible, and said."""
    old, new = make_version(RATING, version="1.10"), make_version(RATING, version="1.9")

    assert ("Version 1.9 is older than version 1.10, which the audit uses.",) == plan(
        draft(old), old, new
    ).warnings


def test_a_signed_audit_is_refused():
    """It stays with the checklist that it was signed with, for ever."""
    old = make_version(RATING)
    audit = draft(old).model_copy(update={"status": AuditStatus.SIGNED_OFF})

    with pytest.raises(AuditLockedError, match="it stays with the checklist it was signed with"):
        plan(audit, old, make_version(RATING, version="2.0"))


def test_another_checklist_is_refused():
    """A draft moves to a version of its own checklist."""
    with pytest.raises(NotAllowedError, match="'visits' is not a version of 'sample'"):
        plan(draft(make_version(RATING)), make_version(RATING), make_version(RATING, id="visits"))


def test_the_counts():
    """Each state has its number, and none is left out."""
    old = make_version({"id": "a"}, {"id": "b"}, {"id": "c"})
    new = make_version({"id": "a"}, {"id": "b", "text": "Is it here?"}, version="2.0")
    made = plan(draft(old, a=MET, b=MET, c=MET), old, new)

    assert {KEPT: 1, TO_CONFIRM: 1, SET_ASIDE: 1} == made.counts
