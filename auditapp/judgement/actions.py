# SPDX-License-Identifier: MPL-2.0
"""Say whether somebody can be held to an action."""

from auditapp.i18n import _
from auditapp.model.follow_up import Action


def vagueness(action: Action) -> str:
    """Say in a sentence what an action leaves open, empty when it leaves nothing open.

    It should say what is to be done, who does it (a role), by when, and how it will show.
    """
    needed = (
        (_("what is to be done"), action.what.strip()),
        (_("who does it"), action.owner_role.strip()),
        (_("by when"), action.due),
        (_("how we will know that it is done"), action.how_we_will_know.strip()),
    )
    missing = [words for words, given in needed if not given]
    if not missing:
        return ""
    return _("Still vague. It does not say {what}.").format(what=_listed(missing))


def _listed(parts: list[str]) -> str:
    """Return parts as "a, b or c"."""
    if len(parts) == 1:
        return parts[0]
    return _("{first} or {last}").format(first=", ".join(parts[:-1]), last=parts[-1])
