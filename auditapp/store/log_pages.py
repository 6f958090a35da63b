# SPDX-License-Identifier: MPL-2.0
"""Keep the logbook in sealed pages, so that a new line costs the same after ten years.

A page is a sealed object like an audit. Lines are added to the last page until it is full.
"""

from collections.abc import Iterator
from contextlib import suppress

import orjson

from auditapp.errors import AuditDamagedError, AuditNotFoundError
from auditapp.i18n import _
from auditapp.model.records import Record
from auditapp.store import refusals
from auditapp.store.envelope import DamagedError, Header
from auditapp.store.vault import Vault

LINES_PER_PAGE = 500

_SCHEMA = 1


class LogPages:
    """Hold the last page; ``problems`` are sentences about pages that could not be read."""

    def __init__(self, vault: Vault) -> None:
        """Read the last page.

        Raises:
            SchemaTooNewError: A newer version of this program wrote it.
            SaveFailedError: A damaged page could not be put aside.
        """
        self.problems: list[str] = []
        self._vault = vault
        self._number = max(vault.log_page_numbers(), default=1)
        self._generation = 0
        self._header: Header | None = None
        self._lines: list[Record] = []
        self._open_last()
        self._last = self._lines[-1] if self._lines else self._last_before()

    @property
    def last(self) -> Record | None:
        """Return the line that was added last; None when there is none that can be read."""
        return self._last

    def catch_up(self) -> None:
        """Go on from what a second window wrote, as it can where a drive does not keep the lock."""
        with suppress(OSError, DamagedError, AuditDamagedError):
            number = max(self._vault.log_page_numbers(), default=self._number)
            place = self._vault.log_page(number)
            if self._vault.header(place) in (None, self._header):
                return
            found = self._vault.unseal(place, place.path)
            lines = _lines_in(found.body)
            # An older copy is none to go on from: what is held here is newer.
            if number > self._number or lines[: len(self._lines)] == self._lines:
                self._number, self._generation = number, found.header.generation
                self._header, self._lines, self._last = found.header, lines, lines[-1]

    def append(self, line: Record) -> None:
        """Make one more line durable.

        Raises:
            SaveFailedError: The system refused it; nothing was added.
        """
        if len(self._lines) < LINES_PER_PAGE:
            self._save(self._number, self._generation + 1, [*self._lines, line])
        else:
            self._save(self._number + 1, 1, [line])

    def read(self) -> list[Record]:
        """Return every line that can be read, oldest first."""
        return [line for page in self._pages() for line in page]

    def read_backwards(self) -> Iterator[Record]:
        """Yield every line that can be read, newest first; a page is read when it is come to."""
        for number in sorted(self._vault.log_page_numbers() | {self._number}, reverse=True):
            yield from reversed(self._page(number))

    def _open_last(self) -> None:
        place = self._vault.log_page(self._number)
        try:
            loaded = self._vault.load(place)
        except AuditNotFoundError:
            return
        except AuditDamagedError:
            self._vault.set_aside(place)
            self._tell(_("A page of the logbook was damaged. It has been kept aside."))
            self._number += 1
            return
        self._header, self._generation = loaded.header, loaded.header.generation
        self._lines = _lines_in(loaded.body)

    def _last_before(self) -> Record | None:
        return next((page[-1] for page in reversed(list(self._pages())) if page), None)

    def _pages(self) -> Iterator[list[Record]]:
        for number in sorted(self._vault.log_page_numbers() | {self._number}):
            yield self._page(number)

    def _page(self, number: int) -> list[Record]:
        if number == self._number:
            return list(self._lines)
        try:
            return _lines_in(self._vault.load(self._vault.log_page(number)).body)
        except (AuditDamagedError, AuditNotFoundError):
            self._tell(_("A page of the logbook is damaged and cannot be read."))
            return []

    def _save(self, number: int, generation: int, lines: list[Record]) -> None:
        body = orjson.dumps({"schema": _SCHEMA, "lines": lines})
        self._header = self._vault.save(self._vault.log_page(number), generation, b"{}", body)
        self._number, self._generation = number, generation
        self._lines, self._last = lines, lines[-1]

    def _tell(self, sentence: str) -> None:
        if sentence not in self.problems:
            self.problems.append(sentence)


def _lines_in(body: bytes) -> list[Record]:
    held = orjson.loads(body)
    if held["schema"] > _SCHEMA:
        raise refusals.too_new()
    lines: list[Record] = held["lines"]
    return lines
