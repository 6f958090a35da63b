# SPDX-License-Identifier: MPL-2.0
"""Test how audits go from one workspace to another and back, on real stores."""

import json
from types import SimpleNamespace

import orjson
import pytest

from auditapp.errors import (
    AuditDamagedError,
    NotAllowedError,
    PackageError,
    SaveFailedError,
    SchemaTooNewError,
    UnsafePathError,
)
from auditapp.exchange import contents, sealed_package
from auditapp.exchange.contents import PackagedAudit, from_bytes, to_bytes
from auditapp.exchange.packing import copy_id, moderation_id
from auditapp.judgement.gaps import GapKind, gaps
from auditapp.model.audit import AuditStatus
from auditapp.model.edits import Author, change_answer, put_action
from auditapp.model.exchange import Choice, Outcome, Purpose
from auditapp.model.follow_up import Action
from auditapp.model.history import HistoryKind
from auditapp.model.logbook import LogKind
from auditapp.model.settling import settle, unsettled
from auditapp.sessions.merging_session import MergingSession
from auditapp.store.migrations import SCHEMA_VERSION
from auditapp.workspace import Workspace
from tests.making import PASSPHRASE, WEAK, Clock, make_workspace, start_audit

KEY, OTHER = "visits/VS1-last", "visits/VS2"
WORDS = "Hidden behind the curtain"


class Desk:
    """Work in one workspace."""

    def __init__(self, folder, name):
        self.folder, self.name, self.clock = folder, name, Clock()
        folder.mkdir()
        self.workspace = make_workspace(folder, self.clock)

    @property
    def by(self):
        """Return the person now."""
        self.clock.move(minutes=1)
        return Author(self.name, self.clock())

    def answer(self, audit_id, key=KEY, **fields):
        """Change an answer."""
        edit = change_answer(self.workspace.open_audit(audit_id), key, self.by, **fields)
        return self.workspace.commit(audit_id, edit)

    def sign(self, audit_id):
        """Sign off, complete or not."""
        return self.workspace._sessions.get(audit_id).sign_off(self.by)

    def send(self, *audit_ids, purpose=Purpose.MERGE, name="out", recipient=""):
        """Save a package; return its file and its code."""
        path = self.folder.parent / f"{self.name}-{name}.cfaudit"
        saved = self.workspace.export_package(audit_ids, path, purpose, recipient=recipient)
        return SimpleNamespace(path=path, code=saved.code, digest=saved.digest)

    def look(self, sent):
        """Open a package; return what it would do."""
        return self.workspace.read_package(sent.path, sent.code)

    def take_in(self, sent, choices=None):
        """Bring a package in; return what was done with its only audit."""
        (done,) = self.workspace.import_package(self.look(sent), choices or {})
        return done

    def audit(self, audit_id):
        """Return an audit."""
        return self.workspace.open_audit(audit_id)

    def ids(self):
        """Return the ids of all audits."""
        return {row.id for row in self.workspace.audits()}

    def logged(self, kind):
        """Return the lines of one kind in the logbook."""
        return [line for line in self.workspace.logbook() if line.kind is kind]


@pytest.fixture
def desks(tmp_path):
    """Give two people a workspace each."""
    made = SimpleNamespace(ana=Desk(tmp_path / "ana", "Ana"), ben=Desk(tmp_path / "ben", "Ben"))
    yield made
    for desk in (made.ana, made.ben):
        faults = [line.sentence for line in desk.workspace.check().lines if line.is_fault]
        desk.workspace.close()
        assert [] == faults


@pytest.fixture
def shared(desks):
    """Give both the same draft, and return its id."""
    audit_id = start_audit(desks.ana.workspace)
    desks.ana.answer(audit_id, note=WORDS)
    desks.ben.take_in(desks.ana.send(audit_id))
    return audit_id


def test_an_audit_arrives_whole(desks, shared):
    """With its answers and its history, and a line that says where it came from."""
    history = desks.ben.workspace.history(shared)

    assert desks.ana.audit(shared) == desks.ben.audit(shared)
    assert HistoryKind.IMPORTED is history[-1].kind
    assert desks.ana.workspace.history(shared)[:-1] == history[:-1]


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


# What was signed off


