# SPDX-License-Identifier: MPL-2.0
"""Measure a backup of many audits, read back and all, against copying their files.

The reference copies each file and flushes it, as somebody has to who wants a copy that is there
after a power cut; it checks nothing.
"""

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

from auditapp.model.edits import Author, change_answer
from auditapp.store.envelope import seal
from auditapp.workspace import Workspace
from tests.benchmarks.figure import Figure, median_ratio
from tests.making import PASSPHRASE, WEAK, make_workspace, start_audit

AUDITS = 2000
NOTE = "The visit record of 3 October quotes the child twice, and the plan answers both. " * 9
ROUNDS = 5


def figures() -> Iterator[Figure]:
    """Yield the one figure."""
    with tempfile.TemporaryDirectory(dir=".") as name:
        folder = Path(name)
        workspace = make_many(folder / "home", AUDITS)
        audits = workspace.paths.store / "audits"
        size = sum(path.stat().st_size for path in audits.iterdir()) // 1_000_000
        ratio = median_ratio(
            lambda: workspace.back_up(folder / "backup.zip"),
            lambda: copy_flushed(workspace.paths.store, folder / "copy"),
            ROUNDS,
        )
        workspace.close()
        yield Figure(
            f"backup of {AUDITS} audits ({size} MB), against copying and flushing", ratio, 3.0
        )


def make_many(home: Path, count: int) -> Workspace:
    """Make a workspace of as many audits, each fully answered: one, sealed under many ids."""
    workspace = make_workspace(home)
    audit_id = start_audit(workspace, "visits")
    by = Author("R. Okafor", workspace.clock())
    for asked in workspace.outline(workspace.open_audit(audit_id)).questions:
        audit = workspace.open_audit(audit_id)
        workspace.commit(audit_id, change_answer(audit, asked.key, by, note=NOTE))
    workspace.close_audit(audit_id)
    vault = workspace._vault
    held = vault.newest_good(vault.place_of(audit_id)).unsealed
    for _number in range(count - 1):
        place = vault.place_of(uuid4().hex)
        _header, file = seal(place.key, 1, held.summary, held.body)
        place.path.write_bytes(file)
    workspace.close()
    # The list is made anew, because it has not heard of most of the files.
    return Workspace.unlock(workspace.paths, PASSPHRASE, strength=WEAK)


def copy_flushed(source: Path, target: Path) -> None:
    """Copy a folder, every file and every folder flushed."""
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(source, target, copy_function=_copy_flushed)
    for folder in (target / "audits", target):
        descriptor = os.open(folder, os.O_RDONLY)
        os.fsync(descriptor)
        os.close(descriptor)


def _copy_flushed(source: str, target: str) -> None:
    with Path(source).open("rb") as read, Path(target).open("wb") as write:
        shutil.copyfileobj(read, write, 1 << 20)
        write.flush()
        os.fsync(write.fileno())
