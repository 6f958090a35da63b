# SPDX-License-Identifier: MPL-2.0
"""Choose audits for tests of rollups, in every way there is."""

import datetime as dt

import pytest

from auditapp.insight.judged_audits import day_of
from auditapp.insight.selection import Selection
from auditapp.model.audit import AuditStatus
from auditapp.model.front_sheet import Cohort
from tests.auditapp.insight.generating import ROUNDS

EVERYTHING = Selection(has_drafts=True, has_moderations=True)
SELECTIONS = {
    "signed": Selection(),
    "drafts": Selection(has_drafts=True),
    "spring": Selection(first=dt.date(2026, 3, 1), last=dt.date(2026, 5, 31)),
    "teams": Selection(teams=frozenset({"NORTH", "leaving care"}), has_drafts=True),
    "auditor": Selection(auditors=frozenset({"r. okafor"})),
    "cohorts": Selection(cohorts=frozenset({Cohort.CARE_16_PLUS, Cohort.ADOPTION})),
    "checklist": Selection(checklists=frozenset({"visits"})),
    "unsigned": Selection(statuses=frozenset({AuditStatus.DRAFT}), has_drafts=True),
    "named": Selection(audits=frozenset({f"{7:032x}", f"{9:032x}"}), has_drafts=True),
    "round": Selection(rounds=frozenset(ROUNDS[:1])),
    "moderations": EVERYTHING,
    "nothing": Selection(teams=frozenset({"Nobody"})),
}


@pytest.fixture(params=SELECTIONS, ids=str)
def selection(request):
    """Return one selection after the other."""
    return SELECTIONS[request.param]


@pytest.fixture
def chosen(states, selection):
    """Return the audits that the selection takes, chosen as those of a report are."""
    return choose(states, selection)


def choose(states, selection):
    """Choose audits by asking the selection about each of them, as ``choose_audits`` does."""
    found = []
    for state in states:
        if not selection.has_drafts and state.audit.is_draft:
            if not state.earlier:
                continue
            state = state.earlier[-1]  # noqa: PLW2901 - as it was signed
        audit = state.audit
        ids = [pin.id for pin in audit.checklists]
        is_named = selection.may_take(audit.id, audit.front.team)
        if is_named and selection.takes_audit(audit) and selection.takes(day_of(state), ids):
            found.append(state)
    return sorted(found, key=lambda state: (day_of(state), state.audit.id))
