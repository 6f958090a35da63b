# SPDX-License-Identifier: MPL-2.0
"""Say what an entry of a register must hold before it is kept."""

from collections.abc import Iterator

from auditapp.errors import NotAllowedError
from auditapp.i18n import _
from auditapp.model.register import Dispute, LearningMessage, QualityActivity, RegisterEntry


def require_entry(entry: RegisterEntry) -> None:
    """Refuse an entry that says too little to be of use, or contradicts itself.

    Raises:
        NotAllowedError: It does. All that is wrong is named at once.
    """
    faults = list(_faults(entry))
    if faults:
        raise NotAllowedError(" ".join(faults), _("Put that right, then try again."))


def _faults(entry: RegisterEntry) -> Iterator[str]:
    if isinstance(entry, Dispute):
        yield from _dispute_faults(entry)
    elif isinstance(entry, LearningMessage):
        yield from _learning_faults(entry)
    elif isinstance(entry, QualityActivity) and not entry.found.strip():
        yield _("It does not say what was found.")


def _dispute_faults(entry: Dispute) -> Iterator[str]:
    if not entry.matter.strip():
        yield _("It does not say what the dispute is about.")
    if not entry.raised_by_role.strip():
        yield _("It does not say who raised it, by their role.")
    if entry.reply_due and entry.reply_due < entry.raised_on:
        yield _("The reply is due before the dispute was raised.")
    if entry.settled_on and entry.settled_on < entry.raised_on:
        yield _("It was settled before it was raised.")
    if entry.settled_on and not entry.result.strip():
        yield _("It is settled, and does not say how.")


def _learning_faults(entry: LearningMessage) -> Iterator[str]:
    if not entry.message.strip():
        yield _("It does not say what the message is.")
    if not entry.audience.strip():
        yield _("It does not say who it is for.")
    if entry.checked_on and entry.checked_on < entry.sent_on:
        yield _("Its effect was looked at before it was sent.")
    if entry.checked_on and not entry.check_found.strip():
        yield _("Its effect was looked at, and it does not say what was found.")
