# SPDX-License-Identifier: MPL-2.0
"""Find the place of each report of a batch in its folder, and know again what is there."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from hashlib import sha256
from itertools import count
from pathlib import Path

from auditapp.errors import ReportError, reason_of
from auditapp.files import read_bytes, remove_leftovers
from auditapp.i18n import _
from auditapp.model.history import HistoryEntry, HistoryKind


def known_file(
    folder: Path, name: str, history: Sequence[HistoryEntry], beginning: str, about: str
) -> Path | None:
    """Return the file that is the report of an audit as it is now; None if it is not there.

    The history says so: the same bytes went out as the same report to the same reader, and nothing
    has happened to the audit since but that reports of it went out.

    Args:
        folder: where to look.
        name: under which the report was saved, perhaps with a number.
        history: of the audit, oldest first.
        beginning: what a line about such an export begins with, before the fingerprint.
        about: what it has behind the fingerprint.
    """
    lines = set()
    for entry in reversed(history):
        if entry.kind is not HistoryKind.EXPORTED:
            break
        lines.add(entry.detail.partition(";")[0])
    for path in _places(folder, name):
        if not path.exists():
            return None
        if f"{beginning}{sha256_of(path)}{about}" in lines:
            return path
    return None


def place_for_report(
    folder: Path, name: str, history: Sequence[HistoryEntry], contents: bytes
) -> Path:
    """Return where a report is to be written: in the place of an older one of it, or a free one.

    The same ``contents`` are there where the program was killed before it could record them.
    """
    known = [entry.detail for entry in history if entry.kind is HistoryKind.EXPORTED]
    known.append(sha256(contents).hexdigest())
    return _first(folder, name, lambda path: _is_among(sha256_of(path), known))


def clear_up(folder: Path) -> None:
    """Remove what a program that was killed while it wrote a report left in ``folder``."""
    with suppress(OSError):  # not there yet, or not ours to clear up
        remove_leftovers(folder)


def place_for_index(folder: Path, name: str) -> Path:
    """Return where the page that lists the reports is to be written; no other page is replaced."""
    from auditapp.report.web_page.batch_index import MARK  # noqa: PLC0415 - reports are made late

    return _first(folder, name, lambda path: MARK in _contents(path))


def is_made_with(path: Path, made_with: str) -> bool:
    """Tell whether the reports beside a page were made with these settings and this layout.

    Where there is no page yet there is nothing to tell from, and nothing was saved by us.
    """
    from auditapp.report.web_page.batch_index import made_with_mark  # noqa: PLC0415 - made late

    return not path.exists() or made_with_mark(made_with) in _contents(path)


def sha256_of(path: Path) -> str:
    """Return the SHA-256 of a file in hexadecimal.

    Raises:
        ReportError: It cannot be read.
    """
    return sha256(_contents(path)).hexdigest()


def _first(folder: Path, name: str, may_replace: Callable[[Path], bool]) -> Path:
    return next(path for path in _places(folder, name) if not path.exists() or may_replace(path))


def _places(folder: Path, name: str) -> Iterator[Path]:
    """Yield ``name`` in the folder, and then the same with a number: ``name (2)``."""
    path = folder / name
    yield path
    for number in count(2):
        yield path.with_name(f"{path.stem} ({number}){path.suffix}")


def _is_among(digest: str, details: Sequence[str]) -> bool:
    return any(digest in detail for detail in details)


def _contents(path: Path) -> bytes:
    try:
        return read_bytes(path)
    except OSError as error:
        raise ReportError(
            _("{name} could not be read: {reason}.").format(
                name=path.name, reason=reason_of(error)
            ),
            _("Choose another folder."),
        ) from error
