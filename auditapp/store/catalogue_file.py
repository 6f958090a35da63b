# SPDX-License-Identifier: MPL-2.0
"""Load and write the file of the list of audits, and keep the mark that it may be behind.

The mark ``in-use`` stands while the file may be behind the audits: after a crash everything is
compared.
"""

from collections.abc import Iterator
from contextlib import contextmanager, suppress

from auditapp.errors import AuditDamagedError, AuditNotFoundError, SaveFailedError
from auditapp.files import remove
from auditapp.i18n import _
from auditapp.store import refusals
from auditapp.store.catalogue_body import CatalogueBody
from auditapp.store.catalogue_comparison import Problem
from auditapp.store.envelope import Header
from auditapp.store.vault import Vault


class CatalogueFile:
    """Hold the list as it is on the disk, and what was found wrong with it (``problems``)."""

    def __init__(self, vault: Vault) -> None:
        """Begin with an empty list of an open workspace; `_load` reads the one on the disk."""
        self.problems: list[Problem] = []
        self._vault = vault
        self._mark = vault.root / "in-use"
        self._generation = 0
        self._body = CatalogueBody()
        self._is_behind = False
        self._is_held_back = False
        # What is on the disk, as long as nothing else writes there; and whether something has.
        self._place = vault.catalogue
        self._header: Header | None = None
        self._is_shared = False

    @contextmanager
    def held_back(self) -> Iterator[None]:
        """Write the list once, after a ``with`` block in which many audits are saved.

        A list of thousands takes longer to write than an audit. After a crash in between, the mark
        makes the next start compare the list with the audits.
        """
        self._is_held_back = True
        try:
            yield
        finally:
            self._is_held_back = False
            self._flush_if_possible()

    def flush(self) -> None:
        """Write the list if it is behind the audits and not held back.

        Raises:
            SaveFailedError: The system refused it.
        """
        if self._is_behind and not self._is_held_back:
            self._write()

    def close(self) -> None:
        """Write the list and take the mark away; after a failure the next start compares."""
        self._is_held_back = False  # whoever holds it back saves nothing any more
        self._flush_if_possible()
        self._notice_others()
        # A save whose last flush failed was refused, and is on the disk all the same: the list
        # knows nothing of it. Nor does it know what a second window did.
        if not (self._is_behind or self._vault.has_failed or self._is_shared):
            with refusals.saving():
                remove(self._mark, missing_ok=True)

    def _flush_if_possible(self) -> None:
        with suppress(SaveFailedError):
            self.flush()

    def _load(self) -> bool:
        """Tell whether the list on the disk can be trusted to be the last one written."""
        place = self._vault.catalogue
        try:
            loaded = self._vault.load(place)
        except AuditNotFoundError:
            return False
        except AuditDamagedError:
            self._vault.set_aside(place)
            self._report(_("The list of audits was damaged. It was made again."))
            return False
        self._body = CatalogueBody.read(loaded.body)
        self._generation, self._header = loaded.header.generation, loaded.header
        if loaded.is_recovered:
            self._report(_("The list of audits was damaged. It was mended."))
        return not loaded.is_recovered

    def _write(self) -> None:
        body = self._body.packed()
        self._notice_others()
        self._place = self._vault.catalogue
        self._header = self._vault.save(self._place, self._generation + 1, b"{}", body)
        self._generation += 1
        self._is_behind = False

    def _notice_others(self) -> None:
        """See whether a second window wrote the list, as it can where a drive keeps no lock.

        Then neither list has all of it, and the next start compares every audit.
        """
        # Sealing anew gives the list another place, and writes it without changing it.
        is_same_place = self._place is self._vault.catalogue
        if is_same_place and self._vault.header(self._place) != self._header:
            self._is_shared = True
            with suppress(SaveFailedError):
                self._mark_in_use()

    def _mark_in_use(self) -> None:
        if not self._mark.exists():
            self._vault.write(self._mark, b"")

    def _report(self, sentence: str) -> None:
        self.problems.append(Problem(None, sentence))
