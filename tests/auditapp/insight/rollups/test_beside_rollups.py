# SPDX-License-Identifier: MPL-2.0
"""Test what sets audits, periods and versions beside each other."""

import datetime as dt
from collections import Counter
from dataclasses import replace

from auditapp.insight.rollups.breaks import breaks
from auditapp.insight.rollups.chosen import audits_chosen
from auditapp.insight.rollups.completeness import completeness
from auditapp.insight.rollups.criteria import (
    criterion_counts,
)
from auditapp.insight.rollups.grades import Aspect, grade_counts
from auditapp.insight.rollups.moderation import moderation_counts, moderation_pairs
from auditapp.insight.rollups.side_by_side import side_by_side
from auditapp.insight.selection import Selection
from auditapp.insight.tables import InsightTables
from auditapp.model.grade import IMPACT, PRACTICE
from tests.auditapp.insight.generating import checklists, digested, make_states
from tests.auditapp.insight.rollups.choosing import EVERYTHING, SELECTIONS


def test_two_periods_side_by_side(tables):
    """Each column says what a roll-up of its period says."""
    then = Selection(last=dt.date(2026, 3, 15))
    now = Selection(first=dt.date(2026, 3, 16))
    both = side_by_side(tables, then, now)
    for place, selection in enumerate((then, now)):
        assert len(audits_chosen(tables, selection)) == both.audits[place]
        assert sum(row.total for row in grade_counts(tables, selection)) == sum(
            both.practice[place]
        )
        whole = {row.criterion: row.whole for row in criterion_counts(tables, selection).rows}
        pairs = {each.criterion: (each.then, each.now)[place] for each in both.criteria}
        assert whole == {criterion: share for criterion, share in pairs.items() if share}
    empty = side_by_side(tables, SELECTIONS["nothing"], now)
    assert (0, (0, 0, 0, 0)) == (empty.audits[0], empty.practice[0])


def test_moderations_stand_beside_what_they_moderate(tables, states):
    """Each once, with both grades.

    One whose first reading is elsewhere has no pair, nor one that a person made of their own audit.
    """
    by_id = {state.audit.id: state.audit for state in states}
    expected, own = {}, 0
    for audit in by_id.values():
        first = by_id.get(audit.links.moderates) if audit.links else None
        if first is not None and first.front.auditor == audit.front.auditor:
            own += 1
        elif first is not None and not (first.links and first.links.moderates):
            expected[first.id, audit.id] = [
                tuple(
                    each.grades[key].band if key in each.grades else None for each in (first, audit)
                )
                for key in (PRACTICE, IMPACT)
            ]
    everything = Selection(has_drafts=True)
    pairs = moderation_pairs(tables, everything)
    assert expected == {(each.first, each.second): [each.practice, each.impact] for each in pairs}
    assert expected
    assert own
    assert {each.auditor for each in pairs} <= {"R. Okafor", "P. Nowak", "A. Malik"}
    for place, aspect in enumerate(Aspect):
        counted = Counter(each[place] for each in expected.values() if None not in each[place])
        found = moderation_counts(tables, everything, aspect)
        assert counted == {(each.first, each.second): each.pairs for each in found}


def test_breaks_are_those_between_the_versions_used(states):
    """A question whose meaning was changed breaks where both versions are among the audits."""
    (sha,) = {sha for sha, each in checklists().items() if each.id == "supervision"}
    old = checklists()[sha]
    changed = old.model_dump(by_alias=True, mode="json", exclude_unset=True)
    changed["version"] = "99.0"
    rating = next(each.id for each in old.questions if each.scale)
    for question in changed["sections"][0]["questions"]:
        if question["id"] == rating:
            question["text"] = "Is it something else that is asked now?"
    new = type(old).model_validate(changed)
    facts = {
        state.audit.id: digested(state).facts[:1]
        for state in make_states(40, seed=3)
        if sha in [pin.sha256 for pin in state.audit.checklists]
    }
    moved = dict(list(facts.items())[::2])
    for key, (one,) in moved.items():
        sheets = [["f" * 64 if each == sha else each, marks] for each, marks in one.sheets]
        facts[key] = [replace(one, sheets=sheets)]
    tables = InsightTables(facts, checklists() | {"f" * 64: new})
    (found,) = breaks(tables, EVERYTHING)
    assert (old.version, "99.0", new.question(rating).text) == (
        found.old_version,
        found.new_version,
        found.new,
    )
    assert () == breaks(tables, replace(EVERYTHING, audits=frozenset(moved)))
    texts = [row.criterion.text for row in completeness(tables, EVERYTHING)]
    assert {each.question(rating).text for each in (old, new)} <= set(texts)
