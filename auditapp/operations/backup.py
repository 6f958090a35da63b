# SPDX-License-Identifier: MPL-2.0
"""Make backups of an unlocked workspace, and know when the next one is due.

A part of the door that ``auditapp.workspace`` is, kept in a file of its own.
"""

import datetime as dt
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from auditapp.backups import remarks_on
from auditapp.beside import gather_beside
from auditapp.errors import BackupFailedError
from auditapp.exports.papers import require_outside_store
from auditapp.files import make_private_folder, remove, remove_leftovers
from auditapp.i18n import _, ngettext
from auditapp.long_work import IsCancelled, ReportProgress, never
from auditapp.model.logbook import LogKind
from auditapp.operations.restore import RestoreOperations
from auditapp.store.backup import BackupWriter
from auditapp.store.migrations import SCHEMA_VERSION
from auditapp.store.watch import Watch, stopped

_BEFORE: Final = "before version "
"""Begins the names of the backups that are made by themselves, before a change of the form."""

_KEPT: Final = 3
"""How many of them are kept."""

_A_DAY: Final = dt.timedelta(days=1)
"""So far a clock may be put right without a word."""


@dataclass(frozen=True, slots=True)
class BackedUp:
    """Say what went into a backup; ``size`` is in bytes.

    ``remarks`` name, in sentences, what was damaged and went in as it was one save earlier, or
    could not go in at all.
    """

    path: Path
    audit_count: int
    size: int
    remarks: tuple[str, ...]


class BackupOperations(RestoreOperations):
    """Back the workspace up."""

    def back_up(
        self,
        path: Path,
        *,
        report_progress: ReportProgress | None = None,
        is_cancelled: IsCancelled = never,
    ) -> BackedUp:
        """Write the whole workspace into one file, read it back, and record that.

        Audits may be worked in meanwhile: what was acknowledged before is in the backup.

        Raises:
            UnsafePathError: ``path`` is where the audits themselves are kept.
            BackupFailedError: It could not be written; what was at ``path`` is still there.
            BackupCancelledError: ``is_cancelled`` said so, or the workspace was locked.
        """
        require_outside_store(self.paths, path)
        done = self._write_backup(path, Watch(report_progress, is_cancelled))
        words = ngettext("{count} audit", "{count} audits", done.audit_count)
        with self._lock:
            self._require_open()
            self._log(LogKind.BACKED_UP, words.format(count=done.audit_count))
            if not self._repository.is_form_current:
                self._raise_form()
        return done

    def last_backup(self) -> dt.datetime | None:
        """Return when the last backup was made; None when none is on record."""
        with self._lock:
            line = self._logbook.last_of(LogKind.BACKED_UP)
        return line.at if line is not None else None

    def is_backup_due(self) -> bool:
        """Tell whether it is time to remind of a backup, by the settings.

        The days count from the last backup, and before the first one from the first audit: what
        holds no audit need not be backed up.
        """
        settings = self.settings()
        started = [row.created_at for row in self.audits()]
        now = self.clock()
        is_quiet = settings.backup_quiet_day == now.astimezone().date().isoformat()
        if not started or not settings.backup_days or is_quiet:
            return False
        since = self.last_backup() or min(started)
        # A time to come was told by a clock that was set wrong: nobody knows when that was.
        return not -_A_DAY < now - since < dt.timedelta(days=settings.backup_days)

    def _back_up_before_migration(self) -> None:
        """Make a backup beside the store if an audit has the form of an earlier version.

        Nothing is saved in the form of today before there is one. When it cannot be made, audits of
        the older form can be read and not changed, until there is a backup anywhere.
        """
        if self._repository.is_form_current:
            return
        if not self._repository.has_older_audits():
            self._repository.accept_form()
            return
        try:
            make_private_folder(self.paths.backups)
            remove_leftovers(self.paths.backups)
            path = self.paths.backups / self._name_before_migration()
            self._write_backup(path, Watch())
        except (BackupFailedError, OSError) as error:
            self._note(
                _(
                    "Audits here were written by an earlier version. A backup is made before the "
                    "first change to them, and it could not be made: {error} You can read them. "
                    "Make a backup on another disk, and you can change them too."
                ).format(error=error)
            )
        else:
            self._drop_old_backups(path)
            self._raise_form()

    def _name_before_migration(self) -> str:
        return f"{_BEFORE}{SCHEMA_VERSION} {self.clock().astimezone():%Y-%m-%d %H%M%S}.zip"

    def _raise_form(self) -> None:
        self._repository.accept_form()
        self._log(LogKind.SCHEMA_RAISED, str(SCHEMA_VERSION))

    def _drop_old_backups(self, new: Path) -> None:
        """Remove all but the newest of the backups that were made by themselves.

        The ``new`` one stays even if, by a clock that was set back, it is the oldest.
        """
        others = (each for each in self.paths.backups.glob(f"{_BEFORE}*.zip") if each != new)
        made = sorted(others, key=lambda path: path.stat().st_mtime)
        for path in made[: 1 - _KEPT]:
            with suppress(OSError):  # it is only in the way of space
                remove(path)

    def _write_backup(self, path: Path, watch: Watch) -> BackedUp:
        writer = BackupWriter(self._vault, self._repository, self._lock, watch)
        now, beside = self.clock(), gather_beside(self.paths)
        try:
            manifest = writer.write(path, now, beside)
        except ValueError:
            # Its key is gone. Nothing was written that could be taken for a backup.
            self._require_open()
            raise
        names = {str(row.id): row.case_reference for row in self.audits()}
        return BackedUp(path, manifest.audit_count, manifest.size, remarks_on(manifest, names))

    def _require_open(self) -> None:
        """Refuse to go on once the workspace was locked.

        Raises:
            BackupCancelledError: It was.
        """
        if not self._vault.is_open:
            raise stopped()
