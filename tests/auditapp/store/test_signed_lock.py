# SPDX-License-Identifier: MPL-2.0
"""Attack a signed audit by every way into its file: what was signed must not change.

Each attack has the open workspace with its key, as a mistake in the program would.
"""

import orjson
import pytest
from tinydb import where

from auditapp.errors import (
    AuditChangedOnDiskError,
    AuditLockedError,
    AuditRolledBackError,
    StoreExistsError,
)
from auditapp.model.records import Put
from auditapp.store.signed_lock import LockChange
from tests.auditapp.store.signed_fixtures import (
    AUDIT,
    HEADER,
    OPENING,
    ROW,
    SIGNED,
    amending,
    commit,
    signed,
)

__all__ = ["amending", "signed"]


def tinydb(change):
    """Return an attack by TinyDB's own methods, each of which saves at once."""
    return lambda audit: change(audit._database)


def batch(change):
    """Return an attack by the methods of the storage, in a batch."""

    def attack(audit):
        with audit._storage.batch(ROW):
            change(audit._storage)

    return attack


def rewrite(change):
    """Return an attack that hands the storage all tables anew."""

    def attack(audit):
        tables = audit._storage.read()
        change(tables)
        audit._storage.write(tables)

    return attack


UNLOCK = {"schema": 3, "locked": False}
ATTACKS = {
    "put": commit(Put("answers", "q1", {"value": "not met"})),
    "put in a new table": commit(Put("grades", "practice", {"band": "good"})),
    "remove": commit(Put("answers", "q1", None)),
    "remove the signature": commit(Put("sign_off", "1", None)),
    "put another checklist": commit(Put("checklists", "visits", {"version": "2.0"})),
    "put a link to a round": commit(Put("links", "1", {"round": "b"})),
    "put it back to a draft": commit(Put("audit", "1", HEADER | {"status": "draft"})),
    "put a status that is none": commit(Put("audit", "1", HEADER | {"status": "lost"})),
    "put another id": commit(Put("audit", "1", {"id": "b", "status": "closed"})),
    "put a second header": commit(Put("audit", "2", HEADER)),
    "remove the header": commit(Put("audit", "1", None)),
    "follow up and put": commit(
        Put("action_progress", "a", {"steps": []}), Put("answers", "q1", {"value": "x"})
    ),
    "put while signing again": commit(Put("answers", "q1", None), lock=LockChange.SIGN),
    "replace the last line": commit(replace_last=True),
    "replace it while amending": commit(replace_last=True, lock=LockChange.AMEND),
    "update": tinydb(lambda db: db.table("answers").update({"value": "x"}, doc_ids=["q1"])),
    "update where": tinydb(
        lambda db: db.table("answers").update({"value": "x"}, where("value") == "met")
    ),
    "truncate": tinydb(lambda db: db.table("answers").truncate()),
    "drop a table": tinydb(lambda db: db.drop_table("answers")),
    "drop all": tinydb(lambda db: db.drop_tables()),
    "rewrite a line": tinydb(lambda db: db.table("history").update({"what": "x"}, doc_ids=["1"])),
    "remove a line": tinydb(lambda db: db.table("history").remove(doc_ids=["2"])),
    "unlock": tinydb(lambda db: db.table("meta").update({"locked": False}, doc_ids=["1"])),
    "batched put": batch(lambda storage: storage.put("answers", "q1", {"value": "x"})),
    "batched drop": batch(lambda storage: storage.drop("answers", "q1")),
    "batched line": batch(lambda storage: storage.put("history", "1", {"what": "x"})),
    "batched unlocking": batch(lambda storage: storage.put("meta", "1", UNLOCK)),
    "batched contents": batch(lambda storage: storage.put_contents({})),
    "a version that never was": batch(
        lambda storage: storage.put("signed_versions", "1", {"tables": {}})
    ),
    "all tables anew": rewrite(lambda tables: tables["answers"]["q1"].update(value="x")),
    "unlocked and kept wrong": rewrite(
        lambda tables: tables.update(
            meta={"1": UNLOCK}, signed_versions={"1": {"tables": {"answers": {}}}}
        )
    ),
}


@pytest.mark.parametrize("attack", ATTACKS.values(), ids=ATTACKS.keys())
def test_nothing_alters_a_signed_audit(signed, vault, repository, attack):
    """Neither what is read nor a byte of the file is another afterwards, and it goes on working."""
    place = vault.place_of(AUDIT)
    before, stored = place.path.read_bytes(), signed.read()

    with pytest.raises(AuditLockedError):
        attack(signed)

    assert before == place.path.read_bytes()
    assert stored == signed.read() == repository.open(AUDIT).read()
    signed.commit([], [{"what": "exported"}], replace_last=False, row=ROW)
    assert SIGNED == repository.open(AUDIT).read().tables


@pytest.mark.parametrize("way", ["commit", "tinydb"])
def test_a_line_of_history_can_be_added(signed, repository, way):
    """An export or a recovery is on record, and changes nothing that was signed."""
    if way == "commit":
        signed.commit([], [{"what": "exported"}], replace_last=False, row=ROW)
    else:
        rewrite(lambda tables: tables["history"].update({"3": {"what": "exported"}}))(signed)

    stored = repository.open(AUDIT).read()
    assert (SIGNED, True, "exported") == (
        stored.tables,
        stored.locked,
        stored.history[-1]["what"],
    )


