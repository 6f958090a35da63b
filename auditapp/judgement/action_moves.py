# SPDX-License-Identifier: MPL-2.0
"""Tell how often the date or the owner of an action was changed, and what they were at first."""

from auditapp.i18n import _, ngettext
from auditapp.judgement.day_words import day_words
from auditapp.model.action_progress import ActionNow
from auditapp.model.follow_up import Action

_TWICE = 2


def due_words(action: Action) -> str:
    """Return when an action is due; that it has no date where it has none."""
    return day_words(action.due) if action.due else _("No date")


def moved_words(action: Action) -> str:
    """Return when an action was due first, and how often that was moved; empty if it never was."""
    if not isinstance(action, ActionNow) or not action.due_moves:
        return ""
    if action.first_due is None:
        return _("At first without a date, {moved}").format(moved=_moved(action.due_moves))
    words = _("First due {day}, {moved}")
    return words.format(day=day_words(action.first_due), moved=_moved(action.due_moves))


def handed_words(action: Action) -> str:
    """Return whose an action was at first, where it was handed to another owner."""
    if not isinstance(action, ActionNow) or not action.owner_moves:
        return ""
    if not action.first_owner.strip():
        return _("At first: nobody")
    return _("At first: {owner}").format(owner=action.first_owner)


def change_words(action: Action) -> str:
    """Return both in one line; empty where neither was changed."""
    return ". ".join(filter(None, (moved_words(action), handed_words(action))))


def _moved(count: int) -> str:
    if count == 1:
        return _("moved once")
    if count == _TWICE:
        return _("moved twice")
    return ngettext("moved {count} time", "moved {count} times", count).format(count=count)
