# SPDX-License-Identifier: MPL-2.0
"""Make up a report of any kind, to show what a layout makes of it. It is about no child."""

import datetime as dt
from collections.abc import Iterable
from typing import Final

from auditapp.checklist.library import LoadedChecklist
from auditapp.judgement.audit_states import AuditState
from auditapp.judgement.case_facts import Standards
from auditapp.model.report_kinds import KINDS, ReportKind
from auditapp.report.across.frame import AcrossOptions
from auditapp.report.audit.frame import ReportOptions
from auditapp.report.document import ReportDocument
from auditapp.report.export import blank_document
from auditapp.report.kinds import report_across, report_of
from auditapp.report.layouts.laying_out import laid_out
from auditapp.report.layouts.layout import PrintChoices
from auditapp.report.sample_report import sample_state, signed_sample

OFFERED: Final = tuple(kind for kind, about in KINDS.items() if about.has_example)
"""The kinds that there is an example of."""

_MONTHS: Final = 3
_A_YEAR: Final = 12
_TEAMS: Final = 2
_MONTH: Final = dt.timedelta(days=30)


def sample_document(
    kind: ReportKind,
    loaded: LoadedChecklist,
    standards: Standards,
    choices: PrintChoices,
    at: dt.datetime,
) -> ReportDocument:
    """Return a made-up report of one of the kinds ``OFFERED``.

    Args:
        kind: which.
        loaded: the checklist that it is an example of.
        standards: the timescales and local names.
        choices: the layout and the settings.
        at: when it is made (aware).
    """
    if kind is ReportKind.BLANK:
        return blank_document([loaded], standards, choices, at)
    report = ReportOptions(choices.marking, choices.organisation, choices.layout)
    options = AcrossOptions(report, at)
    if KINDS[kind].is_of_one_audit:
        state = sample_state(loaded, standards, at)
        if KINDS[kind].needs_signed:
            state = signed_sample(state)
        return laid_out(report_of(kind, state, options), choices.layout)
    months = [*reversed(range(_MONTHS))]
    if kind is ReportKind.YEAR_ON_YEAR:
        months = [month + _A_YEAR for month in months] + months
    states = _states(loaded, standards, at, months)
    return laid_out(report_across(kind, states, options), choices.layout)


def _states(
    loaded: LoadedChecklist, standards: Standards, at: dt.datetime, months: Iterable[int]
) -> list[AuditState]:
    """Return a few signed audits of two teams, so many months ago, the oldest first."""
    return [
        signed_sample(sample_state(loaded, standards, at - _MONTH * month, team))
        for month in months
        for team in range(_TEAMS)
    ]
