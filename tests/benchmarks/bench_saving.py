# SPDX-License-Identifier: MPL-2.0
"""Measure what it costs to make one answer durable, in an audit of a usual size.

The reference writes as many bytes to a temporary file, flushes it, renames it and flushes the
folder: the least that any program must do that replaces a file safely.
"""

import os
import tempfile
from collections.abc import Iterator
from itertools import count
from pathlib import Path

from auditapp.model.edits import Author, change_answer
from tests.benchmarks.figure import Figure, median_ratio
from tests.making import ALL_FOUR, make_workspace, start_audit

NOTE = "The visit record of 3 October quotes the child twice, and the plan answers both. " * 9
ROUNDS = 201


def figures() -> Iterator[Figure]:
    """Yield the two figures."""
    with tempfile.TemporaryDirectory(dir=".") as name:
        folder = Path(name)
        few, many = _Store(folder / "few", audits=10), _Store(folder / "many", audits=1000)
        raw = _RawFile(folder / "raw", few.path)
        ratio = median_ratio(few.save_answer, raw.replace, ROUNDS)
        size = few.path.stat().st_size // 1024
        yield Figure(f"answer to durable, against as many bytes replaced ({size} KB)", ratio, 2.0)
        ratio = median_ratio(many.save_answer, few.save_answer, ROUNDS)
        yield Figure("answer to durable, at 1,000 audits against 10", ratio, 1.2)
        few.workspace.close()
        many.workspace.close()


class _Store:
    """Hold a workspace with one fully answered audit among others."""

    def __init__(self, folder: Path, audits: int) -> None:
        self.workspace = make_workspace(folder)
        self.audit_id = start_audit(self.workspace, *ALL_FOUR)
        for _number in range(audits - 1):
            start_audit(self.workspace, "visits")
        self._author = Author("R. Okafor", self.workspace.clock())
        audit = self.workspace.open_audit(self.audit_id)
        self._keys = [asked.key for asked in self.workspace.outline(audit).questions]
        self._numbers = count()
        for key in self._keys:
            self._change(key, NOTE)

    @property
    def path(self) -> Path:
        """Return the audit's file."""
        return self.workspace.paths.store / "audits" / f"{self.audit_id}.seal"

    def save_answer(self) -> None:
        """Change the note of one answer and make it durable."""
        number = next(self._numbers)
        self._change(self._keys[number % len(self._keys)], f"{number} {NOTE}")

    def _change(self, key: str, note: str) -> None:
        audit = self.workspace.open_audit(self.audit_id)
        edit = change_answer(audit, key, self._author, note=note, typing="note")
        self.workspace.commit(self.audit_id, edit)


class _RawFile:
    """Replace a file by one as large as ``model`` is at that moment, as quickly as can be done."""

    def __init__(self, folder: Path, model: Path) -> None:
        self._folder, self._model = folder, model
        folder.mkdir()

    def replace(self) -> None:
        """Write, flush, rename, flush the folder."""
        data = bytes(self._model.stat().st_size)
        temporary = self._folder / "file.tmp"
        descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        os.write(descriptor, data)
        os.fsync(descriptor)
        os.close(descriptor)
        temporary.replace(self._folder / "file")
        folder = os.open(self._folder, os.O_RDONLY)
        os.fsync(folder)
        os.close(folder)
