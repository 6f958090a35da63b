# SPDX-License-Identifier: MPL-2.0
"""Give out the audits of an open workspace, and check each against the list of audits."""

from collections.abc import Collection, Mapping, Sequence
from contextlib import AbstractContextManager, suppress

from auditapp.errors import AuditDamagedError, SaveFailedError, SchemaTooNewError
from auditapp.model.records import Put, Record
from auditapp.store import refusals
from auditapp.store.audit_file import AuditFile
from auditapp.store.catalogue import Catalogue, ShownRow
from auditapp.store.catalogue_comparison import Problem
from auditapp.store.digest_pages import DigestPages
from auditapp.store.envelope import Unsealed
from auditapp.store.ledgers import Ledgers
from auditapp.store.migrations import is_older
from auditapp.store.sealed_object import Place
from auditapp.store.sealed_storage import FromBackup, Row
from auditapp.store.signed_lock import LockChange
from auditapp.store.vault import Vault


class AuditRepository:
    """Create, open and remove the audits of one workspace; ``ledgers`` does it for ledgers."""

    def __init__(
        self, vault: Vault, quiet_fields: Collection[str] = (), digest_form: int = 0
    ) -> None:
        """Load the list of audits.

        Args:
            vault: The open workspace.
            quiet_fields: Fields of a row that change with every answer: they are not worth writing
                the whole list for, and after a crash they are read from the audits.
            digest_form: The form of the digests that this version makes.

        Raises:
            StoreError: As `Catalogue`.
        """
        self._vault = vault
        self._catalogue = Catalogue(vault, quiet_fields)
        self.digests = DigestPages(vault, digest_form)
        self.ledgers = Ledgers(vault, self._catalogue)

    @property
    def problems(self) -> list[Problem]:
        """Return what was found wrong when the workspace was opened."""
        return self._catalogue.problems

    @property
    def was_left_open(self) -> bool:
        """Tell whether the program did not end in order the last time."""
        return self._catalogue.was_left_open

    @property
    def adopted(self) -> list[str]:
        """Return the audits that were found in the folder, and were not on the list."""
        return self._catalogue.adopted

    def is_list_damaged(self) -> bool:
        """Tell whether the file of the list of audits is there and cannot be read."""
        place = self._vault.catalogue
        try:
            return place.path.exists() and self._vault.is_damaged(place)
        except AuditDamagedError:
            return True

    def unknown_ids(self) -> set[str]:
        """Return the ids under which the folder has a file and the list has no audit."""
        return {each for each in self._vault.audit_ids() if not self._catalogue.has(each)}

    def rows(self) -> list[ShownRow]:
        """Return the row of each audit, with its ``id``, without opening any."""
        return self._catalogue.rows()

    def create(
        self,
        audit_id: str,
        puts: Sequence[Put],
        history: Sequence[Record],
        row: Row,
        lock: LockChange = LockChange.NONE,
    ) -> AuditFile:
        """Make a new audit and open it; ``lock`` as in `AuditFile.commit`.

        Raises:
            StoreExistsError: There is an audit with this id.
            SaveFailedError: The system refused it.
        """
        if self._catalogue.has(audit_id) or self._vault.place_of(audit_id).path.exists():
            raise refusals.audit_exists()
        audit = AuditFile(self._vault, audit_id, self._catalogue.record, is_new=True)
        try:
            audit.commit(puts, history, replace_last=False, row=row, lock=lock)
        except SaveFailedError:
            # The file may have been put in its place before the fault.
            with suppress(SaveFailedError):
                self._vault.delete(self._vault.place_of(audit_id))
            raise
        return audit

    def open(self, audit_id: str) -> AuditFile:
        """Open an audit.

        Raises:
            AuditNotFoundError: It does not exist, or its file is gone.
            AuditDamagedError: No good file is left.
            AuditRolledBackError: Its file is older than the list knows it to be.
            SchemaTooNewError: A newer version of this program wrote it.
        """
        generation = self._catalogue.generation(audit_id)
        audit = AuditFile(
            self._vault,
            audit_id,
            self._catalogue.record,
            may_raise_form=lambda: self._catalogue.is_form_current,
        )
        if audit.generation < generation:
            raise refusals.audit_rolled_back()
        return audit

    def remove(self, audit_id: str) -> None:
        """Remove an audit for good, with every copy of it in the workspace.

        Raises:
            AuditNotFoundError: It does not exist.
            SaveFailedError: The system refused it.
        """
        self._catalogue.generation(audit_id)  # refuses what is not there
        # First, because what is missing there is made again, and what is left would stay.
        self.digests.forget(audit_id)
        self._catalogue.remove(audit_id)
        self._vault.delete(self._vault.place_of(audit_id))
        with suppress(SaveFailedError):  # the next save of the list does the same
            self._catalogue.forget_removed()

    def has(self, audit_id: str) -> bool:
        """Tell whether there is such an audit."""
        return self._catalogue.has(audit_id)

    def stamp(self, audit_id: str) -> str:
        """Return what names the last save of an audit, as its digest should have it.

        Raises:
            AuditNotFoundError: It does not exist.
        """
        return self._catalogue.stamp(audit_id)

    def stamps(self) -> dict[str, str]:
        """Return the stamp of every audit, by its id."""
        return self._catalogue.stamps()

    def generations(self) -> dict[str, int]:
        """Return the generation that each audit has reached at least."""
        return self._catalogue.generations()

    def sealed_list(
        self, copied: Mapping[str, tuple[int, Row]], copied_ledgers: Mapping[str, int]
    ) -> bytearray:
        """Return the file of the list for a backup, as `Catalogue.sealed_with`."""
        return self._catalogue.sealed_with(copied, copied_ledgers)

    def is_removed(self, audit_id: str) -> bool:
        """Tell whether an audit was removed for good."""
        return self._catalogue.is_removed(audit_id)

    def prepare_restore(self, audit_id: str, copy: Unsealed) -> AuditFile:
        """Open an audit as a backup has it; its first `commit` is the next save of it here.

        That save is newer than any that was ever made here. Call `make_way` before it.
        """
        ever = self._catalogue.generation_ever(audit_id)
        start = FromBackup(copy.body, max(ever, copy.header.generation))
        return AuditFile(self._vault, audit_id, self._catalogue.record, from_backup=start)

    def prepare_import(self, audit_id: str, body: bytes) -> AuditFile:
        """Open an audit as it came from elsewhere; its first `commit` is the next save of it here.

        That save is newer than any that was ever made here. Call `make_way` before it.

        Args:
            audit_id: The audit, which may be here or not.
            body: Its tables as JSON, those of the store among them.
        """
        start = FromBackup(body, self._catalogue.generation_ever(audit_id))
        return AuditFile(self._vault, audit_id, self._catalogue.record, from_backup=start)

    def make_way(self, audit_id: str) -> None:
        """Keep what there is of an audit aside, and take back that it was removed.

        Raises:
            SaveFailedError: The system refused it; nothing that is here is lost.
        """
        self._vault.put_by(self._vault.place_of(audit_id))
        self._catalogue.readmit(audit_id)

    def has_damaged_copy(self, audit_id: str) -> bool:
        """Tell whether the previous save of an audit, if it has one, is damaged.

        Raises:
            AuditNotFoundError: It does not exist.
            AuditDamagedError: The system does not let us read it.
        """
        self._catalogue.generation(audit_id)
        return self._vault.is_previous_damaged(self._vault.place_of(audit_id))

    @property
    def is_form_current(self) -> bool:
        """Tell whether audits of an older form may be saved in that of today."""
        return self._catalogue.is_form_current

    def accept_form(self) -> None:
        """Let audits of an older form be saved in that of today: there is a backup of them."""
        self._catalogue.accept_form()

    def has_older_audits(self) -> bool:
        """Tell whether any audit that can be read has an older form; all of them are read."""
        places = map(self._vault.place_of, sorted(self._vault.audit_ids()))
        return any(self._is_older(place) for place in places)

    def _is_older(self, place: Place) -> bool:
        try:
            return is_older(self._vault.newest_good(place).unsealed.body)
        except (AuditDamagedError, SchemaTooNewError):
            return False

    def record_log(self, length: int) -> None:
        """Take note of how many lines the logbook has."""
        self._catalogue.record_log(length)

    def check_log(self, length: int) -> None:
        """Report a logbook with fewer lines than it had when it was last looked at."""
        self._catalogue.check_log(length)

    def listing_later(self) -> AbstractContextManager[None]:
        """Write the list once, after a ``with`` block in which many audits are saved."""
        return self._catalogue.held_back()

    def flush(self) -> None:
        """Write the list of audits if it is behind; worth doing when the user pauses.

        Raises:
            SaveFailedError: The system refused it; the next start mends the list.
        """
        self._catalogue.flush()

    def close(self) -> None:
        """Write the list of audits and mark it as complete."""
        self._catalogue.close()
