# SPDX-License-Identifier: MPL-2.0
"""Put the immediate concerns of all audits into lines."""

import datetime as dt
from collections.abc import Iterator
from typing import Final

from auditapp.i18n import _, ngettext
from auditapp.insight.said import ConcernRow
from auditapp.judgement.moment_words import moment_words
from auditapp.model.follow_up import Concern
from auditapp.operations.actions import EVERY_AUDIT
from auditapp.searching import searched
from auditapp.workspace import Workspace
from ui.actions.source_words import source_words
from ui.registers.listed_row import ListedRow
from ui.registers.read_line import ReadKind, ReadLine
from ui.rows.row import Cell, Column, Remark, Row
from ui.walkthrough.steps import REVIEW, Step, StepKind

_HOUR, _DAY = 60, 24 * 60
OPEN, CLOSED, NOBODY_TOLD = "open", "closed", "nobody_told"


def concern_lines(workspace: Workspace) -> list[ReadLine]:
    """Read the concerns, those that wait for a response first."""
    return [_line(each) for each in workspace.concerns_across(EVERY_AUDIT)]


def time_to_tell(concern: Concern) -> str:
    """Return how long it took until somebody was told, in the unit that fits; "" if unknown."""
    if concern.told_at is None:
        return ""
    minutes = round((concern.told_at - concern.found_at) / dt.timedelta(minutes=1))
    if minutes < 0:
        return _("Told before it was written down")
    if minutes < _HOUR:
        return ngettext("{count} minute", "{count} minutes", minutes).format(count=minutes)
    if minutes < _DAY:
        hours = minutes // _HOUR
        return ngettext("{count} hour", "{count} hours", hours).format(count=hours)
    days = minutes // _DAY
    return ngettext("{count} day", "{count} days", days).format(count=days)


def _line(found: ConcernRow) -> ReadLine:
    concern = found.concern
    told = time_to_tell(concern) or (_("Nobody told") if not concern.told_whom.strip() else "")
    state = (
        Cell(_("Open"), "danger", "siren") if concern.is_open else Cell(_("Closed"), "ok", "check")
    )
    cells = (Cell(moment_words(concern.found_at)), Cell(told), state)
    row = Row(concern.what, tuple(_remarks(found)), cells)
    texts = (concern.what, concern.told_whom, concern.response, found.reference, found.team)
    return ReadLine(
        ListedRow((found.audit, found.id), row),
        searched(texts),
        found.team,
        frozenset(_states(concern)),
        found.audit,
        Step(StepKind.QUESTION, concern.question) if concern.question else REVIEW,
    )


def _remarks(found: ConcernRow) -> Iterator[Remark]:
    concern = found.concern
    yield Remark(source_words(found), "text3")
    if concern.told_whom.strip():
        yield Remark(_("Told: {whom}").format(whom=concern.told_whom))
    if concern.response.strip():
        yield Remark(_("What they did: {response}").format(response=concern.response))
    else:
        yield Remark(_("No response is recorded."), "warn")


def _states(concern: Concern) -> Iterator[str]:
    yield OPEN if concern.is_open else CLOSED
    if not concern.told_whom.strip():
        yield NOBODY_TOLD


CONCERNS: Final = ReadKind(
    _("Concerns"),
    "siren",
    _("No immediate concerns"),
    _("A concern is raised in an audit, from wherever the auditor is. All of them stand here."),
    _("Concern"),
    (Column(_("Found"), 210), Column(_("Told after"), 130), Column(_("Status"), 110)),
    (
        ("", _("Open and closed")),
        (OPEN, _("Open")),
        (CLOSED, _("Closed")),
        (NOBODY_TOLD, _("Nobody told")),
    ),
    concern_lines,
)