def test_what_was_signed_there_takes_the_place_of_a_draft_only_if_wanted(desks, shared):
    """The draft, with what is in it alone, stays as an audit of its own."""
    desks.ana.answer(shared, note="Only here.")
    desks.ben.answer(shared, note="At school.")
    desks.ben.sign(shared)
    sent = desks.ben.send(shared)
    before = desks.ana.audit(shared)

    left = desks.ana.take_in(sent)
    assert (Outcome.SIGNED_THERE, False) == (left.plan.outcome, left.is_changed)
    assert before == desks.ana.audit(shared)

    with pytest.raises(NotAllowedError, match="is open"):
        desks.ana.take_in(sent, {shared: Choice.TAKE})
    desks.ana.workspace.close_audit(shared)
    done = desks.ana.take_in(sent, {shared: Choice.TAKE})

    assert AuditStatus.SIGNED_OFF is desks.ana.audit(shared).status
    assert [] == desks.ana.workspace.signing_faults(shared)
    kept = desks.ana.audit(done.set_aside)
    assert before.answers == kept.answers
    assert kept.is_draft
    assert desks.ana.send(done.set_aside, name="kept").path.exists()
    assert Outcome.NOTHING_NEW is desks.ana.take_in(sent, {shared: Choice.TAKE}).plan.outcome


def test_a_draft_with_nothing_of_its_own_is_not_kept_twice(desks, shared):
    """All of it is in what was signed."""
    desks.ben.sign(shared)
    desks.ana.workspace.close_audit(shared)
    done = desks.ana.take_in(desks.ben.send(shared), {shared: Choice.TAKE})

    assert done.set_aside is None
    assert {shared} == desks.ana.ids()


def test_what_is_kept_beside_an_audit_stays(desks, shared):
    """A hold is a matter of this computer, and never travels."""
    desks.ana.workspace.hold_audit(shared, "An inquiry.", desks.ana.by)
    desks.ana.workspace.close_audit(shared)
    desks.ben.sign(shared)
    desks.ana.take_in(desks.ben.send(shared), {shared: Choice.TAKE})
    desks.ben.take_in(desks.ana.send(shared))
    rows = {row.id: row for desk in (desks.ana,) for row in desk.workspace.audits()}
    (there,) = (row for row in desks.ben.workspace.audits() if row.id == shared)

    assert rows[shared].is_held
    assert not there.is_held


def test_a_signed_audit_is_never_merged_into(desks, shared):
    """The draft of the package may stand beside it, once."""
    desks.ana.sign(shared)
    signed = desks.ana.audit(shared)
    desks.ben.answer(shared, note="At school.")
    sent = desks.ben.send(shared)

    assert Outcome.SIGNED_HERE is desks.ana.take_in(sent).plan.outcome
    done = desks.ana.take_in(sent, {shared: Choice.KEEP_BOTH})
    again = desks.ana.take_in(sent, {shared: Choice.KEEP_BOTH})

    assert signed == desks.ana.audit(shared)
    assert "At school." == desks.ana.audit(done.set_aside).answers[KEY].note
    assert done.set_aside == again.set_aside
    assert {shared, done.set_aside} == desks.ana.ids()


def test_a_choice_that_is_not_offered_is_not_followed(desks, shared):
    """A signed audit does not give way to a draft, whatever was asked."""
    desks.ana.sign(shared)
    desks.ben.answer(shared, note="At school.")
    desks.ana.workspace.close_audit(shared)
    done = desks.ana.take_in(desks.ben.send(shared), {shared: Choice.TAKE})

    assert not done.is_changed
    assert AuditStatus.SIGNED_OFF is desks.ana.audit(shared).status


def test_two_that_were_signed_differently_both_stay_where_they_are(desks, shared):
    """Nobody is offered to replace one."""
    desks.ana.sign(shared)
    desks.ben.sign(shared)
    (plan,) = desks.ana.look(desks.ben.send(shared)).plans

    assert (Outcome.BOTH_SIGNED, frozenset()) == (plan.outcome, plan.choices)


def test_an_amendment_made_elsewhere_can_be_taken(desks, shared):
    """What was signed before it is in it, whole."""
    desks.ana.sign(shared)
    signed = desks.ana.send(shared, purpose=Purpose.RE_AUDIT)
    desks.ben.workspace.close_audit(shared)
    desks.ben.take_in(signed, {shared: Choice.TAKE})
    desks.ben.workspace.amend(shared, desks.ben.by, "A visit was overlooked.")
    desks.ben.answer(shared, note="Amended.")
    desks.ben.sign(shared)
    desks.ana.workspace.close_audit(shared)
    done = desks.ana.take_in(desks.ben.send(shared), {shared: Choice.TAKE})

    assert Outcome.NEWER_SIGNED is done.plan.outcome
    assert "Amended." == desks.ana.audit(shared).answers[KEY].note
    assert [] == desks.ana.workspace.signing_faults(shared)
    assert 1 == len(desks.ana.workspace.signed_versions(shared))


