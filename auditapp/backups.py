# SPDX-License-Identifier: MPL-2.0
"""Open, check and restore backups. No workspace need be unlocked for that, nor be there at all."""

import datetime as dt
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from auditapp.errors import RecoveryKeyMistypedError, RestoreChoiceError, WrongPassphraseError
from auditapp.i18n import _, ngettext
from auditapp.listing import AuditRow
from auditapp.long_work import IsCancelled, ReportProgress, never
from auditapp.model.ids import AuditId
from auditapp.paths import AppPaths
from auditapp.store.backup_file import BESIDE, BackupFile
from auditapp.store.backup_manifest import Manifest
from auditapp.store.envelope import Unsealed
from auditapp.store.key_file import KEY_FILE, KEY_FILE_COPY, store_id_in
from auditapp.store.restoring import restore_whole
from auditapp.store.vault import holds_store
from auditapp.store.watch import Watch


@dataclass(frozen=True, slots=True)
class BackupCheck:
    """Hold what was found in a backup.

    ``audits`` are those that are whole, the one changed last first. ``remarks`` say which were
    damaged before the backup was made, ``faults`` what of the backup is damaged, in sentences.
    """

    audits: tuple[AuditRow, ...]
    remarks: tuple[str, ...]
    faults: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Restored:
    """Say what became of the audits that were here: they are in ``kept``, if there were any."""

    kept: Path | None


class Backup:
    """Hold one backup that was opened; whoever has it need not know its passphrase any more."""

    def __init__(self, paths: AppPaths, file: BackupFile) -> None:
        self._paths = paths
        self._file = file

    @classmethod
    def open(cls, paths: AppPaths, path: Path, secret: str) -> "Backup":
        """Open a backup with the passphrase, or the recovery key, of the day it was made.

        Args:
            paths: Where the audits of this computer are, or would be.
            path: The backup.
            secret: What the user typed.

        Raises:
            WrongPassphraseError: ``secret`` does not open it.
            RecoveryKeyMistypedError: It is a recovery key with a typing mistake.
            BackupDamagedError: It is no backup, or damaged.
            SchemaTooNewError: A newer version of this program made it.
        """
        try:
            return cls(paths, BackupFile.open(path, secret))
        except RecoveryKeyMistypedError:
            raise
        except WrongPassphraseError:
            words = _(
                "{name} opens with the passphrase, or the recovery key, that was in force when it "
                "was made."
            )
            raise WrongPassphraseError(
                _("This is neither the passphrase nor the recovery key of the backup."),
                words.format(name=path.name),
            ) from None

    @property
    def path(self) -> Path:
        """Return the file."""
        return self._file.path

    @property
    def made_at(self) -> dt.datetime:
        """Return when it was made."""
        return self._file.manifest.made_at

    @property
    def audit_count(self) -> int:
        """Return how many audits are in it."""
        return self._file.manifest.audit_count

    @property
    def size(self) -> int:
        """Return how large it is, in bytes."""
        return self._file.manifest.size

    @property
    def store_id(self) -> bytes:
        """Return the id of the workspace that was backed up."""
        return self._file.store_id

    @property
    def is_of_others(self) -> bool:
        """Tell whether the audits of this computer are known to be other ones than these."""
        here = store_id_in(self._paths.store)
        return here is not None and here != self.store_id

    def rows(self) -> list[AuditRow]:
        """Return a row for every audit in it, whether its file is damaged or not.

        Raises:
            BackupDamagedError: As `BackupFile.rows`.
        """
        return [AuditRow.from_record(row | {"id": id_}) for id_, row in self._file.rows().items()]

    def audit(self, audit_id: AuditId) -> Unsealed:
        """Return an audit as it is stored in the backup.

        Raises:
            AuditNotFoundError, BackupDamagedError: As `BackupFile.audit`.
        """
        return self._file.audit(audit_id)

    def check(
        self,
        report_progress: ReportProgress | None = None,
        is_cancelled: IsCancelled = never,
    ) -> BackupCheck:
        """Compare every file of the backup with what was written, and say what was found.

        Raises:
            BackupDamagedError: The disk does not let us read it.
            BackupCancelledError: ``is_cancelled`` said so.
        """
        manifest = self._file.manifest
        watch = Watch(report_progress, is_cancelled)
        watch.expect(len(manifest.members))
        faults = self._file.faults(watch)
        listed = [(f"audits/{row.id}.seal", row) for row in self.rows()]
        names = {str(row.id): row.case_reference for _name, row in listed}
        whole = {each.name for each in manifest.members} - set(faults)
        rows = [row for name, row in listed if name in whole]
        damaged = _("{what} is damaged in the backup.")
        return BackupCheck(
            tuple(sorted(rows, key=lambda row: row.changed_at, reverse=True)),
            remarks_on(manifest, names),
            tuple(damaged.format(what=_what(name, names)) for name in faults),
        )

    def costs(self, check: BackupCheck) -> list[str]:
        """Return, in sentences, what a person must know and want before the whole is restored."""
        found = []
        if self.is_of_others:
            found.append(
                _(
                    "The backup is of other audits than those on this computer, perhaps those of "
                    "somebody else."
                )
            )
        if holds_store(self._paths.store):
            found.append(
                _(
                    "The audits on this computer are put aside. What was done in them since the "
                    "backup was made is not in what you restore, nor is what was done in rounds "
                    "and registers."
                )
            )
        if check.faults:
            words = ngettext(
                "One part of the backup is damaged and cannot be restored.",
                "{count} parts of the backup are damaged and cannot be restored.",
                len(check.faults),
            )
            found.append(words.format(count=len(check.faults)))
        return found

    def restore(
        self,
        check: BackupCheck,
        now: dt.datetime,
        *,
        is_wanted: bool = False,
        report_progress: ReportProgress | None = None,
        is_cancelled: IsCancelled = never,
    ) -> Restored:
        """Put the whole backup in the place of the audits here, which must be locked.

        Args:
            check: What was found in the backup.
            now: Names the folder in which the present audits are kept.
            is_wanted: The person wants it, knowing the `costs`.
            report_progress: Is told how many files are done, and of how many.
            is_cancelled: Is asked at each file.

        Raises:
            RestoreChoiceError: It has costs, and nobody wanted it.
            StoreInUseError, BackupDamagedError, BackupCancelledError, SaveFailedError: As
                ``restore_whole``; what was here is in force.
        """
        costs = self.costs(check)
        if costs and not is_wanted:
            raise RestoreChoiceError(" ".join(costs), _("Nothing has been changed."))
        mark = {
            "made_at": self.made_at.isoformat(),
            "is_new_here": not holds_store(self._paths.store),
        }
        kept = restore_whole(
            self._paths,
            self._file,
            json.dumps(mark).encode(),
            kept_name(now),
            Watch(report_progress, is_cancelled),
        )
        return Restored(kept)


