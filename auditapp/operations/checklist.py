# SPDX-License-Identifier: MPL-2.0
"""Look at the checklists of a workspace, try one out without storing an audit, and copy one."""

from collections.abc import Sequence
from pathlib import Path

from auditapp.checklist.embedding import pin
from auditapp.checklist.library import BrokenFile, ChecklistHeader
from auditapp.checklist.overview import ChecklistOverview, read_overview
from auditapp.checklist.trust.signed_file import SignedFile
from auditapp.checklist_files import save_checklist, save_spreadsheet
from auditapp.errors import ChecklistRefusedError
from auditapp.exports.papers import Press
from auditapp.i18n import _
from auditapp.long_work import IsCancelled, never
from auditapp.model.front_sheet import FrontSheet
from auditapp.model.ids import ChecklistId
from auditapp.operations.amendment import AmendmentOperations
from auditapp.sessions.practice import PracticeAudit


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

    def export_spreadsheet(
        self,
        checklist_id: ChecklistId,
        version: str,
        path: Path,
        *,
        is_cancelled: IsCancelled = never,
    ) -> None:
        """Write one version of a checklist as a spreadsheet from which the same comes back.

        The council's own names are left out: they belong to the settings, not to the checklist.

        Raises:
            ChecklistNotFoundError, ChecklistInvalidError: It cannot be used.
            WorkbookError: A text of it cannot stand in a spreadsheet unchanged.
            StoppedError: ``is_cancelled`` said so; nothing was written.
            UnsafePathError, SaveFailedError: As `save_spreadsheet`.
        """
        # Its modules are many, and few people export spreadsheets.
        from auditapp.checklist.xlsform.exporting import export_workbook  # noqa: PLC0415

        checklist = self.library.find(checklist_id, version).checklist
        save_spreadsheet(self.paths, path, export_workbook(checklist, is_cancelled))

    def export_checklist(self, checklist_id: ChecklistId, version: str, path: Path) -> None:
        """Write the file of one version of a checklist as it came, with its signature beside it.

        Raises:
            ChecklistNotFoundError, ChecklistInvalidError: It cannot be used.
            ChecklistRefusedError: Its file was changed since it was read.
            UnsafePathError, NotAllowedError, SaveFailedError: As `save_checklist`.
        """
        loaded = self.library.find(checklist_id, version)
        held = SignedFile.read(self.library.header(checklist_id, version).path)
        if held.sha256 != loaded.sha256:
            raise ChecklistRefusedError(
                _("The file of this checklist was changed since it was read."),
                _("Close the program and open it again."),
            )
        save_checklist(self.paths, path, held)

    def _press(self) -> Press:
        with self._lock:
            layout = self._layouts.in_use(self._note)
        return Press(self.paths, self.library, self.settings(), self.clock(), layout)
