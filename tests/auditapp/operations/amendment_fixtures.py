# SPDX-License-Identifier: MPL-2.0
"""Fixtures for tests of amendments."""

import pytest

from auditapp.model.edits import change_answer

KEY = "visits/VS2"

REASON = "The visit of 4 May was overlooked."

OTHER = "A. Manager"


@pytest.fixture
def answer(workspace, audit_id, author):
    """Return a function that changes the answer."""

    def change(name="R. Okafor", **fields):
        edit = change_answer(workspace.open_audit(audit_id), KEY, author(name), **fields)
        return workspace.commit(audit_id, edit)

    return change


@pytest.fixture
def sign(workspace, audit_id, author):
    """Return a function that signs off, complete or not."""
    return lambda name="R. Okafor": workspace._sessions.get(audit_id).sign_off(author(name))


@pytest.fixture
def signed(answer, sign):
    """Answer a question and sign off; return the audit."""
    answer(value="not_met", note="No visit in May.")
    return sign().audit


@pytest.fixture
def amend(workspace, audit_id, author):
    """Return a function that opens an amendment."""
    return lambda name=OTHER, reason=REASON: workspace.amend(audit_id, author(name), reason)


def reopened(workspace, audit_id):
    """Close the audit and return it as it is read from the disk."""
    workspace.close_audit(audit_id)
    return workspace.open_audit(audit_id)
