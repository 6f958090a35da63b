# SPDX-License-Identifier: MPL-2.0
"""Read YAML as plain data with the line of everything in it, and refuse what a data file needs not.

Refused are anchors, aliases, tags, merge keys, second documents, keys written twice, invisible
characters, and files that are too large, too deep or too full. Only ``true``, ``false``, ``null``
and plain decimal numbers get a type: ``no``, ``on``, ``12:30``, ``010`` and dates stay text.
"""

import re
from codecs import BOM_UTF8
from collections.abc import Callable, Iterator, Mapping
from typing import Any, NoReturn

import yaml

from auditapp.checklist.faults import Fault, LineMap, Path
from auditapp.checklist.file_kinds import CHECKLIST, Purpose, what_it_is
from auditapp.checklist.yaml_problems import explain, unknown_problem
from auditapp.errors import ChecklistInvalidError
from auditapp.i18n import _

MAX_BYTES = 2_000_000
MAX_DEPTH = 40
MAX_NODES = 200_000

# libyaml is ten times as fast; a build of PyYAML without it reads the same. Both hand out one event
# at a time and are asked for no further one once the depth is passed: composing a whole document
# from 100,000 brackets would crash the process.
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_NUMBER = re.compile(r"-?(0|[1-9][0-9]{0,15})(\.[0-9]{1,15})?")
_LINE_END = re.compile("\r\n?|\n")
_TYPED = {"": None, "~": None, "null": None, "true": True, "false": False}
# What YAML forbids, line ends that editors do not count, and marks that change the order of text.
_INVISIBLE = re.compile(
    "[^\t\n\r\x20-\x7e\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
    "|[\u2028-\u202e\u2066-\u2069]"
)


def read(
    data: bytes, name: str, *, stop_before: str | None = None, purpose: Purpose = CHECKLIST
) -> tuple[object, LineMap]:
    """Return the plain data of a YAML or JSON file, and the line map of it.

    Args:
        data: the bytes of the file.
        name: the file's name, for the faults.
        stop_before: the top-level key before which to stop reading.
        purpose: what the file is to be.

    Raises:
        ChecklistInvalidError: the file cannot be read, or holds what is refused; with one fault.
    """
    return _Reader(name, stop_before, purpose).read(data)


_Node = yaml.ScalarEvent | yaml.CollectionStartEvent


class _Stopped(Exception):  # noqa: N818 - it is no error
    """Leave the event loop early."""


class _Open:
    """A list or mapping whose end has not been read yet."""

    __slots__ = ("key", "path", "value")

    def __init__(self, value: list[object] | dict[str, object], path: Path) -> None:
        self.value = value
        self.path = path
        self.key: str | None = None


