# SPDX-License-Identifier: MPL-2.0
"""Compare the answers that a question offers in two versions of its checklist."""

from collections.abc import Iterator

from auditapp.checklist.models import Checklist, Question
from auditapp.checklist.revision.changes import ChangeKind, ChecklistChange
from auditapp.checklist.revision.field_words import field_words
from auditapp.checklist.revision.options import Option, options, successors
from auditapp.checklist.revision.order import moved_entries
from auditapp.checklist.revision.word_marks import word_marks
from auditapp.i18n import _
from auditapp.model.ids import AnswerId


def answer_changes(
    old: Checklist, before: Question, new: Checklist, after: Question
) -> Iterator[ChecklistChange]:
    """Yield what changed in the answers of a question; nothing where it went to another scale."""
    if before.scale != after.scale:
        return
    if before.scale and old.scale(before.scale) == new.scale(before.scale):
        return
    was, offered = options(old, before), options(new, after)
    pairs = {each: successors(each, offered, was) for each in was}
    for answer_id, found in pairs.items():
        if len(found) == 1:
            yield from _pair(after, was[answer_id], offered[found[0]])
        else:
            yield ChecklistChange(
                ChangeKind.ANSWER_REMOVED,
                was[answer_id].text,
                question=after.id,
                answer=answer_id,
            )
    continued = {found[0] for found in pairs.values() if len(found) == 1}
    for answer_id in (each for each in offered if each not in continued):
        yield ChecklistChange(
            ChangeKind.ANSWER_ADDED,
            new=offered[answer_id].text,
            question=after.id,
            answer=answer_id,
        )
    yield from _finer(old, before, new, after)


def _pair(question: Question, old: Option, new: Option) -> Iterator[ChecklistChange]:
    if old.id != new.id:
        kind = ChangeKind.ANSWER_RENAMED
        yield ChecklistChange(kind, old.id, new.id, question=question.id, answer=new.id)
    if old.text != new.text:
        yield ChecklistChange(
            ChangeKind.ANSWER_REWORDED,
            old.text,
            new.text,
            question=question.id,
            answer=new.id,
            marks=word_marks(old.text, new.text),
        )


def _finer(
    old: Checklist, before: Question, new: Checklist, after: Question
) -> Iterator[ChecklistChange]:
    """Yield what changed about an answer beside its id and text: order, meaning, what it does."""
    was, now = _by_id(old, before), _by_id(new, after)
    moved = moved_entries(list(was), list(now))
    for answer_id in now:
        if answer_id in moved:
            yield _changed(after, answer_id, "order", _("another place in the list"))
        if answer_id not in was:
            continue
        for field in ("counts_as", "exclusive", "raises"):
            values = [getattr(each[answer_id], field, None) for each in (was, now)]
            if values[0] != values[1]:
                words = [field_words(each, new) for each in values]
                yield _changed(after, answer_id, field, words[1], words[0])


def _changed(
    question: Question, answer_id: AnswerId, field: str, new: str, old: str = ""
) -> ChecklistChange:
    return ChecklistChange(
        ChangeKind.ANSWER_CHANGED,
        old,
        new,
        question=question.id,
        answer=answer_id,
        field=field,
    )


def _by_id(checklist: Checklist, question: Question) -> dict[AnswerId, object]:
    offered = checklist.scale(question.scale).answers if question.scale else question.answers
    return {each.id: each for each in offered}
