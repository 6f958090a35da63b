# SPDX-License-Identifier: MPL-2.0
"""Test that whole workspaces of every form so far, and their backups, open for ever.

Each folder ``old_files/version_<n>_whole`` was made by ``freeze.py`` of its day.
"""

import re

from auditapp.backups import Backup
from auditapp.insight.sampling_statement import verify_draw
from auditapp.model.audit import AuditStatus
from auditapp.model.chain import first_fault
from auditapp.model.edits import Author, change_answer
from auditapp.model.follow_up import ActionStatus
from auditapp.model.grade import PRACTICE
from auditapp.model.history import HistoryKind
from auditapp.model.keeping import TABLES as BESIDE_TABLES
from auditapp.model.ledger import LedgerKind, ledger_fault
from auditapp.model.logbook import LogKind
from auditapp.model.merged import MERGED_HISTORY
from auditapp.model.round_tables import ROUND_SPECS
from auditapp.model.tables import CHECKLISTS, SPECS
from auditapp.paths import find_paths
from auditapp.store.migrations import HISTORY_TABLE, META_TABLE, SCHEMA_VERSION, SIGNED_TABLE
from tests.auditapp.store.freeze import (
    AMENDED,
    DRAFT,
    EVIDENCE,
    MATTER,
    MERGED,
    NOTE,
    OTHER_NOTE,
    REMOVED,
    RESTORED,
    REVISED,
    SIGNED,
    read_round,
)
from tests.auditapp.store.old_workspaces import NOW, WHOLE, everything, home, unlock
from tests.making import PASSPHRASE

__all__ = ["home", "unlock"]


def audits_in(home):
    """Return the case references of the audits.

    Signed ones can be amended since version 3, and two copies put together since version 4.
    """
    later = {"version_2_whole": set(), "version_3_whole": {AMENDED}}
    return {SIGNED, DRAFT, RESTORED} | later.get(home.name, {AMENDED, MERGED, REVISED})


def test_the_form_of_today_is_frozen():
    """Whoever changes the form freezes the one before it first, see ``CONTRIBUTING.md``."""
    frozen = {int(re.search(r"\d+", name)[0]) for name in WHOLE}
    assert SCHEMA_VERSION in frozen


def test_it_opens_whole(home, unlock):
    """Nothing in it is out of order, and nothing was brought back that was removed."""
    workspace = unlock(home)
    assert [] == list(workspace.problems)
    assert [] == workspace.logbook_faults()
    audits = everything(workspace)
    assert audits_in(home) == audits.keys()
    assert REMOVED not in audits
    for audit in audits.values():
        assert first_fault(workspace.history(audit.id)) is None
        assert [] == workspace.signing_faults(audit.id)
    assert {"case_reference": "HX-2051"} == workspace.draft_front()
    assert {"R. Okafor"} == {line.by for line in workspace.logbook()}


def test_every_kind_of_record_is_there(home, unlock):
    """In the audit that was signed off and in the draft."""
    audits = everything(unlock(home))
    assert not audits[SIGNED].is_draft
    for name in (SIGNED, DRAFT):
        audit = audits[name]
        assert NOTE == audit.answers["visits/VS1"].note
        assert "page 2" == audit.answers["visits/VS1"].evidence[0].place
        assert "Late." == audit.answers["visits/VS2"].note
        assert audit.answers["visits/VS3"].not_applicable
        assert ["Visit this week."] == [each.what for each in audit.actions.values()]
        assert ["Seen today."] == [each.response for each in audit.concerns.values()]
        assert ["Listens."] == [each.said for each in audit.feedback.values()]
        assert {"practice", "impact"} == audit.grades.keys()
        assert "Steady." == audit.overall.strengths
        assert [] == list(audit.open_concerns)


def test_what_was_signed_before_an_amendment_is_there(home, unlock):
    """The amendment is open, and what it amends is whole."""
    workspace = unlock(home)
    audit = everything(workspace).get(AMENDED)
    if audit is not None:
        assert (1, "A date was wrong.") == (audit.amendment.number, audit.amendment.reason)
        assert "Amended." == audit.answers["visits/VS1"].note
        (signed,) = workspace.signed_versions(audit.id)
        assert NOTE == signed.outline.audit.answers["visits/VS1"].note


def test_what_was_done_after_the_sign_off_is_there(home, unlock):
    """Since version 4: steps of actions, the agreed grade, and what an audit belongs to."""
    audit = everything(unlock(home))[SIGNED]
    if home.name in ("version_2_whole", "version_3_whole"):
        assert AuditStatus.SIGNED_OFF is audit.status
        return
    (now,) = audit.actions_now.values()
    assert (ActionStatus.VERIFIED, EVIDENCE, "A. Manager") == (
        now.status,
        now.completion_evidence,
        now.verified_by,
    )
    assert (AuditStatus.MODERATED, "Both read it.") == (audit.status, audit.agreed[PRACTICE].reason)
    assert "c" * 32 == audit.links.round


