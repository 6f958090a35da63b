# SPDX-License-Identifier: MPL-2.0
"""Know what of a disk outlives a power cut, by the rules that POSIX has and no file system breaks.

What is promised is the contents of a file up to its last flush, and the names in a folder up to the
folder's last flush. Of what came after, any part may be there: of the changes of names in a folder
some first ones, of a file's contents any beginning, with holes in it. A file that is moved is never
in neither place.
"""

import random
from dataclasses import dataclass, field
from pathlib import Path, PurePath
from typing import Union

BLOCK, HOLES = 4096, 0.2
"""Bytes that a disk writes at once, and how often such a block is lost and one after it is not."""


@dataclass(slots=True, eq=False)
class File:
    """Hold the contents of one file, and how much of them was flushed."""

    contents: bytes = b""
    flushed: bytes = b""


Node = Union["Folder", File]


@dataclass(slots=True, eq=False)
class Change:
    """Hold a change of the names in one folder: who is called what from then on.

    One that ``needs`` another, in the folder that something was moved to, never goes before it.
    """

    names: dict[str, Node | None]
    needs: "Change | None" = None
    is_kept: bool = False


@dataclass(slots=True, eq=False)
class Folder:
    """Hold the names in one folder: now, as they were flushed, and what was changed since."""

    names: dict[str, Node] = field(default_factory=dict)
    flushed: dict[str, Node] = field(default_factory=dict)
    pending: list[Change] = field(default_factory=list)

    def put(self, name: str, node: Node) -> None:
        """Give something a name that is flushed from the start."""
        self.names[name] = self.flushed[name] = node

    def put_file(self, name: str, contents: bytes) -> None:
        """Add a file that is flushed from the start."""
        self.put(name, File(contents, contents))

    def change(self, names: dict[str, Node | None], needs: Change | None = None) -> Change:
        """Change names; whoever is None has no name any more."""
        _apply(self.names, names)
        self.pending.append(Change(names, needs))
        return self.pending[-1]

    def flush(self) -> None:
        """Make the names durable."""
        for each in self.pending:
            each.is_kept = True
            if each.needs is not None:
                each.needs.is_kept = True
        self.flushed, self.pending = dict(self.names), []

    def copy(self) -> "Folder":
        """Return the same with everything flushed; two names of one file become two files."""
        copied = Folder()
        for name, node in self.names.items():
            if isinstance(node, Folder):
                copied.put(name, node.copy())
            else:
                copied.put_file(name, node.contents)
        return copied

    def contents(self) -> dict[str, object]:
        """Return what a running program finds: contents by name, and the same for each folder."""
        return {
            name: node.contents() if isinstance(node, Folder) else node.contents
            for name, node in self.names.items()
        }


class Disk:
    """Hold a folder while things are done in it; paths count from it, and it is "" itself."""

    def __init__(self, root: Folder) -> None:
        self.root = root

    def create(self, path: str) -> None:
        """Make an empty file."""
        self._name(path, File())

    def write(self, path: str, data: bytes) -> None:
        """Write at the end of a file."""
        self._file(path).contents += data

    def flush(self, path: str) -> None:
        """Make the contents of a file durable, or the names in a folder."""
        node = self._look_up(path)
        if isinstance(node, Folder):
            node.flush()
        else:
            node.flushed = node.contents

    def move(self, source: str, target: str) -> None:
        """Give a file or a folder another name."""
        (above, old), (below, new) = _split(source), _split(target)
        node = self._look_up(source)
        if above == below:
            self._folder(above).change({new: node, old: None})
        else:
            arrived = self._folder(below).change({new: node})
            self._folder(above).change({old: None}, needs=arrived)

    def link(self, source: str, target: str) -> None:
        """Give a file a second name."""
        self._name(target, self._look_up(source))

    def remove(self, path: str) -> None:
        """Take a name away."""
        self._name(path, None)

    def make_folder(self, path: str) -> None:
        """Make an empty folder."""
        self._name(path, Folder())

    def lay_out(self, target: Path, chance: random.Random) -> None:
        """Write into ``target`` what may be left when the power goes at this moment."""
        for folder in _folders(self.root):
            for each in folder.pending[: chance.randrange(len(folder.pending) + 1)]:
                each.is_kept = True
        _lay_out(self.root, target, chance)

    def _name(self, path: str, node: Node | None) -> None:
        folder, name = _split(path)
        self._folder(folder).change({name: node})

    def _look_up(self, path: str) -> Node:
        node: Node = self.root
        for name in PurePath(path).parts:
            assert isinstance(node, Folder), path
            node = node.names[name]
        return node

    def _folder(self, path: str) -> Folder:
        node = self._look_up(path)
        assert isinstance(node, Folder), path
        return node

    def _file(self, path: str) -> File:
        node = self._look_up(path)
        assert isinstance(node, File), path
        return node


def _split(path: str) -> tuple[str, str]:
    return str(PurePath(path).parent), PurePath(path).name


def _apply(names: dict[str, Node], changes: dict[str, Node | None]) -> None:
    for name, node in changes.items():
        if node is None:
            names.pop(name, None)
        else:
            names[name] = node


def _folders(folder: Folder) -> list[Folder]:
    """Return every folder that there is or was since the last flush."""
    below = [node for each in folder.pending for node in each.names.values()]
    nodes = [*folder.flushed.values(), *below]
    return [folder, *(f for node in nodes if isinstance(node, Folder) for f in _folders(node))]


def _lay_out(folder: Folder, target: Path, chance: random.Random) -> None:
    names = dict(folder.flushed)
    for each in folder.pending:
        if each.is_kept and (each.needs is None or each.needs.is_kept):
            _apply(names, each.names)
    target.mkdir(parents=True, exist_ok=True)
    for name, node in names.items():
        if isinstance(node, Folder):
            _lay_out(node, target / name, chance)
        else:
            (target / name).write_bytes(_left_of(node, chance))


def _left_of(file: File, chance: random.Random) -> bytes:
    """Return what is left of the contents: what was flushed, and of each block after it anything.

    A block was written, or is all zeros; from some length on there is nothing.
    """
    left = bytearray(file.contents[: chance.randint(len(file.flushed), len(file.contents))])
    for start in range(len(file.flushed), len(left), BLOCK):
        if chance.random() < HOLES:
            end = min(start + BLOCK, len(left))
            left[start:end] = bytes(end - start)
    return bytes(left)
