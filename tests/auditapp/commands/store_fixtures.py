# SPDX-License-Identifier: MPL-2.0
"""Fixtures for tests of the commands of a workspace that has an audit."""

import pytest

from auditapp import store_place_facts
from auditapp.model.edits import Author, change_answer
from tests.making import start_audit

WELL, NOT_WELL = "All is well.", "Not everything is as it should be."


def found(lines):
    """Return what a check found, without what it looked at and its verdict."""
    return [line for line in lines[:-1] if not line.startswith("Looked at: ")]


@pytest.fixture
def audit_id(change_workspace):
    """Return the id of an audit that has been saved three times."""

    def start(workspace):
        audit_id = start_audit(workspace)
        for value in ("met", "not_met"):
            by = Author("R. Okafor", workspace.clock())
            edit = change_answer(
                workspace.open_audit(audit_id), "visits/VS2", by, value=value, note="Seen."
            )
            workspace.commit(audit_id, edit)
        return audit_id

    return change_workspace(start)


@pytest.fixture
def on_network(tmp_path, monkeypatch):
    """Say that everything here is on a network drive."""
    table = tmp_path / "mounts"
    table.write_text("29 1 0:1 / / rw - cifs //files/share rw\n")
    monkeypatch.setattr(store_place_facts, "MOUNTINFO", table)
    monkeypatch.setattr(store_place_facts.sys, "platform", "linux")
