# SPDX-License-Identifier: MPL-2.0
"""Say what a report, or a paper about checklists, contains as the settings want it."""

import datetime as dt
from collections.abc import Sequence
from typing import Protocol

from auditapp.checklist.library import LoadedChecklist
from auditapp.checklist.local_names import Names
from auditapp.judgement.audit_states import AuditState
from auditapp.judgement.case_facts import Standards
from auditapp.report.audit_report import ReportOptions, audit_report
from auditapp.report.blank_checklist import BlankOptions, blank_checklist
from auditapp.report.change_sheet import ChangeOptions, change_sheet
from auditapp.report.document import ReportDocument


class PrintChoices(Protocol):
    """Be the settings that a report follows."""

    @property
    def marking(self) -> str:
        """Return the protective marking."""

    @property
    def organisation(self) -> str:
        """Return the body that answers for the report."""


def report_document(state: AuditState, choices: PrintChoices) -> ReportDocument:
    """Return the full report of an audit."""
    return audit_report(state, ReportOptions(choices.marking, choices.organisation))


def blank_document(
    loaded: Sequence[LoadedChecklist], standards: Standards, choices: PrintChoices, at: dt.datetime
) -> ReportDocument:
    """Return the blank checklists of ``loaded`` as one paper.

    Args:
        loaded: the checklists in order, at least one.
        standards: the timescales and local names that are printed.
        choices: the settings.
        at: when it is made (aware); the same time gives the same bytes.
    """
    options = BlankOptions(standards, at, choices.marking, choices.organisation)
    return blank_checklist(loaded, options)


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
        choices: the settings.
        at: when it is made (aware); the same time gives the same bytes.
    """
    options = ChangeOptions(names, at, choices.marking, choices.organisation)
    return change_sheet(*versions, options)
