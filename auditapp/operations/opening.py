# SPDX-License-Identifier: MPL-2.0
"""Make a workspace, unlock it by whatever opens it, and lock it again.

A part of the door that ``auditapp.workspace`` is, kept in a file of its own. It stands on all the
parts that have something to do once the workspace is unlocked.
"""

from collections.abc import Callable
from contextlib import suppress
from typing import Self

from auditapp.backups import kept_name
from auditapp.errors import SaveFailedError
from auditapp.i18n import _
from auditapp.keychain import Keychain, SystemKeychain
from auditapp.long_work import IsCancelled, never
from auditapp.model.logbook import LogKind
from auditapp.operations.audit import Clock, utc_now
from auditapp.operations.backup import BackupOperations
from auditapp.operations.insight import InsightOperations
from auditapp.operations.key import KeyOperations
from auditapp.operations.keychain import secret_in
from auditapp.paths import AppPaths
from auditapp.store.keys import Argon2Strength
from auditapp.store.restoring import finish_restore
from auditapp.store.vault import Vault


class OpeningOperations(KeyOperations, BackupOperations, InsightOperations):
    """Open a workspace and close it.

    ``keychain`` is that of the account unless a test has another.
    """

    @staticmethod
    def exists(paths: AppPaths) -> bool:
        """Tell whether there is a workspace to unlock."""
        return paths.has_store

    @classmethod
    def create(
        cls,
        paths: AppPaths,
        passphrase: str,
        *,
        strength: Argon2Strength | None = None,
        clock: Clock = utc_now,
        keychain: Keychain | None = None,
    ) -> tuple[Self, str]:
        """Make a new workspace; return it with its recovery key, which is shown this once.

        ``strength`` is what a guess of the passphrase costs; None measures this computer.

        Raises:
            StoreExistsError: There is one already.
            StoreInUseError: Another window is making one at this moment.
            SaveFailedError: The system refused it; there is none then.
        """
        finish_restore(paths, kept_name(clock()))
        vault, recovery_key = Vault.create(paths.store, passphrase, strength)
        try:
            workspace = cls(paths, vault, clock, keychain)
            workspace._log(LogKind.MADE)
        except BaseException:
            vault.unmake()
            raise
        return workspace, recovery_key

    @classmethod
    def unlock(
        cls,
        paths: AppPaths,
        secret: str,
        *,
        strength: Argon2Strength | None = None,
        clock: Clock = utc_now,
        keychain: Keychain | None = None,
    ) -> Self:
        """Open the workspace with the passphrase or the recovery key.

        A passphrase that is wrapped less well than ``strength`` (None: the floor) is wrapped anew.

        Raises:
            WrongPassphraseError: ``secret`` opens nothing.
            StoreInUseError: Another window has it open.
            StoreMissingError, StoreDamagedError, SchemaTooNewError: It cannot be opened at all.
        """

        def open_vault() -> Vault:
            """Open the vault with what was typed."""
            return Vault.unlock(paths.store, secret, strength)

        return cls._opened(paths, open_vault, clock, keychain)

    @classmethod
    def unlock_with_keychain(
        cls,
        paths: AppPaths,
        *,
        clock: Clock = utc_now,
        keychain: Keychain | None = None,
        is_cancelled: IsCancelled = never,
    ) -> Self:
        """Open the workspace with what the keychain keeps. Only ever because somebody asked for it.

        Raises:
            KeychainError: There is no keychain, it refuses, or does not hold what is wanted.
            StoppedError: ``is_cancelled`` said so while the keychain was waited for.
            StoreError: As `unlock`.
        """
        keychain = keychain or SystemKeychain()
        secret = secret_in(keychain, paths, is_cancelled)

        def open_vault() -> Vault:
            """Open the vault with what the keychain gave."""
            return Vault.unlock_with_keychain(paths.store, secret)

        return cls._opened(paths, open_vault, clock, keychain, "keychain")

    def close(self) -> None:
        """Close every audit and lock the store. Nothing can be lost by it."""
        with self._lock:
            if not self._vault.is_open:
                return
            self._sessions.close_all()
            self._ledgers.close_all()
            self.forget_insights()
            with suppress(SaveFailedError):  # the next start compares the list with the audits
                self._repository.close()
            self._vault.close()

    @classmethod
    def _opened(
        cls,
        paths: AppPaths,
        open_vault: Callable[[], Vault],
        clock: Clock,
        keychain: Keychain | None,
        detail: str = "",
    ) -> Self:
        """Do what every unlocking does once it is known what opens the vault."""
        is_finished = finish_restore(paths, kept_name(clock()))
        workspace = cls(paths, open_vault(), clock, keychain)
        if is_finished:
            workspace._note(_("The computer stopped during a restore. It has been finished now."))
        workspace._settle_in()
        workspace._back_up_before_migration()
        workspace._log(LogKind.UNLOCKED, detail)
        if workspace._vault.was_strengthened:
            workspace._log(LogKind.KEYS_STRENGTHENED)
        return workspace
