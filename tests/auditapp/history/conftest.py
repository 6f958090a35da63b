# SPDX-License-Identifier: MPL-2.0
"""Give the tests of the words of a history an audit whose history they write themselves."""

import pytest

from auditapp.history.lines import read_history
from auditapp.model.edits import Author
from tests.making import Clock, make_workspace, start_audit


@pytest.fixture
def workspace(tmp_path):
    """Return an unlocked workspace."""
    made = make_workspace(tmp_path, Clock())
    yield made
    made.close()


@pytest.fixture
def audit_id(workspace):
    """Return the id of a new audit on the visits checklist."""
    return start_audit(workspace)


@pytest.fixture
def by(workspace):
    """Return the auditor, now."""
    return Author("R. Okafor", workspace.clock())


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
