# SPDX-License-Identifier: MPL-2.0
"""Restore a backup again and again, killed before the first, second, third ... call of the system.

Run by ``test_restoring.py`` with a folder that holds ``before`` (a home with a workspace) and
``backup.zip``. Prints, for each kill, which workspace the next start has: "old" or "new".
"""

import os
import shutil
import sys
from pathlib import Path

from auditapp.paths import find_paths
from auditapp.store.backup_file import BackupFile
from auditapp.store.keys import Argon2Strength
from auditapp.store.repository import AuditRepository
from auditapp.store.restoring import finish_restore, restore_whole
from auditapp.store.vault import Vault
from auditapp.store.watch import Watch

CALLS = ("fsync", "mkdir", "open", "rename", "replace", "rmdir", "unlink", "write")
WEAK = Argon2Strength(memory_kib=8, passes=1, lanes=1)
KILLED = 9


def run_killed(work, at):
    """Do ``work`` in a process of its own that ends before call number ``at``; tell if it did."""
    child = os.fork()
    if child == 0:
        left = at

        def counted(call):
            def count(*args, **options):
                nonlocal left
                left -= 1
                if left < 0:
                    os._exit(KILLED)
                return call(*args, **options)

            return count

        for name in CALLS:
            setattr(os, name, counted(getattr(os, name)))
        work()
        os._exit(0)
    _child, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status) == KILLED


def next_start(paths):
    """Open the workspace as the next start does; return "old" or "new" by what is in it."""
    finish_restore(paths, "before-restore")
    assert paths.has_store
    assert not paths.staging.exists()
    assert not paths.staged.exists()
    with Vault.unlock(paths.store, "open sesame", WEAK) as vault:
        repository = AuditRepository(vault)
        (row,) = repository.rows()
        note = repository.open(row["id"]).read().tables["answers"]["first"]["value"]
        assert [] == repository.problems
    assert row["reference"] == note
    kept = [path for path in paths.home.iterdir() if path.name.startswith("before-restore")]
    assert len(kept) == (note == "new")
    return note


def main(folder):
    """Kill at every step of a restore, and at every step of finishing one."""
    backup = BackupFile.open(folder / "backup.zip", "open sesame")
    home = folder / "home"
    paths = find_paths(home)

    def restore():
        restore_whole(paths, backup, b"{}", "before-restore", Watch())

    def finish():
        finish_restore(paths, "before-restore")

    is_killed, at = True, 0
    while is_killed:
        shutil.rmtree(home, ignore_errors=True)
        shutil.copytree(folder / "before", home)
        is_killed = run_killed(restore, at)
        # Every third time the next start is killed as well, one call later each time.
        if at % 3 == 0:
            run_killed(finish, at // 3 % 12)
        print(next_start(paths))
        at += 1


if __name__ == "__main__":
    main(Path(sys.argv[1]))
