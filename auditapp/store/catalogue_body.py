# SPDX-License-Identifier: MPL-2.0
"""Turn what the list of audits holds into the bytes that are sealed, and back."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, Final, NamedTuple, Self

import orjson

from auditapp.store import refusals
from auditapp.store.sealed_storage import Row

_SCHEMA: Final = 1


class Entry(NamedTuple):
    """Hold how far an audit is known to be, and what the list shows, its id among that."""

    generation: int
    row: Row


@dataclass(slots=True)
class CatalogueBody:
    """Hold the contents of the list.

    Args:
        entries: The audits there are, by id.
        removed: The generation that each audit which was removed for good had reached.
        log_length: How many lines the logbook has.
        form: The newest form that audits of an older one may be brought to.
    """

    entries: dict[str, Entry] = field(default_factory=dict)
    removed: dict[str, int] = field(default_factory=dict)
    log_length: int = 0
    form: int = 0

    @classmethod
    def read(cls, body: bytes) -> Self:
        """Return the contents of a list.

        Raises:
            SchemaTooNewError: A newer version of this program wrote it.
        """
        stored = _loaded(body)
        entries = {name: Entry(*entry) for name, entry in stored["audits"].items()}
        for name, entry in entries.items():
            entry.row["id"] = name
        return cls(entries, stored["removed"], stored.get("log", 0), stored.get("form", 0))

    def packed(self, copied: Mapping[str, tuple[int, Row]] = MappingProxyType({})) -> bytes:
        """Return the bytes to seal.

        Args:
            copied: Generation and row of audits for which others than those of today are wanted;
                of audits that are not listed nothing is taken.
        """
        audits = {
            name: copied.get(name, (entry.generation, entry.row))
            for name, entry in self.entries.items()
        }
        return orjson.dumps(
            {
                "schema": _SCHEMA,
                "audits": audits,
                "removed": self.removed,
                "log": self.log_length,
                "form": self.form,
            }
        )


def rows_in(body: bytes) -> dict[str, Row]:
    """Return the rows of a list that was kept somewhere else, by the ids of the audits.

    Raises:
        SchemaTooNewError: A newer version of this program wrote it.
    """
    return {name: row for name, (_generation, row) in _loaded(body)["audits"].items()}


def _loaded(body: bytes) -> dict[str, Any]:
    stored: dict[str, Any] = orjson.loads(body)
    if stored["schema"] > _SCHEMA:
        raise refusals.too_new()
    return stored
