# SPDX-License-Identifier: MPL-2.0
"""Test that the contents of a package are read as they were written, and nothing else is."""

import orjson
import pytest

from auditapp.errors import PackageError, SchemaTooNewError
from auditapp.exchange import contents
from auditapp.exchange.contents import (
    FORMAT,
    MOST_AUDITS,
    MOST_DEPTH,
    Package,
    PackagedAudit,
    Sender,
    from_bytes,
    package_id,
    to_bytes,
)
from auditapp.model.exchange import Purpose
from tests.making import Clock

ID = "0123456789abcdef" * 2
ROWS = {str(number): {"seq": number} for number in range(1, 12)}
PACKAGE = Package(
    purpose=Purpose.MERGE,
    made_at=Clock().now,
    sender=Sender(workspace=ID, name="R. Okafor"),
    audits=(PackagedAudit(id=ID, tables={"history": ROWS}),),
)


def changed(**fields):
    """Return the contents with other fields."""
    return orjson.dumps({**orjson.loads(to_bytes(PACKAGE)), **fields})


def test_contents_are_read_as_they_were_written():
    """The lines of a history keep their order, which is not that of their names."""
    read = from_bytes(to_bytes(PACKAGE))

    assert PACKAGE == read
    assert list(ROWS) == list(read.audits[0].tables["history"])


def test_the_id_is_that_of_the_contents():
    """Other contents are another package."""
    assert package_id(to_bytes(PACKAGE)) != package_id(changed(purpose="moderated"))


@pytest.mark.parametrize(
    "contents",
    [
        b"",
        b"[]",
        b"null",
        b'{"format":"one"}',
        changed(audits=[]),
        changed(purpose="unheard_of"),
        changed(more="of it"),
        changed(audits=[{"id": "../../settings", "tables": {}}]),
        changed(audits=[{"id": ID, "tables": {}}] * 2),
        changed(audits=[{"id": f"{n:032x}", "tables": {}} for n in range(MOST_AUDITS + 1)]),
    ],
)
def test_anything_else_is_refused(contents):
    """In a sentence, and without a word of what is in it."""
    with pytest.raises(PackageError, match="damaged") as caught:
        from_bytes(contents)
    assert caught.value.__cause__ is None


def test_what_lies_too_deep_is_refused():
    """Nothing of ours goes down into it."""
    deep = b"[" * MOST_DEPTH + b"]" * MOST_DEPTH
    with pytest.raises(PackageError, match="damaged"):
        from_bytes(b'{"format":1,"audits":%s}' % deep)


def test_a_newer_form_is_refused_politely():
    """It may be right, and we cannot know."""
    with pytest.raises(SchemaTooNewError):
        from_bytes(changed(format=FORMAT + 1))


def test_more_values_than_any_audit_has_are_not_even_read(monkeypatch):
    """A small file unpacks to any number of them, and each takes its place in memory."""
    monkeypatch.setattr(contents, "MOST_PIECES", 30)
    with pytest.raises(PackageError, match="far larger"):
        from_bytes(changed(more=[[]] * 30))
    monkeypatch.setattr(contents, "MOST_PIECES", 10_000)
    assert PACKAGE == from_bytes(to_bytes(PACKAGE))
