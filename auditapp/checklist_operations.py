# SPDX-License-Identifier: MPL-2.0
"""Look at the checklists of a workspace, and try one out without an audit being stored."""

from collections.abc import Sequence

from auditapp.amendment_operations import AmendmentOperations
from auditapp.checklist.embedding import pin
from auditapp.checklist.library import BrokenFile, ChecklistHeader
from auditapp.checklist.overview import ChecklistOverview, read_overview
from auditapp.model.front_sheet import FrontSheet
from auditapp.practice import PracticeAudit


class ChecklistOperations(AmendmentOperations):
    """Read checklists. Nothing here waits for a save, and no save waits for what is read here."""

    def checklists(self) -> tuple[Sequence[ChecklistHeader], Sequence[BrokenFile]]:
        """Return the headers of all checklists by title, and the files that have no header."""
        return self.library.headers(), self.library.broken()

    def overview(self, header: ChecklistHeader) -> ChecklistOverview:
        """Return what a list shows of a checklist beyond its header, or the faults of its file.

        Raises:
            ChecklistNotFoundError: It is not in the library any more.
        """
        return read_overview(self.library, header, self._standards().names)

    def practise(self, header: ChecklistHeader, front: FrontSheet) -> PracticeAudit:
        """Begin a try-out of a checklist, for the kind of child in ``front``.

        It is judged by the timescales and read with the names that are in force now.

        Raises:
            ChecklistNotFoundError, ChecklistInvalidError: It cannot be used.
        """
        loaded = self.library.find(header.id, header.version)
        standards = self._standards()
        with self._lock:
            compiled = self._sessions.compile(loaded, standards.names)
        return PracticeAudit(pin(loaded), compiled, standards, front, self.clock)
