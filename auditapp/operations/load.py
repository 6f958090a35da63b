# SPDX-License-Identifier: MPL-2.0
"""Load a checklist file that was examined, and move drafts to it.

A part of the door that ``auditapp.workspace`` is, kept in a file of its own.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from auditapp.checklist.headers import ChecklistHeader
from auditapp.checklist.library import LoadedChecklist
from auditapp.checklist.trust.signed_file import SignedFile
from auditapp.checklist_files import saving_checklists
from auditapp.errors import NotAllowedError
from auditapp.i18n import _
from auditapp.judgement.revision_preview import RevisionPreview
from auditapp.long_work import IsCancelled, ReportProgress, never, unheard
from auditapp.model.edits import Author
from auditapp.operations.examine import ExaminedFile, ExamineOperations
from auditapp.operations.revision import DraftMoved
from auditapp.standards import load_beside

__all__ = ["Adopted", "ExaminedFile", "LoadOperations"]


@dataclass(frozen=True, slots=True)
class Adopted:
    """Say what is in use now, and what became of each draft that was to be moved.

    A draft that is not among ``moved`` was not reached, because somebody stopped the work.
    """

    in_use: ChecklistHeader
    moved: tuple[DraftMoved, ...]


class LoadOperations(ExamineOperations):
    """Adopt a checklist file."""

    def adopt_checklist(
        self,
        examined: ExaminedFile,
        by: str,
        *,
        accept_unsigned: bool = False,
        move: Sequence[RevisionPreview] = (),
        report_progress: ReportProgress = unheard,
        is_cancelled: IsCancelled = never,
    ) -> Adopted:
        """Load exactly the bytes that were examined, start new audits on them, and move drafts.

        A draft that is open is left alone: somebody is at work in it.

        Args:
            examined: the file.
            by: who chose this.
            accept_unsigned: they want it knowing what ``examined.choice`` said.
            move: the drafts to move, each as it was previewed.
            report_progress: is told how many drafts were dealt with, and of how many.
            is_cancelled: asked before each draft; those that were moved stay moved.

        Raises:
            NotAllowedError: The file has faults.
            ChecklistRefusedError, ChoiceNeededError: As `Shelving.add`; no draft was moved.
            SaveFailedError: The checklist could not be written; no draft was moved.
        """
        file, revision = _require_loadable(examined)
        author = Author(by, self.clock())
        header, in_use = self._put_in_use(file, author, accept_unsigned=accept_unsigned)
        # What vouches for it is what was found when it was loaded, should that have changed.
        moved = self.move_drafts(
            move,
            replace(revision, verdict=header.verdict),
            author,
            spares_open=True,
            report_progress=report_progress,
            is_cancelled=is_cancelled,
        )
        return Adopted(in_use, tuple(moved))

    def _put_in_use(
        self, file: SignedFile, by: Author, *, accept_unsigned: bool
    ) -> tuple[ChecklistHeader, ChecklistHeader]:
        """Load a file and start new audits on it; return its header, and the one in use now."""
        with self._lock, saving_checklists():
            added = self._shelving.add(
                file,
                by,
                accept_unsigned=accept_unsigned,
                beside=load_beside(self.paths.checklists),
            )
            header = added.header
            if added.is_in_use:
                return header, added.in_use
            return header, self._shelving.use(header.id, header.version, by)


def _require_loadable(examined: ExaminedFile) -> tuple[SignedFile, LoadedChecklist]:
    """Return the bytes of a file and the checklist in them; refuse a file that has none.

    Raises:
        NotAllowedError: The file has faults.
        ChecklistRefusedError: It never loads.
    """
    if examined.refusal is not None:
        raise examined.refusal
    if examined.file is None or examined.revision is None:
        raise NotAllowedError(_("This file cannot be loaded."), _("Look at its faults."))
    return examined.file, examined.revision
