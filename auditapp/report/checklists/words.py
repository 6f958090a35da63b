# SPDX-License-Identifier: MPL-2.0
"""Put the head of a checklist into words, as every paper about a checklist says it."""

from auditapp.checklist.models import Checklist, ChecklistStatus
from auditapp.i18n import _
from auditapp.judgement.day_words import day_words


def status_words(checklist: Checklist) -> str:
    """Return that a checklist is not in use; empty for one that is."""
    if checklist.status is ChecklistStatus.ACTIVE:
        return ""
    if checklist.status is ChecklistStatus.DRAFT:
        return _("A draft, not yet in use")
    return _("No longer in use")


def approval_words(checklist: Checklist) -> str:
    """Return when a checklist was approved and by whom; empty when it does not say."""
    approved = checklist.approved
    if approved is None:
        return ""
    day = day_words(approved.on)
    by = "; ".join(approved.by)
    return _("{day}, by {roles}").format(day=day, roles=by) if by else day


def period_of_use_words(checklist: Checklist) -> str:
    """Return the days on which a checklist is meant to be used; empty when it does not say."""
    first, last = checklist.effective.from_, checklist.effective.to
    if first and last:
        return _("{first} to {last}").format(first=day_words(first), last=day_words(last))
    if first:
        return _("from {day}").format(day=day_words(first))
    return _("until {day}").format(day=day_words(last)) if last else ""
