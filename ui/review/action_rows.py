# SPDX-License-Identifier: MPL-2.0
"""Put the actions of an audit into lines: what, who and by when."""

import datetime as dt
from typing import Final

from auditapp.i18n import _
from auditapp.judgement.action_moves import change_words, due_words
from auditapp.judgement.actions import vagueness
from auditapp.judgement.outline import Outline
from auditapp.model.follow_up import Action, ActionStatus
from auditapp.model.labels import label
from ui.review.gap_rows import question_step
from ui.rows.row import Cell, Column, Remark, Row

ACTION_COLUMNS: Final = (Column(_("Owner"), 160), Column(_("Due"), 150))


def action_rows(outline: Outline) -> list[Row]:
    """Return a line for each action, the one due first at the top, those without a date last."""
    actions = outline.audit.actions_now.values()
    return [_row(outline, each) for each in sorted(actions, key=_urgency)]


def _urgency(action: Action) -> tuple[bool, dt.date, dt.datetime]:
    return (action.due is None, action.due or dt.date.max, action.created_at)


def _row(outline: Outline, action: Action) -> Row:
    remarks = []
    if action.how_we_will_know.strip():
        remarks.append(
            Remark(_("We will know by: {measure}").format(measure=action.how_we_will_know))
        )
    if action.status is not ActionStatus.OPEN:
        remarks.append(Remark(label(action.status)))
    moved = change_words(action)
    if moved:
        remarks.append(Remark(moved))
    missing = vagueness(action)
    if missing and action.status is ActionStatus.OPEN:
        remarks.append(Remark(missing, "warn"))
    asked = outline.by_key.get(action.question) if action.question else None
    cells = (
        Cell(action.owner_role or _("Nobody yet")),
        Cell(due_words(action)),
    )
    return Row(
        action.what or _("An action without words"),
        tuple(remarks),
        cells,
        number=asked.number if asked else None,
        step=question_step(outline, action.question),
    )
