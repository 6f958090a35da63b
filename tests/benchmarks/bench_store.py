# SPDX-License-Identifier: MPL-2.0
"""Measure the store itself: one answer made durable, and the list, however many audits there are.

An answer is what the store is given for one: its row and its line of history, in one commit. What
the window does before that is measured by ``bench_saving``. Python's collector of garbage is off,
as it is in the program where the window asks for these (`main.carry_out`, `ui.garbage`).
"""

import gc
import os
import sqlite3
import tempfile
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from unittest import mock

import orjson
from tinydb import TinyDB

from auditapp.listing import QUIET_FIELDS
from auditapp.model.records import Put, Record
from auditapp.store.migrations import SCHEMA_VERSION
from auditapp.store.repository import AuditRepository
from auditapp.store.vault import Vault
from tests.benchmarks.figure import Figure, median_ratio
from tests.making import PASSPHRASE, WEAK

QUESTIONS, ROUNDS = 100, 151
NOTE = "The visit record of 3 October quotes the child twice, and the plan answers both. " * 8
MANY = 20_000
LISTED = 10_000
STOCK_AUDITS, STOCK_ROUNDS = 1000, 3


def figures() -> Iterator[Figure]:
    """Yield the figures of the store."""
    gc.disable()
    with tempfile.TemporaryDirectory(dir=".") as name:
        folder = Path(name)
        few = _Store(folder / "few", audits=10)
        yield from _answers(few, folder)
        many = _Store(folder / "many", audits=MANY)
        ratio = median_ratio(many.answer, few.answer, ROUNDS)
        yield Figure(f"one answer in the store, at {MANY:,} audits against 10", ratio, 1.2)
        few.close()
        many.close()
        yield from _lists(folder)


def _answers(few: "_Store", folder: Path) -> Iterator[Figure]:
    raw = _RawFile(folder / "raw.bin", few.path)
    ratio = median_ratio(few.answer, raw.replace, ROUNDS)
    size = few.path.stat().st_size // 1024
    name = f"one answer in the store, against as many bytes replaced ({size} KB)"
    yield Figure(name, ratio, 1.6)
    sqlite = _Sqlite(folder / "answers.sqlite")
    ratio = median_ratio(few.answer, sqlite.answer, ROUNDS)
    yield Figure("one answer in the store, against SQLite (WAL, full sync)", ratio, 6.0)
    sqlite.close()
    stock = _Stock(folder / "stock.json", few.tables)
    ratio = median_ratio(few.answer, stock.answer, STOCK_ROUNDS)
    name = f"one answer in the store, against stock TinyDB at {STOCK_AUDITS:,} audits"
    yield Figure(name, ratio, 0.005)
    stock.close()


def _lists(folder: Path) -> Iterator[Figure]:
    store = _Store(folder / "listed", audits=LISTED)
    store.close()
    sqlite = _Sqlite(folder / "list.sqlite")
    sqlite.fill(LISTED)
    ratio = median_ratio(store.list, sqlite.list, 15)
    yield Figure(f"the list of {LISTED:,} audits, against SQLite", ratio, 2.0)
    sqlite.close()


class _Store:
    """Hold a workspace with one fully answered audit among small ones."""

    def __init__(self, root: Path, audits: int) -> None:
        self._vault, _key = Vault.create(root, PASSPHRASE, WEAK)
        self._numbers = count(1)
        self._ids = put_small_audits(self._vault, audits)
        self._repository = AuditRepository(self._vault, QUIET_FIELDS)
        self._repository.flush()
        self._audit = self._repository.open(self._ids[0])
        for _question in range(QUESTIONS):
            self.answer()

    @property
    def path(self) -> Path:
        """Return the file of the answered audit."""
        return self._vault.place_of(self._ids[0]).path

    @property
    def tables(self) -> dict[str, dict[str, Record]]:
        """Return what the answered audit holds."""
        stored = self._audit.read()
        return {**stored.tables, "history": {str(n): e for n, e in enumerate(stored.history)}}

    def answer(self) -> None:
        """Make one more answer durable, with its line of history."""
        number = next(self._numbers)
        row, line = _answer(number)
        put = Put("answers", f"visits/{number % QUESTIONS}", row)
        self._audit.commit([put], [line], replace_last=False, row=_listed(0, changed=number))

    def list(self) -> list[Record]:
        """Read the list of audits from the disk."""
        with mock.patch.object(os, "fsync"):  # opening marks the list as in use; SQLite does not
            repository = AuditRepository(self._vault, QUIET_FIELDS)
            rows = repository.rows()
            repository.close()
        return rows

    def close(self) -> None:
        """Close the audit and the list; the workspace stays unlocked for `list`."""
        self._audit.close()
        self._repository.close()


