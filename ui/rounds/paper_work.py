# SPDX-License-Identifier: MPL-2.0
"""Make the papers of a round away from the window: no widget is touched here."""

from pathlib import Path

from auditapp.exports.orders import ReportCopy
from auditapp.model.ids import RoundId
from auditapp.model.report_kinds import ReportKind
from auditapp.workspace import Workspace
from ui.jobs import Job


def preview_paper(workspace: Workspace, kind: ReportKind, round_id: RoundId, job: Job) -> bytes:
    """Make a paper in memory."""
    return workspace.preview_round(
        kind,
        round_id,
        report_progress=job.report_progress,
        is_cancelled=lambda: job.is_cancelled,
    )


def export_paper(
    workspace: Workspace,
    kind: ReportKind,
    round_id: RoundId,
    copy: ReportCopy,
    path: Path,
    job: Job,
) -> Path:
    """Write a paper to ``path``, and enter that into the logbook; return ``path``."""
    workspace.export_round(
        kind,
        round_id,
        path,
        copy=copy,
        report_progress=job.report_progress,
        is_cancelled=lambda: job.is_cancelled,
    )
    return path
