# SPDX-License-Identifier: MPL-2.0
"""Put what people said in all audits into lines, in their own words."""

from collections.abc import Iterator
from functools import cache
from typing import Final

from auditapp.i18n import _
from auditapp.insight.said import FeedbackRow
from auditapp.judgement.day_words import day_words
from auditapp.model.follow_up import Feedback, FeedbackFrom
from auditapp.model.labels import label
from auditapp.operations.actions import EVERY_AUDIT
from auditapp.searching import searched
from auditapp.workspace import Workspace
from ui.actions.source_words import source_words
from ui.registers.listed_row import ListedRow
from ui.registers.read_line import ReadKind, ReadLine
from ui.rows.row import Cell, Column, Remark, Row
from ui.walkthrough.steps import FEEDBACK

REPLIED, NO_REPLY, NOT_ASKED, UNSETTLED = "replied", "no_reply", "not_asked", "unsettled"
_LOOKS: Final = {
    REPLIED: (_("Replied"), "ok", "message-square"),
    NO_REPLY: (_("Asked, no reply"), "warn", "clock"),
    NOT_ASKED: (_("Not asked"), "neutral", "minus"),
    UNSETTLED: (_("Not settled"), "warn", "circle"),
}


def feedback_lines(workspace: Workspace) -> list[ReadLine]:
    """Read what people said, the newest audit first."""
    words_of = cache(day_words)  # there are many more lines than days
    found = workspace.feedback_across(EVERY_AUDIT)
    return [_line(each, words_of(each.day)) for each in reversed(found)]


def state_of(feedback: Feedback) -> str:
    """Return what came of asking one person."""
    if feedback.asked is None:
        return UNSETTLED
    if not feedback.asked:
        return NOT_ASKED
    return REPLIED if feedback.said.strip() else NO_REPLY


def _line(found: FeedbackRow, day: str) -> ReadLine:
    feedback, state = found.feedback, state_of(found.feedback)
    cells = (Cell(label(found.person)), Cell(day), Cell(*_LOOKS[state]))
    row = Row(_title(feedback, state), tuple(_remarks(found)), cells)
    texts = (feedback.said, feedback.why_not, feedback.how, found.reference, found.team)
    return ReadLine(
        ListedRow((found.audit, found.person), row),
        searched(texts),
        found.team,
        frozenset({state, found.person.value}),
        found.audit,
        FEEDBACK,
    )


def _title(feedback: Feedback, state: str) -> str:
    if state == REPLIED:
        return feedback.said
    if state == NOT_ASKED:
        why = feedback.why_not.strip() or _("nobody said why")
        return _("Not asked: {why}").format(why=why)
    return _("Asked; nothing is written down yet") if state == NO_REPLY else _("Not settled yet")


def _remarks(found: FeedbackRow) -> Iterator[Remark]:
    yield Remark(source_words(found), "text3")
    if found.feedback.how.strip():
        yield Remark(_("How they were asked: {how}").format(how=found.feedback.how))


FEEDBACKS: Final = ReadKind(
    _("Feedback"),
    "message-square",
    _("No feedback yet"),
    _("Each audit asks what the child, the family and the practitioner say, or why nobody asked."),
    _("What they said"),
    (Column(_("Who"), 170), Column(_("Audit"), 150), Column(_("Status"), 150)),
    (
        ("", _("Everybody")),
        *((person.value, label(person)) for person in FeedbackFrom),
        *((state, words) for state, (words, _tone, _icon) in _LOOKS.items()),
    ),
    feedback_lines,
    add=_("&Questions to print …"),
    add_icon="printer",
)
