# SPDX-License-Identifier: MPL-2.0
"""Put the actions of many audits into lines."""

import datetime as dt
from typing import Final

from auditapp.i18n import _, ngettext
from auditapp.insight.action_search import ActionRow
from auditapp.judgement.action_moves import change_words, due_words
from auditapp.model.follow_up import ActionStatus
from auditapp.model.labels import label
from ui.registers.listed_row import ListedRow
from ui.rows.row import Cell, Column, Remark, Row

ACTION_COLUMNS: Final = (Column(_("Owner"), 150), Column(_("Due"), 130), Column(_("Status"), 170))
STATE_LOOKS: Final = {
    ActionStatus.OPEN: ("info", "circle"),
    ActionStatus.DONE: ("warn", "circle-dot"),
    ActionStatus.VERIFIED: ("ok", "circle-check"),
    ActionStatus.DROPPED: ("neutral", "minus"),
}


def listed_action(row: ActionRow, today: dt.date) -> ListedRow:
    """Return the line of an action as at ``today``; its key is where the action is."""
    action = row.action
    where = " · ".join(filter(None, (row.reference, row.team, row.question or row.theme)))
    remarks = [Remark(where, "text3")]
    if row.is_second:
        remarks.append(Remark(second_words(), "info"))
    if action.how_we_will_know.strip():
        words = _("We will know by: {measure}").format(measure=action.how_we_will_know)
        remarks.append(Remark(words))
    moved = change_words(action)
    if moved:
        remarks.append(Remark(moved, "warn" if action.due_moves > 1 else "text2"))
    if row.vague:
        remarks.append(Remark(row.vague, "warn"))
    cells = (
        Cell(action.owner_role or _("Nobody yet")),
        Cell(due_words(action)),
        state_cell(row, today),
    )
    title = action.what or _("An action without words")
    return ListedRow((row.audit, row.id), Row(title, tuple(remarks), cells))


def second_words() -> str:
    """Return what is said of an action that a second reading set."""
    return _("Second reading: set by whoever read the file again.")


def state_cell(row: ActionRow, today: dt.date) -> Cell:
    """Return how an action stands; of one that is overdue, for how long."""
    late = row.days_late(today)
    if late:
        words = ngettext("{count} day overdue", "{count} days overdue", late)
        return Cell(words.format(count=late), "danger", "clock")
    tone, icon = STATE_LOOKS[row.action.status]
    return Cell(label(row.action.status), tone, icon)
