# SPDX-License-Identifier: MPL-2.0
"""What reports of several audits do away from the window, in jobs: no widget is touched here."""

from dataclasses import dataclass
from pathlib import Path

from auditapp.exports.orders import ReportAcross, ReportCopy
from auditapp.workspace import Workspace
from ui.jobs import Job


@dataclass(frozen=True, slots=True)
class Counted:
    """Hold how many audits a selection takes.

    ``unreadable`` are those that might be among them, and cannot be read.
    """

    audits: int
    unreadable: int


def count_audits(workspace: Workspace, wanted: ReportAcross, job: Job) -> Counted:
    """Count the audits that a report is made of; only those saved since are opened for that."""
    chosen = workspace.count_across(
        workspace.selection_for(wanted),
        report_progress=job.report_progress,
        is_cancelled=lambda: job.is_cancelled,
    )
    return Counted(len(chosen.audits), len(chosen.unreadable))


def preview_across(workspace: Workspace, wanted: ReportAcross, copy: ReportCopy, job: Job) -> bytes:
    """Make a report in memory."""
    return workspace.preview_across(
        wanted,
        copy=copy,
        report_progress=job.report_progress,
        is_cancelled=lambda: job.is_cancelled,
    )


def export_across(
    workspace: Workspace, wanted: ReportAcross, copy: ReportCopy, path: Path, job: Job
) -> Path:
    """Write a report to ``path``, and record that; return ``path``."""
    workspace.export_across(
        wanted,
        path,
        copy=copy,
        report_progress=job.report_progress,
        is_cancelled=lambda: job.is_cancelled,
    )
    return path
