# SPDX-License-Identifier: MPL-2.0
"""Make the report of any kind from the audits that it is made of.

What each kind is for and what it needs stands in ``auditapp.model.report_kinds``.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Final

from auditapp.errors import NotAllowedError
from auditapp.i18n import _
from auditapp.insight.reading import Reading, read_across
from auditapp.insight.small_numbers import FEWEST
from auditapp.judgement.audit_states import AuditState
from auditapp.model.ids import RecordId
from auditapp.model.links import Links
from auditapp.model.report_kinds import KINDS, ReportKind
from auditapp.report.across.action_plan import (
    action_plan,
    action_plan_across,
    plan_by_owner,
)
from auditapp.report.across.board_pack import board_pack
from auditapp.report.across.feedback_report import feedback_report
from auditapp.report.across.frame import AcrossOptions, digest_across
from auditapp.report.across.inspection_list import inspection_list
from auditapp.report.across.learning_across import learning_across
from auditapp.report.across.learning_note import learning_note
from auditapp.report.across.planned_actions import PlannedAction, planned_across, planned_from
from auditapp.report.across.thematic_summary import thematic_summary
from auditapp.report.across.timescale_report import timescale_report
from auditapp.report.across.year_on_year import year_on_year
from auditapp.report.audit.comparison_report import comparison_report
from auditapp.report.audit.concern_notice import concern_notice
from auditapp.report.audit.conversation_record import conversation_record
from auditapp.report.audit.full_report import audit_report
from auditapp.report.audit.moderation_record import moderation_record
from auditapp.report.audit.question_sheets import question_sheets
from auditapp.report.audit.reaudit_report import reaudit_report
from auditapp.report.audit.short_report import short_report
from auditapp.report.document import ReportDocument

_Maker = Callable[[AuditState, AcrossOptions], ReportDocument]
_OF_ONE: Final[Mapping[ReportKind, _Maker]] = {
    ReportKind.AUDIT: lambda state, options: audit_report(state, options.report),
    ReportKind.SHORT: lambda state, options: short_report(state, options.report),
    ReportKind.CONCERN: lambda state, options: concern_notice(
        state, options.report, is_shared=options.is_shared
    ),
    ReportKind.ACTIONS: action_plan,
    ReportKind.CONVERSATION: lambda state, options: conversation_record(state, options.report),
    ReportKind.MODERATION: lambda state, options: moderation_record(state, options.report),
    ReportKind.QUESTIONS: lambda state, options: question_sheets(state, options.report),
    ReportKind.LEARNING: learning_note,
}

_OF_READING: Final[Mapping[ReportKind, Callable[[Reading, AcrossOptions], ReportDocument]]] = {
    ReportKind.LEARNING: learning_across,
    ReportKind.SUMMARY: thematic_summary,
    ReportKind.YEAR_ON_YEAR: year_on_year,
    ReportKind.TIMESCALES: timescale_report,
    ReportKind.FEEDBACK: feedback_report,
    ReportKind.INSPECTION_LIST: inspection_list,
}

FROM_READING: Final = frozenset({*_OF_READING, ReportKind.BOARD_PACK})
"""The kinds for use within the service that are made without opening an audit."""

WORDLESS: Final = frozenset(
    {ReportKind.YEAR_ON_YEAR, ReportKind.TIMESCALES, ReportKind.INSPECTION_LIST}
)
"""Those of which also a copy to be shared is made so: no words of an audit have to be masked."""


def report_of(kind: ReportKind, state: AuditState, options: AcrossOptions) -> ReportDocument:
    """Return the report of a kind about one audit.

    Raises:
        NotAllowedError: It is no kind of report about one audit, wants a signed one, or the audit
            has nothing that it could say.
    """
    about = KINDS[kind]
    if not about.is_of_one_audit:
        raise NotAllowedError(
            _("“{kind}” is not made of a single audit.").format(kind=about.name),
            _("Choose another kind of report."),
        )
    if about.needs_signed:
        require_signed(kind, [state])
    return _OF_ONE[kind](state, options)


def report_of_two(
    kind: ReportKind, first: AuditState, second: AuditState, options: AcrossOptions
) -> ReportDocument:
    """Return the report that lays an audit beside the ``first`` one, which its links name.

    Raises:
        NotAllowedError: It is no kind of report about two audits, or not about these.
    """
    links = second.audit.links or Links()
    named = links.moderates if kind is ReportKind.COMPARISON else links.re_audits
    if not KINDS[kind].is_of_two_audits or named != first.audit.id:
        raise NotAllowedError(
            _("“{kind}” cannot be made of this audit.").format(kind=KINDS[kind].name),
            _("Choose another kind of report."),
        )
    make = comparison_report if kind is ReportKind.COMPARISON else reaudit_report
    return make(first, second, options.report)


def require_signed(kind: ReportKind, states: Sequence[AuditState]) -> None:
    """Refuse drafts.

    Raises:
        NotAllowedError: One of ``states`` was not signed off.
    """
    if any(state.audit.is_draft for state in states):
        raise _signed_only(kind)


def report_across(
    kind: ReportKind, states: Sequence[AuditState], options: AcrossOptions, unreadable: int = 0
) -> ReportDocument:
    """Return the report of a kind about several audits.

    Args:
        kind: which.
        states: the audits, the oldest first.
        options: the settings, and whether it is to be shared.
        unreadable: how many audits could not be read; the summary says so.

    Raises:
        NotAllowedError: It is no kind of report about several audits, wants signed ones, or there
            is none, or too few to be shared.
    """
    _require_fit(kind, len(states), options)
    if KINDS[kind].needs_signed:
        require_signed(kind, states)
    if kind is ReportKind.ACTIONS:
        return action_plan_across(states, options)
    planned = planned_across(states, options)
    return _from_reading(kind, read_across(states, unreadable), options, planned)


def plan_of_some(
    source: Reading | Sequence[AuditState], actions: Collection[RecordId], options: AcrossOptions
) -> ReportDocument:
    """Return an action plan of some actions, by owner, out of a reading or the audits themselves.

    Raises:
        NotAllowedError: There are too few audits to be shared.
    """
    if isinstance(source, Reading):
        return plan_by_owner(planned_from(source), actions, options, source.content)
    _require_fit(ReportKind.ACTIONS, len(source), options)
    planned = planned_across(source, options)
    return plan_by_owner(planned, actions, options, digest_across(source))


def report_from_reading(
    kind: ReportKind, reading: Reading, options: AcrossOptions
) -> ReportDocument:
    """Return the report of a kind in ``FROM_READING``; to be shared only one of ``WORDLESS``.

    Raises:
        NotAllowedError: It wants signed audits only, and there are drafts among them; or there are
            too few to be shared.
    """
    _require_fit(kind, len(reading.audits), options)
    if options.is_shared and kind not in WORDLESS:
        raise ValueError("what is shared is made of the audits themselves, to mask their words")
    if KINDS[kind].needs_signed and reading.drafts:
        raise _signed_only(kind)
    return _from_reading(kind, reading, options, planned_from(reading))


def _from_reading(
    kind: ReportKind, reading: Reading, options: AcrossOptions, planned: Sequence[PlannedAction]
) -> ReportDocument:
    if kind is ReportKind.BOARD_PACK:
        return board_pack(reading, options, planned)
    return _OF_READING[kind](reading, options)


def _require_fit(kind: ReportKind, count: int, options: AcrossOptions) -> None:
    if not KINDS[kind].is_of_audits:
        raise NotAllowedError(
            _("“{kind}” is not made of several audits.").format(kind=KINDS[kind].name),
            _("Choose another kind of report."),
        )
    if not count:
        raise none_found()
    if options.is_shared and count < FEWEST:
        raise NotAllowedError(
            _("A copy to be shared is made of {fewest} audits or more.").format(fewest=FEWEST),
            _("Widen the period, the teams or the checklists: few audits point at children."),
        )


def none_found() -> NotAllowedError:
    """Return the refusal of a report about no audit at all."""
    return NotAllowedError(
        _("No audit was found for this report."),
        _("Widen the period, the teams or the checklists, or take drafts as well."),
    )


def _signed_only(kind: ReportKind) -> NotAllowedError:
    return NotAllowedError(
        _("“{kind}” is made of signed audits only.").format(kind=KINDS[kind].name),
        _("Sign the audit off first, so that what is passed on does not change any more."),
    )
