# SPDX-License-Identifier: MPL-2.0
"""Write in a workspace and open it again, for its tests."""

from auditapp.model.edits import Author, change_answer

NAME = "R. Okafor"


def by(workspace):
    """Return who changes things, now."""
    return Author(NAME, workspace.clock())


def write(workspace, audit_id, key, *, typing="", **fields):
    """Change one answer and make it durable."""
    audit = workspace.open_audit(audit_id)
    edit = change_answer(audit, key, by(workspace), typing=typing, **fields)
    return workspace.commit(audit_id, edit)


def reopened(workspace, audit_id):
    """Return the audit as the disk has it."""
    workspace.close_audit(audit_id)
    return workspace.open_audit(audit_id)


def kinds(workspace, audit_id):
    """Return the kinds of the lines of history."""
    return [entry.kind.value for entry in workspace.history(audit_id)]
