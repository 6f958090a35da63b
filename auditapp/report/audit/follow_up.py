# SPDX-License-Identifier: MPL-2.0
"""Show what follows from an audit: immediate concerns, actions, and what people said."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from auditapp.i18n import _
from auditapp.judgement.action_course import action_course
from auditapp.judgement.action_moves import due_words, handed_words, moved_words
from auditapp.judgement.moment_words import moment_words
from auditapp.model.audit import Audit
from auditapp.model.follow_up import Action, ActionStatus, Concern, Feedback, FeedbackFrom
from auditapp.model.ids import QuestionKey, RecordId
from auditapp.model.labels import label
from auditapp.report.audit.stamps import Stamp, UsualStamp
from auditapp.report.blocks import (
    Badge,
    Block,
    Callout,
    CalloutTone,
    Cell,
    Column,
    ColumnKind,
    Heading,
    Noted,
    Paragraph,
    Table,
    TextTone,
    Tone,
)

ACTION_TONES = {
    ActionStatus.OPEN: Tone.PARTLY_MET,
    ActionStatus.DONE: Tone.GOOD,
    ActionStatus.VERIFIED: Tone.MET,
    ActionStatus.DROPPED: Tone.NEUTRAL,
}


QuestionName = Callable[[QuestionKey | None, RecordId], str]
"""Names the question that a record was found under; see ``AnswerPart.question_name``."""


def in_order(every: Mapping[RecordId, Concern]) -> list[tuple[RecordId, Concern]]:
    """Return concerns with their ids, those still open first, then the oldest first."""
    return sorted(every.items(), key=lambda each: (not each[1].is_open, each[1].found_at))


def concerns(every: Mapping[RecordId, Concern], name_of: QuestionName) -> Iterator[Block]:
    """Show concerns, those still open first."""
    for key, concern in in_order(every):
        yield concern_callout(concern, name_of(concern.question, key))


def concern_callout(concern: Concern, question: str) -> Callout:
    """Show one concern, in red while it is open; ``question`` names what it was found under."""
    lines = (
        concern.what,
        " ".join(_concern_course(concern)),
        _labelled(_("Response"), concern.response),
        _labelled(_("Question"), question),
    )
    said = tuple(filter(None, lines))
    if concern.is_open:
        return Callout(CalloutTone.DANGER, _("Immediate concern, still open"), said)
    return Callout(CalloutTone.WARN, _("Immediate concern, closed"), said)


def actions(audit: Audit, name_of: QuestionName) -> Iterator[Block]:
    """Show all actions of an audit in one table, each as it stands, and what became of it."""
    every = audit.actions_now
    yield Heading(1, _("Actions"))
    if not every:
        yield Paragraph(_("No action was set."))
        return
    usual = UsualStamp(_stamp(action) for action in every.values())
    text = _("Actions set: {usual}, unless said otherwise.").format(usual=usual.words)
    yield Paragraph(text, TextTone.MUTED, leads_in=True)
    columns = (
        Column(_("No."), 4, ColumnKind.ROW_HEAD),
        Column(_("Action"), 53),
        Column(_("Owner"), 14),
        Column(_("Due"), 17),
        Column(_("Status"), 12),
    )
    rows = [
        _action(number, action, name_of(action.question, key), action_course(audit, key), usual)
        for number, (key, action) in enumerate(every.items(), start=1)
    ]
    yield Table(columns, rows, _("Actions, who owns them and by when"))


def feedback(every: Mapping[FeedbackFrom, Feedback]) -> Iterator[Block]:
    """Show what each person said, or why nobody asked; nothing when nothing is recorded."""
    if not every:
        return
    yield Heading(1, _("What people said"))
    columns = (
        Column(_("Who"), 20, ColumnKind.ROW_HEAD),
        Column(_("What they said"), 63),
        Column(_("Asked"), 15),
    )
    rows = [(label(person), _said(each), _asked(each)) for person, each in every.items()]
    yield Table(columns, rows, _("What people said, and who was asked"))


def _concern_course(concern: Concern) -> Iterator[str]:
    """Yield a sentence for each step from finding a concern to closing it."""
    found = moment_words(concern.found_at)
    if concern.raised_by:
        yield _("Found on {when} by {who}.").format(when=found, who=concern.raised_by)
    else:
        yield _("Found on {when}.").format(when=found)
    told_at = moment_words(concern.told_at) if concern.told_at else ""
    told = ", ".join(filter(None, (concern.told_whom, told_at)))
    if told:
        yield _("Told: {told}.").format(told=told)
    if concern.closed_at:
        yield _("Closed on {when}.").format(when=moment_words(concern.closed_at))


def _action(
    number: int, action: Action, question: str, course: Sequence[str], usual: UsualStamp
) -> tuple[Cell, ...]:
    notes = (
        _labelled(_("How we will know"), action.how_we_will_know),
        _labelled(_("Evidence it is done"), action.completion_evidence),
        _labelled(_("Verified by"), action.verified_by),
        _labelled(_("Dropped because"), action.dropped_reason),
        *course,
        _labelled(_("From"), question),
        _labelled(_("Set"), usual.exception(_stamp(action))),
    )
    return (
        str(number),
        Noted(action.what, notes),
        Noted(action.owner_role or _("Nobody named"), (handed_words(action),)),
        Noted(due_words(action), (moved_words(action),)),
        Badge(label(action.status), ACTION_TONES[action.status]),
    )


def _stamp(action: Action) -> Stamp:
    return Stamp("", action.created_at)


def _said(each: Feedback) -> Noted:
    notes = (_labelled(_("How asked"), each.how), _labelled(_("Why not asked"), each.why_not))
    return Noted(each.said, notes)


def _asked(each: Feedback) -> Badge:
    if each.asked is None:
        return Badge(_("Not recorded"))
    return Badge(_("Asked"), Tone.MET) if each.asked else Badge(_("Not asked"))


def _labelled(name: str, text: str) -> str:
    """Return ``text`` behind its label, or nothing when it says nothing."""
    return _("{name}: {text}").format(name=name, text=text) if text.strip() else ""
