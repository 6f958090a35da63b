# SPDX-License-Identifier: MPL-2.0
"""What the page of insights does away from the window, in jobs: no widget is touched here."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from auditapp.insight.figures.behind import ActionsBehind, Behind
from auditapp.insight.figures.figure import Figure, FigureOrder
from auditapp.insight.figures.standing import Standing
from auditapp.insight.selection import Selection
from auditapp.operations.figures import FilterOffer, LineRow, Overview
from auditapp.workspace import Workspace
from ui.jobs import Job


@dataclass(frozen=True, slots=True)
class Loaded:
    """Hold what the page shows: how things stand today, the figures, and what can be chosen."""

    standing: Standing
    overview: Overview
    offer: FilterOffer


def load(workspace: Workspace, selection: Selection, job: Job) -> Loaded:
    """Read what the page shows; only audits saved since are opened for that."""
    standing = workspace.standing(
        report_progress=job.report_progress, is_cancelled=lambda: job.is_cancelled
    )
    overview = workspace.insight_overview(
        selection, report_progress=job.report_progress, is_cancelled=lambda: job.is_cancelled
    )
    return Loaded(standing, overview, workspace.filter_offer())


def make_figures(
    workspace: Workspace, orders: Sequence[FigureOrder], job: Job
) -> tuple[Figure, ...]:
    """Make figures that were ordered."""
    return workspace.figures(orders, is_cancelled=lambda: job.is_cancelled)


def find_lines(workspace: Workspace, behind: Behind | ActionsBehind, job: Job) -> list[LineRow]:
    """Find the lines behind a figure."""
    return workspace.lines_behind(behind, is_cancelled=lambda: job.is_cancelled)


def write_words(workspace: Workspace, selection: Selection, job: Job) -> str:
    """Write the words for a self-evaluation."""
    return workspace.words_for_self_evaluation(selection, is_cancelled=lambda: job.is_cancelled)


def save_counts(workspace: Workspace, selection: Selection, path: Path, job: Job) -> Path:
    """Save the counts without names; return where."""
    contents = workspace.scorecard_file(selection, is_cancelled=lambda: job.is_cancelled)
    workspace.save_figure(path, contents)
    return path


def save_file(workspace: Workspace, path: Path, contents: bytes, job: Job) -> Path:
    """Save a file of a figure; return where."""
    del job
    workspace.save_figure(path, contents)
    return path
