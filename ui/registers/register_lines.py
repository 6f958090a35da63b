# SPDX-License-Identifier: MPL-2.0
"""Put the entries of the registers into lines, what wants doing first."""

import datetime as dt
from collections.abc import Iterator, Mapping
from functools import partial
from typing import Final

from auditapp.i18n import _
from auditapp.judgement.day_words import day_words
from auditapp.judgement.moment_words import uk_time
from auditapp.model.ids import AuditId, RecordId
from auditapp.model.labels import label
from auditapp.model.register import (
    ActivityKind,
    Dispute,
    LearningMessage,
    QualityActivity,
    Register,
)
from auditapp.searching import searched
from auditapp.workspace import Workspace
from ui.registers.listed_row import ListedRow
from ui.registers.read_line import ReadKind, ReadLine
from ui.rows.row import Cell, Column, Remark, Row

OPEN, LATE, SETTLED, CHECKED = "open", "late", "settled", "checked"
_STATE: Final = Column(_("Status"), 180)


def _today(workspace: Workspace) -> dt.date:
    return uk_time(workspace.clock()).date()


def dispute_lines(workspace: Workspace) -> list[ReadLine]:
    """Read the disputes: late replies first, then what is open, then the newest."""
    today = _today(workspace)
    cases = {row.id: row.case_reference for row in workspace.audits()}
    entries = sorted(workspace.disputes().items(), key=lambda each: _dispute_order(each[1], today))
    return [_dispute_line(key, each, cases, today) for key, each in entries]


def learning_lines(workspace: Workspace) -> list[ReadLine]:
    """Read the messages: those whose effect should have been looked at first, then the newest."""
    today = _today(workspace)
    entries = sorted(
        workspace.learning_messages().items(),
        key=lambda each: (not each[1].is_late(today), -each[1].sent_on.toordinal()),
    )
    return [_learning_line(key, each, today) for key, each in entries]


def activity_lines(workspace: Workspace) -> list[ReadLine]:
    """Read the other quality activity, the newest first."""
    entries = sorted(
        workspace.quality_activities().items(), key=lambda each: -each[1].held_on.toordinal()
    )
    return [_activity_line(key, each) for key, each in entries]


def _dispute_order(entry: Dispute, today: dt.date) -> tuple[bool, bool, int]:
    return (not entry.is_late(today), entry.is_settled, -entry.raised_on.toordinal())


def _dispute_line(
    key: RecordId, entry: Dispute, cases: Mapping[AuditId, str], today: dt.date
) -> ReadLine:
    case = cases.get(entry.audit, "") if entry.audit else ""
    where = (case, label(entry.kind), entry.team, entry.theme)
    raised = _("Raised on {day} by: {role}").format(
        day=day_words(entry.raised_on), role=entry.raised_by_role
    )
    remarks = [Remark(" · ".join(filter(None, where)), "text3"), Remark(raised)]
    if entry.is_settled and entry.settled_on:
        settled = _("Settled on {day}: {result}")
        day = day_words(entry.settled_on)
        remarks.append(Remark(settled.format(day=day, result=entry.result)))
    due = day_words(entry.reply_due) if entry.reply_due else _("No date")
    state, cell = _dispute_state(entry, today)
    cells = (Cell(label(entry.level)), Cell("" if entry.is_settled else due), cell)
    return _line(key, Row(entry.matter, tuple(remarks), cells), entry.team, state)


def _dispute_state(entry: Dispute, today: dt.date) -> tuple[frozenset[str], Cell]:
    if entry.is_settled:
        return frozenset({SETTLED}), Cell(_("Settled"), "ok", "check")
    if entry.is_late(today):
        return frozenset({OPEN, LATE}), Cell(_("Reply overdue"), "danger", "clock")
    return frozenset({OPEN}), Cell(_("Open"), "info", "circle")


def _learning_line(key: RecordId, entry: LearningMessage, today: dt.date) -> ReadLine:
    sent = _("To {audience}, on {day}").format(
        audience=entry.audience, day=day_words(entry.sent_on)
    )
    if entry.method:
        sent = _("{sent}: {method}").format(sent=sent, method=entry.method)
    about = " · ".join(filter(None, (entry.team, entry.theme)))
    remarks = [Remark(sent), *([Remark(about, "text3")] if about else [])]
    if entry.checked_on:
        found = _("Looked at on {day}: {found}")
        remarks.append(
            Remark(found.format(day=day_words(entry.checked_on), found=entry.check_found))
        )
    due = day_words(entry.check_due) if entry.check_due else _("No date")
    state, cell = _learning_state(entry, today)
    cells = (Cell("" if entry.checked_on else due), cell)
    return _line(key, Row(entry.message, tuple(remarks), cells), entry.team, state)


def _learning_state(entry: LearningMessage, today: dt.date) -> tuple[frozenset[str], Cell]:
    if entry.checked_on:
        return frozenset({CHECKED}), Cell(_("Effect looked at"), "ok", "check")
    if entry.is_late(today):
        return frozenset({OPEN, LATE}), Cell(_("Check overdue"), "danger", "clock")
    return frozenset({OPEN}), Cell(_("Not looked at yet"), "info", "circle")


def _activity_line(key: RecordId, entry: QualityActivity) -> ReadLine:
    remarks = list(_activity_remarks(entry))
    cells = (Cell(label(entry.kind)), Cell(day_words(entry.held_on)))
    row = Row(entry.found, tuple(remarks), cells)
    return _line(key, row, entry.team, frozenset({entry.kind.value}))


def _activity_remarks(entry: QualityActivity) -> Iterator[Remark]:
    about = " · ".join(filter(None, (entry.team, entry.theme)))
    if about:
        yield Remark(about, "text3")
    if entry.source:
        yield Remark(_("It can be read here: {source}").format(source=entry.source))


def _line(key: RecordId, row: Row, team: str, states: frozenset[str]) -> ReadLine:
    cells = (cell.text for cell in row.cells)
    texts = (row.title, *(remark.text for remark in row.remarks), *cells)
    return ReadLine(ListedRow(key, row), searched(texts), team, states)


_kind = partial(ReadKind, add=_("&Add …"), reads_audits=False)
REGISTERS: Final[Mapping[Register, ReadKind]] = {
    Register.DISPUTES: _kind(
        _("Disputes"),
        "scale",
        _("No disputes or escalations yet"),
        _("Write down who disagrees about what, who has to answer, and how it was settled."),
        _("What it is about"),
        (Column(_("Level"), 180), Column(_("Reply due"), 150), _STATE),
        (
            ("", _("Open and settled")),
            (OPEN, _("Open")),
            (LATE, _("Reply overdue")),
            (SETTLED, _("Settled")),
        ),
        dispute_lines,
    ),
    Register.LEARNING: _kind(
        _("Learning"),
        "lightbulb",
        _("No learning messages yet"),
        _("Write down what went out to whom, and look later whether it had an effect."),
        _("Message"),
        (Column(_("Effect due"), 150), _STATE),
        (
            ("", _("All messages")),
            (OPEN, _("Effect not looked at yet")),
            (LATE, _("Check overdue")),
            (CHECKED, _("Effect looked at")),
        ),
        learning_lines,
    ),
    Register.ACTIVITIES: _kind(
        _("Other activity"),
        "eye",
        _("No other quality activity yet"),
        _("Observations, learning reviews, complaints and more: what they found, by theme."),
        _("What was found"),
        (Column(_("What"), 180), Column(_("When"), 150)),
        (("", _("All kinds")), *((each.value, label(each)) for each in ActivityKind)),
        activity_lines,
    ),
}
