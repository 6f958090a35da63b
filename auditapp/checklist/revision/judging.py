# SPDX-License-Identifier: MPL-2.0
"""Decide what becomes of one answer when its question goes on as one other question."""

from collections.abc import Iterator

from auditapp.checklist.models import QuestionChange, QuestionKind
from auditapp.checklist.revision.conversion import convert
from auditapp.checklist.revision.fates import AnswerState, Reason
from auditapp.checklist.revision.question_pair import QuestionPair
from auditapp.i18n import _
from auditapp.model.answer import Answer, Value

KEPT, TO_CONFIRM, SET_ASIDE = AnswerState

_NOTICES = (
    (("hint", "where", "good", "shortfall", "looks_like"), _("The guidance was changed.")),
    (("weight", "critical", "counts"), _("The question counts in another way.")),
    (("timescale",), _("The timescale was changed.")),
)
"""Fields, and what to say when one of them differs."""

_DATES = frozenset({QuestionKind.DATE, QuestionKind.DATES})


def judge(answer: Answer, pair: QuestionPair) -> tuple[Answer, tuple[Reason, ...]]:
    """Return the answer as the new question would hold it, and every reason for its state.

    An answer that is not given, of which there is only a note, evidence or a flag, is kept with the
    question that it was written about: there is nothing to confirm while the question is open.
    """
    reasons = list(_whether_asked(pair))
    if answer.is_given:
        reasons += _wording(pair)
        reasons += _without_value(answer, pair)
        if answer.value is not None:
            converted = convert(answer.value, pair)
            if isinstance(converted, Reason):
                reasons.append(converted)
            else:
                reasons += converted.reasons
                reasons += _limits(converted.value, pair)
                answer = answer.model_copy(update={"value": converted.value})
    return answer, (*reasons, *_to_know(pair))


def _to_know(pair: QuestionPair) -> Iterator[Reason]:
    """Yield what else was changed about the question, and leaves every answer as it is."""
    if pair.old.id != pair.new.id:
        yield Reason(KEPT, _("The question has another id now."))
    for names, sentence in _NOTICES:
        if any(getattr(pair.old, name) != getattr(pair.new, name) for name in names):
            yield Reason(KEPT, sentence)


def _whether_asked(pair: QuestionPair) -> Iterator[Reason]:
    if pair.new.retired and not pair.old.retired:
        yield Reason(SET_ASIDE, _("The question is no longer asked."))
    if pair.declared is QuestionChange.CHANGED_MEANING:
        yield Reason(SET_ASIDE, _("The question now asks something else."))


def _wording(pair: QuestionPair) -> Iterator[Reason]:
    if pair.old.text == pair.new.text:
        return
    if pair.is_declared_same:
        sentence = _("The question was reworded; the checklist says that it means the same.")
        yield Reason(KEPT, sentence)
    else:
        yield Reason(TO_CONFIRM, _("The question was reworded."))


def _without_value(answer: Answer, pair: QuestionPair) -> Iterator[Reason]:
    if answer.not_applicable:
        was, allowed = pair.old.not_applicable, pair.new.not_applicable
        if not pair.new.can_be_not_applicable and pair.old.can_be_not_applicable:
            yield Reason(SET_ASIDE, _("“Not applicable” is no longer offered."))
        elif was != allowed and allowed and allowed.reason == "required" and not answer.reason:
            yield Reason(TO_CONFIRM, _("“Not applicable” now needs a reason."))
    if answer.none_on_file and pair.new.kind not in _DATES:
        yield Reason(SET_ASIDE, _("The question now wants another kind of answer."))


def _limits(value: Value, pair: QuestionPair) -> Iterator[Reason]:
    """Yield that a number is outside limits that were narrowed."""
    if not isinstance(value, int | float):
        return
    old, new = pair.old, pair.new
    if new.min is not None and value < new.min and new.min != old.min:
        yield Reason(TO_CONFIRM, _("The smallest number allowed is now {n:g}.").format(n=new.min))
    if new.max is not None and value > new.max and new.max != old.max:
        yield Reason(TO_CONFIRM, _("The largest number allowed is now {n:g}.").format(n=new.max))
