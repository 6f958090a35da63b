# SPDX-License-Identifier: MPL-2.0
"""Say how many actions are shown, and how many there are in all."""

from auditapp.i18n import _, ngettext
from ui.actions.action_finder import ActionsRead


def shown_words(count: int, *, has_more: bool) -> str:
    """Return how many actions the list shows."""
    if has_more:
        return _("The first {count} actions are shown; scroll for more.").format(count=count)
    words = ngettext("{count} action is shown.", "{count} actions are shown.", count)
    return words.format(count=count)


def whole_words(read: ActionsRead) -> str:
    """Return how all actions stand, first readings by themselves, so that nothing counts twice."""
    whole = read.whole
    words = _("Of all audits: {open} open, {overdue} overdue, {soon} due within 14 days.").format(
        open=f"{whole.still_open:,}", overdue=f"{whole.overdue:,}", soon=f"{whole.due_soon:,}"
    )
    more = read.every.still_open - whole.still_open
    if not more:
        return words
    late = read.every.overdue - whole.overdue
    beside = ngettext(
        "Second readings: {count} more open, {overdue} overdue.",
        "Second readings: {count} more open, {overdue} overdue.",
        more,
    )
    return f"{words} {beside.format(count=f'{more:,}', overdue=f'{late:,}')}"
