# SPDX-License-Identifier: MPL-2.0
"""Make the report of any kind from the audits that it is made of.

What each kind is for and what it needs stands in ``auditapp.model.report_kinds``.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from auditapp.errors import NotAllowedError
from auditapp.i18n import _
from auditapp.insight.reading import Reading, read_across
from auditapp.insight.small_numbers import FEWEST
from auditapp.judgement.audit_states import AuditState
from auditapp.model.report_kinds import KINDS, ReportKind
from auditapp.report.across_frame import AcrossOptions
from auditapp.report.action_plan import action_plan, action_plan_across
from auditapp.report.audit_report import audit_report
from auditapp.report.board_pack import board_pack
from auditapp.report.concern_notice import concern_notice
from auditapp.report.conversation_record import conversation_record
from auditapp.report.document import ReportDocument
from auditapp.report.learning_across import learning_across
from auditapp.report.learning_note import learning_note
from auditapp.report.moderation_record import moderation_record
from auditapp.report.short_report import short_report
from auditapp.report.thematic_summary import thematic_summary

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
    ReportKind.LEARNING: learning_note,
}

_MakerAcross = Callable[[Sequence[AuditState], Reading, AcrossOptions], ReportDocument]
_ACROSS: Final[Mapping[ReportKind, _MakerAcross]] = {
    ReportKind.LEARNING: learning_across,
    ReportKind.SUMMARY: thematic_summary,
    ReportKind.BOARD_PACK: board_pack,
}


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


def require_signed(kind: ReportKind, states: Sequence[AuditState]) -> None:
    """Refuse drafts.

    Raises:
        NotAllowedError: One of ``states`` was not signed off.
    """
    if any(state.audit.is_draft for state in states):
        raise NotAllowedError(
            _("“{kind}” is made of signed audits only.").format(kind=KINDS[kind].name),
            _("Sign the audit off first, so that what is passed on does not change any more."),
        )


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
    about = KINDS[kind]
    if not about.is_of_audits:
        raise NotAllowedError(
            _("“{kind}” is not made of several audits.").format(kind=about.name),
            _("Choose another kind of report."),
        )
    if not states:
        raise NotAllowedError(
            _("No audit was found for this report."),
            _("Widen the period, the teams or the checklists, or take drafts as well."),
        )
    if about.needs_signed:
        require_signed(kind, states)
    if options.is_shared:
        _require_enough(states)
    if kind is ReportKind.ACTIONS:
        return action_plan_across(states, options)
    reading = read_across(states, unreadable)
    return _ACROSS[kind](states, reading, options)


def _require_enough(states: Sequence[AuditState]) -> None:
    if len(states) < FEWEST:
        raise NotAllowedError(
            _("A copy to be shared is made of {fewest} audits or more.").format(fewest=FEWEST),
            _("Widen the period, the teams or the checklists: few audits point at children."),
        )
