# SPDX-License-Identifier: MPL-2.0
"""What loading a checklist does away from the window, in jobs: no widget is touched here."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from auditapp.checklist.revision.change_groups import ChangeGroup
from auditapp.judgement.revision_preview import RevisionPreview
from auditapp.operations.load import Adopted, ExaminedFile
from auditapp.workspace import Workspace
from ui.checklists.change_rows import change_rows
from ui.checklists.draft_lines import DraftLines, draft_lines
from ui.checklists.import_rows import ImportRows, import_rows
from ui.jobs import Job
from ui.rows.row import Row


@dataclass(frozen=True, slots=True)
class FileLook:
    """Hold what was found in a file, with its changes, and of a spreadsheet its cells, as lines."""

    examined: ExaminedFile
    rows: dict[ChangeGroup, list[Row]] | None = None
    imported: ImportRows | None = None


def examine_file(workspace: Workspace, path: Path, job: Job) -> FileLook:
    """Look at a file, and put what it changes into lines."""
    examined = workspace.examine_checklist(path, is_cancelled=lambda: job.is_cancelled)
    imported = None if examined.imported is None else import_rows(examined.imported)
    comparison, revision = examined.comparison, examined.revision
    if comparison is None or revision is None:
        return FileLook(examined, imported=imported)
    rows = change_rows(comparison.changes, comparison.old, revision.checklist)
    return FileLook(examined, rows, imported)


def preview_drafts(workspace: Workspace, examined: ExaminedFile, job: Job) -> list[DraftLines]:
    """Look at every draft, and put what would become of it into lines."""
    if examined.revision is None:
        return []
    found = workspace.preview_revision(
        examined.revision,
        report_progress=job.report_progress,
        is_cancelled=lambda: job.is_cancelled,
    )
    return [draft_lines(each) for each in found]


def adopt_file(
    workspace: Workspace,
    examined: ExaminedFile,
    by: str,
    accept_unsigned: bool,
    move: Sequence[RevisionPreview],
    job: Job,
) -> Adopted:
    """Do what was chosen."""
    return workspace.adopt_checklist(
        examined,
        by,
        accept_unsigned=accept_unsigned,
        move=move,
        report_progress=job.report_progress,
        is_cancelled=lambda: job.is_cancelled,
    )
