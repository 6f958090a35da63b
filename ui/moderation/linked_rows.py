# SPDX-License-Identifier: MPL-2.0
"""Put second readings and later audits into lines of a list."""

from collections.abc import Sequence
from typing import Final

from auditapp.i18n import _, ngettext
from auditapp.listing import AuditRow
from auditapp.model.audit import AuditStatus
from auditapp.operations.linked import LinkedRow
from ui.audits.audit_words import grade_words
from ui.rows.row import Cell, Column, Remark, Row
from ui.widgets.answers.grade_looks import GRADE_ICONS

LINKED_COLUMNS: Final = (
    Column(_("First grade"), 190),
    Column(_("Second grade"), 190),
    Column(_("Status"), 180),
)
_MOST_TITLES: Final = 2
_SETTLED: Final = (AuditStatus.MODERATED, AuditStatus.CLOSED)


def linked_rows(found: Sequence[LinkedRow]) -> tuple[Row, ...]:
    """Return a line for each pair, known by the id of its second audit."""
    return tuple(_row(each) for each in found)


def can_be_compared(linked: LinkedRow) -> bool:
    """Tell whether both can be laid side by side: a second reading is blind until it is signed."""
    is_draft = linked.second.status is AuditStatus.DRAFT
    return linked.first is not None and not (linked.is_moderation and is_draft)


def _row(linked: LinkedRow) -> Row:
    first, second = linked.first, linked.second
    kind = _("Second reading by {who}") if linked.is_moderation else _("Audited again by {who}")
    words = [kind.format(who=second.auditor)]
    if first is not None:
        words.append(_("first by {who}").format(who=first.auditor))
    words.append(_checklists(second.checklists))
    # Whoever reads a second time must not come across the first grade.
    is_blind = linked.is_moderation and second.status is AuditStatus.DRAFT
    cells = (
        _grade(None if is_blind else first),
        _grade(second),
        _state(linked),
    )
    return Row(second.case_reference, (Remark(" · ".join(words)),), cells, key=second.id)


def _checklists(titles: Sequence[str]) -> str:
    if len(titles) <= _MOST_TITLES:
        return " · ".join(titles)
    return ngettext("{count} checklist", "{count} checklists", len(titles)).format(
        count=len(titles)
    )


def _grade(row: AuditRow | None) -> Cell:
    if row is None or row.grade is None:
        return Cell("–")
    return Cell(grade_words(row), row.grade.value, GRADE_ICONS[row.grade])


def _state(linked: LinkedRow) -> Cell:
    if linked.second.status is AuditStatus.DRAFT:
        return Cell(_("Being read") if linked.is_moderation else _("Under way"), "info", "pencil")
    if linked.first is None:
        return Cell(_("To be sent back"), "warn", "upload")
    if not linked.is_moderation:
        return Cell(_("Then and now"), "neutral")
    if linked.first.status in _SETTLED:
        return Cell(_("Agreed"), "outstanding", "scale")
    return Cell(_("To be compared"), "warn", "scale")
