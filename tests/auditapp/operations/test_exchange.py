# SPDX-License-Identifier: MPL-2.0
"""Test how drafts go from one workspace to another and back, on real stores."""

import json

import pytest

from auditapp.errors import (
    AuditDamagedError,
    NotAllowedError,
    PackageError,
    UnsafePathError,
)
from auditapp.exchange import contents
from auditapp.exchange.packing import copy_id, moderation_id
from auditapp.judgement.gaps import GapKind, gaps
from auditapp.model.exchange import Outcome, Purpose
from auditapp.model.history import HistoryKind
from auditapp.model.logbook import LogKind
from auditapp.model.settling import settle, unsettled
from auditapp.operations import arriving
from auditapp.sessions.merging_session import MergingSession
from auditapp.store.catalogue import Catalogue
from auditapp.workspace import Workspace
from tests.auditapp.exchange.desks import KEY, OTHER, WORDS
from tests.making import PASSPHRASE, WEAK, start_audit


def test_an_audit_arrives_whole(desks, shared):
    """With its answers and its history, and a line that says where it came from."""
    history = desks.ben.workspace.history(shared)

    assert desks.ana.audit(shared) == desks.ben.audit(shared)
    assert HistoryKind.IMPORTED is history[-1].kind
    assert desks.ana.workspace.history(shared)[:-1] == history[:-1]


def test_what_came_is_not_undone_by_accident(desks, shared):
    """Undo takes back what was done here, and stops there."""
    assert desks.ben.workspace.undo(shared, desks.ben.by) is None
    desks.ben.answer(shared, note="At school.")
    desks.ben.workspace.undo(shared, desks.ben.by)
    assert desks.ben.workspace.undo(shared, desks.ben.by) is None
    assert WORDS == desks.ben.audit(shared).answers[KEY].note


def test_a_second_import_changes_nothing(desks, shared):
    """Nor does the package that somebody made themselves."""
    sent = desks.ana.send(shared, name="again")
    before = desks.ben.workspace.history(shared)
    done = desks.ben.take_in(sent)
    own = desks.ana.look(sent)

    assert (Outcome.NOTHING_NEW, False) == (done.plan.outcome, done.is_changed)
    assert before == desks.ben.workspace.history(shared)
    assert own.is_own
    assert own.words.startswith("Own package")


def test_a_preview_says_what_would_be_done_and_does_nothing(desks, shared):
    """How many lines would change, and how many differences there would be."""
    desks.ana.answer(shared, note="At home.")
    desks.ben.answer(shared, note="At school.")
    desks.ben.answer(shared, OTHER, note="Alone.")
    before = desks.ana.audit(shared)
    (plan,) = desks.ana.look(desks.ben.send(shared)).plans

    assert (Outcome.MERGE, 1, 1) == (plan.outcome, plan.taken, plan.differences)
    assert "1 line changes, 1 difference to settle" in plan.words
    assert before == desks.ana.audit(shared)


def test_a_difference_blocks_the_sign_off_until_it_is_settled(desks, shared):
    """Both versions are listed with who and when, and a person chooses."""
    desks.ana.answer(shared, note="At home.")
    desks.ben.answer(shared, note="At school.")
    desks.ana.take_in(desks.ben.send(shared))
    (row,) = desks.ana.workspace.differences(shared)

    def blocking():
        found = gaps(desks.ana.workspace.outline(desks.ana.audit(shared)))
        return [gap.row for gap in found if gap.kind is GapKind.DIFFERENCE and gap.blocks]

    assert [("answers", KEY)] == blocking()
    assert {("Ana", "At home."), ("Ben", "At school.")} == {
        (each.by, each.row["note"]) for each in row.versions
    }
    shown = desks.ana.audit(shared).answers[KEY]
    assert shown.note == row.versions[0].row["note"]

    chosen = row.versions[1].row
    edit = settle(desks.ana.audit(shared), row.table, row.key, chosen, desks.ana.by)
    desks.ana.workspace.commit(shared, edit)

    assert [] == blocking()
    assert () == desks.ana.workspace.differences(shared)
    assert chosen["note"] == desks.ana.audit(shared).answers[KEY].note
    with pytest.raises(NotAllowedError, match="nothing to settle"):
        settle(desks.ana.audit(shared), row.table, row.key, chosen, desks.ana.by)


