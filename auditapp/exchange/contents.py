# SPDX-License-Identifier: MPL-2.0
"""Write the contents of a package as JSON, and read them with every limit checked.

A package never changes once it is made: the SHA-256 of its contents is its id.
"""

import hashlib
from typing import Annotated, Any, Final

import orjson
from pydantic import AwareDatetime, Field, StringConstraints, ValidationError

from auditapp.exchange import refusals
from auditapp.model.exchange import Purpose
from auditapp.model.frozen import Frozen
from auditapp.model.records import Record
from auditapp.model.text import Text
from auditapp.store.refusals import too_new

FORMAT: Final = 1
MOST_AUDITS: Final = 500
"""More than one person is ever sent, and few enough for a file that can be read at once."""

MOST_DEPTH: Final = 40
"""How deep lists and objects may lie in one another; rows of an audit need about ten."""

MOST_PIECES: Final = 10_000_000
"""How many commas and brackets contents may have; 500 audits have a third of that.

Each may be a value of a hundred bytes in memory, of which a small file can hold any number.
"""

HexId = Annotated[str, StringConstraints(pattern="^[0-9a-f]{32}$")]
"""The id of an audit or a workspace; it becomes the name of a file, so nothing else will do."""


class Sender(Frozen):
    """Name the workspace that made a package, and the person whose it is."""

    workspace: HexId
    name: Text


class PackagedAudit(Frozen):
    """Hold one audit: the tables of the store, or of a blind copy only what the reader may see."""

    id: HexId
    tables: dict[str, dict[str, Record]]


class Package(Frozen):
    """Hold all that a package says."""

    format: int = FORMAT
    purpose: Purpose
    made_at: AwareDatetime
    sender: Sender
    audits: tuple[PackagedAudit, ...] = Field(min_length=1, max_length=MOST_AUDITS)


def package_id(contents: bytes) -> str:
    """Return the id of the package with these contents."""
    return hashlib.sha256(contents).hexdigest()


def to_bytes(package: Package) -> bytes:
    """Return the contents of a package; rows keep their order, which a history needs."""
    return orjson.dumps(package.model_dump(mode="json"))


def from_bytes(contents: bytes) -> Package:
    """Read what `to_bytes` wrote.

    Raises:
        PackageError: It is something else, or too large.
        SchemaTooNewError: A newer version of this program wrote it.
    """
    if sum(map(contents.count, (b",", b"[", b"{"))) > MOST_PIECES:
        raise refusals.package_too_large()
    try:
        fields = orjson.loads(contents)
        _require_shallow(fields)
        if fields["format"] > FORMAT:
            raise too_new()
        package = Package.model_validate(fields)
    except (KeyError, TypeError, ValueError, ValidationError):
        # Without its cause, because that quotes the words of the case.
        raise refusals.package_damaged() from None
    if len({audit.id for audit in package.audits}) != len(package.audits):
        raise refusals.package_damaged()
    return package


def _require_shallow(value: Any) -> None:  # noqa: ANN401 - whatever JSON holds
    """Refuse what lies too deep, level by level, so that nothing recurses on a stranger's word.

    Raises:
        ValueError: It lies deeper than `MOST_DEPTH`.
    """
    level = [value]
    for _depth in range(MOST_DEPTH):
        lists = (list(each.values()) if isinstance(each, dict) else each for each in level)
        level = [
            inner
            for each in lists
            if isinstance(each, list)
            for inner in each
            if isinstance(inner, dict | list)
        ]
        if not level:
            return
    raise ValueError("too deep")
