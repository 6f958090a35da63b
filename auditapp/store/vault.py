# SPDX-License-Identifier: MPL-2.0
"""Open a workspace with a passphrase, a recovery key or a keychain's secret, and close it."""

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from auditapp import keychain
from auditapp.errors import SaveFailedError
from auditapp.files import make_private_folder, remove, remove_leftovers
from auditapp.store import refusals, resealing
from auditapp.store.key_file import (
    KEY_FILE,
    KEY_FILE_COPY,
    KeyFile,
    mend_copy,
    new_key_file,
    read_key_file,
    write_key_file,
)
from auditapp.store.keyed_folder import KeyedFolder
from auditapp.store.keys import DEFAULT_STRENGTH, Argon2Strength
from auditapp.store.process_lock import ProcessLock
from auditapp.store.recovery_key import format_recovery_key, make_recovery_key
from auditapp.store.strength import strength_here

_LOCK = "lock"


class Vault(KeyedFolder):
    """Hold a workspace open: its keys in memory, its lock on the disk.

    ``note`` is a sentence for the user if the key file had to be mended, else None.
    ``was_strengthened`` says that the passphrase was wrapped anew, being wrapped too weakly.
    """

    def __init__(self, root: Path, data_key: bytes, key_file: KeyFile, lock: ProcessLock) -> None:
        super().__init__(root, data_key, key_file)
        self.note: str | None = None
        self.was_strengthened = False
        self._lock = lock
        self._found: frozenset[str] | None = None

    @classmethod
    def create(
        cls, root: Path, passphrase: str, strength: Argon2Strength | None = None
    ) -> tuple[Self, str]:
        """Make a workspace in the folder ``root`` and open it.

        Args:
            root: The folder.
            passphrase: What is to open it.
            strength: What a guess of it is to cost; None measures this computer (`strength_here`).

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
            lock = ProcessLock(root / _LOCK)
        try:
            return cls._create(root, passphrase, strength, lock)
        except BaseException:
            lock.release()
            raise

    @classmethod
    def unlock(cls, root: Path, secret: str, strength: Argon2Strength | None = None) -> Self:
        """Open the workspace in ``root`` with its passphrase or its recovery key.

        Args:
            root: The folder.
            secret: What the user typed; which of the two it is shows by itself.
            strength: A passphrase wrapped less well than this is wrapped again; None takes
                `DEFAULT_STRENGTH`, and wraps it as well as this computer can.

        Raises:
            StoreMissingError: There is no workspace.
            StoreInUseError: It is open already.
            WrongPassphraseError: ``secret`` does not open it.
            StoreDamagedError: The key file is damaged, and so is its copy.
            SchemaTooNewError: A newer version of this program wrote it.
            SaveFailedError: The system does not allow writing there.
        """
        vault = cls._unlock(root, lambda key_file: key_file.open_with(secret))
        try:
            vault.strengthen(secret, strength)
        except BaseException:
            vault.close()
            raise
        return vault

    @classmethod
    def unlock_with_keychain(cls, root: Path, secret: bytes) -> Self:
        """Open the workspace in ``root`` with the secret that a keychain kept for it.

        Raises:
            KeychainError: It does not open it; it may be that of another time or workspace.
            StoreError: As `unlock`.
        """
        return cls._unlock(root, lambda key_file: _open_with_keychain(key_file, secret))

    @classmethod
    def change_passphrase(
        cls,
        root: Path,
        old_secret: str,
        new_passphrase: str,
        strength: Argon2Strength | None = None,
    ) -> None:
        """Give the workspace in ``root``, which must not be open, another passphrase.

        Raises:
            StoreError: As `unlock`.
        """
        with cls.unlock(root, old_secret, strength) as vault:
            vault.set_passphrase(old_secret, new_passphrase, strength)

    @property
    def key_file(self) -> KeyFile:
        """Return the wrapped key, as it is in force."""
        return self._key_file

    def strengthen(self, secret: str, strength: Argon2Strength | None = None) -> None:
        """Wrap ``secret`` anew if it is the passphrase and less well wrapped than `unlock` wants.

        A disk that refuses it must not keep anybody from their audits: then it stays as it is.
        """
        with suppress(SaveFailedError):
            is_weak = self._key_file.is_weaker_than(strength or DEFAULT_STRENGTH)
            if is_weak and not self.check_recovery_key(secret):
                self.set_passphrase(secret, secret, strength)
                self.was_strengthened = True

    def require_secret(self, secret: str) -> None:
        """Make sure that ``secret`` opens this workspace; nothing else changes.

        Raises:
            WrongPassphraseError: It does not.
        """
        self._key_file.open_with(secret)

    def unmake(self) -> None:
        """Take a workspace away that was made a moment ago, first its keys, and close it.

        Nothing is in it yet, and nobody has seen its recovery key: left as it is, it would be taken
        for one that somebody uses, and its list and logbook for those of the next, damaged.

        Raises:
            ValueError: It was not made by `create`.
        """
        if self._found is None:
            raise ValueError("a workspace that was there before is never taken away")
        with suppress(OSError):
            made = {path.name for path in self.root.iterdir() if path.is_file()} - self._found
            for name in (KEY_FILE_COPY, KEY_FILE, *made - {KEY_FILE_COPY, KEY_FILE, _LOCK}):
                with suppress(OSError):
                    remove(self.root / name, missing_ok=True)
        self.close()

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
        cls, root: Path, passphrase: str, strength: Argon2Strength | None, lock: ProcessLock
    ) -> tuple[Self, str]:
        if holds_store(root):
            raise refusals.store_exists()
        data_key, store_id, recovery = os.urandom(32), os.urandom(16), make_recovery_key()
        strength = strength or strength_here()
        key_file = new_key_file(store_id, data_key, passphrase, recovery, strength)
        vault = cls(root, data_key, key_file, lock)
        vault._found = frozenset(path.name for path in root.iterdir())
        vault.make_reserve()
        # Last: with the key file there is a workspace, without it there is none.
        try:
            write_key_file(root, vault._key_file)
        except BaseException:
            vault.unmake()
            raise
        return vault, format_recovery_key(recovery)

    @classmethod
    def _unlock(cls, root: Path, open_: Callable[[KeyFile], bytes]) -> Self:
        if not holds_store(root):
            raise refusals.store_missing()
        with refusals.saving():
            lock = ProcessLock(root / _LOCK)
        try:
            resealing.finish(root)
            key_file, note = read_key_file(root)
            vault = cls(root, open_(key_file), key_file, lock)
            vault.note = note
            vault._tidy()
        except BaseException:
            lock.release()
            raise
        return vault

    def _tidy(self) -> None:
        resealing.discard(self.root)
        with refusals.saving():
            for folder in (self.root, self.root / "audits"):
                make_private_folder(folder)
                remove_leftovers(folder)
        self.make_reserve()
        with suppress(SaveFailedError):  # a full disk must not keep anybody from their audits
            mend_copy(self.root, self._key_file)


def _open_with_keychain(key_file: KeyFile, secret: bytes) -> bytes:
    data_key = key_file.open_with_keychain(secret)
    if data_key is None:
        raise keychain.wrong_entry() if key_file.has_keychain else keychain.turned_off()
    return data_key


def holds_store(root: Path) -> bool:
    """Tell whether there is a workspace in ``root``, whole or damaged."""
    # Audits without a key are a damaged workspace: their key may still be in a backup.
    audits = root / "audits"
    return (
        (root / KEY_FILE).exists()
        or (root / KEY_FILE_COPY).exists()
        or (audits.exists() and any(audits.glob("*.seal")))
    )
