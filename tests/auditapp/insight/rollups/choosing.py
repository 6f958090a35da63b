# SPDX-License-Identifier: MPL-2.0
"""Choose audits, and count of them what was counted before there were digests."""

import datetime as dt

from auditapp.insight.judged_audits import day_of, judged
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


def judge(tables, chosen):
    """Return what was counted of the audits before there were digests."""
    return [_judged_once(tables, id(state), state) for state in chosen]


def _judged_once(tables, key, state, known={}):  # noqa: B006 - the states live as long
    if key not in known:
        known[key] = judged(state, tables.meanings)
    return known[key]
