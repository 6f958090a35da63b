# SPDX-License-Identifier: MPL-2.0
"""Test that an audit asks in the council's own words, and a signed one in those of its day."""

import pytest

from auditapp.judgement.audit_states import AuditState
from auditapp.model.edits import Author
from auditapp.report.audit.full_report import ReportOptions, audit_report
from auditapp.settings import Settings, save
from tests.making import Clock, edited_checklists, make_workspace

KEY = "visits/VS1-last"


@pytest.fixture
def workspace(tmp_path):
    """Return a workspace in which a question of the visits sends to the record by its name."""
    folder = edited_checklists(
        tmp_path, "visits.yaml", "[Latest visit record, ", '["The {record_system}", '
    )
    made = make_workspace(tmp_path, checklists=folder)
    yield made
    made.close()


def set_name(workspace, audit_id, name):
    """Set the council's own name of the system; the audit is opened again after that."""
    workspace.close_audit(audit_id)
    save(workspace.paths.settings, Settings(local_names={"record_system": name}))


def where(workspace, audit_id):
    """Return where the question says to look first."""
    outline = workspace.outline(workspace.open_audit(audit_id))
    return outline.by_key[KEY].question.where[0]


def sign(workspace, audit_id):
    """Sign the audit off, complete or not; return what is kept of the standards."""
    session = workspace._sessions.get(audit_id)
    return session.sign_off(Author("R. Okafor", Clock().now)).audit.standards


def test_a_name_in_the_settings_reaches_drafts_only(workspace, audit_id):
    """Who opens a signed audit reads what its auditor read."""
    assert "The electronic case record" == where(workspace, audit_id)
    set_name(workspace, audit_id, "Northshire file")
    assert "The Northshire file" == where(workspace, audit_id)
    sign(workspace, audit_id)
    before = report(workspace, audit_id)
    set_name(workspace, audit_id, "Southshire file")
    assert "The Northshire file" == where(workspace, audit_id)
    assert before == report(workspace, audit_id)


def report(workspace, audit_id):
    """Return what the report would say."""
    outline = workspace.outline(workspace.open_audit(audit_id))
    return audit_report(AuditState(outline, workspace.history(audit_id)), ReportOptions("", ""))


def test_an_audit_signed_before_there_were_names_keeps_its_hash(workspace, audit_id):
    """Its row has no names and is hashed as it was written; it is read with the usual ones."""
    standards = sign(workspace, audit_id)
    older = standards.model_copy(update={"names": {}})
    assert "electronic case record" == standards.record()["names"]["record_system"]
    assert "names" not in older.record()
    assert older == type(older).model_validate(older.record())
