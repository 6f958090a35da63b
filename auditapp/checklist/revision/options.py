# SPDX-License-Identifier: MPL-2.0
"""Know the answers that a question offers, and which of them takes the place of an earlier one."""

from collections.abc import Mapping
from dataclasses import dataclass

from auditapp.checklist.models import Checklist, Question
from auditapp.model.ids import AnswerId


@dataclass(frozen=True, slots=True)
class Option:
    """Hold one answer that is offered; ``earlier`` are the ids it had in earlier versions."""

    id: AnswerId
    text: str
    earlier: tuple[AnswerId, ...] = ()
    is_exclusive: bool = False


def options(checklist: Checklist, question: Question) -> Mapping[AnswerId, Option]:
    """Return the answers that are offered, in order; none for a free kind or one that retired."""
    if question.scale is not None:
        scale = checklist.scale(question.scale)
        return {
            each.id: Option(each.id, each.text, each.from_.get(scale.id, ()))
            for each in scale.answers
        }
    return {
        each.id: Option(each.id, each.text, each.renamed_from, each.exclusive)
        for each in question.answers
        if not each.retired
    }


def successors(
    answer: AnswerId, offered: Mapping[AnswerId, Option], known: Mapping[AnswerId, Option]
) -> tuple[AnswerId, ...]:
    """Return the answers among ``offered`` that go on for ``answer`` of an earlier version.

    ``known`` is what was offered then; the ids that the answer had before that are looked up too.
    """
    if answer in offered:
        return (answer,)
    names = (answer, *reversed(known[answer].earlier)) if answer in known else (answer,)
    for name in names:
        found = tuple(each.id for each in offered.values() if name in (each.id, *each.earlier))
        if found:
            return found
    return ()


def mapped_from(checklist: Checklist, question: Question, scale: str, answer: AnswerId) -> AnswerId:
    """Return the answer that the question's scale gives for ``answer`` of another scale.

    Raises:
        KeyError: the scale does not say.
    """
    own = checklist.scale(question.scale or "")
    for each in own.answers:
        if answer in each.from_.get(scale, ()):
            return each.id
    raise KeyError(answer)
