# SPDX-License-Identifier: MPL-2.0
"""Let the disk of a workspace fill up, and empty again."""

import threading

from auditapp.errors import SaveFailedError


def fill_disk(monkeypatch, workspace):
    """Return a switch: while it is set, no edit of an audit can be written."""
    is_full = threading.Event()
    commit = workspace.commit

    def refuse(audit_id, edit):
        if is_full.is_set():
            raise SaveFailedError("The disk is full.", "Free some space.")
        return commit(audit_id, edit)

    monkeypatch.setattr(workspace, "commit", refuse)
    return is_full
