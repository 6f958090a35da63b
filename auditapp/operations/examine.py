# SPDX-License-Identifier: MPL-2.0
"""Look at a checklist file that somebody may want to load, and say what it would change.

A part of the door that ``auditapp.workspace`` is, kept in a file of its own.
"""

from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Self

from auditapp.checklist.faults import Fault, LineMap
from auditapp.checklist.headers import ChecklistHeader, read_header
from auditapp.checklist.library import LoadedChecklist
from auditapp.checklist.loading import checked_with_lines, in_file
from auditapp.checklist.local_names import with_names
from auditapp.checklist.models import Checklist
from auditapp.checklist.placeholders import count_placeholders
from auditapp.checklist.revision.changes import ChecklistChange
from auditapp.checklist.revision.compare import compare
from auditapp.checklist.revision.publishing import publishing_faults
from auditapp.checklist.shelf_records import Withdrawal
from auditapp.checklist.shelving import refuse_distrusted
from auditapp.checklist.trust.signed_file import SignedFile
from auditapp.checklist.trust.verdict import unsigned
from auditapp.checklist.versions import version_key
from auditapp.checklist_files import is_spreadsheet, read_spreadsheet, save_checklist
from auditapp.errors import (
    AuditAppError,
    ChecklistInvalidError,
    ChecklistRefusedError,
    ChoiceNeededError,
    NotAllowedError,
    OrganisationFileError,
    WorkbookError,
)
from auditapp.i18n import _
from auditapp.long_work import IsCancelled, ReportProgress, never
from auditapp.model.report_format import ReportFormat
from auditapp.operations.revision import RevisionOperations
from auditapp.standards import load_beside

if TYPE_CHECKING:  # spreadsheets are rare
    from auditapp.checklist.xlsform.report import ImportReport


@dataclass(frozen=True, slots=True)
class Comparison:
    """Hold how a file differs from ``source``, the version in use, and what needs a look.

    ``changes`` are in the words that auditors read, with the council's own names put in.
    ``remarks`` are the publishing faults and warnings, which keep nobody from loading the file;
    none when the file is not the later of the two.
    """

    source: LoadedChecklist
    changes: tuple[ChecklistChange, ...]
    remarks: tuple[Fault, ...]

    @property
    def old(self) -> Checklist:
        """Return the version in use as its author wrote it."""
        return self.source.checklist


@dataclass(frozen=True, slots=True)
class ExaminedFile:
    """Hold what a file is and whether it may be loaded. Nothing has been changed.

    Args:
        file: the bytes that were looked at, and are loaded if somebody chooses to; None when the
            file could not be read. Of a spreadsheet it is the checklist that was made of it.
        imported: what became of the rows and cells of a spreadsheet; None for any other file.
        header: who it says it is, with the verdict on its signature; None when it does not say.
        faults: why it is no sound checklist, each with its place.
        refusal: why it never loads, although it may be sound.
        choice: what a person has to know and accept before it is loaded.
        revision: the checklist; only of a file that may be loaded.
        unfinished: how many of its texts somebody must still write.
        withdrawn: who withdrew it; to load it takes that back.
        in_use: the version that new audits are started on.
        comparison: None when there is no version in use, or it cannot be read.
    """

    name: str
    file: SignedFile | None = None
    imported: "ImportReport | None" = None
    header: ChecklistHeader | None = None
    faults: tuple[Fault, ...] = ()
    refusal: AuditAppError | None = None
    choice: ChoiceNeededError | None = None
    revision: LoadedChecklist | None = None
    unfinished: int = 0
    withdrawn: Withdrawal | None = None
    in_use: ChecklistHeader | None = None
    comparison: Comparison | None = None

    @property
    def is_in_use(self) -> bool:
        """Tell whether new audits are started on exactly these bytes already."""
        hashes = [each.sha256 for each in (self.file, self.in_use) if each is not None]
        return len(hashes) > 1 and hashes[0] == hashes[1]

    def with_faults_of(self, error: ChecklistInvalidError) -> Self:
        """Return the same with the faults that ``error`` lists as well."""
        found = (each for each in error.faults if isinstance(each, Fault))
        return replace(self, faults=(*self.faults, *found))


