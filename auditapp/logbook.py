# SPDX-License-Identifier: MPL-2.0
"""Write down what happens to a workspace as a whole, each line chained to the one before."""

from collections.abc import Callable

from auditapp.errors import SaveFailedError
from auditapp.i18n import _
from auditapp.model.chain import START, first_fault
from auditapp.model.edits import Author
from auditapp.model.logbook import LogEntry, LogKind
from auditapp.store.log_pages import LogPages
from auditapp.store.repository import AuditRepository


class Logbook:
    """Hold the logbook of one open workspace."""

    def __init__(
        self, pages: LogPages, audits: AuditRepository, on_problem: Callable[[str], None]
    ) -> None:
        """Begin to write, and see whether lines are missing.

        Args:
            pages: Where the lines are kept.
            audits: Knows how many lines there were, and is told when there are more.
            on_problem: Is told, in a sentence, of what keeps a line from being written or read.
        """
        self._pages = pages
        self._audits = audits
        self._on_problem = on_problem
        for problem in pages.problems:
            on_problem(problem)
        audits.check_log(pages.last["seq"] if pages.last else 0)

    def note(self, kind: LogKind, by: Author, detail: str = "", audit_id: str = "") -> None:
        """Add a line. That it cannot be written is told, and stops nobody from their work."""
        self._pages.catch_up()
        last = self._pages.last
        entry = LogEntry(
            seq=last["seq"] + 1 if last else 1,
            at=by.now,
            by=by.name,
            kind=kind,
            detail=detail,
            audit_id=audit_id,
            previous=last["hash"] if last else START,
        ).sealed()
        try:
            self._pages.append(entry.model_dump(mode="json"))
        except SaveFailedError as error:
            self._on_problem(
                _("A line of the logbook could not be written. {error}").format(error=error)
            )
        else:
            self._audits.record_log(entry.seq)

    def last_of(self, kind: LogKind) -> LogEntry | None:
        """Return the newest line of a kind; None when there is none that can be read."""
        for line in self._pages.read_backwards():
            if line["kind"] == kind:
                return LogEntry.model_validate(line)
        return None

    def entries(self) -> list[LogEntry]:
        """Return every line that can be read, oldest first."""
        return [LogEntry.model_validate(line) for line in self._pages.read()]

    def faults(self) -> list[str]:
        """Return what is wrong with the logbook, in sentences."""
        number = first_fault(self.entries())
        found = list(self._pages.problems)
        if number is not None:
            words = _("Line {number} of the logbook is not what was written.")
            found.append(words.format(number=number))
        return found
