# SPDX-License-Identifier: MPL-2.0
"""Put a whole backup in the place of a workspace, so that a crash leaves the one or the other.

The steps, each durable before the next begins::

    1  restoring/             the files are unpacked and checked
    2  restoring -> restored  all of them are there
    3  store -> before-restore-<time>
    4  restored -> store

Up to the third step the workspace that was there is the one in force, and what was unpacked is
thrown away at the next start. After it there is no store, and the next start takes the fourth step.
"""

import shutil
import sys
from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager, suppress
from pathlib import Path

from auditapp.files import make_private_folder, move_folder, sync_folder, write_new
from auditapp.paths import AppPaths
from auditapp.store import backup_refusals, refusals
from auditapp.store.backup_file import BackupFile
from auditapp.store.key_file import KEY_FILE, KEY_FILE_COPY
from auditapp.store.process_lock import ProcessLock
from auditapp.store.sealed_folder import RESERVE_SIZE
from auditapp.store.vault import holds_store
from auditapp.store.watch import Watch

RESTORED_MARK = "restored.json"
"""Tells the first start after a restore, in clear text, which backup this was.

What lay beside the store is still in the file ``beside.seal`` then, and waits to be put there.
"""

_THREADS = 16  # most of the time goes into waiting for the disk to flush each file
_WAITING = 64  # files in memory: a whole backup may not fit there
_IN_USE = "in-use"
_LOCK = "lock"


def restore_whole(
    paths: AppPaths, backup: BackupFile, mark: bytes, kept_name: str, watch: Watch
) -> Path | None:
    """Put ``backup`` in the place of the workspace, which must not be open.

    Args:
        paths: Where it belongs.
        backup: What to restore. Files of it that are damaged are left out.
        mark: What the first start afterwards is to know.
        kept_name: What the folder of the present workspace is called from then on.
        watch: Is told of each file.

    Returns:
        The folder that holds what was there before; None if there was nothing.

    Raises:
        StoreInUseError: A window has the workspace open.
        BackupDamagedError: No key of the backup is whole, or it cannot be read.
        BackupCancelledError: The person stopped it; nothing has changed.
        SaveFailedError: The system refused it; what was there before is in force.
    """
    # What an earlier one was cut short with may be all that is left of it.
    finish_restore(paths, kept_name)
    with refusals.saving(), _nobody_at_work(paths) as lock:
        was_empty = _is_empty(paths.store)
        try:
            _require_room(paths, backup)
            _unpack(backup, paths.staging, mark, watch)
            move_folder(paths.staging, paths.staged)
            return _swap(paths, kept_name, lock)
        except BaseException:
            # Unless what was there was put aside and cannot be brought back: then it is needed.
            if was_empty or holds_store(paths.store):
                with suppress(OSError):
                    _throw_away(paths)
            raise


def finish_restore(paths: AppPaths, kept_name: str) -> bool:
    """Finish a restore that was cut short, or throw away what is left of it.

    Returns:
        Whether what was restored is in force now.

    Raises:
        StoreInUseError: It is still going on in another window, or one has the workspace open.
        SaveFailedError: The system refused it.
    """
    if not (paths.staging.exists() or paths.staged.exists()):
        return False
    with refusals.saving(), _nobody_at_work(paths) as lock:
        is_to_finish = paths.staged.exists() and not holds_store(paths.store)
        if is_to_finish:
            _swap(paths, kept_name, lock)
        _throw_away(paths)
        return is_to_finish


@contextmanager
def _nobody_at_work(paths: AppPaths) -> Iterator[ProcessLock]:
    """Keep every window from the workspace, also where there is none yet."""
    make_private_folder(paths.home)
    make_private_folder(paths.store)
    lock = ProcessLock(paths.store / _LOCK)
    try:
        yield lock
    finally:
        lock.release()


def _unpack(backup: BackupFile, folder: Path, mark: bytes, watch: Watch) -> None:
    make_private_folder(folder)
    make_private_folder(folder / "audits")
    has_key = False
    watch.expect(len(backup.manifest.members))
    with ThreadPoolExecutor(_THREADS, thread_name_prefix="restore") as threads:
        writing: deque[Future[None]] = deque()
        for member, contents in backup.contents(watch):
            if len(writing) == _WAITING:
                writing.popleft().result()
            if contents is not None:
                writing.append(threads.submit(write_new, folder / member.name, contents))
                has_key = has_key or member.name in (KEY_FILE, KEY_FILE_COPY)
        for each in writing:
            each.result()
    if not has_key:
        raise backup_refusals.no_backup(backup.path)
    write_new(folder / RESTORED_MARK, mark)
    # The first opening is to compare the list with the audits.
    write_new(folder / _IN_USE, b"")
    sync_folder(folder / "audits")
    sync_folder(folder)


def _swap(paths: AppPaths, kept_name: str, lock: ProcessLock) -> Path | None:
    if sys.platform == "win32":  # there a folder with an open file in it cannot be renamed
        lock.release()
    if _is_empty(paths.store):
        shutil.rmtree(paths.store)
        move_folder(paths.staged, paths.store)
        return None
    kept = _free_folder(paths.home, kept_name)
    try:
        move_folder(paths.store, kept)
        move_folder(paths.staged, paths.store)
    except OSError:
        if kept.exists() and not paths.store.exists():
            move_folder(kept, paths.store)
        raise
    return kept


def _is_empty(store: Path) -> bool:
    return {path.name for path in store.iterdir()} <= {_LOCK}


def _free_folder(home: Path, name: str) -> Path:
    folder, number = home / name, 1
    while folder.exists():
        number += 1
        folder = home / f"{name}-{number}"
    return folder


def _throw_away(paths: AppPaths) -> None:
    """Remove what was unpacked. A backup holds all of it."""
    for folder in (paths.staging, paths.staged):
        if folder.exists():
            shutil.rmtree(folder)


def _require_room(paths: AppPaths, backup: BackupFile) -> None:
    needed = backup.manifest.size + RESERVE_SIZE
    free = shutil.disk_usage(paths.home).free
    if needed > free:
        raise backup_refusals.no_room_to_restore(needed, free)
