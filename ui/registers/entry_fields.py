# SPDX-License-Identifier: MPL-2.0
"""Say what the form of each register asks."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

from auditapp.i18n import _
from auditapp.model.labels import label
from auditapp.model.register import ActivityKind, DisputeKind, DisputeLevel, Register


class FieldKind(Enum):
    """Say how something is given."""

    LINE = auto()
    TEXT = auto()
    DAY = auto()
    CHOICE = auto()
    AUDIT = auto()


@dataclass(frozen=True, slots=True)
class EntryField:
    """Describe one field.

    Args:
        name: that of the entry's own field.
        kind: how it is given.
        words: its label.
        missing: what is said where it must be given and is not; empty where it need not be.
        choices: the values to choose from, with their words; the first is the usual one.
        hint: a line below it.
        is_today: a new entry begins with today.
    """

    name: str
    kind: FieldKind
    words: str
    missing: str = ""
    choices: Sequence[tuple[str, str]] = ()
    hint: str = ""
    is_today: bool = False


_TEAM: Final = EntryField("team", FieldKind.LINE, _("Team (optional)"))
_THEME: Final = EntryField(
    "theme",
    FieldKind.LINE,
    _("Theme (optional)"),
    hint=_("The same words as elsewhere are counted together."),
)
_DISPUTE: Final = (
    EntryField(
        "kind",
        FieldKind.CHOICE,
        _("Between whom"),
        choices=[(each.value, label(each)) for each in DisputeKind],
    ),
    EntryField(
        "matter",
        FieldKind.TEXT,
        _("What is it about?"),
        _("Say what the dispute is about."),
        hint=_("No names: roles and the case reference are enough."),
    ),
    EntryField("audit", FieldKind.AUDIT, _("About which case? (optional)")),
    EntryField(
        "raised_by_role",
        FieldKind.LINE,
        _("Raised by (role)"),
        _("Say who raised it, by their role."),
    ),
    EntryField(
        "raised_on", FieldKind.DAY, _("Raised on"), _("Say when it was raised."), is_today=True
    ),
    EntryField(
        "level",
        FieldKind.CHOICE,
        _("Taken to"),
        choices=[(each.value, label(each)) for each in DisputeLevel],
    ),
    EntryField("reply_due", FieldKind.DAY, _("Reply due (optional)")),
    _TEAM,
    _THEME,
    EntryField("settled_on", FieldKind.DAY, _("Settled on (empty while it is open)")),
    EntryField("result", FieldKind.TEXT, _("How was it settled?")),
)
_LEARNING: Final = (
    EntryField(
        "message",
        FieldKind.TEXT,
        _("What is the message?"),
        _("Say what the message is."),
        hint=_("No names, and nothing by which a child could be known."),
    ),
    EntryField("audience", FieldKind.LINE, _("Who is it for?"), _("Say who it is for.")),
    EntryField("method", FieldKind.LINE, _("How did it reach them? (optional)")),
    EntryField("sent_on", FieldKind.DAY, _("Sent on"), _("Say when it was sent."), is_today=True),
    EntryField("check_due", FieldKind.DAY, _("Look at its effect by (optional)")),
    _TEAM,
    _THEME,
    EntryField("checked_on", FieldKind.DAY, _("Effect looked at on")),
    EntryField("check_found", FieldKind.TEXT, _("What was found? Do people work otherwise now?")),
)
_ACTIVITY: Final = (
    EntryField(
        "kind",
        FieldKind.CHOICE,
        _("What was it?"),
        choices=[(each.value, label(each)) for each in ActivityKind],
    ),
    EntryField("held_on", FieldKind.DAY, _("When"), _("Say when it was."), is_today=True),
    EntryField("found", FieldKind.TEXT, _("What did it find?"), _("Say what was found.")),
    EntryField("source", FieldKind.LINE, _("Where it can be read (optional)")),
    _TEAM,
    _THEME,
)
FIELDS: Final[Mapping[Register, Sequence[EntryField]]] = {
    Register.DISPUTES: _DISPUTE,
    Register.LEARNING: _LEARNING,
    Register.ACTIVITIES: _ACTIVITY,
}
NEW_TITLES: Final[Mapping[Register, str]] = {
    Register.DISPUTES: _("A dispute or escalation"),
    Register.LEARNING: _("A learning message"),
    Register.ACTIVITIES: _("Other quality activity"),
}
