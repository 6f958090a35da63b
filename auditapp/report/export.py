# SPDX-License-Identifier: MPL-2.0
"""Make the report of an audit, or a paper about checklists, as layout and settings want it."""

import datetime as dt
from collections.abc import Callable, Sequence

from auditapp.checklist.library import LoadedChecklist
from auditapp.checklist.local_names import Names
from auditapp.judgement.audit_states import AuditState
from auditapp.judgement.case_facts import Standards
from auditapp.report.audit_report import ReportOptions, audit_report
from auditapp.report.blank_checklist import BlankOptions, blank_checklist
from auditapp.report.change_sheet import ChangeOptions, change_sheet
from auditapp.report.laying_out import laid_out
from auditapp.report.layout import PrintChoices
from auditapp.report.worker import render_in_process


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
    options = ReportOptions(choices.marking, choices.organisation, choices.layout)
    document = laid_out(audit_report(state, options), choices.layout)
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
        choices: the layout and the settings.
        at: when it is made (aware); the same time gives the same bytes.
        progress: as in ``preview_pdf``.
        is_cancelled: as in ``preview_pdf``.

    Raises:
        ReportCancelledError: ``is_cancelled`` said so.
        ReportError: it could not be made.
    """
    options = BlankOptions(standards, at, choices.marking, choices.organisation)
    document = laid_out(blank_checklist(loaded, options), choices.layout)
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
        choices: the layout and the settings.
        at: when it is made (aware); the same time gives the same bytes.
        progress: as in ``preview_pdf``.
        is_cancelled: as in ``preview_pdf``.

    Raises:
        ReportCancelledError: ``is_cancelled`` said so.
        ReportError: it could not be made.
    """
    options = ChangeOptions(names, at, choices.marking, choices.organisation)
    document = laid_out(change_sheet(*versions, options), choices.layout)
    return render_in_process(document, progress=progress, is_cancelled=is_cancelled)
