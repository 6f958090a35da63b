# SPDX-License-Identifier: MPL-2.0
"""Frame every report of one audit alike: title, front sheet, marking, fingerprint, footer.

A report speaks of the time of the sign-off or of what followed it or, in a draft, of the last
change, so that the same
audit with the same history gives the same report whenever it is printed.
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from auditapp.i18n import _, language_tag, ngettext
from auditapp.judgement.audit_states import AuditState, audit_digest
from auditapp.judgement.day_words import day_words
from auditapp.judgement.moment_words import moment_words
from auditapp.model.audit import Audit
from auditapp.model.history import HistoryEntry
from auditapp.model.labels import label
from auditapp.model.links import Links
from auditapp.model.report_kinds import ReportKind
from auditapp.model.settling import unsettled
from auditapp.report.blocks import Block, Facts
from auditapp.report.document import ReportDocument
from auditapp.report.layouts.layout import SHIPPED, Layout
from auditapp.report.layouts.words import worded
from auditapp.report.short_hash import short_hash


@dataclass(frozen=True, slots=True)
class ReportOptions:
    """Hold what a report needs to know beyond the audit."""

    marking: str
    organisation: str = ""
    layout: Layout = SHIPPED


def framed(
    state: AuditState,
    options: ReportOptions,
    kind: ReportKind,
    title: str,
    blocks: Iterable[Block],
) -> ReportDocument:
    """Return the report of a kind about an audit in one state, usually called ``title``.

    The title of a draft says that it is one, and that of an amended audit which amendment it is.
    One that a layout says otherwise keeps its capital letter behind that. Headings are said as
    the layout wants them, in a report of any kind.
    """
    said = options.layout.wording.title_of(kind)
    audit = state.audit
    digest = audit_digest(audit, state.history)
    at = spoken_of(audit, state.history)
    title = _title(audit, said or title, is_said=said is not None)
    return ReportDocument(
        title=title,
        subtitle=subtitle(audit, at),
        marking=options.marking,
        language=language_tag(),
        reference=audit.front.case_reference,
        running_title=f"{title}   {audit.front.case_reference}",
        running_right=_checklists(audit),
        footer_left=footer(_("{reference}   Report {digest}"), audit, digest),
        blocks=tuple(worded(blocks, options.layout.wording)),
        content_hash=digest,
        created_at=at,
        author=options.organisation or audit.front.auditor,
        overline=options.organisation,
    )


def _title(audit: Audit, title: str, *, is_said: bool) -> str:
    if audit.is_draft:
        words = title if is_said else f"{title[:1].lower()}{title[1:]}"
        title = _("DRAFT: {title}").format(title=words)
    if audit.amendment is None:
        return title
    return _("{title}, amendment {number}").format(title=title, number=audit.amendment.number)


def footer(words: str, audit: Audit, digest: str) -> str:
    """Return ``words`` with the case reference and the beginning of a hash put in."""
    return words.format(reference=audit.front.case_reference, digest=short_hash(digest))


def subtitle(audit: Audit, at: dt.datetime) -> str:
    """Return the case reference, and who signed it off when, or that nobody did."""
    reference, signed = audit.front.case_reference, audit.sign_off
    if audit.is_draft:
        state = _("not signed off, as it stood on {when}").format(when=moment_words(at))
    elif signed is None:
        state = label(audit.status)
    else:
        when = moment_words(signed.at)
        state = _("signed off by {who} on {when}").format(who=signed.by, when=when)
    # What is done about a signed audit may differ as well, as grades that were agreed apart.
    return f"{reference}, {state}{_waiting(len(unsettled(audit)))}"


def _waiting(count: int) -> str:
    """Say how many lines came in two versions, of which the report shows one; nothing of none."""
    words = ngettext(
        "; {count} line has two versions to choose from",
        "; {count} lines have two versions to choose from",
        count,
    )
    return words.format(count=count) if count else ""


def front_facts(audit: Audit) -> Facts:
    """Return the whole front sheet, what is empty left out."""
    front = audit.front
    pairs = (
        (_("Case reference"), front.case_reference),
        (_("Auditor"), front.auditor),
        (_("Team"), front.team),
        (_("Worker code"), front.worker_code),
        (_("Age"), label(front.age_band) if front.age_band else ""),
        (_("Legal status"), label(front.legal_status) if front.legal_status else ""),
        (_("Period looked at"), _period(audit)),
        (_("Judged from"), day_words(front.judged_from)),
        (_("Sources used"), "; ".join(label(source) for source in front.sources_used)),
        (_("Audit started"), moment_words(audit.created_at)),
        (_("Caseload"), _number(front.caseload)),
        (_("Workers in a year"), _number(front.workers_in_12_months)),
        (_("Independent"), _("Yes") if front.is_independent else ""),
        (_("Groups"), "; ".join(label(cohort) for cohort in front.cohorts)),
        (_("Checklists"), "; ".join(pin.title for pin in audit.checklists)),
        *_link_facts(audit.links or Links()),
    )
    return Facts(tuple((name, text) for name, text in pairs if text))


def short_facts(audit: Audit) -> Facts:
    """Return the lines of the front sheet that say which case file and whose work it is about."""
    front = audit.front
    pairs = (
        (_("Case reference"), front.case_reference),
        (_("Team"), front.team),
        (_("Worker code"), front.worker_code),
        (_("Auditor"), front.auditor),
        (_("Period looked at"), _period(audit)),
    )
    return Facts(tuple((name, text) for name, text in pairs if text))


def _period(audit: Audit) -> str:
    front = audit.front
    return _("{start} to {end}").format(
        start=day_words(front.period_from), end=day_words(front.period_to)
    )


def _checklists(audit: Audit) -> str:
    """Return the one checklist in full, or how many there are: the header is one line."""
    pins = audit.checklists
    if len(pins) == 1:
        return _("{title}, version {version}").format(title=pins[0].title, version=pins[0].version)
    return ngettext("{count} checklist", "{count} checklists", len(pins)).format(count=len(pins))


def spoken_of(audit: Audit, history: Sequence[HistoryEntry]) -> dt.datetime:
    """Return the time that a report of the audit speaks of.

    That is the sign-off, or what was done about the audit last since then; the last line of the
    history of a draft.
    """
    if audit.sign_off:
        steps = (step.at for each in audit.action_progress.values() for step in each.steps)
        agreed = (each.at for each in audit.agreed.values())
        return max((audit.sign_off.at, *steps, *agreed))
    return history[-1].at if history else audit.created_at


def _link_facts(links: Links) -> tuple[tuple[str, str], ...]:
    return (
        (_("Round"), links.round or ""),
        (_("Moderates the audit"), links.moderates or ""),
        (_("Comes back to the audit"), links.re_audits or ""),
    )


def _number(number: int | None) -> str:
    return "" if number is None else str(number)
