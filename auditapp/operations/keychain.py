# SPDX-License-Identifier: MPL-2.0
"""Let the keychain of the person's account unlock a workspace, or let it no more.

A part of the door that ``auditapp.workspace`` is, kept in a file of its own. The keychain may ask
the person something and wait, so call all of this away from the window. Nothing here holds the lock
of the workspace while the keychain is asked: an answer that is being saved must not wait for it.
"""

from auditapp import keychain as keychains
from auditapp.errors import AuditAppError, KeychainError, StoppedError
from auditapp.keychain import Keychain, SystemKeychain, ask
from auditapp.long_work import IsCancelled, never
from auditapp.model.logbook import LogKind
from auditapp.operations.audit import AuditOperations, Clock, utc_now
from auditapp.paths import AppPaths
from auditapp.store.key_file import keychain_name
from auditapp.store.vault import Vault


class KeychainOperations(AuditOperations):
    """Turn unlocking with the keychain on and off.

    It is never the only way in: the passphrase and the recovery key stay as they are.
    """

    def __init__(
        self,
        paths: AppPaths,
        vault: Vault,
        clock: Clock = utc_now,
        keychain: Keychain | None = None,
    ) -> None:
        super().__init__(paths, vault, clock)
        self._keychain = keychain or SystemKeychain()

    @property
    def has_keychain(self) -> bool:
        """Tell whether the keychain may unlock this workspace."""
        return self._vault.has_keychain

    def turn_keychain_on(self, passphrase: str, *, is_cancelled: IsCancelled = never) -> None:
        """Let the keychain of the account unlock this workspace as well.

        Raises:
            WrongPassphraseError: ``passphrase`` is not the one in force.
            KeychainError: There is no keychain, or it refuses. Nothing has changed.
            StoppedError: ``is_cancelled`` said so while the keychain was waited for.
            NotAllowedError: The workspace was locked meanwhile.
            SaveFailedError: It could not be written.
        """
        with self._lock:
            self._require_unlocked()
            self._vault.require_passphrase(passphrase)
        secret = keychains.make_secret()
        self._hand_over(secret, is_cancelled)
        try:
            with self._lock:
                self._require_unlocked()
                self._vault.add_keychain(secret)
                self._log(LogKind.KEYCHAIN_TURNED_ON)
        except AuditAppError:
            self._forget_in_keychain(is_cancelled)
            raise

    def turn_keychain_off(self, *, is_cancelled: IsCancelled = never) -> bool:
        """Let no keychain unlock this workspace.

        Returns:
            Whether the entry in the keychain is gone too. If not, it still opens older copies of
            the folder.

        Raises:
            NotAllowedError: The workspace was locked meanwhile.
            SaveFailedError: It could not be written; the keychain may still unlock it.
        """
        with self._lock:
            self._require_unlocked()
            self._vault.remove_keychain()
            self._log(LogKind.KEYCHAIN_TURNED_OFF)
        return self._forget_in_keychain(is_cancelled)

    def _hand_over(self, secret: bytes, is_cancelled: IsCancelled) -> None:
        """Have the keychain keep ``secret``, and see that it does.

        Where that is cut short an entry may appear late. It is random, and no slot is made for it.
        """
        keychain, name = self._keychain, self._vault.store_id.hex()
        ask(lambda: keychain.set(name, secret), is_cancelled)
        if ask(lambda: keychain.get(name), is_cancelled) != secret:
            raise keychains.not_kept()

    def _forget_in_keychain(self, is_cancelled: IsCancelled = never) -> bool:
        """Remove the entry from the keychain, and tell whether that could be done."""
        keychain, name = self._keychain, self._vault.store_id.hex()
        try:
            ask(lambda: keychain.delete(name), is_cancelled)
        except (KeychainError, StoppedError):
            return False
        return True


def look_into_keychain(paths: AppPaths, keychain: Keychain | None = None) -> None:
    """See that the keychain holds an entry for the locked workspace.

    Raises:
        KeychainError: It does not, may not unlock it, or cannot be asked.
        SchemaTooNewError: A newer version of this program wrote the key file.
    """
    secret_in(keychain or SystemKeychain(), paths, never)


def secret_in(keychain: Keychain, paths: AppPaths, is_cancelled: IsCancelled) -> bytes:
    """Return what the keychain keeps for the locked workspace.

    Raises:
        KeychainError: There is no keychain, it refuses, or does not hold what is wanted.
        StoppedError: ``is_cancelled`` said so while the keychain was waited for.
        SchemaTooNewError: A newer version of this program wrote the key file.
    """
    name = keychain_name(paths.store)
    if name is None:
        raise keychains.turned_off()
    secret = ask(lambda: keychain.get(name), is_cancelled)
    if secret is None:
        raise keychains.entry_lost()
    return secret
