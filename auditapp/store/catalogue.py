# SPDX-License-Identifier: MPL-2.0
"""Keep the list of audits in one sealed file, so that it shows at once however many there are.

The catalogue is the authority for *which* audits exist and which generation each has reached; of
what their rows show it is only a cache, rebuilt from the front of each audit's file.
"""

from collections.abc import Collection, Mapping
from contextlib import suppress
from types import MappingProxyType
from typing import Any

from auditapp.errors import SaveFailedError
from auditapp.i18n import _
from auditapp.store import refusals
from auditapp.store.catalogue_comparison import CatalogueComparison
from auditapp.store.catalogue_file import CatalogueFile
from auditapp.store.digest_pages import stamp_of
from auditapp.store.envelope import seal
from auditapp.store.migrations import SCHEMA_VERSION
from auditapp.store.sealed_storage import Row
from auditapp.store.vault import Vault

ShownRow = Mapping[str, Any]
"""A row of the list that cannot be changed."""


class Catalogue(CatalogueFile):
    """Hold the list of audits, and what was found wrong with it on opening (``problems``).

    ``was_left_open`` tells that the program did not end in order the last time. ``adopted`` are
    the audits that were in the folder and not on the list, and could be read.
    """

    def __init__(self, vault: Vault, quiet_fields: Collection[str]) -> None:
        """Load the list, compare it with the files if need be, and mark it as in use.

        Args:
            vault: The open workspace.
            quiet_fields: Fields of a row that change with every answer; they are not worth writing
                the whole list for.

        Raises:
            SchemaTooNewError: A newer version of this program wrote the list.
            SaveFailedError: The system does not allow writing in the folder.
        """
        super().__init__(vault)
        self.adopted: list[str] = []
        self._quiet_fields = frozenset(quiet_fields)
        is_sound = self._load()
        self.was_left_open = self._mark.exists()
        files = vault.audit_ids()
        if not files:
            self._body.form = SCHEMA_VERSION
        ledgers = vault.ledger_ids()
        is_same = files == self._body.rows.keys() and ledgers == self._body.ledgers.keys()
        if not is_sound or self.was_left_open or not is_same:
            self._compare(files, ledgers)
        self._mark_in_use()

    def rows(self) -> list[ShownRow]:
        """Return each row, with the ``id`` of its audit; no copies, for thousands are dear."""
        return [MappingProxyType(row) for row in self._body.rows.values()]

    def has(self, audit_id: str) -> bool:
        """Tell whether the audit exists."""
        return audit_id in self._body.rows

    def generation(self, audit_id: str) -> int:
        """Return the generation that the audit has reached at least.

        Raises:
            AuditNotFoundError: It does not exist.
        """
        if audit_id not in self._body.generations:
            raise refusals.audit_not_found()
        return self._body.generations[audit_id]

    def generations(self) -> dict[str, int]:
        """Return the generation that each audit has reached at least."""
        return dict(self._body.generations)

    def stamps(self) -> dict[str, str]:
        """Return what names the last save of each audit: see `stamp_of`."""
        return {audit_id: self.stamp(audit_id) for audit_id in self._body.generations}

    def stamp(self, audit_id: str) -> str:
        """Return what names the last save of an audit: see `stamp_of`.

        Raises:
            AuditNotFoundError: It does not exist.
        """
        generation = self.generation(audit_id)
        return stamp_of(generation, self._body.rows[audit_id].get("changed_at", ""))

    def generation_ever(self, audit_id: str) -> int:
        """Return the generation that an audit had reached, be it removed; 0 for one never here."""
        removed = self._body.removed.get(audit_id, 0)
        return self._body.generations.get(audit_id, removed)

    def is_removed(self, audit_id: str) -> bool:
        """Tell whether the audit was removed for good."""
        return audit_id in self._body.removed

    def readmit(self, audit_id: str) -> None:
        """Forget that the audit was removed, and what was wrong with it: it is to be written again.

        Were this not durable first, a crash would have the next start delete the audit once more.

        Raises:
            SaveFailedError: The system refused it; the audit counts as removed.
        """
        self.problems = [each for each in self.problems if each.audit_id != audit_id]
        generation = self._body.removed.pop(audit_id, None)
        if generation is None:
            return
        try:
            self._write()
        except SaveFailedError:
            self._body.removed[audit_id] = generation
            raise

    def sealed_with(
        self, copied: Mapping[str, tuple[int, Row]], copied_ledgers: Mapping[str, int]
    ) -> bytearray:
        """Return the file of a list that names the audits of today, as those ``copied`` are.

        Args:
            copied: Generation and row of audits that were copied before, and may have been saved
                since; of audits that are not listed any more nothing is taken.
            copied_ledgers: The generations of ledgers, likewise.
        """
        key = self._vault.catalogue.key
        body = self._body.packed(copied, copied_ledgers)
        _header, file = seal(key, self._generation + 1, b"{}", body)
        return file

    def record(self, audit_id: str, generation: int, row: Row) -> None:
        """Take note of a save, and write the list if it now looks different.

        The audit itself is durable by now. If the list cannot be written, the mark stays, and the
        next start reads the row from the audit.
        """
        before = self._body.rows.get(audit_id)
        self._body.put(audit_id, generation, row)
        self._body.removed.pop(audit_id, None)
        self._is_behind = True
        with suppress(SaveFailedError):  # a second window may have taken it away
            self._mark_in_use()
        if before is None or self._visible(before) != self._visible(row):
            self._flush_if_possible()

    def remove(self, audit_id: str) -> None:
        """Record that the audit is gone for good; its files may be deleted after that.

        Raises:
            AuditNotFoundError: It does not exist.
            SaveFailedError: The system refused it; the audit still exists.
        """
        self.generation(audit_id)  # refuses what is not there
        before = self._body
        self._body = before.without(audit_id)
        try:
            self._write()
        except SaveFailedError:
            self._body = before
            raise

    def forget_removed(self) -> None:
        """Leave no row of a removed audit in an earlier copy of the list.

        Raises:
            SaveFailedError: The system refused it.
        """
        self._write()  # once more, so that the copy of one save earlier is without it too
        self._vault.delete_damaged(self._vault.catalogue)

    @property
    def ledgers(self) -> Mapping[str, int]:
        """The generation that each ledger has reached at least."""
        return MappingProxyType(self._body.ledgers)

    @property
    def removed_ledgers(self) -> Mapping[str, int]:
        """The generation that each ledger had reached when it was removed."""
        return MappingProxyType(self._body.removed_ledgers)

    def record_ledger(self, ledger_id: str, generation: int) -> None:
        """Take note of a save of a ledger, which is durable by now; of a new one at once."""
        is_new = ledger_id not in self._body.ledgers
        self._body.ledgers[ledger_id] = generation
        self._body.removed_ledgers.pop(ledger_id, None)
        self._is_behind = True
        with suppress(SaveFailedError):  # as with an audit
            self._mark_in_use()
        if is_new:
            self._flush_if_possible()

    def remove_ledger(self, ledger_id: str) -> None:
        """Record that a ledger is gone for good; its files may be deleted after that.

        Raises:
            SaveFailedError: The system refused it; the ledger still exists.
        """
        before = self._body
        self._body = before.without_ledger(ledger_id)
        try:
            self._write()
        except SaveFailedError:
            self._body = before
            raise

    def record_log(self, length: int) -> None:
        """Take note of how many lines the logbook has; less later means that it was put back."""
        self._body.log_length = length
        self._is_behind = True

    def check_log(self, length: int) -> None:
        """Report a logbook with fewer lines than it had."""
        if length < self._body.log_length:
            self._report(_("The logbook is an older copy of itself: lines are missing."))

    @property
    def is_form_current(self) -> bool:
        """Tell whether audits of an older form may be brought to that of today."""
        return self._body.form >= SCHEMA_VERSION

    def accept_form(self) -> None:
        """Let audits of an older form be brought to that of today: there is a backup of them."""
        self._body.form = SCHEMA_VERSION
        self._is_behind = True
        self._flush_if_possible()

    def _visible(self, row: Row) -> Row:
        unseen = self._quiet_fields
        return {name: value for name, value in row.items() if name not in unseen and name != "id"}

    def _compare(self, files: Collection[str], ledgers: Collection[str]) -> None:
        comparison = CatalogueComparison(self._vault, self._body, has_list=self._generation > 0)
        comparison.run(files)
        comparison.run_ledgers(ledgers)
        self.problems += comparison.problems
        self.adopted = comparison.adopted
        self._is_behind = True
        self._flush_if_possible()
