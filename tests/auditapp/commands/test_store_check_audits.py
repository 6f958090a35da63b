# SPDX-License-Identifier: MPL-2.0
"""Test the command that checks a workspace: what it finds inside the audits."""

import pytest

from auditapp.model.edits import Author
from auditapp.model.history import HistoryEntry, HistoryKind
from tests.auditapp.commands.store_fixtures import NOT_WELL, WELL, audit_id, found
from tests.forging import forge

__all__ = ["audit_id"]


def test_a_broken_history_is_a_fault(typed, change_workspace, audit_id):
    """A sealed file may still hold a line that does not follow from the one before."""

    def forge(workspace):
        history = workspace.history(audit_id)
        entry = history[-1].model_copy(update={"by": "Somebody else"})
        session = workspace._sessions.get(audit_id)
        record = entry.model_dump(mode="json")
        row = dict(workspace._repository.rows()[0])
        session._file.commit([], [record], replace_last=True, row=row)

    change_workspace(forge)
    code, lines = typed("store check")
    (fault,) = found(lines)
    assert (1, NOT_WELL) == (code, lines[-1])
    assert fault.startswith(f"HX-2047 ({audit_id}): Line 3 of the history is not what was written.")


def sign(workspace, audit_id):
    """Sign an audit off, complete or not."""
    workspace._sessions.get(audit_id).sign_off(Author("R. Okafor", workspace.clock()))


def test_a_signed_audit_is_well(typed, change_workspace, audit_id):
    """It still says what was signed, after an export as well."""

    def sign_and_export(workspace):
        sign(workspace, audit_id)
        by = Author("R. Okafor", workspace.clock())
        workspace._sessions.get(audit_id).note_event(HistoryKind.EXPORTED, by, "pdf 00")

    change_workspace(sign_and_export)
    code, lines = typed("store check")
    assert (0, WELL, []) == (code, lines[-1], found(lines))
    assert "Looked at: 1 signed version, compared with what was signed" in lines


@pytest.mark.parametrize("table", ["answers", "standards", "sign_off"])
def test_a_signed_audit_that_was_altered_is_a_fault(typed, change_workspace, audit_id, table):
    """Neither an answer, the standards nor the signature can go without being missed."""

    def tamper(workspace):
        sign(workspace, audit_id)
        forge(workspace, audit_id, lambda tables: tables[table].popitem())

    change_workspace(tamper)
    code, lines = typed("store check")
    (fault,) = found(lines)
    assert (1, NOT_WELL) == (code, lines[-1])
    assert fault.startswith(f"HX-2047 ({audit_id}): It is not what was signed off.")


@pytest.mark.parametrize("is_whole", [True, False])
def test_every_signed_version_is_checked(typed, change_workspace, audit_id, is_whole):
    """What lies behind an amendment as well."""

    def alter(tables):
        version = tables["signed_versions"]["1"]["tables"]
        version["answers"]["visits/VS2"]["note"] = "All is well."

    def amend(workspace):
        sign(workspace, audit_id)
        workspace.amend(audit_id, Author("A. Manager", workspace.clock()), "Overlooked.")
        if not is_whole:
            forge(workspace, audit_id, alter)

    change_workspace(amend)
    code, lines = typed("store check")
    fault = f"HX-2047 ({audit_id}): Signed version 1 is not what was signed off."
    assert ((0, WELL) if is_whole else (1, NOT_WELL)) == (code, lines[-1])
    assert is_whole is not any(line.startswith(fault) for line in lines)
    assert "Looked at: 1 signed version, compared with what was signed" in lines


def test_a_signature_must_be_on_record(typed, change_workspace, audit_id):
    """The history must say that the audit was signed off, at the state that was signed."""

    def tamper(workspace):
        sign(workspace, audit_id)
        signing = workspace.history(audit_id)[-1]
        entry = HistoryEntry.model_validate(
            signing.model_dump() | {"kind": HistoryKind.OVERALL, "hash": ""}
        ).sealed()
        record = entry.model_dump(mode="json")
        forge(
            workspace, audit_id, lambda tables: tables["history"].update({str(entry.seq): record})
        )

    change_workspace(tamper)
    code, lines = typed("store check")
    (fault,) = found(lines)
    assert (1, NOT_WELL) == (code, lines[-1])
    assert fault.startswith(f"HX-2047 ({audit_id}): It is not what was signed off.")


def test_an_audit_of_another_version_is_a_fault_without_its_words(
    typed, change_workspace, audit_id
):
    """What the models do not know is not quoted: it may be words from a case."""
    row = {"document": "secret words"}
    change_workspace(
        lambda workspace: forge(
            workspace, audit_id, lambda tables: tables["answers"].update({"visits/VS1": row})
        )
    )
    code, lines = typed("store check")

    assert 1 == code
    assert "this version of Case File Audit cannot read" in lines[0]
    assert "secret" not in "\n".join(lines)
