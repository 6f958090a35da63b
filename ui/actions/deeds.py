# SPDX-License-Identifier: MPL-2.0
"""Name what can be done with an action, and what is asked about each."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from auditapp.i18n import _
from auditapp.model.follow_up import ActionStatus


class Deed(StrEnum):
    """Name what can be done with an action."""

    DONE = "done"
    VERIFY = "verify"
    DROP = "drop"
    REOPEN = "reopen"
    LEAVE = "leave"
    MOVE = "move"


STATUS_OF: Final[Mapping[Deed, ActionStatus]] = {
    Deed.DONE: ActionStatus.DONE,
    Deed.VERIFY: ActionStatus.VERIFIED,
    Deed.DROP: ActionStatus.DROPPED,
    Deed.REOPEN: ActionStatus.OPEN,
}


@dataclass(frozen=True, slots=True)
class DeedWords:
    """Hold what the dialog of a deed says; ``missing`` is empty where words are not needed."""

    title: str
    hint: str
    question: str
    missing: str
    button: str


WORDS: Final[Mapping[Deed, DeedWords]] = {
    Deed.DONE: DeedWords(
        _("Mark as done"),
        _("Somebody else verifies it then, so say what they should look at."),
        _("What shows that it is done, and where can that be seen?"),
        _("Write what shows that it is done."),
        _("Mark as done"),
    ),
    Deed.VERIFY: DeedWords(
        _("Verify"),
        _("You have looked for yourself, and it was not you who did it or said it was done."),
        _("What did you look at? (optional)"),
        "",
        _("Verify"),
    ),
    Deed.DROP: DeedWords(
        _("Drop"),
        _("It stays on record, with the reason. Nobody waits for it any more."),
        _("Why is it not going to be done?"),
        _("Write why it is not going to be done."),
        _("Drop"),
    ),
    Deed.REOPEN: DeedWords(
        _("Open again"),
        _("Somebody has to do it once more, or after all."),
        _("What is still to be done, or what turned out otherwise?"),
        _("Write why it is open again."),
        _("Open again"),
    ),
    Deed.LEAVE: DeedWords(
        _("Leave as it is"),
        _("It goes on waiting; the next audit sees that you looked at it, and why you left it."),
        _("Why is nothing done about it now?"),
        _("Write why nothing is done about it now."),
        _("Leave as it is"),
    ),
    Deed.MOVE: DeedWords(
        _("New date or owner"),
        _("What was signed stays as it was: the first date and owner are shown beside the new."),
        _("Why does it get another date or owner?"),
        _("Write why, for whoever waits for it."),
        _("Change it"),
    ),
}


@dataclass(frozen=True, slots=True)
class StepWords:
    """Hold what somebody typed for a step; ``due`` and ``owner`` are empty where they stay."""

    words: str
    name: str
    done_by: str = ""
    due: dt.date | None = None
    owner: str = ""
