# SPDX-License-Identifier: MPL-2.0
"""Hold what was signed off before an audit was amended."""

from collections.abc import Sequence
from dataclasses import dataclass

from auditapp.i18n import _
from auditapp.judgement.outline import Outline
from auditapp.model.audit import Audit
from auditapp.model.history import HistoryEntry, HistoryKind


@dataclass(frozen=True, slots=True)
class SignedVersion:
    """Hold one signed state of an audit; ``number`` counts from 1, which is the original.

    ``history`` ends where the amendment after it begins.
    """

    number: int
    outline: Outline
    history: Sequence[HistoryEntry]


def version_name(audit: Audit) -> str:
    """Return what a state of an audit is called: the original, or an amendment by its number."""
    if audit.amendment is None:
        return _("The original")
    return _("Amendment {number}").format(number=audit.amendment.number)


def history_until_amended(
    history: Sequence[HistoryEntry], head_signed: str
) -> Sequence[HistoryEntry]:
    """Return the lines up to the amendment of what was signed when ``head_signed`` was the last.

    Amendments that were given up before that are among them.
    """
    end, is_past = len(history), False
    for place, entry in enumerate(history):
        if entry.kind is HistoryKind.SIGNED_OFF:
            if is_past:
                break
            is_past = entry.previous == head_signed
        elif is_past and entry.kind is HistoryKind.AMENDED:
            end = place
    return history[:end]
