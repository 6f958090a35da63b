# SPDX-License-Identifier: MPL-2.0
"""Say how the answers that a question offers look."""

from collections.abc import Collection, Sequence
from typing import Final

from auditapp.checklist.models import Question
from auditapp.i18n import _
from auditapp.judgement.outline import AskedQuestion
from auditapp.model.answer import Cause
from auditapp.model.labels import label
from ui.widgets.answers.answer_spec import AnswerSpec

NOT_APPLICABLE: Final = ""
"""Stands for "Not applicable" among the answers of a rating; no answer has an empty id."""

_LAST_KEY: Final = 9

_ICONS: Final = {
    "outstanding": "star",
    "good": "check",
    "requires_improvement": "triangle-alert",
    "inadequate": "x",
    "met": "check",
    "partly_met": "triangle-alert",
    "not_met": "x",
    "could_not_find": "search",
}


def rating_specs(asked: AskedQuestion) -> list[AnswerSpec]:
    """Return the answers of a rating question, with "Not applicable" last where it is offered.

    An answer of an own scale looks like the built-in one that it counts as.
    """
    scale = asked.checklist.scale(asked.question.scale or "")
    specs = [
        AnswerSpec(each.id, each.text, _ICONS[each.counts_as], each.counts_as, _digit(number))
        for number, each in enumerate(scale.answers, start=1)
    ]
    if asked.question.can_be_not_applicable:
        digit = _digit(len(specs) + 1)
        specs.append(
            AnswerSpec(NOT_APPLICABLE, _("Not applicable"), "minus", "not_applicable", digit)
        )
    return specs


def option_specs(question: Question, chosen: Collection[str]) -> list[AnswerSpec]:
    """Return the options of a choice; a retired one only while it is chosen."""
    offered = [each for each in question.answers if not each.retired or each.id in chosen]
    return [
        AnswerSpec(each.id, each.text, digit=_digit(number), is_exclusive=each.exclusive)
        for number, each in enumerate(offered, start=1)
    ]


def answer_specs(asked: AskedQuestion) -> list[AnswerSpec]:
    """Return what a question offers to choose from; nothing where something is written."""
    if asked.question.scale:
        return rating_specs(asked)
    return option_specs(asked.question, ())


def cause_specs(answers: Sequence[AnswerSpec] = ()) -> list[AnswerSpec]:
    """Return what may lie behind a shortfall, where ``answers`` were chosen from.

    Each has the same key wherever those leave it, so that one hand says both.
    """
    first = _LAST_KEY + 1 - len(Cause)
    has_keys = len(answers) < first
    return [
        AnswerSpec(cause.value, label(cause), digit=number if has_keys else None)
        for number, cause in enumerate(Cause, start=first)
    ]


def _digit(number: int) -> int | None:
    """Return the key that chooses an answer; there is none for the tenth."""
    return number if number <= _LAST_KEY else None