def test_the_history_keeps_the_other_history_checkable(desks, shared):
    """The lines of the other side are there with their own hashes; a check would notice."""
    line = desks.ben.answer(shared, OTHER, note="Alone.")
    head = desks.ben.workspace.history(shared)[-1]
    desks.ana.take_in(desks.ben.send(shared))
    session = desks.ana.workspace._sessions.get(shared)
    merged = desks.ana.workspace.history(shared)[-1]

    assert line.kind is HistoryKind.NOTE
    assert HistoryKind.MERGED is merged.kind
    assert head.hash in merged.merged.entries
    assert head.record() == session.whole()["merged_history"][head.hash]
    assert not session.has_broken_merges


def test_what_is_held_on_a_case_has_the_other_history(desks, shared):
    """Whoever asks what is kept about a child is told those words, too."""
    desks.ben.answer(shared, OTHER, note="Only ever there.")
    desks.ben.answer(shared, OTHER, note="Alone.")
    desks.ana.take_in(desks.ben.send(shared))
    (held,) = desks.ana.workspace.find_case("HX-2047").record()["audits"]

    assert "Only ever there." not in json.dumps(held["history"])
    assert "Only ever there." in json.dumps(held["history_from_elsewhere"])


def test_a_mention_is_found_in_the_other_history_and_in_the_other_version(desks, shared):
    """Wherever what came from elsewhere is kept."""
    desks.ben.answer(shared, OTHER, note="Brother of HX-71.")
    desks.ben.answer(shared, OTHER, note="Has a brother.")
    for desk, note in ((desks.ana, "At home."), (desks.ben, "With HX-72.")):
        desk.answer(shared, note=note)
    desks.ana.answer(shared, note="At home again.")  # so that it is shown, and the other is not
    desks.ana.take_in(desks.ben.send(shared))

    def places(reference):
        (mention,) = desks.ana.workspace.find_case(reference).mentions
        return mention.places

    assert (f"history/answers/{OTHER}/note",) == places("HX-71")
    assert f"differences/answers/{KEY}/others" == places("HX-72")[0]


def test_a_merge_survives_the_restart(desks, shared):
    """What is on the disk is what was shown."""
    desks.ana.answer(shared, note="At home.")
    desks.ben.answer(shared, note="At school.")
    desks.ana.take_in(desks.ben.send(shared))
    before = desks.ana.audit(shared)
    desks.ana.workspace.close()
    paths, clock = desks.ana.workspace.paths, desks.ana.clock
    desks.ana.workspace = Workspace.unlock(paths, PASSPHRASE, strength=WEAK, clock=clock)

    assert before == desks.ana.audit(shared)
    assert 1 == len(unsettled(desks.ana.audit(shared)))


def test_the_list_is_not_written_for_each_audit(desks, monkeypatch):
    """One of thousands takes longer to write than an audit."""
    written = []
    write = Catalogue._write
    monkeypatch.setattr(Catalogue, "_write", lambda self: written.append(self) or write(self))

    def writes(count):
        ids = [start_audit(desks.ana.workspace) for _number in range(count)]
        for audit_id in ids:
            desks.ana.workspace.close_audit(audit_id)
        written.clear()
        sent = desks.ana.send(*ids, name=f"{count}")
        desks.ben.workspace.import_package(desks.ben.look(sent))
        return len(written)

    assert writes(2) == writes(5)