def test_what_was_removed_here_comes_back_only_if_wanted(desks, shared):
    """Somebody removed it on purpose."""
    sent = desks.ana.send(shared, name="again")
    desks.ben.workspace.close_audit(shared)
    row = next(each for each in desks.ben.workspace.audits() if each.id == shared)
    desks.ben.workspace._repository.remove(row.id)

    assert Outcome.REMOVED_HERE is desks.ben.take_in(sent).plan.outcome
    assert set() == desks.ben.ids()
    desks.ben.take_in(sent, {shared: Choice.TAKE})
    assert WORDS == desks.ben.audit(shared).answers[KEY].note


# Moderation


@pytest.fixture
def read_first(desks):
    """Sign an audit with all sorts of things in it; return its id."""
    audit_id = start_audit(desks.ana.workspace, auditor="First Reader")
    desks.ana.answer(audit_id, note=WORDS)
    action = Action(what=WORDS, created_at=desks.ana.clock())
    desks.ana.workspace.commit(audit_id, put_action("0" * 32, action, desks.ana.by))
    desks.ana.sign(audit_id)
    return audit_id


def contents_of(sent):
    """Return what is in a package, as JSON."""
    return sealed_package.open_package(sent.path.read_bytes(), sent.code)


def test_a_blind_copy_holds_nothing_of_the_first_reading(desks, read_first):
    """Not a word, not a name, not a number: it is the same when nothing was found at all."""
    sent = desks.ana.send(read_first, purpose=Purpose.FOR_MODERATION)
    body = json.loads(contents_of(sent))
    (audit,) = body["audits"]

    assert {"front", "checklists"} == audit["tables"].keys()
    assert not {"auditor", "sources_used"} & audit["tables"]["front"]["1"].keys()
    assert "First Reader" not in json.dumps(body)
    assert WORDS not in json.dumps(body)


def test_a_blind_copy_becomes_an_audit_of_the_second_reader(desks, read_first):
    """Once, however often it is brought in; it says which audit it moderates."""
    sent = desks.ana.send(read_first, purpose=Purpose.FOR_MODERATION)
    done = desks.ben.take_in(sent)
    again = desks.ben.take_in(sent)
    audit = desks.ben.audit(done.plan.here)

    assert (Outcome.NEW, Outcome.NOTHING_NEW) == (done.plan.outcome, again.plan.outcome)
    assert {done.plan.here} == desks.ben.ids()
    assert read_first != audit.id
    assert read_first == audit.links.moderates
    assert {} == audit.answers
    assert desks.ana.audit(read_first).front.case_reference == audit.front.case_reference
    assert audit.is_draft


def test_nobody_moderates_their_own_audit(desks, read_first):
    """The package that was made here is not opened here."""
    sent = desks.ana.send(read_first, purpose=Purpose.FOR_MODERATION)
    with pytest.raises(NotAllowedError, match="made here, for somebody else"):
        desks.ana.look(sent)


def test_a_moderation_goes_back_and_stands_beside_the_first(desks, read_first):
    """Signed, so nobody can change it; the first audit is as it was."""
    first = desks.ana.audit(read_first)
    blind = desks.ana.send(read_first, purpose=Purpose.FOR_MODERATION)
    second = desks.ben.take_in(blind).plan.here
    with pytest.raises(NotAllowedError, match="cannot go into this package") as caught:
        desks.ben.send(second, purpose=Purpose.MODERATED)
    assert "Sign it off first." == caught.value.remedy
    desks.ben.answer(second, note="Seen twice.")
    desks.ben.sign(second)
    desks.ana.take_in(desks.ben.send(second, purpose=Purpose.MODERATED))
    back = desks.ana.audit(second)

    assert first == desks.ana.audit(read_first)
    assert AuditStatus.SIGNED_OFF is back.status
    assert read_first == back.links.moderates
    assert [] == desks.ana.workspace.signing_faults(second)


def test_only_what_fits_the_purpose_goes_out(desks, read_first):
    """A moderation is not moderated, and an audit is no moderation."""
    blind = desks.ana.send(read_first, purpose=Purpose.FOR_MODERATION)
    second = desks.ben.take_in(blind).plan.here
    with pytest.raises(NotAllowedError) as caught:
        desks.ben.workspace.export_for_moderation([second], desks.ben.folder.parent / "x.cfaudit")
    assert "It is itself the second reading of an audit." == caught.value.remedy
    with pytest.raises(NotAllowedError) as caught:
        desks.ana.send(read_first, purpose=Purpose.MODERATED)
    assert "It is not the second reading of an audit." == caught.value.remedy


