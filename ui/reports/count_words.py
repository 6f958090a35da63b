# SPDX-License-Identifier: MPL-2.0
"""Say how many audits are chosen, and what a report of so few can tell."""

from auditapp.i18n import _, ngettext
from auditapp.insight.small_numbers import FEWEST
from ui.messages import Message
from ui.reports.across_work import Counted


def count_words(counted: Counted) -> str:
    """Return how many audits are chosen, and how many cannot be read."""
    words = ngettext("{count} audit is chosen.", "{count} audits are chosen.", counted.audits)
    words = words.format(count=counted.audits)
    if counted.unreadable:
        unreadable = ngettext(
            "One more cannot be read and would be missing: the list of audits says why.",
            "{count} more cannot be read and would be missing: the list of audits says why.",
            counted.unreadable,
        )
        words = f"{words} {unreadable.format(count=counted.unreadable)}"
    return words


def invitation(counted: Counted, *, is_shared: bool) -> Message:
    """Return what stands where the pages will be."""
    if not counted.audits:
        return Message(
            _("No audit is chosen"),
            _("Widen the period, the teams or the checklists, or take drafts as well."),
        )
    title = ngettext(
        "A report of {count} audit", "A report of {count} audits", counted.audits
    ).format(count=counted.audits)
    if counted.audits >= FEWEST:
        return Message(title, _("Make the preview to look at it, or save it at once."))
    words = _("Of fewer than {fewest} audits, shares say little: read the audits themselves.")
    if is_shared:
        words = _(
            "Of fewer than {fewest} audits, most figures are not shown in a copy for sharing: "
            "they would tell which case they are about."
        )
    return Message(title, words.format(fewest=FEWEST))