class ExamineOperations(RevisionOperations):
    """Examine a checklist file. Nothing here changes what is in use."""

    def examine_checklist(self, path: Path, *, is_cancelled: IsCancelled = never) -> ExaminedFile:
        """Say what a checklist file is and what it would change; nothing is changed.

        Of a spreadsheet in the XLSForm layout a checklist is made first, which is looked at like
        any other that nobody has signed. Whatever is wrong with a file is part of what is returned.

        Raises:
            StoppedError: ``is_cancelled`` said so while a spreadsheet was read.
        """
        if is_spreadsheet(path):
            return self._examined_spreadsheet(path, is_cancelled)
        try:
            file = SignedFile.read(path)
        except ChecklistInvalidError as error:
            return ExaminedFile(path.name).with_faults_of(error)
        return self._examined(ExaminedFile(path.name, file), file, path)

    def save_imported(self, examined: ExaminedFile, path: Path) -> None:
        """Write the checklist that was made of a spreadsheet to a file of its own.

        Raises:
            UnsafePathError, NotAllowedError, SaveFailedError: As `save_checklist`.
        """
        if examined.file is None:
            raise NotAllowedError(
                _("No checklist was made of this file."), _("Look at its faults.")
            )
        save_checklist(self.paths, path, examined.file)

    def export_changes(
        self,
        examined: ExaminedFile,
        path: Path,
        *,
        report_progress: ReportProgress | None = None,
        is_cancelled: IsCancelled = never,
        report_format: ReportFormat = ReportFormat.PDF,
    ) -> None:
        """Write what a file changes against the version it was compared with, as one file.

        Raises:
            NotAllowedError: There was nothing to compare the file with.
            UnsafePathError: ``path`` is where the audits themselves are kept.
            ReportError: It could not be made or written; nothing is left behind.
        """
        comparison, revision = examined.comparison, examined.revision
        if comparison is None or revision is None:
            raise NotAllowedError(
                _("There is no version to compare this file with."),
                _("Load it to see what it asks."),
            )
        self._press().export_changes(
            comparison.source, revision, path, report_progress, is_cancelled, report_format
        )

    def _examined_spreadsheet(self, path: Path, is_cancelled: IsCancelled) -> ExaminedFile:
        try:
            made = read_spreadsheet(path, load_beside(self.paths.checklists), is_cancelled)
        except WorkbookError as error:
            return ExaminedFile(path.name, refusal=error)
        except ChecklistInvalidError as error:
            return ExaminedFile(path.name, refusal=error).with_faults_of(error)
        file = SignedFile(f"{path.stem}.yaml", made.data)
        found = ExaminedFile(path.name, file, made.report)
        return self._examined(found, file, path.with_name(file.name))

    def _examined(self, found: ExaminedFile, file: SignedFile, path: Path) -> ExaminedFile:
        """Add what is in a file that could be read; ``path`` is where it lies, or would."""
        with self._lock:
            found = self._judged(found, file, path)
            try:
                beside = load_beside(self.paths.checklists)
                checklist, lines = checked_with_lines(file.data, file.name, beside)
            except ChecklistInvalidError as error:
                return found.with_faults_of(error)
            if found.refusal is not None or found.header is None:
                return found
            found = self._with_revision(found, file, checklist)
            return self._compared(found, file.name, checklist, lines)

    def _judged(self, found: ExaminedFile, file: SignedFile, path: Path) -> ExaminedFile:
        """Add who the file says it is, and whether its signature lets it in."""
        try:
            header = read_header(file.data, path, file.sha256, unsigned())
        except ChecklistInvalidError:
            return found  # the full check says more about it
        if header is None:
            return found
        name = (header.id, header.version)
        found = replace(found, in_use=self._header_in_use(header))
        try:
            verdict = self._shelving.verdict(name, file, self.clock())
            header = self.library.warned(replace(header, verdict=verdict))
            refuse_distrusted(file, verdict)
            self._shelving.refuse_other_bytes(name, file)
        except OrganisationFileError as error:
            return replace(found, refusal=error).with_faults_of(error)
        except ChecklistRefusedError as error:
            return replace(found, header=header, refusal=error)
        return replace(found, header=header)

    def _header_in_use(self, header: ChecklistHeader) -> ChecklistHeader | None:
        return next((each for each in self.library.in_use() if each.id == header.id), None)

    def _with_revision(
        self, found: ExaminedFile, file: SignedFile, checklist: Checklist
    ) -> ExaminedFile:
        """Add the checklist of a file that may be loaded, and what has to be chosen for that."""
        verdict = found.header.verdict if found.header is not None else unsigned()
        shelved = (each for each in self.library.shelved() if each.sha256 == file.sha256)
        return replace(
            found,
            revision=LoadedChecklist(checklist, file.data, file.sha256, verdict=verdict),
            choice=self._shelving.choice_needed(checklist, file, verdict),
            unfinished=count_placeholders(checklist),
            withdrawn=next((each.record.withdrawn for each in shelved), None),
        )

    def _compared(
        self, found: ExaminedFile, name: str, new: Checklist, lines: LineMap
    ) -> ExaminedFile:
        """Add how the file differs from the version in use, if there is one to be read."""
        with suppress(AuditAppError):  # a checklist whose version in use is broken can be mended
            source = self.library.load(new.id)
            old = source.checklist
            names = self._standards().names
            remarks: tuple[Fault, ...] = ()
            if version_key(new.version) > version_key(old.version):
                of_author = publishing_faults(old, new)
                remarks = in_file((*of_author.faults, *of_author.warnings), name, lines)
            changes = compare(with_names(old, names), with_names(new, names))
            return replace(found, comparison=Comparison(source, changes, remarks))
        return found
