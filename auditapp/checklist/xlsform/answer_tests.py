# SPDX-License-Identifier: MPL-2.0
"""Test an answer against a literal of an expression, as the kind of the question wants it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

from auditapp.checklist.condition_models import Verb
from auditapp.checklist.question_models import QuestionKind
from auditapp.checklist.xlsform.condition_shapes import Condition, both, negated
from auditapp.checklist.xlsform.expressions import ExpressionError
from auditapp.i18n import _
from auditapp.model.ids import AnswerId, QuestionId

LARGEST: Final = 1e15
DECIMALS: Final = 12

CHOICE: Final = frozenset({QuestionKind.CHOICE, QuestionKind.RATING})
VERBS: Final = {
    "=": Verb.IS,
    "!=": Verb.IS_NOT,
    "<": Verb.LESS_THAN,
    "<=": Verb.AT_MOST,
    ">": Verb.MORE_THAN,
    ">=": Verb.AT_LEAST,
}
HOLDS: Final[Mapping[str, Callable[[Any, Any], bool]]] = {
    "=": lambda left, right: left == right,
    "!=": lambda left, right: left != right,
    "<": lambda left, right: left < right,
    "<=": lambda left, right: left <= right,
    ">": lambda left, right: left > right,
    ">=": lambda left, right: left >= right,
}


@dataclass(frozen=True, slots=True)
class Asked:
    """Say what expressions need to know of a question.

    ``answers`` gives the id of each answer under the name that the spreadsheet has for it.
    """

    id: QuestionId
    kind: QuestionKind
    answers: Mapping[str, AnswerId] = field(default_factory=dict)
    whole: bool = False


def answer_test(asked: Asked, sign: str, wanted: str | float) -> Condition:
    """Return the test of an answer against a literal.

    Raises:
        ExpressionError: answers of that kind cannot be tested so.
    """
    if wanted == "" and sign in ("=", "!="):
        return {"question": asked.id, "answered": sign == "!="}
    if asked.kind in CHOICE and sign not in ("=", "!="):
        return _numbered_answers(asked, sign, wanted)
    if asked.kind is QuestionKind.CHOICES:
        if sign not in ("=", "!="):
            raise ExpressionError(_("'{id}' has no size").format(id=asked.id))
        only = both(
            [
                {"question": asked.id, "includes": answer_value(asked, wanted)},
                {"question": asked.id, "of": "count", "is": 1},
            ]
        )
        return only if sign == "=" else negated(only)
    if asked.kind is QuestionKind.DATES or (
        asked.kind is QuestionKind.TEXT and sign not in ("=", "!=")
    ):
        raise ExpressionError(_("'{id}' has no size").format(id=asked.id))
    return {"question": asked.id, VERBS[sign].value: answer_value(asked, wanted)}


def _numbered_answers(asked: Asked, sign: str, wanted: str | float) -> Condition:
    """Return the answers whose names are numbers of that size: ``${age_band} >= 3``."""
    limit = number(wanted)
    found = [
        answer
        for name, answer in asked.answers.items()
        if (size := _size(name)) is not None and HOLDS[sign](size, limit)
    ]
    if not found:
        return False
    return {"question": asked.id, "is": found[0] if len(found) == 1 else found}


def answer_value(asked: Asked, wanted: str | float) -> str | int | float:
    """Return a literal as answers of that question hold it."""
    if asked.kind is QuestionKind.NUMBER:
        return number(wanted)
    text = wanted if isinstance(wanted, str) else f"{wanted:g}"
    if asked.kind is QuestionKind.DATE:
        return _day(text)
    if asked.kind is QuestionKind.TEXT:
        return text
    if text not in asked.answers:
        raise ExpressionError(
            _("'{value}' is not an answer of '{id}'").format(value=text[:60], id=asked.id)
        )
    return asked.answers[text]


def _day(text: str) -> str:
    try:
        return date.fromisoformat(text[:10]).isoformat()
    except ValueError:
        raise ExpressionError(_("'{text}' is not a date").format(text=text[:60])) from None


def number(wanted: str | float) -> int | float:
    """Return a literal as a number that a checklist can hold.

    Raises:
        ExpressionError: it is none, or has more digits than a checklist file takes.
    """
    size = _size(wanted)
    if size is None:
        raise ExpressionError(_("'{text}' is not a number").format(text=str(wanted)[:60]))
    if abs(size) >= LARGEST or round(size, DECIMALS) != size:
        raise ExpressionError(_("checklists take no number of so many digits"))
    return int(size) if size.is_integer() else size


def _size(wanted: str | float) -> float | None:
    """Return a number, or None for a text that is none or that Python alone calls one."""
    if isinstance(wanted, float):
        return wanted
    plain = wanted.strip().removeprefix("-").replace(".", "", 1)
    return float(wanted) if plain.isascii() and plain.isdigit() else None


def compare_literals(sign: str, left: str | float, right: str | float) -> bool:
    """Return how two literals compare: as numbers if both are, and else as texts."""
    sizes = (_size(left), _size(right))
    if None not in sizes:
        return HOLDS[sign](*sizes)
    return sign in ("=", "!=") and HOLDS[sign](left, right)
