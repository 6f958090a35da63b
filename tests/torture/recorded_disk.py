# SPDX-License-Identifier: MPL-2.0
"""Record what a program tells the system to do in one folder, and lay out what a power cut leaves.

What the rules of POSIX promise is all that is kept: the contents of a file up to its last flush,
the names in a folder up to the folder's last flush. Of what came after, any part may be there: of
the names some first changes, of a file's contents any beginning.
"""

import os
import random
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from unittest import mock

LOCK = "lock"
"""The one file that is written in place; what is in it means nothing after a power cut."""


@dataclass(slots=True)
class _File:
    """Hold the contents of one file, and how much of them was flushed."""

    contents: bytes = b""
    flushed: bytes = b""


@dataclass(slots=True)
class _State:
    """Hold the disk at one moment: the names by folder, as flushed and what was changed since."""

    names: dict[str, dict[str, _File]] = field(default_factory=dict)
    pending: dict[str, list[tuple[str, _File | None]]] = field(default_factory=dict)

    def name(self, path: str, file: _File | None) -> None:
        folder, name = os.path.split(path)
        self.pending.setdefault(folder, []).append((name, file))

    def look_up(self, path: str) -> _File:
        folder, name = os.path.split(path)
        for changed, file in reversed(self.pending.get(folder, [])):
            if changed == name:
                assert file is not None, path
                return file
        return self.names[folder][name]

    def flush_folder(self, folder: str) -> None:
        names = self.names.setdefault(folder, {})
        for name, file in self.pending.pop(folder, []):
            _apply(names, name, file)


class RecordedDisk:
    """Hold what was done in a folder, in order, from the moment on that `recording` begins."""

    def __init__(self, root: Path) -> None:
        self._root = str(root)
        self._start = _snapshot(root)
        self._events: list[tuple[str, ...]] = []
        self._written: list[bytes] = []
        self._open: dict[int, str] = {}

    @property
    def length(self) -> int:
        """Return how many things were done so far."""
        return len(self._events)

    @contextmanager
    def recording(self) -> Iterator[None]:
        """Record while the block runs."""
        names = ("open", "close", "write", "fsync", "replace", "rename", "link", "unlink", "mkdir")
        with mock.patch.multiple(os, **{name: self._recorder(name) for name in names}):
            yield

    def lay_out(self, target: Path, cut: int, chance: random.Random) -> None:
        """Write into ``target`` what may be left when the power goes after ``cut`` things."""
        state = self._state_at(cut)
        for folder, pending in state.pending.items():
            names = state.names.setdefault(folder, {})
            for name, file in pending[: chance.randrange(len(pending) + 1)]:
                _apply(names, name, file)
        for folder, names in state.names.items():
            place = target / os.path.relpath(folder, self._root)
            place.mkdir(parents=True, exist_ok=True)
            for name, file in names.items():
                (place / name).write_bytes(_left_of(file, chance))

    def is_faithful(self) -> bool:
        """Tell whether what was recorded, all of it, gives just what the folder holds."""
        state = self._state_at(self.length)
        for folder in list(state.pending):
            state.flush_folder(folder)
        now = _snapshot(Path(self._root))
        return {f: _contents(n) for f, n in state.names.items() if n} == {
            f: _contents(n) for f, n in now.items() if n
        }

    def _state_at(self, count: int) -> _State:
        names = {
            folder: {name: _File(file.contents, file.contents) for name, file in held.items()}
            for folder, held in self._start.items()
        }
        state = _State(names)
        for what, *about in self._events[:count]:
            getattr(self, f"_do_{what}")(state, *about)
        return state

    # What each thing does to the state of the disk

    def _do_create(self, state: _State, path: str) -> None:
        state.name(path, _File())

    def _do_write(self, state: _State, path: str, number: int) -> None:
        state.look_up(path).contents += self._written[number]

    def _do_flush(self, state: _State, path: str) -> None:
        if path in state.names or path in state.pending:
            state.flush_folder(path)
        else:
            file = state.look_up(path)
            file.flushed = file.contents

    def _do_move(self, state: _State, source: str, target: str) -> None:
        file = state.look_up(source)
        state.name(target, file)
        state.name(source, None)

    def _do_link(self, state: _State, source: str, target: str) -> None:
        state.name(target, state.look_up(source))

    def _do_unlink(self, state: _State, path: str) -> None:
        state.name(path, None)

    def _do_folder(self, state: _State, path: str) -> None:
        state.names.setdefault(path, {})

    # How each is noticed

    def _recorder(self, name: str):
        real, noticed = getattr(os, name), getattr(self, f"_on_{name}")

        def call(*arguments, **options):
            result = real(*arguments, **options)
            noticed(result, *arguments)
            return result

        return call

    def _add(self, *event: object) -> None:
        self._events.append(event)

    def _inside(self, path: object) -> str | None:
        text = os.fspath(path) if not isinstance(path, int) else ""
        if text.endswith(f"{os.sep}{LOCK}"):
            return None
        return text if text == self._root or text.startswith(self._root + os.sep) else None

    def _on_open(self, descriptor: int, path: object, flags: int = 0, *_rest: object) -> None:
        if (name := self._inside(path)) is not None:
            self._open[descriptor] = name
            if flags & os.O_EXCL:
                self._add("create", name)

    def _on_close(self, _result: object, descriptor: int) -> None:
        self._open.pop(descriptor, None)

    def _on_write(self, count: int, descriptor: int, data: bytes) -> None:
        if descriptor in self._open:
            self._written.append(bytes(data[:count]))
            self._add("write", self._open[descriptor], len(self._written) - 1)

    def _on_fsync(self, _result: object, descriptor: int) -> None:
        if descriptor in self._open:
            self._add("flush", self._open[descriptor])

    def _on_replace(self, _result: object, source: object, target: object) -> None:
        if self._inside(source) and self._inside(target):
            self._add("move", self._inside(source), self._inside(target))

    _on_rename = _on_replace

    def _on_link(self, _result: object, source: object, target: object) -> None:
        if self._inside(source):
            self._add("link", self._inside(source), self._inside(target))

    def _on_unlink(self, _result: object, path: object) -> None:
        if self._inside(path):
            self._add("unlink", self._inside(path))

    def _on_mkdir(self, _result: object, path: object, *_rest: object) -> None:
        if self._inside(path):
            self._add("folder", self._inside(path))


def _apply(names: dict[str, _File], name: str, file: _File | None) -> None:
    if file is None:
        names.pop(name, None)
    else:
        names[name] = file


def _left_of(file: _File, chance: random.Random) -> bytes:
    """Return what is left of a file: what was flushed, and of the rest any beginning."""
    length = chance.randint(len(file.flushed), len(file.contents))
    return file.contents[:length]


def _snapshot(root: Path) -> dict[str, dict[str, _File]]:
    folders = [root, *(path for path in root.rglob("*") if path.is_dir())]
    return {
        str(folder): {
            path.name: _File(path.read_bytes(), path.read_bytes())
            for path in folder.iterdir()
            if path.is_file() and path.name != LOCK
        }
        for folder in folders
    }


def _contents(names: dict[str, _File]) -> dict[str, bytes]:
    return {name: file.contents for name, file in names.items()}
