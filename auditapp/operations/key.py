# SPDX-License-Identifier: MPL-2.0
"""Change what opens a workspace: its passphrase, its recovery key, and the key of its audits.

A part of the door that ``auditapp.workspace`` is, kept in a file of its own.
"""

from auditapp.errors import AuditDamagedError, NotAllowedError
from auditapp.i18n import _, ngettext
from auditapp.long_work import IsCancelled, ReportProgress, never, unheard
from auditapp.model.logbook import LogKind
from auditapp.operations.keychain import KeychainOperations
from auditapp.store.keys import Argon2Strength
from auditapp.store.resealing import Resealed, UnsealableError

__all__ = ["KeyOperations", "Resealed"]


class KeyOperations(KeychainOperations):
    """Change keys. Everything here stretches a passphrase, so call it away from the window.

    Where a strength may be given, None measures this computer: a guess of the passphrase then costs
    about half a second here, and never less than the floor.
    """

    @property
    def is_open(self) -> bool:
        """Tell whether the workspace is unlocked; a failed `reseal` may lock it."""
        return self._vault.is_open

    @property
    def short_id(self) -> str:
        """Return a name of this workspace for people, as on the sheet of its recovery key."""
        letters = self._vault.store_id.hex()[:8].upper()
        return f"{letters[:4]}-{letters[4:]}"

    def opens_with(self, recovery_key: str) -> bool:
        """Tell whether ``recovery_key`` is the one of this workspace."""
        return self._vault.check_recovery_key(recovery_key)

    def change_passphrase(
        self, old_secret: str, new_passphrase: str, *, strength: Argon2Strength | None = None
    ) -> None:
        """Let another passphrase open the workspace; the recovery key stays as it is.

        Args:
            old_secret: The passphrase or the recovery key in force.
            new_passphrase: What is to be in force.
            strength: What a guess of it is to cost.

        Raises:
            WrongPassphraseError: ``old_secret`` does not open it.
            SaveFailedError: It could not be written; the old one or the new one is in force.
        """
        with self._lock:
            self._require_unlocked()
            self._vault.set_passphrase(old_secret, new_passphrase, strength)
            self._log(LogKind.PASSPHRASE_CHANGED)

    def offer_recovery_key(self, secret: str, *, for_resealing: bool = False) -> str:
        """Return a new recovery key, to be shown this once and typed back.

        Until that was done the old one stays in force.

        Args:
            secret: The passphrase or the recovery key in force.
            for_resealing: `reseal` comes next, for which only the passphrase will do.

        Raises:
            WrongPassphraseError: ``secret`` does not open the workspace, or will not do.
        """
        with self._lock:
            self._require_unlocked()
            return self._vault.offer_recovery_key(secret, for_resealing=for_resealing)

    def is_offered(self, typed: str) -> bool:
        """Tell whether ``typed`` is the recovery key that was offered last."""
        return self._vault.is_offered(typed)

    def use_recovery_key(self, typed: str) -> None:
        """Let the recovery key that was offered, typed back, take the place of the old one.

        Raises:
            WrongPassphraseError: ``typed`` is not the one that was offered.
            SaveFailedError: It could not be written; the old one or the new one is in force.
        """
        with self._lock:
            self._require_unlocked()
            self._vault.use_recovery_key(typed)
            self._log(LogKind.RECOVERY_KEY_REPLACED)

    def reseal(
        self,
        passphrase: str,
        typed: str,
        *,
        strength: Argon2Strength | None = None,
        report_progress: ReportProgress = unheard,
        is_cancelled: IsCancelled = never,
    ) -> Resealed | None:
        """Seal everything under a new data key; the old one opens nothing any more.

        The keychain does not unlock it then either, until somebody turns it on again.

        Args:
            passphrase: The one in force; it stays in force.
            typed: The recovery key that was offered, typed back; it takes the place of the old one.
            strength: What a guess of the passphrase is to cost.
            report_progress: Is told how many files were sealed, and of how many.
            is_cancelled: Asked between files.

        Returns:
            What was done; None when it was cancelled, and nothing has changed.

        Raises:
            NotAllowedError: An audit is open.
            WrongPassphraseError: One of the two is not the right one.
            AuditDamagedError: Audits are damaged, and would be lost with the old key.
            SaveFailedError: It could not be written. Nothing has changed, unless `is_open` is false
                now: then the new key holds, and the next unlock brings it to its end.
        """
        with self._lock:
            had_keychain = self.has_keychain
            resealed = self._reseal(passphrase, typed, strength, report_progress, is_cancelled)
        if resealed is not None and had_keychain:
            self._forget_in_keychain(is_cancelled)
        return resealed

    def _reseal(
        self,
        passphrase: str,
        typed: str,
        strength: Argon2Strength | None,
        report_progress: ReportProgress,
        is_cancelled: IsCancelled,
    ) -> Resealed | None:
        """Do the part of `reseal` in which nothing else may happen to the workspace."""
        self._require_unlocked()
        self._require_all_closed()
        self._repository.flush()
        self._ledgers.close_all()  # what is open is sealed with the old key
        had_keychain = self.has_keychain
        try:
            resealed = self._vault.reseal(
                passphrase,
                typed,
                strength,
                report_progress=report_progress,
                is_cancelled=is_cancelled,
            )
        except UnsealableError as error:
            raise self._damaged(error.audit_ids) from error
        if resealed is not None:
            self._log(LogKind.SEALED_ANEW, str(resealed.objects))
            if had_keychain:
                self._log(LogKind.KEYCHAIN_TURNED_OFF)
        return resealed

    def _require_all_closed(self) -> None:
        if self._sessions.are_open:
            raise NotAllowedError(
                _("An audit is open, so the audits cannot be sealed anew."),
                _("Close it, then try again."),
            )

    def _damaged(self, audit_ids: tuple[str, ...]) -> AuditDamagedError:
        references = {row["id"]: row["case_reference"] for row in self._repository.rows()}
        ledgers = dict.fromkeys(self._ledgers.all_ids(), _("a round or the registers"))
        known = {**ledgers, **references, "": _("the list of audits")}
        names = [known.get(each, each) for each in audit_ids]
        words = ngettext(
            "A file is damaged, so nothing was sealed anew: {names}.",
            "{count} files are damaged, so nothing was sealed anew: {names}.",
            len(names),
        )
        return AuditDamagedError(
            words.format(count=len(names), names=", ".join(names)),
            _(
                "Lock the audits, unlock them and open each of these: the save before it stands in "
                "where there is one. Then try again."
            ),
        )
