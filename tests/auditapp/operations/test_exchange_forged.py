# SPDX-License-Identifier: MPL-2.0
"""Test that what no audit can be is not brought in, although its sender had the code."""

from types import SimpleNamespace

import orjson
import pytest

from auditapp.errors import (
    PackageError,
    SchemaTooNewError,
)
from auditapp.exchange import sealed_package
from auditapp.exchange.contents import PackagedAudit, from_bytes, to_bytes
from auditapp.model.exchange import Purpose
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