def forged(desk, sent, change):
    """Return a package whose contents somebody changed who has the code."""
    package = from_bytes(contents_of(sent))
    (audit,) = package.audits
    tables = orjson.loads(orjson.dumps(audit.tables))
    change(tables)
    changed = package.model_copy(update={"audits": (PackagedAudit(id=audit.id, tables=tables),)})
    path = desk.folder.parent / "forged.cfaudit"
    path.write_bytes(sealed_package.seal_package(to_bytes(changed), sent.code))
    return SimpleNamespace(path=path, code=sent.code)


@pytest.mark.parametrize(
    "change",
    [
        lambda tables: tables["audit"]["1"].update(id="f" * 32),
        lambda tables: tables["history"]["2"].update(by="Somebody else"),
        lambda tables: tables["history"].pop("1"),
        lambda tables: tables.update(history={}),
        lambda tables: tables.pop("front"),
        lambda tables: tables["meta"]["1"].update(locked="yes"),
        lambda tables: tables["answers"].update({KEY: {"unheard": "of"}}),
        lambda tables: tables.update(hold={"1": {}}),
        lambda tables: tables["checklists"]["visits"].update(data="0"),
        lambda tables: tables["checklists"]["visits"].pop("data"),
        lambda tables: tables.update(merged_history={"0": {"seq": 1}}),
        lambda tables: tables.update(
            merged_history={tables["history"]["1"]["hash"]: tables["history"]["1"]}
        ),
        lambda tables: tables["meta"]["1"].update(locked=True),
    ],
)
def test_what_no_audit_can_be_is_not_brought_in(desks, shared, change):
    """Although somebody had the code; and nothing is here afterwards that was not before."""
    sent = forged(desks.ana, desks.ana.send(shared, name="again"), change)
    before = desks.ben.audit(shared)
    with pytest.raises(PackageError, match="damaged"):
        desks.ben.look(sent)
    assert before == desks.ben.audit(shared)


@pytest.mark.parametrize(
    "change",
    [
        lambda tables: tables.update(answers={}),
        lambda tables: tables.pop("front"),
        lambda tables: tables["front"]["1"].update(auditor="First Reader"),
        lambda tables: tables["front"]["1"].update(case_reference=None),
    ],
)
def test_a_blind_copy_with_anything_else_is_not_brought_in(desks, read_first, change):
    """Or it would not be blind."""
    blind = desks.ana.send(read_first, purpose=Purpose.FOR_MODERATION)
    with pytest.raises(PackageError, match="damaged"):
        desks.ben.look(forged(desks.ana, blind, change))
    assert set() == desks.ben.ids()


def test_an_audit_of_a_newer_form_is_refused_politely(desks, shared):
    """It may be right, and we cannot know."""
    newer = {"schema": SCHEMA_VERSION + 1}
    sent = desks.ana.send(shared, name="again")
    with pytest.raises(SchemaTooNewError):
        desks.ben.look(forged(desks.ana, sent, lambda tables: tables["meta"]["1"].update(newer)))


# What is on record, and what is on the disk


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


def test_a_damaged_audit_is_not_passed_on(desks, shared, monkeypatch):
    """Whoever got it could not bring it in."""
    monkeypatch.setattr(MergingSession, "has_broken_merges", True)
    with pytest.raises(AuditDamagedError, match="must not be passed on"):
        desks.ana.send(shared, name="again")
    monkeypatch.undo()


def test_an_import_that_was_cut_off_goes_on(desks, monkeypatch):
    """Each audit is a save of its own; those that were done are not done again."""
    ids = [start_audit(desks.ana.workspace, case_reference=f"HX-{n}") for n in range(3)]
    sent = desks.ana.send(*ids)
    incoming = desks.ben.look(sent)
    write = desks.ben.workspace._write

    def full(here, tables, package):
        if here == ids[1]:
            raise SaveFailedError("The disk is full.")
        write(here, tables, package)

    monkeypatch.setattr(desks.ben.workspace, "_write", full)
    with pytest.raises(SaveFailedError):
        desks.ben.workspace.import_package(incoming)
    assert {ids[0]} == desks.ben.ids()
    assert "; 1 audit changed" in desks.ben.logged(LogKind.PACKAGE_IMPORTED)[-1].detail

    monkeypatch.undo()
    done = desks.ben.workspace.import_package(incoming)
    assert [False, True, True] == [each.is_changed for each in done]
    assert set(ids) == desks.ben.ids()


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
