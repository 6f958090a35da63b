# SPDX-License-Identifier: MPL-2.0
"""Move drafts to another version of a checklist: read it, show what it would do, do it.

A part of the door that ``auditapp.workspace`` is, kept in a file of its own.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from auditapp.change import Change
from auditapp.checklist.library import LoadedChecklist
from auditapp.checklist.loading import checked_checklist
from auditapp.checklist.revision.planning import require_draft
from auditapp.checklist.revision.vetting import replaced_pin
from auditapp.checklist.shelving import Shelving, refuse_distrusted
from auditapp.checklist.trust.signed_file import SignedFile
from auditapp.errors import AuditAppError, ChoiceNeededError, NotAllowedError
from auditapp.i18n import _
from auditapp.judgement.revision_preview import RevisionPreview, preview_revision
from auditapp.long_work import IsCancelled, ReportProgress, never, unheard
from auditapp.model.audit import AuditStatus
from auditapp.model.edits import Author
from auditapp.model.ids import AuditId
from auditapp.operations.audit import Clock
from auditapp.operations.checklist import ChecklistOperations
from auditapp.paths import AppPaths
from auditapp.standards import load_beside
from auditapp.store.vault import Vault


@dataclass(frozen=True, slots=True)
class DraftPreview:
    """Hold what a revision would do to one draft, or the error that keeps it from being moved."""

    audit_id: AuditId
    case_reference: str
    preview: RevisionPreview | None
    refusal: AuditAppError | None = None


@dataclass(frozen=True, slots=True)
class DraftMoved:
    """Hold the change that moved one draft, or the error that left it as it was."""

    audit_id: AuditId
    change: Change | None
    refusal: AuditAppError | None = None


class RevisionOperations(ChecklistOperations):
    """Preview a revised checklist over the drafts of a workspace, and move the chosen ones."""

    def __init__(self, paths: AppPaths, vault: Vault, clock: Clock) -> None:
        super().__init__(paths, vault, clock)
        self._shelving = Shelving(self.library, self._shelf)

    def read_revision(self, path: Path) -> LoadedChecklist:
        """Read a checklist file that drafts may be moved to, fully checked and judged.

        Raises:
            ChecklistInvalidError: It has faults, or is for a newer version of this program.
            OrganisationFileError: The file of the organisation has faults.
            ChecklistRefusedError: Its signature is wrong, or its key was revoked.
        """
        file = SignedFile.read(path)
        checklist = checked_checklist(file.data, file.name, load_beside(self.paths.checklists))
        with self._lock:
            name = (checklist.id, checklist.version)
            verdict = self._shelving.verdict(name, file, self.clock())
        refuse_distrusted(file, verdict)
        return LoadedChecklist(checklist, file.data, file.sha256, path, verdict)

    def choice_needed(self, revision: LoadedChecklist) -> ChoiceNeededError | None:
        """Return what a person has to know and choose before drafts move to a file; else None."""
        if revision.path is None or revision.verdict is None:
            return None
        file = SignedFile(revision.path.name, revision.data)
        with self._lock:
            return self._shelving.choice_needed(revision.checklist, file, revision.verdict)

    def preview_revision(
        self,
        revision: LoadedChecklist,
        *,
        report_progress: ReportProgress = unheard,
        is_cancelled: IsCancelled = never,
    ) -> list[DraftPreview]:
        """Return what ``revision`` would do to each draft that uses its checklist.

        Nothing is changed; audits that were closed are closed again. A draft that cannot be opened,
        or not be moved, has its error in place of the preview. Other work goes on in between: it
        waits for one draft at most.

        Args:
            revision: the version to move to.
            report_progress: is told how many drafts have been looked at, and of how many.
            is_cancelled: asked before each draft; what was found so far is returned.
        """
        found: list[DraftPreview] = []
        with self._lock:
            rows = [row for row in self._repository.rows() if row["status"] == AuditStatus.DRAFT]
        for number, row in enumerate(rows, start=1):
            if is_cancelled():
                break
            found += self._draft_preview(AuditId(row["id"]), row["case_reference"], revision)
            report_progress(number, len(rows))
        return found

    def preview_move(self, audit_id: AuditId, revision: LoadedChecklist) -> RevisionPreview:
        """Return what ``revision`` would do to one audit.

        Raises:
            AuditLockedError: It has been signed off: it stays with its checklists for ever.
            NotAllowedError: It does not use the checklist.
            ChecklistConflictError: It uses this version, made of other bytes.
        """
        with self._lock:
            return self._preview(audit_id, revision)

    def move_draft(
        self, previewed: RevisionPreview, revision: LoadedChecklist, by: Author
    ) -> Change:
        """Move a draft as it was previewed, in one step of undo; it stays open.

        Raises:
            NotAllowedError: The draft has changed since, so that something else would come of it.
            SaveFailedError: It could not be written; nothing has changed.
        """
        with self._lock:
            session = self._sessions.get(previewed.audit.id)
            now = self._preview(previewed.audit.id, revision)
            if now != previewed:
                raise NotAllowedError(
                    _("This audit has changed since it was looked at."),
                    _("Look again at what the new version would do to it."),
                )
            return session.commit(now.edit(by))

    def move_drafts(
        self,
        previewed: Sequence[RevisionPreview],
        revision: LoadedChecklist,
        by: Author,
        *,
        spares_open: bool = False,
        report_progress: ReportProgress = unheard,
        is_cancelled: IsCancelled = never,
    ) -> list[DraftMoved]:
        """Move several drafts, each in a step of its own; one that fails keeps no other back.

        Args:
            previewed: the drafts, each as it is to be moved.
            revision: the version to move to.
            by: who moves them.
            spares_open: refuse a draft that is open: somebody is at work in it.
            report_progress: is told how many drafts were dealt with, and of how many.
            is_cancelled: asked before each draft; those that were moved stay moved.
        """
        moved: list[DraftMoved] = []
        for each in previewed:
            if is_cancelled():
                break
            moved.append(self._moved(each, revision, by, spares_open=spares_open))
            report_progress(len(moved), len(previewed))
        return moved

    def _moved(
        self,
        previewed: RevisionPreview,
        revision: LoadedChecklist,
        by: Author,
        *,
        spares_open: bool,
    ) -> DraftMoved:
        """Move one draft, or say why it was not."""
        audit_id = previewed.audit.id
        with self._lock, self._left_as_it_was(audit_id):
            try:
                if spares_open and self._sessions.is_open(audit_id):
                    raise NotAllowedError(
                        _("This audit is open."), _("Go back to the list of audits, then move it.")
                    )
                return DraftMoved(audit_id, self.move_draft(previewed, revision, by))
            except AuditAppError as error:
                return DraftMoved(audit_id, None, error)

    def _draft_preview(
        self, audit_id: AuditId, case_reference: str, revision: LoadedChecklist
    ) -> Iterator[DraftPreview]:
        """Yield the preview of one draft, if it uses the checklist."""
        with self._lock, self._left_as_it_was(audit_id):
            try:
                if self._uses(audit_id, revision):
                    preview = self._preview(audit_id, revision)
                    yield DraftPreview(audit_id, case_reference, preview)
            except AuditAppError as error:
                yield DraftPreview(audit_id, case_reference, None, error)

    @contextmanager
    def _left_as_it_was(self, audit_id: AuditId) -> Iterator[None]:
        """Close an audit at the end unless somebody else has it open."""
        was_open = self._sessions.is_open(audit_id)
        try:
            yield
        finally:
            if not was_open:
                self._sessions.close(audit_id)

    def _uses(self, audit_id: AuditId, revision: LoadedChecklist) -> bool:
        pins = self._sessions.get(audit_id).audit.checklists
        return any(pin.id == revision.checklist.id for pin in pins)

    def _preview(self, audit_id: AuditId, revision: LoadedChecklist) -> RevisionPreview:
        session = self._sessions.get(audit_id)
        require_draft(session.audit)
        replaced_pin(session.audit.checklists, revision)
        standards = self._standards()
        compiled = self._sessions.compile(revision, standards.names)
        return preview_revision(session.outline(), revision, compiled, standards)