class _Reader:
    """Build plain values from the events of one file, and remember where each of them stands."""

    def __init__(self, name: str, stop_before: str | None, purpose: Purpose) -> None:
        self._name = name
        self._purpose = purpose
        self._stop_before = stop_before
        self._places: dict[Path, tuple[int, int]] = {}
        self._open: list[_Open] = []
        self._nodes = 0
        self._documents = 0
        self._root: object = None

    def read(self, data: bytes) -> tuple[object, LineMap]:
        """Return the contents of a file, and the places of its parts."""
        text = self._decode(data)
        takers = self._takers()
        try:
            for event in self._events(text):
                if take := takers.get(type(event)):
                    take(event)
        except _Stopped:
            pass
        if not self._nodes:
            self._refuse_at(1, 1, _("The file is empty."), self._purpose.if_empty)
        return self._root, LineMap(self._places)

    def _decode(self, data: bytes) -> str:
        if found := what_it_is(data, self._purpose):
            self._refuse_at(1, 1, *found)
        if len(data) > MAX_BYTES:
            self._refuse_at(
                1, 1, _("The file is larger than 2 MB."), _("Split the checklist in two.")
            )
        data = data.removeprefix(BOM_UTF8)
        try:
            text = data.decode()
        except UnicodeDecodeError as error:
            before = data[: error.start].decode()
            self._refuse_in(
                before, _("This is not UTF-8 text."), _("Save the file with the encoding UTF-8.")
            )
        if hidden := _INVISIBLE.search(text):
            self._refuse_in(
                text[: hidden.start()],
                _("There is an invisible character (U+{code:04X}).").format(code=ord(hidden[0])),
                _("Delete it."),
            )
        return text

    def _events(self, text: str) -> Iterator[yaml.Event]:
        try:
            yield from yaml.parse(text, Loader=_LOADER)
        except yaml.MarkedYAMLError as error:
            line, column, message, remedy = explain(error)
            # What is missing at the end of a file is missed on the line after its last.
            self._refuse_at(*min((line, column), _place_after(text)), message, remedy)
        except (ValueError, OverflowError) as error:
            # The reader in Python hands impossible escapes and directives to chr() and int().
            self._refuse_at(1, 1, *unknown_problem(str(error)))

    def _takers(self) -> Mapping[type[yaml.Event], Callable[[Any], None]]:
        """Return what takes each kind of event; the others say nothing about the data."""
        return {
            yaml.DocumentStartEvent: self._take_document,
            yaml.AliasEvent: self._take_alias,
            yaml.SequenceStartEvent: self._take_list,
            yaml.MappingStartEvent: self._take_mapping,
            yaml.SequenceEndEvent: self._take_end,
            yaml.MappingEndEvent: self._take_end,
            yaml.ScalarEvent: self._take_scalar,
        }

    def _take_document(self, event: yaml.DocumentStartEvent) -> None:
        self._documents += 1
        if self._documents > 1:
            self._refuse(
                event,
                _("A second document begins here."),
                _("Keep one checklist a file, and remove the line of three hyphens."),
            )

    def _take_alias(self, event: yaml.AliasEvent) -> None:
        self._refuse(
            event,
            _("Aliases (*name) are not allowed."),
            _("Write the value out, or put it in quotes if the asterisk is part of the text."),
        )

    def _take_list(self, event: yaml.SequenceStartEvent) -> None:
        self._begin([], event)

    def _take_mapping(self, event: yaml.MappingStartEvent) -> None:
        self._begin({}, event)

    def _take_end(self, _event: yaml.CollectionEndEvent) -> None:
        self._open.pop()

    def _take_scalar(self, event: yaml.ScalarEvent) -> None:
        self._check(event)
        # The text of the file has been searched; only an escape can still hide something.
        if event.style == '"' and (found := _INVISIBLE.search(event.value)):
            self._refuse(
                event,
                _("This text holds an invisible character (U+{code:04X}).").format(
                    code=ord(found[0])
                ),
                _("Remove the escape that makes it."),
            )
        top = self._open[-1] if self._open else None
        if top is not None and top.key is None and isinstance(top.value, dict):
            self._take_key(top, top.value, event)
        else:
            self._put(_typed(event), event)

    def _take_key(self, top: _Open, mapping: dict[str, object], event: yaml.ScalarEvent) -> None:
        key = event.value
        if not top.path and key == self._stop_before:
            raise _Stopped
        if key == "<<":
            self._refuse(event, _("Merge keys (<<) are not allowed."), _("Write the keys out."))
        if key in mapping:
            self._refuse(
                event,
                _("'{key}' is written twice here.").format(key=key[:60]),
                _("Keep one of the two."),
            )
        mapping[key] = None
        top.key = key
        self._places[(*top.path, key)] = _place(event)

    def _begin(self, value: list[object] | dict[str, object], event: _Node) -> None:
        self._check(event)
        path = self._put(value, event)
        if len(self._open) >= MAX_DEPTH:
            self._refuse(
                event,
                _("The file is nested deeper than {limit} levels.").format(limit=MAX_DEPTH),
                _("Write it with fewer levels."),
            )
        self._open.append(_Open(value, path))

    def _put(self, value: object, event: yaml.Event) -> Path:
        """Put ``value`` where the reader stands, and return the path to it."""
        if not self._open:
            self._root = value
            self._places[()] = _place(event)
            return ()
        top = self._open[-1]
        if isinstance(top.value, list):
            path = (*top.path, len(top.value))
            top.value.append(value)
            self._places[path] = _place(event)
            return path
        if top.key is None:
            self._refuse(event, _("A key must be plain text."), _("Write it as 'key: value'."))
        path = (*top.path, top.key)
        top.value[top.key] = value
        top.key = None
        return path

    def _check(self, event: _Node) -> None:
        """Refuse what no node may carry."""
        self._nodes += 1
        if self._nodes > MAX_NODES:
            self._refuse(
                event, _("The file has too many entries."), _("Split the checklist in two.")
            )
        if event.anchor:
            self._refuse(
                event,
                _("Anchors (&name) are not allowed."),
                _("Write the value out, or put it in quotes if the sign is part of the text."),
            )
        if event.tag:
            self._refuse(
                event,
                _("Tags ({tag}) are not allowed.").format(tag=event.tag[:60]),
                _("Remove it, or put the text in quotes if the mark is part of it."),
            )

    def _refuse(self, event: yaml.Event, message: str, remedy: str) -> NoReturn:
        self._refuse_at(*_place(event), message, remedy)

    def _refuse_in(self, before: str, message: str, remedy: str) -> NoReturn:
        """Refuse what comes right after the text ``before``."""
        self._refuse_at(*_place_after(before), message, remedy)

    def _refuse_at(self, line: int, column: int, message: str, remedy: str) -> NoReturn:
        fault = Fault(self._name, line, column, message, remedy)
        raise ChecklistInvalidError(
            _("{file} cannot be read.").format(file=self._name), (fault,), remedy
        )


def _place_after(text: str) -> tuple[int, int]:
    """Return the line and column that follow ``text``; a return alone ends a line too."""
    lines = _LINE_END.split(text)
    return len(lines), len(lines[-1]) + 1


def _place(event: yaml.Event) -> tuple[int, int]:
    mark: Any = event.start_mark
    return mark.line + 1, mark.column + 1


def _typed(event: yaml.ScalarEvent) -> object:
    value = event.value
    if not event.implicit[0]:
        return value
    if value in _TYPED:
        return _TYPED[value]
    if found := _NUMBER.fullmatch(value):
        return float(value) if found[2] else int(value)
    return value
