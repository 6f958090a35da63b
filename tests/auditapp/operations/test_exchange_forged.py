# SPDX-License-Identifier: MPL-2.0
"""Test that what no audit can be is not brought in, although its sender had the code."""

import base64
import datetime as dt
import re
import zlib
from hashlib import sha256
from types import SimpleNamespace

import orjson
import pytest

from auditapp.checklist.embedding import embedded_bytes
from auditapp.errors import PackageError, SchemaTooNewError
from auditapp.exchange import sealed_package
from auditapp.exchange.contents import PackagedAudit, from_bytes, to_bytes
from auditapp.model.exchange import Outcome, Purpose
from auditapp.model.history import HistoryEntry, RowChange
from auditapp.store.migrations import SCHEMA_VERSION
from tests.auditapp.exchange.desks import KEY, contents_of


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
        lambda tables: tables["history"].update({"9": tables["history"].pop("3")}),
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


FAR = "9999-12-31T23:59:00-12:00"
"""A moment that is beyond the calendar in the United Kingdom."""


def line_with(**fields):
    """Return what adds a true line of history that says something."""

    def change(tables):
        last = HistoryEntry.model_validate(list(tables["history"].values())[-1])
        line = last.model_copy(update={"seq": last.seq + 1, "previous": last.hash, **fields})
        tables["history"][str(line.seq)] = line.sealed().record()

    return change


def unheard_of(table, key):
    """Return what adds a true line of history about a row of this name."""
    return line_with(changes=(RowChange(table=table, key=key, old=None, new={"value": "met"}),))


def beside(name="answers/visits/VS2", table="answers", key="visits/VS2", row=None):
    """Return what puts another version beside a row."""
    version = {"writer": "a" * 64, "rank": 1, "row": row, "by": "S", "at": "2026-11-21T09:30:00Z"}
    difference = {"table": table, "key": key, "others": [version]}
    return lambda tables: tables.update(differences={name: difference})


def with_checklist(edit, **fields):
    """Return what puts an edited checklist into an audit, with the hash that it has."""

    def change(tables):
        row = tables["checklists"]["visits"]
        data = edit(embedded_bytes(row))
        packed = base64.b85encode(zlib.compress(data)).decode()
        row.update(fields, data=packed, sha256=sha256(data).hexdigest())

    return change


def in_a_circle(data):
    """Let two questions show each other."""
    for one, other in (("VS2", "VS3"), ("VS3", "VS2")):
        start = re.search(rb"\n( +)- id: %b\n" % one.encode(), data)
        line = b"%b  when: {question: %b, is: met}\n" % (start[1], other.encode())
        data = data[: start.end()] + line + data[start.end() :]
    return data


@pytest.mark.parametrize(
    "change",
    [
        unheard_of("elsewhere", "1"),
        unheard_of("feedback", "nobody"),
        unheard_of("front", "2"),
        unheard_of("differences", "elsewhere/1"),
        beside(row={"unheard": "of"}),
        beside(name="answers/visits/VS3"),
        beside("elsewhere/1", "elsewhere", "1"),
        beside("sign_off/1", "sign_off", "1"),
        beside("checklists/visits", "checklists", "visits", {"id": "visits"}),
        with_checklist(in_a_circle),
        with_checklist(bytes, version="99.0"),
        lambda tables: tables.update(standards={"1": {"names": "none"}}),
        lambda tables: tables["audit"]["1"].update(created_at=FAR),
        line_with(at=dt.datetime.fromisoformat(FAR)),
        lambda tables: tables.update(
            actions={"0" * 32: {"what": "Call", "created_at": "0001-01-01T00:00:00+12:00"}}
        ),
    ],
)
def test_what_would_break_later_is_not_brought_in(desks, shared, change):
    """When somebody looks at the history, settles a difference or answers a question."""
    sent = forged(desks.ana, desks.ana.send(shared, name="again"), change)
    with pytest.raises(PackageError, match="damaged"):
        desks.ben.look(sent)


@pytest.mark.parametrize(
    "change",
    [
        unheard_of("checklists", "visits"),
        unheard_of("audit", "1"),
        beside(row={"value": "met"}),
        beside(),
        with_checklist(bytes),
        lambda tables: tables["audit"]["1"].update(created_at="1970-01-01T00:00:05Z"),
    ],
)
def test_what_is_as_this_program_writes_it_is_brought_in(desks, shared, change):
    """Or the tests above would show nothing."""
    (plan,) = desks.ben.look(forged(desks.ana, desks.ana.send(shared, name="x"), change)).plans
    assert plan.outcome in (Outcome.NOTHING_NEW, Outcome.MERGE)


def test_an_audit_of_a_newer_form_is_refused_politely(desks, shared):
    """It may be right, and we cannot know."""
    newer = {"schema": SCHEMA_VERSION + 1}
    sent = desks.ana.send(shared, name="again")
    with pytest.raises(SchemaTooNewError):
        desks.ben.look(forged(desks.ana, sent, lambda tables: tables["meta"]["1"].update(newer)))
