# SPDX-License-Identifier: MPL-2.0
"""Make the report of an audit, or a paper about checklists, as the settings want it."""

import datetime as dt
from collections.abc import Callable, Sequence
from typing import Protocol

from auditapp.checklist.library import LoadedChecklist
from auditapp.checklist.local_names import Names
from auditapp.judgement.audit_states import AuditState
from auditapp.judgement.case_facts import Standards
from auditapp.report.audit_frame import ReportOptions
from auditapp.report.audit_report import audit_report
from auditapp.report.blank_checklist import BlankOptions, blank_checklist
from auditapp.report.change_sheet import ChangeOptions, change_sheet
from auditapp.report.worker import render_in_process


class PrintChoices(Protocol):
    """Be the settings that a report follows."""

    @property
    def marking(self) -> str:
        """Return the protective marking."""

    @property
    def organisation(self) -> str:
        """Return the body that answers for the report."""


def preview_pdf(
    state: AuditState,
    choices: PrintChoices,
    progress: Callable[[int, int], None] | None = None,
    is_cancelled: Callable[[], bool] = lambda: False,
) -> bytes:
    """Return the full report of an audit as the contents of a PDF; nothing touches the disk.

    Raises:
        ReportCancelledError: ``is_cancelled`` said so.
        ReportError: it could not be made.
    """
    options = ReportOptions(marking=choices.marking, organisation=choices.organisation)
    document = audit_report(state, options)
    return render_in_process(document, progress=progress, is_cancelled=is_cancelled)


def blank_pdf(
    loaded: Sequence[LoadedChecklist],
    standards: Standards,
    choices: PrintChoices,
    at: dt.datetime,
    progress: Callable[[int, int], None] | None = None,
    is_cancelled: Callable[[], bool] = lambda: False,
) -> bytes:
    """Return the blank checklists of ``loaded`` as the contents of one PDF.

    Args:
        loaded: the checklists in order, at least one.
        standards: the timescales and local names that are printed.
        choices: the settings.
        at: when it is made (aware); the same time gives the same bytes.
        progress: as in ``preview_pdf``.
        is_cancelled: as in ``preview_pdf``.

    Raises:
        ReportCancelledError: ``is_cancelled`` said so.
        ReportError: it could not be made.
    """
    options = BlankOptions(standards, at, choices.marking, choices.organisation)
    document = blank_checklist(loaded, options)
    return render_in_process(document, progress=progress, is_cancelled=is_cancelled)


def changes_pdf(
    versions: tuple[LoadedChecklist, LoadedChecklist],
    names: Names,
    choices: PrintChoices,
    at: dt.datetime,
    progress: Callable[[int, int], None] | None = None,
    is_cancelled: Callable[[], bool] = lambda: False,
) -> bytes:
    """Return what changes from the first to the second of ``versions``, as the contents of a PDF.

    Args:
        versions: two of one checklist.
        names: the council's own names, which are put into both.
        choices: the settings.
        at: when it is made (aware); the same time gives the same bytes.
        progress: as in ``preview_pdf``.
        is_cancelled: as in ``preview_pdf``.

    Raises:
        ReportCancelledError: ``is_cancelled`` said so.
        ReportError: it could not be made.
    """
    options = ChangeOptions(names, at, choices.marking, choices.organisation)
    document = change_sheet(*versions, options)
    return render_in_process(document, progress=progress, is_cancelled=is_cancelled)
