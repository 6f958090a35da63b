# SPDX-License-Identifier: MPL-2.0
"""What is done with backups away from the window, in jobs: no widget is touched here."""

import datetime as dt
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from auditapp.paths import AppPaths
from ui.jobs import Job

if TYPE_CHECKING:
    from auditapp.backups import Backup, BackupCheck, Restored
    from auditapp.operations.backup import BackedUp
    from auditapp.workspace import Workspace


@dataclass(frozen=True, slots=True)
class OpenedBackup:
    """Hold a backup, what was found in it, and what restoring the whole of it would cost."""

    backup: "Backup"
    check: "BackupCheck"
    costs: tuple[str, ...]


def write_backup(workspace: "Workspace", path: Path, job: Job) -> "BackedUp":
    """Make a backup."""
    return workspace.back_up(
        path, report_progress=job.report_progress, is_cancelled=lambda: job.is_cancelled
    )


def open_backup(paths: AppPaths, path: Path, secret: str, job: Job) -> OpenedBackup:
    """Open a backup and check every file of it."""
    # On the unlock screen nothing has fetched pydantic and cryptography yet.
    from auditapp.backups import Backup  # noqa: PLC0415

    backup = Backup.open(paths, path, secret)
    check = backup.check(job.report_progress, lambda: job.is_cancelled)
    return OpenedBackup(backup, check, tuple(backup.costs(check)))


def restore_whole(opened: OpenedBackup, job: Job) -> "Restored":
    """Put the whole backup in its place: the person wants it, knowing the costs."""
    return opened.backup.restore(
        opened.check,
        dt.datetime.now(dt.UTC),
        is_wanted=True,
        report_progress=job.report_progress,
        is_cancelled=lambda: job.is_cancelled,
    )
