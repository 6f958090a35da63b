# SPDX-License-Identifier: MPL-2.0
"""Carry out a plan: the edit that moves a draft to another version of its checklist.

It is one edit, so that the history holds it in one line and undo takes all of it back at once.
"""

from collections.abc import Iterator, Mapping
from itertools import count
from typing import TypeVar

from auditapp.checklist.revision.fates import AnswerFate, AnswerState, RevisionPlan
from auditapp.model.answer import Answer, SetAsideAnswer, ToConfirm
from auditapp.model.audit import Audit, ChecklistPin
from auditapp.model.edits import Author, Edit
from auditapp.model.follow_up import Action, Concern, EarlierWording
from auditapp.model.history import HistoryKind
from auditapp.model.ids import QuestionKey, RecordId
from auditapp.model.tables import puts_between

Follow = TypeVar("Follow", Action, Concern)


def migration_edit(
    audit: Audit, plan: RevisionPlan, pin: ChecklistPin, by: Author, detail: str = ""
) -> Edit:
    """Return the edit that carries out ``plan`` in the audit it was made for.

    Args:
        audit: the audit.
        plan: what ``planning.plan`` returned for this state of it.
        pin: the new checklist with its bytes (``embedding.pin_with_bytes``).
        by: who moves it, and when.
        detail: what the line of history says.
    """
    puts = puts_between(audit, moved_audit(audit, plan, pin))
    return Edit(HistoryKind.MIGRATED, by, puts, detail=detail)


def moved_audit(audit: Audit, plan: RevisionPlan, pin: ChecklistPin) -> Audit:
    """Return the audit as it is after ``plan`` was carried out."""
    # The same bytes keep their pin, with what vouched for them on the day the audit was started.
    pins = tuple(
        pin if each.id == pin.id and each.sha256 != pin.sha256 else each
        for each in audit.checklists
    )
    moved = {fate.key for fate in plan.fates}
    return audit.model_copy(
        update={
            "checklists": pins,
            "answers": _answers(audit, plan, moved),
            "to_confirm": _to_confirm(audit, plan, moved),
            "set_aside": _set_aside(audit, plan),
            "actions": _follow(audit.actions, plan),
            "concerns": _follow(audit.concerns, plan),
            "earlier_wordings": audit.earlier_wordings | dict(_earlier_wordings(audit, plan)),
        }
    )


def _answers(
    audit: Audit, plan: RevisionPlan, moved: set[QuestionKey]
) -> dict[QuestionKey, Answer]:
    kept = {key: answer for key, answer in audit.answers.items() if key not in moved}
    return kept | {fate.new_key: fate.answer for fate in plan.fates if fate.new_key}


def _to_confirm(
    audit: Audit, plan: RevisionPlan, moved: set[QuestionKey]
) -> dict[QuestionKey, ToConfirm]:
    rows = {key: row for key, row in audit.to_confirm.items() if key not in moved}
    for fate in plan.fates:
        if fate.new_key is None or fate.state is not AnswerState.TO_CONFIRM:
            continue
        row = ToConfirm(
            question_text=fate.question_text,
            answer_text=fate.answer_text,
            why=fate.why,
            checklist_version=fate.version,
        )
        rows[fate.new_key] = _beside(rows[fate.new_key], row) if fate.new_key in rows else row
    return rows


def _beside(first: ToConfirm, second: ToConfirm) -> ToConfirm:
    """Return the wordings of two questions that were merged, one above the other."""
    texts = {
        name: "\n".join(dict.fromkeys((getattr(first, name), getattr(second, name))))
        for name in ("question_text", "answer_text")
    }
    return first.model_copy(update=texts)


def _set_aside(audit: Audit, plan: RevisionPlan) -> dict[QuestionKey, SetAsideAnswer]:
    """Return what is set aside, old and new; questions that were renamed are followed."""
    rows = {}
    for key, row in audit.set_aside.items():
        beside = tuple(plan.questions.get(each, each) for each in row.beside)
        rows[key] = row.model_copy(update={"beside": beside})
    for fate in plan.fates:
        if fate.state is AnswerState.SET_ASIDE:
            rows[_free_key(fate.key, rows)] = _set_aside_answer(fate)
    return rows


def _free_key(key: QuestionKey, taken: Mapping[QuestionKey, object]) -> QuestionKey:
    """Return a key of its own: the same question may be set aside by one revision after another."""
    if key not in taken:
        return key
    return next(
        name for number in count(2) if (name := QuestionKey(f"{key} ({number})")) not in taken
    )


def _set_aside_answer(fate: AnswerFate) -> SetAsideAnswer:
    return SetAsideAnswer(
        question_text=fate.question_text,
        answer_text=fate.answer_text,
        answer=fate.answer,
        why=fate.why,
        checklist_version=fate.version,
        question=fate.key,
        beside=fate.beside,
    )


def _follow(records: Mapping[RecordId, Follow], plan: RevisionPlan) -> dict[RecordId, Follow]:
    """Return actions or concerns with the new keys of the questions they come from.

    Where the answer was set aside, the record stays with the old question.
    """
    left = {fate.key for fate in plan.fates if fate.state is AnswerState.SET_ASIDE}
    followed = {}
    for record_id, record in records.items():
        question = record.question
        if question is not None and question not in left:
            question = plan.questions.get(question, question)
        followed[record_id] = record.model_copy(update={"question": question})
    return followed


def _earlier_wordings(
    audit: Audit, plan: RevisionPlan
) -> Iterator[tuple[RecordId, EarlierWording]]:
    """Yield the old wording for each action and concern whose question is not what it was."""
    texts = {
        fate.key: EarlierWording(question_text=fate.question_text, checklist_version=fate.version)
        for fate in plan.fates
        if fate.state is AnswerState.SET_ASIDE
    }
    for key, text in plan.gone.items():
        wording = EarlierWording(question_text=text, checklist_version=plan.old.version)
        texts.setdefault(key, wording)
    linked = [(record_id, action.question) for record_id, action in audit.actions.items()]
    linked += [(record_id, concern.question) for record_id, concern in audit.concerns.items()]
    for record_id, question in linked:
        if question in texts and record_id not in audit.earlier_wordings:
            yield record_id, texts[question]
