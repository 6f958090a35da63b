# SPDX-License-Identifier: MPL-2.0
"""Bring the value of an answer into the form that the revised question wants.

Nothing is estimated: a value is taken over as it is, turned into exactly the same in another form,
or read as the answer that the checklist itself names as its successor. Anything else is no answer
to the new question.
"""

import datetime as dt
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from auditapp.checklist.models import QuestionKind
from auditapp.checklist.revision.fates import AnswerState, Reason
from auditapp.checklist.revision.options import mapped_from, successors
from auditapp.checklist.revision.question_pair import QuestionPair
from auditapp.i18n import _
from auditapp.model.answer import Value
from auditapp.model.ids import AnswerId

KEPT, TO_CONFIRM, SET_ASIDE = AnswerState

_NUMBER = re.compile(r"-?(0|[1-9][0-9]{0,14})(\.[0-9]{1,10})?")
LISTED = frozenset({QuestionKind.RATING, QuestionKind.CHOICE, QuestionKind.CHOICES})
"""Kinds that offer answers to choose from."""


@dataclass(frozen=True, slots=True)
class Converted:
    """Hold a value in its new form, and what the auditor should know of the way there."""

    value: Value
    reasons: tuple[Reason, ...] = ()


class _NoSuccessorError(Exception):
    """Say in a sentence why a value is no answer to the new question."""


def convert(value: Value, pair: QuestionPair) -> Converted | Reason:
    """Return ``value`` as an answer to the new question, or the reason why it is none."""
    try:
        return _convert(value, pair)
    except _NoSuccessorError as error:
        return Reason(SET_ASIDE, str(error))


def _convert(value: Value, pair: QuestionPair) -> Converted:
    old, new = pair.old.kind, pair.new.kind
    if old in LISTED and new in LISTED:
        return _listed(value, pair)
    if old is new:
        return _whole(value) if pair.new.whole and not pair.old.whole else Converted(value)
    if (old, new) in _WIDENED:
        return Converted(_WIDENED[old, new](value))
    if (old, new) in _NARROWED:
        narrowed = _NARROWED[old, new](value)
        is_fraction = pair.new.whole and isinstance(narrowed, float)
        if narrowed is not None and not is_fraction:
            return Converted(
                narrowed, (Reason(TO_CONFIRM, _("The answer was put in a new form.")),)
            )
    raise _NoSuccessorError(_("The question now wants another kind of answer."))


def _several(value: Value) -> Value:
    return (str(value),)


def _as_text(value: Value) -> Value:
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def _only_one(value: Value) -> Value | None:
    return value[0] if isinstance(value, tuple) and len(value) == 1 else None


def _as_number(value: Value) -> Value | None:
    text = str(value).strip()
    if not _NUMBER.fullmatch(text):
        return None
    return float(text) if "." in text else int(text)


def _as_date(value: Value) -> Value | None:
    text = str(value).strip()
    try:
        day = dt.date.fromisoformat(text).isoformat()
    except ValueError:
        return None
    return day if day == text else None  # or else a number of eight digits would become a date


_Kinds = tuple[QuestionKind, QuestionKind]

_WIDENED: Mapping[_Kinds, Callable[[Value], Value]] = {
    (QuestionKind.DATE, QuestionKind.DATES): _several,
    (QuestionKind.NUMBER, QuestionKind.TEXT): _as_text,
    (QuestionKind.DATE, QuestionKind.TEXT): _as_text,
}
_NARROWED: Mapping[_Kinds, Callable[[Value], Value | None]] = {
    (QuestionKind.DATES, QuestionKind.DATE): _only_one,
    (QuestionKind.TEXT, QuestionKind.NUMBER): _as_number,
    (QuestionKind.TEXT, QuestionKind.DATE): _as_date,
}
WIDENED_KINDS = frozenset({*_WIDENED, (QuestionKind.CHOICE, QuestionKind.CHOICES)})
"""Changes of kind, old and new, that every answer outlives."""
NARROWED_KINDS = frozenset(_NARROWED)
"""Changes of kind, old and new, that an answer outlives if it fits exactly."""


def _whole(value: Value) -> Converted:
    if isinstance(value, int):
        return Converted(value)
    if isinstance(value, float) and value.is_integer():
        reason = Reason(TO_CONFIRM, _("Only whole numbers are wanted now; the answer was one."))
        return Converted(int(value), (reason,))
    raise _NoSuccessorError(_("Only whole numbers are wanted now."))


