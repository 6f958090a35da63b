# SPDX-License-Identifier: MPL-2.0
"""Read what a workspace says, and fail where it is not what was written."""

from dataclasses import replace

from auditapp.listing import AuditRow
from auditapp.model.audit import Audit, AuditStatus
from auditapp.model.chain import first_fault
from auditapp.model.grade import IMPACT, PRACTICE
from auditapp.model.ids import AuditId
from auditapp.workspace import Workspace
from tests.torture.ledger import REGISTERS, ROUNDS, Books, Kept
from tests.torture.ledger_work import read_registers, read_rounds
from tests.torture.short_checklist import RENAMED, REVISED_TITLE, REVISED_VERSION, SECOND, THIRD


def read_books(workspace: Workspace) -> Books:
    """Return what every audit says.

    Raises:
        AssertionError: The history of an audit, the list of audits or the logbook is not what
            was written.
        StoreError: An audit does not open.
    """
    books = {row.case_reference: read_kept(workspace, row.id) for row in workspace.audits()}
    signed = {name for name, kept in books.items() if kept.is_signed}
    rows = workspace.audits()
    assert signed == {r.case_reference for r in rows if r.status is not AuditStatus.DRAFT}
    revised = {name for name, kept in books.items() if kept.version == REVISED_VERSION}
    assert revised == {row.case_reference for row in rows if is_revised(row)}
    assert [] == workspace.logbook_faults()
    return {**books, REGISTERS: read_registers(workspace), ROUNDS: read_rounds(workspace)}


def read_kept(workspace: Workspace, audit_id: AuditId) -> Kept:
    """Return what one audit says; it is closed afterwards.

    Raises:
        AssertionError: Its history, or what was signed, is not what was written.
        StoreError: It does not open.
    """
    audit = workspace.open_audit(audit_id)
    assert first_fault(workspace.history(audit_id)) is None, audit.front.case_reference
    assert [] == list(workspace.signing_faults(audit_id)), audit.front.case_reference
    states = workspace.signed_versions(audit_id)
    workspace.close_audit(audit_id)
    kept = kept_of(audit)
    return replace(kept, before=kept_of(states[-1].outline.audit)) if audit.is_amending else kept


def kept_of(audit: Audit) -> Kept:
    """Return what an audit says; a move to the revised checklist leaves every note somewhere."""
    grade = audit.grades.get(PRACTICE)
    notes = {key: answer.note for key, answer in audit.answers.items()}
    (pin,) = audit.checklists
    if pin.version == REVISED_VERSION:
        assert not notes.keys() & {SECOND, THIRD}, "an answer was moved and is still in its place"
        notes |= {key: kept.answer.note for key, kept in audit.set_aside.items()}
        if RENAMED in notes:
            notes[SECOND] = notes.pop(RENAMED)
    return Kept(
        notes=notes,
        grade=grade.band.value if grade else "",
        is_signed=not audit.is_draft,
        version=pin.version,
        agreed=audit.agreed[IMPACT].reason if audit.agreed else "",
    )


def is_revised(row: AuditRow) -> bool:
    """Tell whether an audit was moved to the revised checklist."""
    return row.checklists == (REVISED_TITLE,)