def test_each_export_and_import_is_on_record(desks, shared):
    """With the hash of the file, whom it is for and how many audits; both sides name one file."""
    sent = desks.ana.send(shared, name="again", recipient="  Ben,  QA ")
    desks.ben.take_in(sent)
    out = desks.ana.logged(LogKind.PACKAGE_EXPORTED)[-1]
    came = desks.ben.logged(LogKind.PACKAGE_IMPORTED)[-1]

    assert sent.digest in out.detail
    assert sent.digest in came.detail
    assert ", for Ben, QA; 1 audit" in out.detail
    assert "; 0 audits changed" in came.detail
    assert HistoryKind.EXPORTED is desks.ana.workspace.history(shared)[-1].kind
    assert WORDS not in out.detail + came.detail


def test_nothing_of_a_case_lies_open_on_the_disk(desks, shared, tmp_path):
    """Neither in the package nor in any other file."""
    desks.ben.answer(shared, OTHER, note=WORDS)
    desks.ana.take_in(desks.ben.send(shared))
    parts = [WORDS.encode(), WORDS[:12].encode(), b"HX-2047"]
    files = [path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()]

    assert len(files) > 10
    assert not [part for part in parts for file in files if part in file]
    assert [] == list(tmp_path.rglob("*.tmp"))


def test_a_package_is_not_put_among_the_audits(desks, shared):
    """There it might be taken for one of them."""
    path = desks.ana.workspace.paths.store / "out.cfaudit"
    with pytest.raises(UnsafePathError):
        desks.ana.workspace.export_package([shared], path, Purpose.MERGE)
    with pytest.raises(NotAllowedError, match="one audit or more"):
        desks.ana.workspace.export_package([], desks.ana.folder.parent / "x", Purpose.MERGE)


def test_a_package_that_cannot_be_written_is_on_record_and_leaves_nothing(desks, shared, tmp_path):
    """Better a line too many than a file that nobody knows of."""
    path = tmp_path / "no such folder" / "out.cfaudit"
    with pytest.raises(PackageError, match="could not be written"):
        desks.ana.workspace.export_package([shared], path, Purpose.MERGE)
    assert HistoryKind.EXPORTED is desks.ana.workspace.history(shared)[-1].kind
    with pytest.raises(PackageError, match="cannot be read"):
        desks.ana.workspace.read_package(path, "")


def test_a_file_that_is_far_too_large_is_not_read(desks, shared, monkeypatch):
    """Its size is looked at before it is."""
    sent = desks.ana.send(shared, name="again")
    monkeypatch.setattr(arriving, "MOST_BYTES", 10)
    with pytest.raises(PackageError, match="far larger"):
        desks.ben.look(sent)


def test_a_damaged_audit_is_not_passed_on(desks, shared, monkeypatch):
    """Whoever got it could not bring it in."""
    monkeypatch.setattr(MergingSession, "has_broken_merges", True)
    with pytest.raises(AuditDamagedError, match="must not be passed on"):
        desks.ana.send(shared, name="again")
    monkeypatch.undo()


def test_typing_after_an_export_does_not_go_on_with_the_line_that_went_out(desks, shared):
    """Or the same line would be two."""
    typing = {"typing": f"{OTHER} note"}
    desks.ana.answer(shared, OTHER, note="Se", **typing)
    desks.ben.take_in(desks.ana.send(shared))
    desks.ana.clock.move(seconds=1)
    desks.ana.answer(shared, OTHER, note="Seen", **typing)
    done = desks.ben.take_in(desks.ana.send(shared))

    assert 0 == done.plan.differences
    assert "Seen" == desks.ben.audit(shared).answers[OTHER].note


def test_ids_that_are_derived_differ():
    """By what they are for, and by each of their parts."""
    ids = [moderation_id("a", "b"), moderation_id("b", "a"), copy_id("a", "b"), copy_id("a", "c")]

    assert 4 == len(set(ids))
    assert contents.PackagedAudit(id=ids[0], tables={}).id == ids[0]
