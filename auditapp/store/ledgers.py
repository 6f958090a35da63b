# SPDX-License-Identifier: MPL-2.0
"""Give out the ledgers of an open workspace, and check each against the list of audits."""

from collections.abc import Sequence
from contextlib import suppress

import orjson

from auditapp.errors import (
    AuditDamagedError,
    LedgerDamagedError,
    SaveFailedError,
    SchemaTooNewError,
    StoreExistsError,
)
from auditapp.i18n import _
from auditapp.model.records import Put, Record
from auditapp.store import ledger_refusals
from auditapp.store.catalogue import Catalogue
from auditapp.store.ledger import LedgerFile
from auditapp.store.vault import Vault


class Ledgers:
    """Create, open and remove the ledgers of one workspace."""

    def __init__(self, vault: Vault, catalogue: Catalogue) -> None:
        self._vault = vault
        self._catalogue = catalogue

    def ids(self) -> list[str]:
        """Return the ids of the ledgers that there are, or should be."""
        return sorted(self._vault.ledger_ids() | self._catalogue.ledgers.keys())

    def rows(self) -> dict[str, Record]:
        """Return what each ledger shows of itself, without opening any.

        One that cannot be read is left out; opening it says why.
        """
        found: dict[str, Record] = {}
        for ledger_id in self._vault.ledger_ids():
            try:
                peeked = self._vault.peek(self._vault.ledger_of(ledger_id))
            except (AuditDamagedError, SchemaTooNewError):
                continue
            found[ledger_id] = orjson.loads(peeked.summary)
        return found

    def generation(self, ledger_id: str) -> int:
        """Return the generation that a ledger has reached at least; 0 for one never here."""
        return self._catalogue.ledgers.get(ledger_id, 0)

    def has(self, ledger_id: str) -> bool:
        """Tell whether there is such a ledger, or should be."""
        return ledger_id in self._catalogue.ledgers or ledger_id in self._vault.ledger_ids()

    def create(
        self,
        ledger_id: str,
        puts: Sequence[Put],
        history: Sequence[Record],
        row: Record,
        *,
        in_place_of_lost: bool = False,
    ) -> LedgerFile:
        """Make a new ledger and open it.

        Args:
            ledger_id: 32 hexadecimal digits.
            puts: Its first rows.
            history: Its first lines.
            row: What a list of ledgers is to show of it.
            in_place_of_lost: There was one that does not open any more, and it is given up. What
                is left of it is set aside.

        Raises:
            StoreExistsError: There is one with this id.
            LedgerDamagedError: The system does not let us see whether it is lost.
            SaveFailedError: The system refused it.
        """
        if in_place_of_lost:
            self._set_lost_aside(ledger_id)
        elif self.has(ledger_id):
            raise _exists()
        ever = max(self.generation(ledger_id), self._catalogue.removed_ledgers.get(ledger_id, 0))
        ledger = LedgerFile(self._vault, ledger_id, self._catalogue.record_ledger, new_after=ever)
        try:
            ledger.commit(puts, history, row=row)
        except SaveFailedError:
            # The file may have been put in its place before the fault.
            with suppress(SaveFailedError):
                self._vault.delete(self._vault.ledger_of(ledger_id))
            raise
        return ledger

    def open(self, ledger_id: str) -> LedgerFile:
        """Open a ledger.

        Raises:
            LedgerDamagedError: No good file is left, or it is older than the list knows it to be.
            SchemaTooNewError: A newer version of this program wrote it.
        """
        ledger = LedgerFile(self._vault, ledger_id, self._catalogue.record_ledger)
        if ledger.generation < self._catalogue.ledgers.get(ledger_id, 0):
            raise ledger_refusals.rolled_back()
        return ledger

    def remove(self, ledger_id: str) -> None:
        """Remove a ledger for good, with every copy of it in the workspace.

        Raises:
            LedgerDamagedError: It does not exist.
            SaveFailedError: The system refused it.
        """
        if not self.has(ledger_id):
            raise ledger_refusals.missing()
        self._catalogue.remove_ledger(ledger_id)
        self._vault.delete(self._vault.ledger_of(ledger_id))

    def _set_lost_aside(self, ledger_id: str) -> None:
        try:
            self.open(ledger_id)
        except LedgerDamagedError as error:
            place = self._vault.ledger_of(ledger_id)
            try:
                self._vault.is_damaged(place)
            except AuditDamagedError:  # it may be whole
                raise error from None
            self._vault.set_aside(place)
        else:
            raise _exists()

    def has_damaged_copy(self, ledger_id: str) -> bool:
        """Tell whether the previous save of a ledger, if it has one, is damaged."""
        try:
            return self._vault.is_previous_damaged(self._vault.ledger_of(ledger_id))
        except AuditDamagedError:
            return True


def _exists() -> StoreExistsError:
    return StoreExistsError(_("There is a file for this already."), _("Use that one."))
