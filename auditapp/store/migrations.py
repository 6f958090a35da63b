# SPDX-License-Identifier: MPL-2.0
"""Bring the tables of an audit that an older version of this program wrote up to date.

A step is a pure function from the tables of version ``v`` to those of ``v + 1``; it imports nothing
of ours, because what it knows about the old form must never change again. The outcome is stored
with the audit's next save; until then the disk holds the old form. The tables of a signed version
go through the same steps, and have neither history nor ``meta`` of their own.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

import orjson

from auditapp.store.refusals import too_new

Tables = dict[str, dict[str, dict[str, Any]]]
"""What TinyDB keeps: table name, key, row."""

Step = Callable[[Tables], Tables]

SCHEMA_VERSION = 4

META_TABLE = "meta"
META_ROW = "1"
HISTORY_TABLE = "history"
SIGNED_TABLE = "signed_versions"
"""A row for each signed state that was amended, by its number: all tables as they were signed."""


def _let_pins_say_who_signed(tables: Tables) -> Tables:
    """Take version 1 as it is: in version 2 the row of a checklist may have ``trust``.

    It is a version of its own so that a program that does not know ``trust`` refuses an audit
    politely, and does not find that it is not what was signed.
    """
    return tables


def _let_signed_audits_be_amended(tables: Tables) -> Tables:
    """Take version 2 as it is: in version 3 there may be an ``amendment`` and signed versions.

    It is a version of its own so that a program that knows neither refuses an audit politely, and
    shows no amendment as if it were the original.
    """
    return tables


def _let_actions_be_followed_up(tables: Tables) -> Tables:
    """Take version 3 as it is: in version 4 there may be ``links``, and rows of follow-ups.

    It is a version of its own so that a program that knows none of them refuses an audit politely,
    and neither shows a finished action as open nor takes a follow-up for a forgery.
    """
    return tables


_STEPS: Mapping[int, Step] = MappingProxyType(
    {
        1: _let_pins_say_who_signed,
        2: _let_signed_audits_be_amended,
        3: _let_actions_be_followed_up,
    }
)
"""``v``: the step from version ``v`` to ``v + 1``. Version 1 is the first one."""


def migrate(body: bytes, steps: Mapping[int, Step] = _STEPS, to: int = SCHEMA_VERSION) -> bytes:
    """Return the stored tables ``body`` (JSON) in the form of version ``to``.

    Raises:
        SchemaTooNewError: They have a newer form than ``to``.
    """
    tables: Tables = orjson.loads(body)
    found = _version(tables)
    if found == to:
        return body
    if found > to:
        raise too_new()
    for version in range(found, to):
        tables = steps[version](tables)
        for signed in tables.get(SIGNED_TABLE, {}).values():
            signed["tables"] = steps[version](signed["tables"])
        tables[META_TABLE][META_ROW]["schema"] = version + 1
    return orjson.dumps(tables)


def is_older(body: bytes) -> bool:
    """Tell whether the stored tables ``body`` have an older form than that of today."""
    return _version(orjson.loads(body)) < SCHEMA_VERSION


def _version(tables: Tables) -> int:
    version: int = tables[META_TABLE][META_ROW]["schema"]
    return version
