# SPDX-License-Identifier: MPL-2.0
"""Change what opens a workspace that is open, and the data key itself."""

import os
from contextlib import suppress
from pathlib import Path

from auditapp.long_work import IsCancelled, ReportProgress, never, unheard
from auditapp.store import refusals, resealing
from auditapp.store.key_file import KeyFile, new_key_file, write_key_file
from auditapp.store.keys import Argon2Strength
from auditapp.store.recovery_key import (
    MistypedError,
    format_recovery_key,
    make_recovery_key,
    parse_recovery_key,
)
from auditapp.store.resealing import NewSet, Resealed
from auditapp.store.sealed_folder import SealedFolder
from auditapp.store.strength import strength_here


class KeyedFolder(SealedFolder):
    """Hold the sealed objects of a workspace together with its key file.

    Everything that changes a key asks for a secret, because somebody else may sit before the
    unlocked screen. Where a strength may be given, None measures this computer (`strength_here`).
    """

    def __init__(self, root: Path, data_key: bytes, key_file: KeyFile) -> None:
        super().__init__(root, key_file.store_id, data_key)
        self.root = root
        self._key_file = key_file
        self._offered: bytes | None = None

    def set_passphrase(
        self, old_secret: str, new_passphrase: str, strength: Argon2Strength | None = None
    ) -> None:
        """Give this workspace another passphrase; the recovery key stays as it is.

        Args:
            old_secret: The passphrase or the recovery key in force.
            new_passphrase: What is to be in force.
            strength: What a guess of it is to cost.

        Raises:
            WrongPassphraseError: ``old_secret`` does not open it.
            SaveFailedError: The system refused it; the old passphrase or the new one is in force.
        """
        data_key = self._key_file.open_with(old_secret)
        strength = strength or strength_here()
        key_file = self._key_file.with_passphrase(data_key, new_passphrase, strength)
        key_file.open_with(new_passphrase)
        self._use(key_file)

    def require_passphrase(self, passphrase: str) -> None:
        """Refuse whatever is not the passphrase of this workspace.

        Raises:
            WrongPassphraseError: It is not.
        """
        if self._key_file.open_with_passphrase(passphrase) is None:
            raise refusals.not_the_passphrase()

    @property
    def has_keychain(self) -> bool:
        """Tell whether a secret in a keychain opens this workspace as well."""
        return self._key_file.has_keychain

    def add_keychain(self, secret: bytes) -> None:
        """Let a secret in a keychain open this workspace as well; ask for the passphrase first.

        Raises:
            SaveFailedError: The system refused it.
        """
        self._use(self._key_file.with_keychain(self._open_key(), secret))

    def remove_keychain(self) -> None:
        """Let no keychain open this workspace. It takes no secret to have one way in less.

        Raises:
            SaveFailedError: The system refused it.
        """
        self._use(self._key_file.without_keychain())

    def check_recovery_key(self, text: str) -> bool:
        """Tell whether ``text`` is the recovery key of this workspace."""
        return self._key_file.open_with_recovery_key(text) is not None

    def offer_recovery_key(self, secret: str, *, for_resealing: bool = False) -> str:
        """Return the text of a new recovery key, for the person to write down.

        The old one stays in force until the new one was typed back, to `use_recovery_key` or
        `reseal`: a sheet that never came out of the printer must not be the only one that counts.

        Args:
            secret: The passphrase or the recovery key in force.
            for_resealing: `reseal` comes next, for which only the passphrase will do.

        Raises:
            WrongPassphraseError: ``secret`` does not open this workspace, or will not do.
        """
        if for_resealing:
            self.require_passphrase(secret)
        else:
            self._key_file.open_with(secret)
        self._offered = make_recovery_key()
        return format_recovery_key(self._offered)

    def is_offered(self, typed: str) -> bool:
        """Tell whether ``typed`` is the recovery key that was offered last."""
        with suppress(MistypedError):
            return self._offered is not None and parse_recovery_key(typed) == self._offered
        return False

    def use_recovery_key(self, typed: str) -> None:
        """Let the recovery key that was offered take the place of the old one.

        Raises:
            WrongPassphraseError: ``typed`` is not the one that was offered.
            SaveFailedError: The system refused it; the old one or the new one is in force.
        """
        offered = self._require_offered(typed)
        self._use(self._key_file.with_recovery_key(self._open_key(), offered))
        self._offered = None

    def reseal(
        self,
        passphrase: str,
        typed: str,
        strength: Argon2Strength | None = None,
        *,
        report_progress: ReportProgress = unheard,
        is_cancelled: IsCancelled = never,
    ) -> Resealed | None:
        """Seal everything anew under a new data key. No audit may be open.

        No keychain opens it then: what somebody else may have had is not trusted again unasked.

        Args:
            passphrase: The one in force; it stays in force.
            typed: The new recovery key that was offered, typed back.
            strength: What a guess of the passphrase is to cost.
            report_progress: Is told how many objects were sealed, and of how many.
            is_cancelled: Asked between objects.

        Returns:
            What was done; None when it was cancelled, and nothing was changed.

        Raises:
            WrongPassphraseError: One of the two is not the right one.
            UnsealableError: Audits are damaged. Nothing was changed.
            SaveFailedError: The system refused it. Nothing was changed, unless this workspace is
                closed now: then the new key holds, and the next unlock brings it to its end.
        """
        offered = self._require_offered(typed)
        self.require_passphrase(passphrase)
        data_key, strength = os.urandom(32), strength or strength_here()
        key_file = new_key_file(self.store_id, data_key, passphrase, offered, strength)
        key_file.open_with(passphrase)
        new_set = NewSet(self, self.root, data_key, key_file)
        count = new_set.make(report_progress, is_cancelled)
        if count is None:
            return None
        self._change_over(new_set, data_key, key_file)
        return Resealed(count, resealing.left_behind(self.root))

    def close(self) -> None:
        """Forget the keys."""
        self._offered = None
        super().close()

    def _change_over(self, new_set: NewSet, data_key: bytes, key_file: KeyFile) -> None:
        """Put the new set in force, its files in their places, and use its key from now on."""
        new_set.put_in_force()
        try:
            resealing.finish(self.root)
        except BaseException:
            self.close()  # neither key opens everything at this moment
            raise
        self._take_key(data_key)
        self._key_file, self._offered = key_file, None

    def _use(self, key_file: KeyFile) -> None:
        write_key_file(self.root, key_file)
        self._key_file = key_file

    def _require_offered(self, typed: str) -> bytes:
        if self._offered is None or not self.is_offered(typed):
            raise refusals.mistyped_recovery_key()
        return self._offered
