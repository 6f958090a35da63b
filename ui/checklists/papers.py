# SPDX-License-Identifier: MPL-2.0
"""The papers about a checklist that can be saved."""

from pathlib import Path

from auditapp.i18n import _
from auditapp.load_operations import ExaminedFile
from auditapp.model.audit import ChecklistPin
from auditapp.workspace import Workspace
from ui.checklists.paper_desk import Paper
from ui.jobs import Job


def blank_paper(workspace: Workspace, pin: ChecklistPin) -> Paper:
    """Return the blank checklist of one version, to fill in by hand."""

    def write(path: Path, job: Job) -> None:
        workspace.export_blank(
            [pin.id],
            path,
            versions={pin.id: pin.version},
            report_progress=job.report_progress,
            is_cancelled=lambda: job.is_cancelled,
        )

    return Paper(
        title=_("Save the blank checklist"),
        name=f"{pin.id}-{pin.version}.pdf",
        words=_("Making the blank checklist …"),
        unopened=_("The blank checklist could not be opened"),
        write=write,
    )


def changes_paper(workspace: Workspace, examined: ExaminedFile) -> Paper | None:
    """Return what a file changes against the version in use; None when there is none to compare."""
    if examined.comparison is None or examined.revision is None:
        return None
    old, new = examined.comparison.old, examined.revision.checklist

    def write(path: Path, job: Job) -> None:
        workspace.export_changes(
            examined,
            path,
            report_progress=job.report_progress,
            is_cancelled=lambda: job.is_cancelled,
        )

    return Paper(
        title=_("Save the changes"),
        name=f"{new.id}-{old.version}-to-{new.version}.pdf",
        words=_("Making the list of changes …"),
        unopened=_("The list of changes could not be opened"),
        write=write,
    )