def kept_name(now: dt.datetime) -> str:
    """Return the name of the folder that is to keep the audits from before a restore."""
    return f"before-restore-{now.astimezone():%Y-%m-%d-%H%M%S}"


def remarks_on(manifest: Manifest, names: Mapping[str, str]) -> tuple[str, ...]:
    """Say what was damaged before a backup was made; ``names``: case references by audit id."""
    earlier = _("{what} is in the backup as it was one save earlier, because its file is damaged.")
    left_out = _("{what} is not in the backup, because its file is damaged.")
    return (
        *(earlier.format(what=_what(name, names)) for name in manifest.earlier),
        *(left_out.format(what=_what(name, names)) for name in manifest.left_out),
    )


def _what(name: str, names: Mapping[str, str]) -> str:
    """Say what a file of a backup is: an audit by its case reference, as far as that is known."""
    known = {
        "catalogue.seal": _("The list of audits"),
        "draft-front.seal": _("The front sheet of an audit that was not started yet"),
        BESIDE: _("The file with the settings and the loaded checklists"),
        KEY_FILE: _("The file with the keys"),
        KEY_FILE_COPY: _("The copy of the file with the keys"),
    }
    if name.startswith("statistics-"):
        return _("The figures of an audit that was deleted")
    if name.startswith("ledger-"):
        return _("A file of a round or of the registers")
    if name.startswith("log-"):
        return _("A page of the logbook")
    path = PurePosixPath(name)
    return known.get(name) or names.get(path.stem) or _("The file {name}").format(name=path.name)
