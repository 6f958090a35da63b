# SPDX-License-Identifier: MPL-2.0
"""Frame the reports that are made of several audits, or that name none."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from auditapp.i18n import _, language_tag
from auditapp.insight.reading import content_across
from auditapp.insight.years import Years
from auditapp.judgement.audit_states import AuditState, audit_digest
from auditapp.judgement.masks import Coder
from auditapp.model.report_kinds import ReportKind
from auditapp.report.audit.frame import ReportOptions
from auditapp.report.blocks import Block
from auditapp.report.document import ReportDocument
from auditapp.report.layouts.words import worded
from auditapp.report.short_hash import short_hash


@dataclass(frozen=True, slots=True)
class AcrossOptions:
    """Hold what a report across audits needs to know beside them.

    Args:
        report: marking and organisation.
        at: when it is made (aware); the same audits and the same time give the same report.
        is_shared: it leaves the service, so small numbers are not shown, nor words of a case.
        names: those that must not appear, of all the audits.
        years: the two periods that are set side by side, where the report does that.
        coder: makes the code that stands in the place of a case in what is shared.
    """

    report: ReportOptions
    at: dt.datetime
    is_shared: bool = False
    names: tuple[str, ...] = ()
    years: Years | None = None
    coder: Coder | None = None


def framed_across(
    kind: ReportKind,
    title: str,
    subtitle: str,
    options: AcrossOptions,
    *,
    digest: str,
    blocks: Iterable[Block],
) -> ReportDocument:
    """Return a report of a kind, usually called ``title``, that is about no single case file."""
    wording = options.report.layout.wording
    title = wording.title_of(kind) or title
    organisation = options.report.organisation
    return ReportDocument(
        title=title,
        subtitle=subtitle,
        marking=options.report.marking,
        language=language_tag(),
        reference="",
        running_title=title,
        running_right=organisation,
        footer_left=footer_of(title, digest),
        blocks=tuple(worded(blocks, wording)),
        content_hash=digest,
        created_at=options.at,
        author=organisation,
        overline=organisation,
    )


def footer_of(title: str, digest: str) -> str:
    """Return what stands at the foot of a part that is called ``title``."""
    return _("{title}   Report {digest}").format(title=title, digest=short_hash(digest))


def digest_across(states: Iterable[AuditState]) -> str:
    """Return one SHA-256 for several audits: that of their own, whatever their order."""
    return content_across(audit_digest(state.audit, state.history) for state in states)
