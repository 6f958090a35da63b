# SPDX-License-Identifier: MPL-2.0
"""Keep the figures of audits that were erased, each in a sealed object of its own."""

from collections.abc import Collection

import orjson

from auditapp.errors import AuditDamagedError
from auditapp.i18n import _
from auditapp.model.records import Record
from auditapp.store import refusals
from auditapp.store.vault import Vault

_SCHEMA = 1


class ErasedAudits:
    """Hold the figures; ``problems`` are sentences about those that could not be read.

    They lie under the id of the audit that they were counted in, so that an audit which is there,
    because it could not be removed or came back from a backup, is never counted twice.
    """

    def __init__(self, vault: Vault) -> None:
        self.problems: list[str] = []
        self._vault = vault

    def keep(self, audit_id: str, figures: Record) -> None:
        """Make the figures of one audit durable, before the audit goes.

        Raises:
            SaveFailedError: The system refused it.
        """
        place = self._vault.statistics_of(audit_id)
        header = self._vault.header(place)
        generation = header.generation + 1 if header else 1
        body = orjson.dumps({"schema": _SCHEMA, "figures": figures})
        self._vault.save(place, generation, b"{}", body)

    def read(self, audits: Collection[str]) -> list[Record]:
        """Return the figures of every audit that is gone.

        Args:
            audits: The ids of those that are there.

        Raises:
            SchemaTooNewError: A newer version of this program wrote some.
        """
        found: list[Record] = []
        for audit_id in sorted(self._vault.ids_with_statistics().difference(audits)):
            try:
                held = orjson.loads(self._vault.load(self._vault.statistics_of(audit_id)).body)
            except AuditDamagedError:
                self._tell(_("The figures of an erased audit are damaged and cannot be read."))
                continue
            if held["schema"] > _SCHEMA:
                raise refusals.too_new()
            found.append(held["figures"])
        return found

    def _tell(self, sentence: str) -> None:
        if sentence not in self.problems:
            self.problems.append(sentence)
