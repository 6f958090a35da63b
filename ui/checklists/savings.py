# SPDX-License-Identifier: MPL-2.0
"""Say in which forms a checklist can be saved, and how each is written."""

from enum import Enum, auto
from functools import partial
from pathlib import Path

from auditapp.i18n import _
from auditapp.model.audit import ChecklistPin
from auditapp.operations.load import ExaminedFile
from auditapp.workspace import Workspace
from ui.checklists.save_desk import Saving
from ui.jobs import Job


class SaveKind(Enum):
    """Name a form in which a checklist of the library can be saved."""

    PAPER = auto()
    SPREADSHEET = auto()
    CHECKLIST = auto()


def saving_of(kind: SaveKind, workspace: Workspace, pin: ChecklistPin) -> Saving:
    """Return how the version that ``pin`` names is saved in one form."""
    name = f"{pin.id}-{pin.version}"
    if kind is SaveKind.PAPER:
        return Saving(
            _("Save the blank checklist"),
            f"{name}.pdf",
            _("Making the blank checklist …"),
            partial(_write_paper, workspace, pin),
        )
    if kind is SaveKind.SPREADSHEET:
        return Saving(
            _("Save the spreadsheet"),
            f"{name}.xlsx",
            _("Making the spreadsheet …"),
            partial(_write_spreadsheet, workspace, pin),
        )
    return Saving(
        _("Save the checklist file"),
        f"{name}.yaml",
        _("Saving the checklist file …"),
        lambda path, _job: workspace.export_checklist(pin.id, pin.version, path),
    )


def saving_of_imported(workspace: Workspace, examined: ExaminedFile) -> Saving:
    """Return how the checklist that was made of a spreadsheet is saved."""
    return Saving(
        _("Save the checklist file"),
        f"{Path(examined.name).stem}.yaml",
        _("Saving the checklist file …"),
        lambda path, _job: workspace.save_imported(examined, path),
    )


def saving_of_changes(workspace: Workspace, examined: ExaminedFile) -> Saving:
    """Return how what a file changes against the version in use is saved."""
    header, in_use = examined.header, examined.in_use
    names = [f"{header.id}-{in_use.version}-to-{header.version}"] if header and in_use else []
    return Saving(
        _("Save the changes"),
        f"{next(iter(names), Path(examined.name).stem)}.pdf",
        _("Making the list of changes …"),
        partial(_write_changes, workspace, examined),
    )


def _write_changes(workspace: Workspace, examined: ExaminedFile, path: Path, job: Job) -> None:
    """Write what a file changes. Runs in a thread."""
    workspace.export_changes(
        examined,
        path,
        report_progress=job.report_progress,
        is_cancelled=lambda: job.is_cancelled,
    )


def _write_paper(workspace: Workspace, pin: ChecklistPin, path: Path, job: Job) -> None:
    """Write the blank checklist. Runs in a thread."""
    workspace.export_blank(
        [pin.id],
        path,
        versions={pin.id: pin.version},
        report_progress=job.report_progress,
        is_cancelled=lambda: job.is_cancelled,
    )


def _write_spreadsheet(workspace: Workspace, pin: ChecklistPin, path: Path, job: Job) -> None:
    """Write the spreadsheet. Runs in a thread."""
    workspace.export_spreadsheet(pin.id, pin.version, path, is_cancelled=lambda: job.is_cancelled)
