# SPDX-License-Identifier: MPL-2.0
"""Say everything that an audit holds: the full report of one case file.

Every field of the audit that is not empty is in it, so that nobody has to ask what was left out.
The judgement and what is to be done come first, then how they came about, then all the answers.
"""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from auditapp.i18n import _, ngettext
from auditapp.judgement.audit_states import AuditState
from auditapp.judgement.moment_words import moment_words
from auditapp.model.audit import Audit
from auditapp.model.history import HistoryEntry
from auditapp.model.labels import label
from auditapp.report.audit_amendments import superseded
from auditapp.report.audit_parts import parts
from auditapp.report.audit_sign_off import audit_digest
from auditapp.report.blank_blocks import NewPart
from auditapp.report.blocks import Block, Heading, Paragraph, TextTone
from auditapp.report.document import ReportDocument
from auditapp.report.layout import SHIPPED, Layout
from auditapp.report.short_hash import short_hash


@dataclass(frozen=True, slots=True)
class ReportOptions:
    """Hold what a report needs to know beyond the audit."""

    marking: str
    organisation: str = ""
    layout: Layout = SHIPPED


def audit_report(state: AuditState, options: ReportOptions) -> ReportDocument:
    """Return the full report of an audit in one state.

    It speaks of the time of the sign-off or, in a draft, of the last change, so that the same
    audit with the same history gives the same report whenever it is printed. The report of an
    amended audit says what each amendment changed, and holds the whole report of the original.
    """
    audit, history = state.audit, state.history
    digest = audit_digest(audit, history)
    at = _spoken_of(audit, history)
    title = _title(audit, options.layout.wording.title)
    return ReportDocument(
        title=title,
        subtitle=_subtitle(audit, at),
        marking=options.marking,
        language="en-GB",
        reference=audit.front.case_reference,
        running_title=f"{title}   {audit.front.case_reference}",
        running_right=_checklists(audit),
        footer_left=_footer(_("{reference}   Report {digest}"), audit, digest),
        blocks=(*_blocks(state, options.layout), *_original(state, options.layout)),
        content_hash=digest,
        created_at=at,
        author=options.organisation or audit.front.auditor,
        overline=options.organisation,
    )


def _blocks(state: AuditState, layout: Layout) -> Iterator[Block]:
    yield from superseded(state)
    yield from parts(state, layout)


def _original(state: AuditState, layout: Layout) -> Iterator[Block]:
    """Yield the whole report of the original of an amended audit, which begins a page."""
    if not state.earlier:
        return
    original = state.earlier[0]
    audit = original.audit
    digest = audit_digest(audit, original.history)
    yield NewPart(_footer(_("{reference}   Original {digest}"), audit, digest))
    yield Heading(0, _("The original audit"))
    yield Paragraph(_subtitle(audit, _spoken_of(audit, original.history)), TextTone.LEAD)
    # Where it stands here, it is plain that it was amended.
    yield from _blocks(replace(original, is_superseded=False), layout)


def _title(audit: Audit, said: str | None) -> str:
    """Return the title, or what is ``said`` instead; a draft is called one in any case."""
    if said is not None:
        title = _("DRAFT: {title}").format(title=said) if audit.is_draft else said
    elif audit.is_draft:
        title = _("DRAFT: case file audit report")
    else:
        title = _("Case file audit report")
    if audit.amendment is None:
        return title
    return _("{title}, amendment {number}").format(title=title, number=audit.amendment.number)


def _footer(words: str, audit: Audit, digest: str) -> str:
    return words.format(reference=audit.front.case_reference, digest=short_hash(digest))


def _subtitle(audit: Audit, at: dt.datetime) -> str:
    reference, signed = audit.front.case_reference, audit.sign_off
    if audit.is_draft:
        state = _("not signed off, as it stood on {when}").format(when=moment_words(at))
    elif signed is None:
        state = label(audit.status)
    else:
        when = moment_words(signed.at)
        state = _("signed off by {who} on {when}").format(who=signed.by, when=when)
    return f"{reference}, {state}"


def _checklists(audit: Audit) -> str:
    """Return the one checklist in full, or how many there are: the header is one line."""
    pins = audit.checklists
    if len(pins) == 1:
        return _("{title}, version {version}").format(title=pins[0].title, version=pins[0].version)
    return ngettext("{count} checklist", "{count} checklists", len(pins)).format(count=len(pins))


def _spoken_of(audit: Audit, history: Sequence[HistoryEntry]) -> dt.datetime:
    if audit.sign_off:
        return audit.sign_off.at
    return history[-1].at if history else audit.created_at