def put_small_audits(vault: Vault, count: int) -> list[str]:
    """Put so many audits with nothing in them into an open workspace; return their ids."""
    tables = {"meta": {"1": {"schema": SCHEMA_VERSION, "locked": False}}, "history": {}}
    ids = [f"{number:032x}" for number in range(count)]
    with mock.patch.object(os, "fsync"):  # what is measured comes later
        for number, audit_id in enumerate(ids):
            row = orjson.dumps(_listed(number, changed=0))
            vault.save(vault.place_of(audit_id), 1, row, orjson.dumps(tables))
    os.sync()  # or the system would go on writing them while something is measured
    return ids


class _RawFile:
    """Replace a file by one as large as ``model`` is at that moment, as quickly as can be done."""

    def __init__(self, path: Path, model: Path) -> None:
        self._path, self._model = path, model

    def replace(self) -> None:
        """Write, flush, rename, flush the folder."""
        temporary = self._path.with_suffix(".tmp")
        data = bytes(self._model.stat().st_size)
        descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        os.write(descriptor, data)
        os.fsync(descriptor)
        os.close(descriptor)
        temporary.replace(self._path)
        folder = os.open(self._path.parent, os.O_RDONLY)
        os.fsync(folder)
        os.close(folder)


class _Sqlite:
    """Keep the same rows in SQLite, each answer and its line of history in one transaction."""

    def __init__(self, path: Path) -> None:
        self._base = sqlite3.connect(path, isolation_level=None)
        self._base.execute("PRAGMA journal_mode=WAL")
        self._base.execute("PRAGMA synchronous=FULL")
        self._base.execute("CREATE TABLE answers (key TEXT PRIMARY KEY, row BLOB)")
        self._base.execute("CREATE TABLE history (seq INTEGER PRIMARY KEY, row BLOB)")
        self._base.execute("CREATE TABLE audits (id TEXT PRIMARY KEY, row BLOB)")
        self._numbers = count(1)

    def answer(self) -> None:
        """Make one more answer durable, with its line of history and the row of the list."""
        number = next(self._numbers)
        row, line = _answer(number)
        key = f"visits/{number % QUESTIONS}"
        run = self._base.execute
        run("BEGIN")
        run("INSERT OR REPLACE INTO answers VALUES (?, ?)", (key, orjson.dumps(row)))
        run("INSERT INTO history VALUES (?, ?)", (number, orjson.dumps(line)))
        listed = orjson.dumps(_listed(0, changed=number))
        run("INSERT OR REPLACE INTO audits VALUES (?, ?)", ("0", listed))
        run("COMMIT")

    def fill(self, audits: int) -> None:
        """Put so many audits into the list."""
        rows = [
            (f"{number:032x}", orjson.dumps(_listed(number, changed=0))) for number in range(audits)
        ]
        self._base.execute("BEGIN")
        self._base.executemany("INSERT INTO audits VALUES (?, ?)", rows)
        self._base.execute("COMMIT")

    def list(self) -> list[Record]:
        """Read the list of audits."""
        found = self._base.execute("SELECT id, row FROM audits")
        return [{**orjson.loads(row), "id": audit_id} for audit_id, row in found]

    def close(self) -> None:
        """Close the file."""
        self._base.close()


class _Stock:
    """Keep as many audits in one file of TinyDB's own, a document each."""

    def __init__(self, path: Path, audit: dict[str, dict[str, Record]]) -> None:
        documents = {str(number): audit for number in range(1, STOCK_AUDITS + 1)}
        path.write_bytes(orjson.dumps({"audits": documents}))
        self._base = TinyDB(path)
        self._audits = self._base.table("audits", cache_size=0)
        self._numbers = count(1)

    def answer(self) -> None:
        """Make one more answer durable, with its line of history."""
        number = next(self._numbers)
        row, line = _answer(number)

        def change(document: Record) -> None:
            document["answers"][f"visits/{number % QUESTIONS}"] = row
            document["history"][str(len(document["history"]))] = line

        self._audits.update(change, doc_ids=[1])

    def close(self) -> None:
        """Close the file."""
        self._base.close()


def _answer(number: int) -> tuple[Record, Record]:
    """Return the row of an answer, and its line of history."""
    note = f"{number} {NOTE}"
    row = {"value": "met", "note": note, "changed_by": "R. Okafor", "changed_at": number}
    line = {
        "seq": number,
        "by": "R. Okafor",
        "kind": "note",
        "changes": [{"key": f"visits/{number % QUESTIONS}", "old": "", "new": note}],
        "hash": f"{number:064x}",
    }
    return row, line


def _listed(number: int, *, changed: int) -> Record:
    """Return what the list shows of an audit."""
    return {
        "case_reference": f"HX-{number}",
        "team": "Children in care, north",
        "auditor": "R. Okafor",
        "checklists": ["Visits, direct work and relationship"],
        "status": "draft",
        "grade": None,
        "answered": changed,
        "asked": QUESTIONS,
        "open_concerns": 0,
        "open_actions": 0,
        "created_at": "2026-11-21T09:30:00+00:00",
        "changed_at": f"2026-11-21T09:30:{changed % 60:02}+00:00",
    }
