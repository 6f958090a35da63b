# SPDX-License-Identifier: MPL-2.0
"""Compare the list of audits with the files that are there, and bring it up to them."""

from collections.abc import Collection
from dataclasses import dataclass, field

import orjson

from auditapp.errors import AuditDamagedError, SchemaTooNewError
from auditapp.i18n import _
from auditapp.store import ledger_refusals, refusals
from auditapp.store.catalogue_body import CatalogueBody
from auditapp.store.vault import Vault


@dataclass(frozen=True, slots=True)
class Problem:
    """Say in one sentence what is wrong with an audit, or with the list itself (no id)."""

    audit_id: str | None
    sentence: str


@dataclass(slots=True)
class CatalogueComparison:
    """Bring a list up to the files, and hold what was found on the way.

    Args:
        vault: The open workspace.
        body: What the list holds; it is changed in place.
        has_list: Whether there was a list at all: without one, no audit is missing from it.
        problems: What is wrong.
        adopted: The audits that were in the folder and not on the list, and could be read.
    """

    vault: Vault
    body: CatalogueBody
    has_list: bool
    problems: list[Problem] = field(default_factory=list)
    adopted: list[str] = field(default_factory=list)

    def run(self, files: Collection[str]) -> None:
        """Compare everything.

        Args:
            files: The ids of the audits that have a file.

        Raises:
            SaveFailedError: An audit that was removed has a file, which cannot be deleted.
        """
        for audit_id in sorted(files):
            if audit_id in self.body.removed:
                # Its removal was recorded, and then the program was stopped.
                self.vault.delete(self.vault.place_of(audit_id))
            else:
                self._compare_with_file(audit_id)
        for audit_id in self.body.rows.keys() - files:
            self._report(audit_id, _("The file of this audit is missing."))

    def run_ledgers(self, files: Collection[str]) -> None:
        """Compare the ledgers.

        Args:
            files: The ids of those that have a file.

        Raises:
            SaveFailedError: A ledger that was removed has a file, which cannot be deleted.
        """
        for ledger_id in sorted(files):
            place = self.vault.ledger_of(ledger_id)
            if ledger_id in self.body.removed_ledgers:
                self.vault.delete(place)
                continue
            known = self.body.ledgers.get(ledger_id, 0)
            try:
                peeked = self.vault.peek(place)
            except AuditDamagedError:
                self._report(None, str(ledger_refusals.damaged()))
            except SchemaTooNewError as error:
                self._report(None, str(error))
            else:
                if peeked.generation + peeked.is_previous < known:
                    self._report(None, str(ledger_refusals.rolled_back()))
                self.body.ledgers[ledger_id] = max(known, peeked.generation)
        for _ledger_id in self.body.ledgers.keys() - files:
            self._report(None, str(ledger_refusals.missing()))

    def _compare_with_file(self, audit_id: str) -> None:
        try:
            peeked = self.vault.peek(self.vault.place_of(audit_id))
        except (AuditDamagedError, SchemaTooNewError) as error:
            self._report(audit_id, str(error))
            return
        known = self.body.generations.get(audit_id, 0)
        if peeked.generation + peeked.is_previous < known:
            self._report(audit_id, str(refusals.audit_rolled_back()))
            return
        if peeked.is_previous:
            self._report(
                audit_id,
                _("The file of this audit is damaged. It will open as it was one save earlier."),
            )
        if not known and self.has_list:
            self.adopted.append(audit_id)
        if peeked.generation >= known:
            self.body.put(audit_id, peeked.generation, orjson.loads(peeked.summary))

    def _report(self, audit_id: str | None, sentence: str) -> None:
        self.problems.append(Problem(audit_id, sentence))
