# SPDX-License-Identifier: MPL-2.0
"""Make audits of two teams, and look at what is remembered of them for reading across."""

import datetime as dt

import pytest

from auditapp.insight.selection import Selection
from auditapp.model.edits import change_answer, put_action
from auditapp.model.follow_up import Action
from auditapp.model.ids import new_record_id
from tests.making import start_audit

SECRET = "Quarrington"
DRAFTS = Selection(has_drafts=True)


@pytest.fixture
def three(workspace, by):
    """Return three signed audits of two teams, each with an action."""
    ids = [
        start_audit(workspace, case_reference=f"HX-{number}", team=team)
        for number, team in enumerate(("North", "South", "north"))
    ]
    for number, audit_id in enumerate(ids):
        rate(workspace, audit_id, by, ("met", "not_met", "met")[number])
        act(workspace, audit_id, by, what=f"Write {number} letters", due=days(by, number * 20 - 1))
        sign(workspace, audit_id, by)
        workspace.close_audit(audit_id)
    return ids


def days(by, count):
    """Return the day so many days from now."""
    return by.now.date() + dt.timedelta(days=count)


def rate(workspace, audit_id, by, value="met", note=""):
    """Rate one criterion."""
    audit = workspace.open_audit(audit_id)
    workspace.commit(audit_id, change_answer(audit, "visits/VS2", by, value=value, note=note))


def act(workspace, audit_id, by, **fields):
    """Set an action."""
    fields = {"what": "Write it down", "created_at": by.now, "owner_role": "Team manager"} | fields
    workspace.commit(audit_id, put_action(new_record_id(), Action(**fields), by))


def sign(workspace, audit_id, by):
    """Sign an audit off, complete or not."""
    workspace._sessions.get(audit_id).sign_off(by)


def met(insights):
    """Return how often the rated criterion was met, and of how many."""
    (row,) = insights.criteria.rows
    return row.whole.count, row.whole.total


def digest_files(workspace):
    """Return what lies on the disk of digests, unsealed."""
    vault = workspace._vault
    held = [vault.unseal(place, place.path) for place in vault.digest_places()]
    return b"".join(each.summary + each.body for each in held)


def workspace_count(workspace, selection):
    """Return how many audits a selection takes."""
    return len(workspace.count_across(selection).audits)
