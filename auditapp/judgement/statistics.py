# SPDX-License-Identifier: MPL-2.0
"""Count what an audit found, and leave out everything that could say whose file it was."""

import datetime as dt
from collections import Counter
from collections.abc import Mapping

from auditapp.checklist.models import QuestionKind
from auditapp.judgement.outline import AskedQuestion, Outline
from auditapp.judgement.timescales import TimescaleState
from auditapp.model.answer import Answer
from auditapp.model.ids import QuestionKey
from auditapp.model.statistics import (
    AnswerState,
    AuditStatistics,
    CountedAnswer,
    CountedChecklist,
)

_CHOSEN_FROM = (QuestionKind.RATING, QuestionKind.CHOICE, QuestionKind.CHOICES)


def statistics_of(outline: Outline, changed_at: dt.datetime) -> AuditStatistics:
    """Return the figures of an audit; ``changed_at`` is the time of its last change."""
    audit = outline.audit
    at = audit.sign_off.at if audit.sign_off else changed_at
    return AuditStatistics(
        month=f"{at:%Y-%m}",
        status=audit.status,
        checklists=tuple(CountedChecklist(id=p.id, version=p.version) for p in audit.checklists),
        answers=_answers(outline),
        grades={key: grade.band for key, grade in audit.grades.items()},
        actions=dict(Counter(action.status for action in audit.actions_now.values())),
        concerns=len(audit.concerns),
    )


def _answers(outline: Outline) -> Mapping[QuestionKey, CountedAnswer]:
    """Return the answers to the questions that apply; earlier ones are counted nowhere else."""
    found = ((asked, outline.audit.answer(asked.key)) for asked in outline.questions)
    return {
        asked.key: _counted(outline, asked, answer) for asked, answer in found if answer.is_given
    }


def _counted(outline: Outline, asked: AskedQuestion, answer: Answer) -> CountedAnswer:
    codes = _codes(asked, answer)
    state = AnswerState.CHOSEN if codes else AnswerState.GIVEN
    if answer.not_applicable:
        state = AnswerState.NOT_APPLICABLE
    elif answer.none_on_file:
        state = AnswerState.NONE_ON_FILE
    return CountedAnswer(state=state, codes=codes, cause=answer.cause, met=_was_met(outline, asked))


def _codes(asked: AskedQuestion, answer: Answer) -> tuple[str, ...]:
    """Return the answers chosen: only what the checklist offers, for all else is a person's."""
    question = asked.question
    if question.kind not in _CHOSEN_FROM or answer.value is None:
        return ()
    offered = asked.checklist.answer_texts(question.id)
    given = answer.value if isinstance(answer.value, tuple) else (answer.value,)
    return tuple(str(code) for code in given if code in offered)


def _was_met(outline: Outline, asked: AskedQuestion) -> bool | None:
    result = outline.timescale(asked)
    if result is None or result.state not in (TimescaleState.MET, TimescaleState.LATE):
        return None
    return result.state is TimescaleState.MET