def test_what_came_from_another_computer_is_there(home, unlock):
    """Since version 4: both versions of a row, and the lines of the other history."""
    workspace = unlock(home)
    audit = everything(workspace).get(MERGED)
    if audit is None:
        assert home.name in ("version_2_whole", "version_3_whole")
        return
    (difference,) = audit.differences.values()
    assert ("answers", "visits/VS2") == (difference.table, difference.key)
    notes = {audit.answers["visits/VS2"].note, *(each.row["note"] for each in difference.others)}
    assert {NOTE, OTHER_NOTE} == notes
    (versions,) = workspace.differences(audit.id)
    assert {"R. Okafor", "A. Manager"} == {each.by for each in versions.versions}
    assert workspace._sessions.get(audit.id).whole()[MERGED_HISTORY]


def test_what_a_revision_left_is_there(home, unlock):
    """An answer to confirm, one that was set aside, and the question that an action was about."""
    audit = everything(unlock(home)).get(REVISED)
    if audit is None:
        assert home.name in ("version_2_whole", "version_3_whole")
        return
    assert {"visits/VS2"} == audit.to_confirm.keys()
    assert NOTE == audit.set_aside["visits/VS0"].answer.note
    assert ["Was the child seen?"] == [
        each.question_text for each in audit.earlier_wordings.values()
    ]


def test_no_table_of_an_audit_is_missing(home, unlock):
    """Whoever adds one to the form of today adds it to ``freeze.py``, and freezes anew."""
    if f"version_{SCHEMA_VERSION}_whole" != home.name:
        return
    workspace = unlock(home)
    held = [workspace._sessions.get(row.id).whole() for row in workspace.audits()]
    filled = {name for tables in held for name, rows in tables.items() if rows}
    own = {"audit", CHECKLISTS, HISTORY_TABLE, META_TABLE, SIGNED_TABLE, MERGED_HISTORY}
    assert {*SPECS} | own | BESIDE_TABLES == filled


def test_the_round_is_there(home, unlock):
    """Since version 4, every table of it, and a draw that can still be repeated."""
    workspace = unlock(home)
    rounds = list(workspace._ledgers.ids(LedgerKind.ROUND))
    if home.name in ("version_2_whole", "version_3_whole"):
        assert [] == rounds
        return
    session = workspace._ledgers.get(*rounds)
    assert session.fault is None
    # Erased cases came later: a ledger from before has none.
    assert {t for t in ROUND_SPECS if session.rows(t)} == {*ROUND_SPECS} - {"erased"}
    assert verify_draw(read_round(session)).is_same


def test_the_registers_are_there(home, unlock):
    """Since version 4, with a history that is whole, also where an entry was erased."""
    workspace = unlock(home)
    history = workspace.register_history()
    assert ledger_fault(history) is None
    if home.name in ("version_2_whole", "version_3_whole"):
        assert () == history
        return
    (dispute,) = workspace.disputes().values()
    assert (MATTER, "Heard.") == (dispute.matter, dispute.result)
    assert 1 == len(workspace.learning_messages())
    assert {} == workspace.quality_activities()
    whats = ["added"] * 4 + ["changed", "removed", "erased"]
    assert whats == [line.what for line in history]


def test_what_is_kept_beside_audits_is_there(home, unlock):
    """The hold and the names to be avoided, and the figures of the audit that was deleted."""
    workspace = unlock(home)
    if home.name == "version_2_whole":
        return
    audit_id = everything(workspace)[RESTORED].id
    assert "An inquiry asked for it." == workspace.hold(audit_id).reason
    assert ("Robin Hart",) == workspace.avoided_names(audit_id)
    assert 1 == len(workspace.statistics())


def test_what_happened_is_there(home, unlock):
    """In the history of the audits, and in the pages of the logbook."""
    workspace = unlock(home)
    audits = everything(workspace)
    kinds = {each.kind for audit in audits.values() for each in workspace.history(audit.id)}
    expected = {"CREATED", "ANSWER", "UNDONE", "SIGNED_OFF", "RESTORED", "CONCERN", "OVERALL"}
    assert {HistoryKind[name] for name in expected} <= kinds
    since_4 = (LogKind.REGISTER_ENTRY_ERASED, LogKind.PACKAGE_EXPORTED, LogKind.PACKAGE_IMPORTED)
    lines = (line.kind for line in workspace.logbook())
    assert [
        LogKind.MADE,
        LogKind.BACKED_UP,
        LogKind.AUDIT_RESTORED,
        LogKind.AUDIT_REMOVED,
        LogKind.BACKED_UP,
    ] == [kind for kind in lines if kind not in since_4][:5]


def test_it_can_be_worked_in(home, unlock):
    """The draft is changed, and undone back to where it was."""
    workspace = unlock(home)
    audit = everything(workspace)[DRAFT]
    by = Author("R. Okafor", NOW)
    workspace.commit(audit.id, change_answer(audit, "visits/VS1", by, note="Once more."))
    workspace.undo(audit.id, by)
    assert NOTE == workspace.open_audit(audit.id).answers["visits/VS1"].note


def test_its_backup_is_restored(home, unlock):
    """The whole of it, by the program of today."""
    paths = find_paths(home)
    backup = Backup.open(paths, home / "backup.zip", PASSPHRASE)
    check = backup.check()
    assert (audits_in(home), (), ()) == (
        {row.case_reference for row in check.audits},
        check.remarks,
        check.faults,
    )
    backup.restore(check, NOW, is_wanted=True)
    workspace = unlock(home)
    assert [] == list(workspace.problems)
    assert audits_in(home) == everything(workspace).keys()
