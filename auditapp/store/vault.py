# SPDX-License-Identifier: MPL-2.0
"""Open a workspace with a passphrase or a recovery key, and close it again."""

import os
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from auditapp.errors import SaveFailedError
from auditapp.files import make_private_folder, remove_leftovers
from auditapp.store import refusals
from auditapp.store.key_file import (
    KEY_FILE,
    KEY_FILE_COPY,
    KeyFile,
    mend_copy,
    read_key_file,
    write_key_file,
)
from auditapp.store.keys import (
    DEFAULT_STRENGTH,
    Argon2Strength,
    passphrase_slot,
    recovery_slot,
)
from auditapp.store.process_lock import ProcessLock
from auditapp.store.recovery_key import format_recovery_key, make_recovery_key
from auditapp.store.sealed_folder import SealedFolder


class Vault(SealedFolder):
    """Hold a workspace open: its keys in memory, its lock on the disk.

    ``note`` is a sentence for the user if the key file had to be mended, else None.
    """

    def __init__(self, root: Path, data_key: bytes, key_file: KeyFile, lock: ProcessLock) -> None:
        super().__init__(root, key_file.store_id, data_key)
        self.root = root
        self.note: str | None = None
        self._key_file = key_file
        self._lock = lock

    @classmethod
    def create(
        cls, root: Path, passphrase: str, strength: Argon2Strength = DEFAULT_STRENGTH
    ) -> tuple[Self, str]:
        """Make a workspace in the folder ``root`` and open it.

        Returns:
            The open workspace, and the text of its recovery key, which is kept nowhere.

        Raises:
            StoreExistsError: There is one.
            StoreInUseError: Another process is making one.
            SaveFailedError: The system refused it.
        """
        with refusals.saving():
            make_private_folder(root)
            make_private_folder(root / "audits")
            lock = ProcessLock(root / "lock")
        try:
            return cls._create(root, passphrase, strength, lock)
        except BaseException:
            lock.release()
            raise

    @classmethod
    def unlock(cls, root: Path, secret: str, strength: Argon2Strength = DEFAULT_STRENGTH) -> Self:
        """Open the workspace in ``root`` with its passphrase or its recovery key.

        Args:
            root: The folder.
            secret: What the user typed; which of the two it is shows by itself.
            strength: A passphrase wrapped less well than this is wrapped again.

        Raises:
            StoreMissingError: There is no workspace.
            StoreInUseError: It is open already.
            WrongPassphraseError: ``secret`` does not open it.
            StoreDamagedError: The key file is damaged, and so is its copy.
            SchemaTooNewError: A newer version of this program wrote it.
            SaveFailedError: The system does not allow writing there.
        """
        if not _has_store(root):
            raise refusals.store_missing()
        with refusals.saving():
            lock = ProcessLock(root / "lock")
        try:
            return cls._unlock(root, secret, strength, lock)
        except BaseException:
            lock.release()
            raise

    @classmethod
    def change_passphrase(
        cls,
        root: Path,
        old_secret: str,
        new_passphrase: str,
        strength: Argon2Strength = DEFAULT_STRENGTH,
    ) -> None:
        """Give the workspace in ``root``, which must not be open, another passphrase.

        Raises:
            StoreError: As `unlock`.
        """
        with cls.unlock(root, old_secret, strength) as vault:
            vault.set_passphrase(old_secret, new_passphrase, strength)

    def set_passphrase(
        self,
        old_secret: str,
        new_passphrase: str,
        strength: Argon2Strength = DEFAULT_STRENGTH,
    ) -> None:
        """Give this workspace another passphrase; the recovery key stays as it is.

        The old secret is asked for, because somebody else may sit before the unlocked screen.

        Raises:
            WrongPassphraseError: ``old_secret`` does not open it.
            SaveFailedError: The system refused it; the old passphrase or the new one is in force.
        """
        data_key = self._key_file.open_with(old_secret)
        key_file = self._key_file.with_passphrase(data_key, new_passphrase, strength)
        key_file.open_with(new_passphrase)
        write_key_file(self.root, key_file)
        self._key_file = key_file

    @property
    def key_file(self) -> KeyFile:
        """Return what the key file holds: the data key in wrapped form only."""
        return self._key_file

    def check_recovery_key(self, text: str) -> bool:
        """Tell whether ``text`` is the recovery key of this workspace."""
        return self._key_file.open_with_recovery_key(text) is not None

    def close(self) -> None:
        """Forget the keys and let another window open the workspace."""
        if self.is_open:
            super().close()
            self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    @classmethod
    def _create(
        cls, root: Path, passphrase: str, strength: Argon2Strength, lock: ProcessLock
    ) -> tuple[Self, str]:
        if _has_store(root):
            raise refusals.store_exists()
        data_key, store_id, recovery = os.urandom(32), os.urandom(16), make_recovery_key()
        slots = (
            passphrase_slot(data_key, store_id, passphrase, strength),
            recovery_slot(data_key, store_id, recovery),
        )
        vault = cls(root, data_key, KeyFile(store_id, slots), lock)
        vault.make_reserve()
        # Last: with the key file there is a workspace, without it there is none.
        write_key_file(root, vault._key_file)
        return vault, format_recovery_key(recovery)

    @classmethod
    def _unlock(cls, root: Path, secret: str, strength: Argon2Strength, lock: ProcessLock) -> Self:
        key_file, note = read_key_file(root)
        data_key = key_file.open_with(secret)
        vault = cls(root, data_key, key_file, lock)
        vault.note = note
        vault._tidy(secret, strength)
        return vault

    def _tidy(self, secret: str, strength: Argon2Strength) -> None:
        with refusals.saving():
            for folder in (self.root, self.root / "audits"):
                make_private_folder(folder)
                remove_leftovers(folder)
        self.make_reserve()
        with suppress(SaveFailedError):  # a full disk must not keep anybody from their audits
            mend_copy(self.root, self._key_file)
            if self._key_file.is_weaker_than(strength) and not self.check_recovery_key(secret):
                self.set_passphrase(secret, secret, strength)


def _has_store(root: Path) -> bool:
    # Audits without a key are a damaged workspace: their key may still be in a backup.
    audits = root / "audits"
    return (
        (root / KEY_FILE).exists()
        or (root / KEY_FILE_COPY).exists()
        or (audits.exists() and any(audits.glob("*.seal")))
    )
