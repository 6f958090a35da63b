# SPDX-License-Identifier: MPL-2.0
"""Turn what the list of audits holds into the bytes that are sealed, and back."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Any, Final, Self

import orjson

from auditapp.store import refusals
from auditapp.store.sealed_storage import Row

_SCHEMA: Final = 2
"""Version 1 knows no ledgers. A list without any is written as that, for older programs to read."""


@dataclass(slots=True)
class CatalogueBody:
    """Hold the contents of the list.

    Args:
        generations: How far each audit is known to be, by its id.
        rows: What the list shows of each audit, its ``id`` among that, by its id too.
        removed: The generation that each audit which was removed for good had reached.
        log_length: How many lines the logbook has.
        form: The newest form that audits of an older one may be brought to.
        ledgers: How far each ledger is known to be, by its id.
        removed_ledgers: The generation that each ledger which was removed for good had reached.
    """

    generations: dict[str, int] = field(default_factory=dict)
    rows: dict[str, Row] = field(default_factory=dict)
    removed: dict[str, int] = field(default_factory=dict)
    log_length: int = 0
    form: int = 0
    ledgers: dict[str, int] = field(default_factory=dict)
    removed_ledgers: dict[str, int] = field(default_factory=dict)

    @classmethod
    def read(cls, body: bytes) -> Self:
        """Return the contents of a list.

        Raises:
            SchemaTooNewError: A newer version of this program wrote it.
        """
        stored = _loaded(body)
        audits = stored["audits"]
        # No object for each audit: the start of the program waits while thousands are made.
        generations = {name: generation for name, (generation, _row) in audits.items()}
        rows = {name: row for name, (_generation, row) in audits.items()}
        for name, row in rows.items():
            row["id"] = name
        log, form = stored.get("log", 0), stored.get("form", 0)
        ledgers, removed = stored.get("ledgers", {}), stored.get("removed_ledgers", {})
        return cls(generations, rows, stored["removed"], log, form, ledgers, removed)

    def put(self, audit_id: str, generation: int, row: Row) -> None:
        """Put an audit on the list, or what is known of it in the place of what was."""
        self.generations[audit_id] = generation
        self.rows[audit_id] = {**row, "id": audit_id}

    def without(self, audit_id: str) -> Self:
        """Return the contents after an audit was removed for good."""
        generations, rows = dict(self.generations), dict(self.rows)
        removed = {**self.removed, audit_id: generations.pop(audit_id)}
        del rows[audit_id]
        return replace(self, generations=generations, rows=rows, removed=removed)

    def without_ledger(self, ledger_id: str) -> Self:
        """Return the contents after a ledger was removed for good."""
        ledgers = dict(self.ledgers)
        removed = {**self.removed_ledgers, ledger_id: ledgers.pop(ledger_id, 1)}
        return replace(self, ledgers=ledgers, removed_ledgers=removed)

    def packed(
        self,
        copied: Mapping[str, tuple[int, Row]] = MappingProxyType({}),
        copied_ledgers: Mapping[str, int] = MappingProxyType({}),
    ) -> bytes:
        """Return the bytes to seal.

        Args:
            copied: Generation and row of audits for which others than those of today are wanted;
                of audits that are not listed nothing is taken.
            copied_ledgers: The generations of ledgers, likewise.
        """
        audits = {
            name: copied.get(name, (self.generations[name], row)) for name, row in self.rows.items()
        }
        return orjson.dumps(
            {
                "schema": _SCHEMA if self.ledgers or self.removed_ledgers else 1,
                "audits": audits,
                "removed": self.removed,
                "log": self.log_length,
                "form": self.form,
                **self._ledgers(copied_ledgers),
            }
        )

    def _ledgers(self, copied: Mapping[str, int]) -> dict[str, Any]:
        if not (self.ledgers or self.removed_ledgers):
            return {}
        known = {name: copied.get(name, number) for name, number in self.ledgers.items()}
        return {"ledgers": known, "removed_ledgers": self.removed_ledgers}


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