@pytest.mark.parametrize("status", ["signed_off", "moderated", "closed"])
def test_what_is_done_about_it_goes_on(signed, repository, status):
    """Steps of actions, agreed grades and the status that comes of them; it stays locked."""
    puts = [
        Put("action_progress", "a", {"steps": ["done"]}),
        Put("agreed", "practice", {"band": "good"}),
        Put("audit", "1", HEADER | {"status": status}),
    ]
    signed.commit(puts, [{"what": "followed up"}], replace_last=False, row=ROW)
    stored = repository.open(AUDIT).read()
    assert stored.locked
    assert {"steps": ["done"]} == stored.tables["action_progress"]["a"]
    assert status == stored.tables["audit"]["1"]["status"]


def test_what_is_done_about_it_is_no_part_of_an_amendment(amending, repository):
    """It is not among what was signed, and giving the amendment up leaves it alone."""
    put = Put("action_progress", "a", {"steps": ["done"]})
    amending.commit([put], [{"what": "followed up"}], replace_last=False, row=ROW)
    assert [SIGNED] == repository.open(AUDIT).read().signed
    amending.commit(
        [], [{"what": "given up"}], replace_last=False, row=ROW, lock=LockChange.GIVE_UP
    )
    stored = repository.open(AUDIT).read()
    assert SIGNED | {"action_progress": {"a": {"steps": ["done"]}}} == stored.tables


def test_whoever_opened_it_before_it_was_signed_cannot_write(make_audit, repository, answer):
    """A second window may still believe that it is a draft."""
    first = make_audit(q1="met")
    second = repository.open(AUDIT)
    first.commit([], [{"what": "signed"}], replace_last=False, row=ROW, lock=LockChange.SIGN)

    with pytest.raises(AuditChangedOnDiskError):
        answer(second, "q1", "not met")
    assert repository.open(AUDIT).is_locked


def test_no_other_audit_takes_its_place(signed, repository):
    """Its id is taken as long as it is there."""
    with pytest.raises(StoreExistsError):
        repository.create(AUDIT, [], [], ROW)
    assert SIGNED == repository.open(AUDIT).read().tables


def test_its_draft_cannot_be_put_back(signed, vault, repository):
    """The file from before the sign-off is older than the list of audits knows it to be."""
    place = vault.place_of(AUDIT)
    place.path.write_bytes(place.previous.read_bytes())

    with pytest.raises(AuditRolledBackError):
        repository.open(AUDIT)


def test_an_older_form_is_brought_up_to_date_and_stays_signed(signed, vault, repository, answer):
    """Migrating lifts no lock."""
    place = vault.place_of(AUDIT)
    loaded = vault.load(place)
    tables = orjson.loads(loaded.body)
    tables["meta"]["1"]["schema"] = 1
    vault.save(place, loaded.header.generation + 1, b"{}", orjson.dumps(tables))
    old = repository.open(AUDIT)

    with pytest.raises(AuditLockedError):
        answer(old, "q1", "not met")
    old.commit([], [{"what": "exported"}], replace_last=False, row=ROW)
    again = repository.open(AUDIT)
    assert (SIGNED, True) == (again.read().tables, again.is_locked)


def test_an_amendment_keeps_what_was_signed_in_the_same_write(signed, repository):
    """One generation holds both: the draft, and all tables of the original."""
    generation = signed.generation
    put = Put("answers", "q1", {"value": "amended"})
    signed.commit([put], [OPENING], replace_last=False, row=ROW, lock=LockChange.AMEND)

    stored = repository.open(AUDIT).read()
    assert generation + 1 == signed.generation
    assert ([SIGNED], False) == (stored.signed, stored.locked)
    assert {"q1": {"value": "amended"}} == stored.tables["answers"]


AMENDMENT_ATTACKS = {
    "put there": batch(lambda storage: storage.put("signed_versions", "1", {"tables": {}})),
    "drop it": batch(lambda storage: storage.drop("signed_versions", "1")),
    "truncate": tinydb(lambda db: db.table("signed_versions").truncate()),
    "one more": batch(lambda storage: storage.put("signed_versions", "2", {"tables": {}})),
    "rewrite the opening": batch(lambda storage: storage.put("history", "3", {"what": "x"})),
    "remove a line": tinydb(lambda db: db.table("history").remove(doc_ids=["2"])),
    "locked as it is, the original gone": rewrite(
        lambda tables: tables.update(meta={"1": {"schema": 3, "locked": True}}, signed_versions={})
    ),
}


@pytest.mark.parametrize("attack", AMENDMENT_ATTACKS.values(), ids=AMENDMENT_ATTACKS.keys())
def test_nothing_alters_the_original_behind_an_amendment(amending, vault, repository, attack):
    """The draft may change; what was signed, and how it came to be amended, may not."""
    place = vault.place_of(AUDIT)
    before = place.path.read_bytes()

    with pytest.raises(AuditLockedError):
        attack(amending)

    assert before == place.path.read_bytes()
    assert [SIGNED] == repository.open(AUDIT).read().signed
