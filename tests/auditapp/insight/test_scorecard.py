# SPDX-License-Identifier: MPL-2.0
"""Test what the tables for a scorecard say, against the audits that they are made of."""

import pytest

from auditapp.insight.judged_audits import judged
from auditapp.insight.meanings import read_meanings
from auditapp.insight.scorecard import ANSWER_COLUMNS, AUDIT_COLUMNS, answer_rows, audit_rows
from auditapp.judgement.timescales import TimescaleState
from auditapp.model.follow_up import ActionStatus, FeedbackFrom
from auditapp.model.grade import PRACTICE
from tests.auditapp.insight.generating import TODAY, checklists, digested, make_states

AUDITS = 25


@pytest.fixture(scope="module")
def states():
    """Return generated audits."""
    return make_states(AUDITS, seed=5)


@pytest.fixture(scope="module")
def chosen(states):
    """Return them as they are exported."""
    return [(state.audit.id, digested(state).facts[0]) for state in states]


def code(text):
    """Return a code that names nobody."""
    return f"K{len(text)}"


@pytest.fixture(scope="module")
def rows(chosen):
    """Return the rows of the audits by the names of the columns."""
    heads, *found = audit_rows(chosen, checklists(), TODAY, code)
    assert AUDIT_COLUMNS == heads
    return [dict(zip(heads, row, strict=True)) for row in found]


def test_each_audit_has_a_row_with_its_counts(states, rows):
    """Those that the audit itself has."""
    for state, row in zip(states, rows, strict=True):
        audit = state.audit
        results = [state.outline.timescale(each) for each in state.outline.questions]
        kept = [each.state for each in results if each]
        assert audit.id == row["audit"]
        assert str(kept.count(TimescaleState.LATE)) == row["timescales_late"]
        still = [a for a in audit.actions_now.values() if a.status is ActionStatus.OPEN]
        assert str(len(still)) == row["actions_open"]
        late = sum(action.due is not None and action.due < TODAY for action in still)
        assert str(late) == row["actions_overdue"]
        child = audit.feedback.get(FeedbackFrom.CHILD)
        asked = child.asked if child else None
        assert {None: "", True: "1", False: "0"}[asked] == row["child_asked"]
        now, first = audit.grade_now(PRACTICE), audit.grades.get(PRACTICE)
        assert (now.value if now else "", first.band.value if first else "") == (
            row["practice"],
            row["first_practice"],
        )
        assert str(int(bool(audit.agreed))) == row["is_moderated"]


def test_codes_stand_in_the_place_of_people_and_cases(chosen, rows):
    """No name and nothing that anybody wrote is in any cell."""
    said = " ".join(" ".join(row.values()) for row in rows)
    said += " ".join(" ".join(row) for row in answer_rows(chosen, checklists()))
    for word in ("HX-", "Okafor", "Nowak", "Malik", "listened", "school", "moved", "young"):
        assert word not in said
    assert {"K4", "K5"} == {row["case_code"] for row in rows}


def test_each_rating_has_a_row(states, chosen):
    """As what it counts as; what does not apply is one, what could not be found is another."""
    heads, *found = answer_rows(chosen, checklists())
    assert ANSWER_COLUMNS == heads
    meanings = read_meanings(checklists())
    for state in states:
        expected = sorted(judged(state, meanings).ratings.values())
        assert expected == sorted(row[-1] for row in found if row[0] == state.audit.id)
    assert {"met", "not_applicable", "could_not_find"} <= {row[-1] for row in found}
