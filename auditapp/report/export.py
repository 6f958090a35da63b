# SPDX-License-Identifier: MPL-2.0
"""Say what a report, or a paper about checklists, contains as layout and settings want it."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from auditapp.checklist.library import LoadedChecklist
from auditapp.checklist.local_names import Names
from auditapp.judgement.audit_states import AuditState
from auditapp.judgement.case_facts import Standards
from auditapp.report.audit.frame import ReportOptions
from auditapp.report.audit.full_report import audit_report
from auditapp.report.checklists.blank_checklist import BlankOptions, blank_checklist
from auditapp.report.checklists.change_sheet import ChangeOptions, change_sheet
from auditapp.report.document import ReportDocument
from auditapp.report.layouts.laying_out import laid_out
from auditapp.report.layouts.layout import PrintChoices
from auditapp.report.layouts.words import worded


def report_document(state: AuditState, choices: PrintChoices) -> ReportDocument:
    """Return the full report of an audit."""
    options = ReportOptions(choices.marking, choices.organisation, choices.layout)
    return laid_out(audit_report(state, options), choices.layout)


def blank_document(
    loaded: Sequence[LoadedChecklist], standards: Standards, choices: PrintChoices, at: dt.datetime
) -> ReportDocument:
    """Return the blank checklists of ``loaded`` as one paper.

    Args:
        loaded: the checklists in order, at least one.
        standards: the timescales and local names that are printed.
        choices: the layout and the settings.
        at: when it is made (aware); the same time gives the same bytes.
    """
    wording = choices.layout.wording
    options = BlankOptions(standards, at, choices.marking, choices.organisation, wording)
    return laid_out(blank_checklist(loaded, options), choices.layout)


def changes_document(
    versions: tuple[LoadedChecklist, LoadedChecklist],
    names: Names,
    choices: PrintChoices,
    at: dt.datetime,
) -> ReportDocument:
    """Return what changes from the first to the second of ``versions``.

    Args:
        versions: two of one checklist.
        names: the council's own names, which are put into both.
        choices: the layout and the settings.
        at: when it is made (aware); the same time gives the same bytes.
    """
    options = ChangeOptions(names, at, choices.marking, choices.organisation)
    document = change_sheet(*versions, options)
    blocks = tuple(worded(document.blocks, choices.layout.wording))
    return laid_out(replace(document, blocks=blocks), choices.layout)
