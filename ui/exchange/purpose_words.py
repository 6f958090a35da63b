# SPDX-License-Identifier: MPL-2.0
"""Say for each purpose of a package what it is for, and which audits may go out for it."""

from collections.abc import Mapping, Sequence
from typing import Final

from auditapp.i18n import _, ngettext
from auditapp.listing import AuditRow
from auditapp.model.audit import AuditStatus
from auditapp.model.exchange import Purpose
from auditapp.model.ids import AuditId
from auditapp.workspace import Workspace

NAMES: Final[Mapping[Purpose, str]] = {
    Purpose.FOR_MODERATION: _("For moderation: somebody grades the same file blind"),
    Purpose.MODERATED: _("Send the second reading back"),
    Purpose.MERGE: _("Send my audit, to be put together with another copy"),
    Purpose.RE_AUDIT: _("For somebody to audit the case again"),
}
"""The purposes, in the order in which they are offered."""

MEANINGS: Final[Mapping[Purpose, str]] = {
    Purpose.FOR_MODERATION: _(
        "The file holds the front sheet and the questions, and nothing that you found. Only a "
        "signed first reading goes out, and none that was read twice already."
    ),
    Purpose.MODERATED: _(
        "The file holds the second reading whole, for whoever has the first. It has to be signed "
        "off."
    ),
    Purpose.MERGE: _(
        "The file holds the audit whole. What was changed on both sides is put together, and what "
        "differs is listed for a person to settle."
    ),
    Purpose.RE_AUDIT: _(
        "The file holds the signed audit whole, so that a later audit can be laid beside it."
    ),
}


def fitting(workspace: Workspace, rows: Sequence[AuditRow], purpose: Purpose) -> list[AuditId]:
    """Return those audits that may go out for a purpose."""
    if purpose is Purpose.FOR_MODERATION:
        return list(workspace.can_be_moderated([row.id for row in rows]))
    return [row.id for row in rows if _fits(row, purpose)]


def count_words(fitting: int, chosen: int) -> str:
    """Say how many of the chosen audits may go out."""
    words = ngettext(
        "{fitting} of {chosen} chosen audit goes out.",
        "{fitting} of {chosen} chosen audits go out.",
        chosen,
    )
    return words.format(fitting=fitting, chosen=chosen)


def _fits(row: AuditRow, purpose: Purpose) -> bool:
    is_signed = row.status is not AuditStatus.DRAFT
    if purpose is Purpose.MODERATED:
        return is_signed and row.moderates is not None
    if purpose is Purpose.RE_AUDIT:
        return is_signed and row.moderates is None
    return True
