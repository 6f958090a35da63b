# SPDX-License-Identifier: MPL-2.0
"""Write down a fault of the program for those who can mend it, without a word from a case.

The text of an exception, and the values in a traceback, may quote a case. Only kinds of errors, and
places in the program, are kept.
"""

import platform
import re
import traceback
from collections.abc import Iterable, Iterator
from typing import Final

from auditapp import __version__
from auditapp.i18n import language

_OURS: Final = ("auditapp", "ui")
_LIBRARIES: Final = ("site-packages", "dist-packages")
"""Folders of the program, and those that hold its libraries: what lies above may hold a name."""
_FRAME: Final = re.compile(r'\s*File "(?P<file>[^"]*)", line (?P<line>\d+) in (?P<name>\S+)')
_CAUSE: Final = re.compile(r"(Fatal Python error|Windows fatal exception|Thread|Current thread)\b")


def fault_report(error: BaseException, facts: Iterable[str] = ()) -> str:
    """Return where an exception, and each behind it, came from; ``facts`` are of the computer."""
    lines = [*_program(), *facts]
    told: set[int] = set()
    seen: BaseException | None = error
    while seen is not None and id(seen) not in told:
        if told:
            lines.append("after")
        told.add(id(seen))
        lines.append(type(seen).__name__)
        lines += [
            f"  {_place(frame.filename)}:{frame.lineno} {frame.name}"
            for frame in traceback.extract_tb(seen.__traceback__)
        ]
        seen = seen.__cause__ or seen.__context__
    return "\n".join(lines)


def crash_report(dump: str, facts: Iterable[str] = ()) -> str:
    """Return what Python wrote when it was brought down, with only kinds and places kept."""
    return "\n".join([*_program(), *facts, *_dump_lines(dump)])


def _program() -> Iterator[str]:
    yield f"Case File Audit {__version__}, Python {platform.python_version()}"
    yield f"{platform.system()} {platform.release()} {platform.machine()}, {language()}"


def _dump_lines(dump: str) -> Iterator[str]:
    for line in dump.splitlines():
        frame = _FRAME.fullmatch(line)
        if frame:
            yield f"  {_place(frame['file'])}:{frame['line']} {frame['name']}"
        elif _CAUSE.match(line):
            yield line.strip()


def _place(path: str) -> str:
    """Return the part of a path that is the program's own; of any other file its name alone."""
    *folders, name = path.replace("\\", "/").split("/")
    for place in reversed(range(len(folders))):
        if folders[place] in _OURS:
            return "/".join([*folders[place:], name])
        if folders[place] in _LIBRARIES:
            return "/".join([*folders[place + 1 :], name])
    return name