def _listed(value: Value, pair: QuestionPair) -> Converted:
    """Convert the answer to a question that offers answers to choose from."""
    chosen = [AnswerId(str(each)) for each in (value if isinstance(value, tuple) else (value,))]
    new_ids, reasons = _successors(chosen, pair)
    if (pair.old.kind is QuestionKind.RATING) is not (pair.new.kind is QuestionKind.RATING):
        reasons.append(Reason(TO_CONFIRM, _("The question now wants another kind of answer.")))
    if pair.new.kind is QuestionKind.CHOICES:
        kept = tuple(dict.fromkeys(new_ids))
        excluding = any(pair.is_offered[each].is_exclusive for each in kept)
        if excluding and len(kept) > 1:
            sentence = _("One of the answers can no longer stand beside others.")
            reasons.append(Reason(TO_CONFIRM, sentence))
        return Converted(kept, tuple(reasons))
    if len(new_ids) != 1:
        raise _NoSuccessorError(_("Only one answer can be chosen now, and several were."))
    if pair.old.kind is QuestionKind.CHOICES:
        reasons.append(Reason(TO_CONFIRM, _("Only one answer can be chosen now; one was.")))
    return Converted(new_ids[0], tuple(reasons))


def _successors(chosen: list[AnswerId], pair: QuestionPair) -> tuple[list[AnswerId], list[Reason]]:
    if pair.old.scale != pair.new.scale:
        return _on_other_scale(chosen, pair)
    new_ids: list[AnswerId] = []
    reasons: list[Reason] = []
    for answer in chosen:
        new_id = _successor(answer, pair)
        new_ids.append(new_id)
        reasons += _text_reasons(answer, new_id, pair)
    return new_ids, reasons + _other_answers(chosen, pair)


def _on_other_scale(
    chosen: list[AnswerId], pair: QuestionPair
) -> tuple[list[AnswerId], list[Reason]]:
    """Take answers to another scale: where both offer the same, or where a map says how."""
    texts = [
        {each.id: each.text for each in offered.values()}
        for offered in (pair.was_offered, pair.is_offered)
    ]
    if texts[0] == texts[1]:
        return chosen, [Reason(KEPT, _("The scale is another one with the same answers."))]
    if pair.old.scale is None or pair.new.scale is None:
        raise _NoSuccessorError(_("The question now offers other answers."))
    try:
        mapped = [
            mapped_from(pair.new_checklist, pair.new, pair.old.scale, each) for each in chosen
        ]
    except KeyError:
        raise _NoSuccessorError(_("The question now has another scale.")) from None
    sentence = _("The question now has another scale; the checklist says what your answer becomes.")
    return mapped, [Reason(TO_CONFIRM, sentence)]


def _successor(answer: AnswerId, pair: QuestionPair) -> AnswerId:
    found = successors(answer, pair.is_offered, pair.was_offered)
    if len(found) > 1:
        raise _NoSuccessorError(_("The answer was divided into several."))
    if not found:
        raise _NoSuccessorError(_("The answer is no longer offered."))
    return found[0]


def _text_reasons(answer: AnswerId, new_id: AnswerId, pair: QuestionPair) -> list[Reason]:
    was = pair.was_offered.get(answer)
    if was is None or was.text == pair.is_offered[new_id].text:
        return []
    if pair.is_declared_same:
        sentence = _("Your answer was reworded; the checklist says that it means the same.")
        return [Reason(KEPT, sentence)]
    return [Reason(TO_CONFIRM, _("Your answer was reworded."))]


def _other_answers(chosen: list[AnswerId], pair: QuestionPair) -> list[Reason]:
    """Say that there is something new to choose from."""
    if any(
        not any(name in pair.was_offered for name in (each.id, *each.earlier))
        for each in pair.is_offered.values()
    ):
        return [Reason(KEPT, _("New answers are offered."))]
    texts = {each.id: each.text for each in pair.is_offered.values()}
    others = (each for each in pair.was_offered.values() if each.id not in chosen)
    if any(texts.get(each.id, each.text) != each.text for each in others):
        return [Reason(KEPT, _("Another answer was reworded."))]
    return []
