# SPDX-License-Identifier: MPL-2.0
"""Record what a program tells the system to do in one folder, and lay out what a power cut leaves.

Of what was not flushed any part may be there, see `disk_model`. The calls are noticed where Python
makes them; what a library writes by itself, as ``zipfile`` does, is noticed when it is flushed.
"""

import os
import random
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest import mock

from tests.torture.disk_model import Disk, Folder

LOCK = "lock"
"""The one file that is written in place; what is in it means nothing after a power cut."""

CALLS = ("open", "close", "write", "fsync", "replace", "rename", "link", "unlink", "mkdir", "rmdir")


class RecordedDisk:
    """Hold what was done in a folder, in order, from the moment on that `recording` begins."""

    def __init__(self, root: Path, *, flushes_folders: bool = True) -> None:
        """Take note of what is there.

        Args:
            root: The folder.
            flushes_folders: False forgets the flushes of folders, as if nobody had asked for them.
        """
        self._root = str(root)
        self._flushes_folders = flushes_folders
        self._start = _snapshot(root)
        self._events: list[tuple[str, ...]] = []
        self._written: list[bytes] = []
        self._open: dict[int, str] = {}
        self._unwritten: set[str] = set()
        self._one_at_a_time = threading.RLock()

    @property
    def length(self) -> int:
        """Return how many things were done so far."""
        return len(self._events)

    @contextmanager
    def recording(self) -> Iterator[None]:
        """Record while the block runs."""
        with mock.patch.multiple(os, **{name: self._recorder(name) for name in CALLS}):
            yield

    def lay_out(self, target: Path, cut: int, chance: random.Random) -> None:
        """Write into ``target`` what may be left when the power goes after ``cut`` things."""
        self._disk_after(cut).lay_out(target, chance)

    def is_faithful(self) -> bool:
        """Tell whether what was recorded, all of it, gives just what the folder holds."""
        recorded = self._disk_after(self.length).root.contents()
        return recorded == _snapshot(Path(self._root)).contents()

    def _disk_after(self, count: int) -> Disk:
        disk = Disk(self._start.copy())
        for what, *about in self._events[:count]:
            if what == "write":
                path, number = about
                disk.write(path, self._written[number])
            else:
                getattr(disk, what)(*about)
        return disk

    def _recorder(self, name: str):
        real, noticed = getattr(os, name), getattr(self, f"_on_{name}")

        def call(*arguments, **options):
            with self._one_at_a_time:  # or two threads would be noticed in another order
                folder = self._open.get(options.get("dir_fd"))
                result = real(*arguments, **options)
                if folder is not None:
                    arguments = (Path(folder, arguments[0]), *arguments[1:])
                noticed(result, *arguments)
                return result

        return call

    def _add(self, *event: object) -> None:
        self._events.append(event)

    def _inside(self, path: object) -> str | None:
        """Return the path from the root on, if that is where it is; "" is the root."""
        text = os.fspath(path) if not isinstance(path, int) else ""
        if text == self._root:
            return ""
        is_lock = text.endswith(f"{os.sep}{LOCK}")
        return text[len(self._root) + 1 :] if _is_below(text, self._root) and not is_lock else None

    def _on_open(self, descriptor: int, path: object, flags: int = 0, *_rest: object) -> None:
        if self._inside(path) is not None:
            self._open[descriptor] = os.fspath(path)
            if flags & os.O_EXCL:
                self._add("create", self._inside(path))
                self._unwritten.add(os.fspath(path))

    def _on_close(self, _result: object, descriptor: int) -> None:
        self._open.pop(descriptor, None)

    def _on_write(self, count: int, descriptor: int, data: bytes) -> None:
        if descriptor in self._open:
            self._write(self._open[descriptor], bytes(data[:count]))

    def _on_fsync(self, _result: object, descriptor: int) -> None:
        path = self._open.get(descriptor)
        if path is None:
            return
        if path in self._unwritten:
            self._write(path, Path(path).read_bytes())
        if self._flushes_folders or not Path(path).is_dir():
            self._add("flush", self._inside(path))

    def _on_replace(self, _result: object, source: object, target: object) -> None:
        if self._inside(source) and self._inside(target):
            self._add("move", self._inside(source), self._inside(target))

    _on_rename = _on_replace

    def _on_link(self, _result: object, source: object, target: object) -> None:
        if self._inside(source):
            self._add("link", self._inside(source), self._inside(target))

    def _on_unlink(self, _result: object, path: object) -> None:
        if self._inside(path):
            self._add("remove", self._inside(path))

    _on_rmdir = _on_unlink

    def _on_mkdir(self, _result: object, path: object, *_rest: object) -> None:
        if self._inside(path):
            self._add("make_folder", self._inside(path))

    def _write(self, path: str, data: bytes) -> None:
        self._unwritten.discard(path)
        if data:
            self._written.append(data)
            self._add("write", self._inside(path), len(self._written) - 1)


def _is_below(path: str, root: str) -> bool:
    return path.startswith(root + os.sep)


def _snapshot(folder: Path) -> Folder:
    """Return what is in a folder, all of it flushed."""
    found = Folder()
    for path in folder.iterdir():
        if path.is_dir():
            found.put(path.name, _snapshot(path))
        elif path.name != LOCK:
            found.put_file(path.name, path.read_bytes())
    return found
