# SPDX-License-Identifier: MPL-2.0
"""Put the fields of a checklist into words, so that two versions can be laid side by side."""

from collections.abc import Mapping

from pydantic import BaseModel

from auditapp.checklist.condition_models import (
    AllOf,
    AnswersTest,
    AnyOf,
    CohortTest,
    Not,
    QuestionTest,
)
from auditapp.checklist.condition_words import condition_words
from auditapp.checklist.models import Checklist, Question, Rule
from auditapp.i18n import _
from auditapp.model.answer import Answer
from auditapp.model.ids import AnswerId

_CONDITIONS = (AllOf, AnyOf, Not, AnswersTest, CohortTest, QuestionTest)


def field_words(value: object, checklist: Checklist) -> str:
    """Return what a field of ``checklist`` holds in words; empty when it holds nothing."""
    if isinstance(value, tuple):
        return "; ".join(field_words(each, checklist) for each in value)
    if isinstance(value, Rule):
        return _("{condition} - {message}").format(
            condition=condition_words(value.must, checklist), message=value.message
        )
    if isinstance(value, _CONDITIONS):
        return condition_words(value, checklist)
    if isinstance(value, BaseModel):
        fields = {name: getattr(value, name) for name in type(value).model_fields}
        return field_words(fields, checklist)
    if isinstance(value, Mapping):
        pairs = ((key, field_words(each, checklist)) for key, each in value.items())
        return "; ".join(f"{str(key).rstrip('_')}: {words}" for key, words in pairs if words)
    return _plain_words(value)


def _plain_words(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    return f"{value:g}" if isinstance(value, float) else str(value)


def answer_words(checklist: Checklist, question: Question, answer: Answer) -> str:
    """Return what was answered in the words of the checklist; dates as year, month, day."""
    if answer.not_applicable:
        return _("Not applicable")
    if answer.none_on_file:
        return _("No date on file")
    if not answer.is_given:
        return _("Not answered")
    parts = answer.value if isinstance(answer.value, tuple) else (answer.value,)
    offered = checklist.answer_texts(question.id)
    texts = [offered.get(AnswerId(str(part)), str(part)) for part in parts]
    return f"{'; '.join(texts)} {question.unit or ''}".rstrip()
