# SPDX-License-Identifier: MPL-2.0
"""Give the tests of the words of a history an audit whose history they write themselves."""

import pytest

from auditapp.history.lines import read_history


@pytest.fixture
def write(workspace, audit_id):
    """Return a function that makes an edit of the audit by one of ``auditapp.model.edits``."""

    def write(edit, *args, **fields):
        audit = workspace.open_audit(audit_id)
        needs_audit = edit.__name__ == "change_answer"
        made = edit(audit, *args, **fields) if needs_audit else edit(*args, **fields)
        return workspace.commit(audit_id, made)

    return write


@pytest.fixture
def read(workspace, audit_id):
    """Return a function that puts the history of the audit into words."""

    def read():
        outline = workspace.outline(workspace.open_audit(audit_id))
        return read_history(outline, workspace.history(audit_id))

    return read


@pytest.fixture
def last(read):
    """Return a function that returns the last line of the history."""
    return lambda: read().lines[-1]
