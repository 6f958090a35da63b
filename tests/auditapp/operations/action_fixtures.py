# SPDX-License-Identifier: MPL-2.0
"""Give the tests of actions two of them to work on."""

import pytest

from auditapp.model.edits import change_answer, put_action
from auditapp.model.follow_up import Action
from tests.making import start_audit

WORKER, MANAGER = "D. Worker", "A. Manager"


def act(workspace, audit_id, key, by, **fields):
    """Set an action, and return where it is; the audit is closed after that."""
    fields = {"what": "See her at school.", "created_at": by.now} | fields
    workspace.commit(audit_id, put_action(key, Action(**fields), by))
    workspace.close_audit(audit_id)
    return audit_id, key


@pytest.fixture
def places(workspace, by):
    """Set an action in each of two audits of one worker, and return where they are."""
    found = []
    for number, owner in enumerate(("Social worker", "Team manager")):
        audit_id = start_audit(workspace, case_reference=f"HX-{number}", worker_code="W 7")
        edit = change_answer(
            workspace.open_audit(audit_id), "visits/VS2", by, value="not_met", note="Seldom."
        )
        workspace.commit(audit_id, edit)
        what = f"Write letter {number}"
        asked = {"what": what, "question": "visits/VS2", "owner_role": owner}
        found.append(act(workspace, audit_id, str(number) * 32, by, **asked))
    return found
