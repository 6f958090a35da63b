# SPDX-License-Identifier: MPL-2.0
"""Turn the expressions of XLSForm into the declarative conditions of checklists.

The result is the plain data of a condition, as it stands in a YAML file, or True or False where an
expression does not depend on any answer. What has no exact counterpart is refused with the reason,
so that it can be kept as text; nothing is ever evaluated or guessed.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import count
from typing import Any, Final

from auditapp.checklist.condition_checks import MOST_PARTS
from auditapp.checklist.condition_models import Verb
from auditapp.checklist.patterns import PatternError, check_pattern
from auditapp.checklist.question_models import QuestionKind
from auditapp.checklist.xlsform.condition_shapes import (
    Condition,
    both,
    either,
    is_larger,
    negated,
)
from auditapp.checklist.xlsform.expressions import (
    COMPARISONS,
    Call,
    Expression,
    ExpressionError,
    Joined,
    Literal,
    Operation,
    Own,
    Reference,
    read_expression,
)
from auditapp.checklist.xlsform.linear import TURNED, Compared, compared, without_cast
from auditapp.i18n import _
from auditapp.model.ids import AnswerId, QuestionId

MAX_STEPS: Final = 5_000
LARGEST: Final = 1e15
DECIMALS: Final = 12

_CHOICE: Final = frozenset({QuestionKind.CHOICE, QuestionKind.RATING})
_SIZED: Final = frozenset({QuestionKind.NUMBER, QuestionKind.DATE})
_VERBS: Final = {
    "=": Verb.IS,
    "!=": Verb.IS_NOT,
    "<": Verb.LESS_THAN,
    "<=": Verb.AT_MOST,
    ">": Verb.MORE_THAN,
    ">=": Verb.AT_LEAST,
}
_HOLDS: Final[Mapping[str, Callable[[Any, Any], bool]]] = {
    "=": lambda left, right: left == right,
    "!=": lambda left, right: left != right,
    "<": lambda left, right: left < right,
    "<=": lambda left, right: left <= right,
    ">": lambda left, right: left > right,
    ">=": lambda left, right: left >= right,
}
_MEASURES: Final = {"count-selected": "count", "string-length": "length"}
_TRUTHS: Final = {"true": True, "false": False, "yes": True, "no": False, 1.0: True, 0.0: False}


@dataclass(frozen=True, slots=True)
class Asked:
    """Say what expressions need to know of a question.

    ``answers`` gives the id of each answer under the name that the spreadsheet has for it.
    """

    id: QuestionId
    kind: QuestionKind
    answers: Mapping[str, AnswerId] = field(default_factory=dict)
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Translator:
    """Translate the expressions of one form.

    Args:
        asked: the questions by the names that the spreadsheet has for them.
        not_asked: for other names, why no condition can test them.
    """

    asked: Mapping[str, Asked]
    not_asked: Mapping[str, str] = field(default_factory=dict)

    def condition(self, text: str, own: Asked | None = None) -> Condition:
        """Return the condition that an expression stands for, or whether it always holds.

        Args:
            text: the expression.
            own: the question that ``.`` stands for.

        Raises:
            ExpressionError: there is no such condition; the reason is in small letters.
        """
        condition = _Translation(self, own).condition(read_expression(text))
        if is_larger(condition, MOST_PARTS):
            raise ExpressionError(_("the condition is too large"))
        return condition


@dataclass(frozen=True, slots=True)
class _Translation:
    form: Translator
    own: Asked | None
    steps: Iterator[int] = field(default_factory=count)

    def condition(self, part: Expression) -> Condition:
        self._count_step()
        part = without_cast(part)
        if isinstance(part, Joined):
            parts = [self.condition(each) for each in part.parts]
            return both(parts) if part.word == "and" else either(parts)
        if isinstance(part, Operation) and part.sign in COMPARISONS:
            return self._comparison(part.sign, part.left, part.right)
        if isinstance(part, Call):
            return self._call(part)
        if isinstance(part, Literal):
            return _truth(part)
        if isinstance(part, Reference | Own):
            if isinstance(part, Reference) and part.name.lower() in ("true", "false"):
                return part.name.lower() == "true"  # written without its brackets
            return {"question": self._question(part).id, "answered": True}
        raise ExpressionError(_("this is no condition"))

    def _count_step(self) -> None:
        """Stop expressions that multiply, as ``if(a, b, c) = if(d, e, f)`` does."""
        if next(self.steps) > MAX_STEPS:
            raise ExpressionError(_("the condition is too large"))

    def _question(self, part: Expression) -> Asked:
        part = without_cast(part)
        if isinstance(part, Own):
            if self.own is None:
                raise ExpressionError(_("'.' stands for no answer here"))
            return self.own
        if not isinstance(part, Reference):
            raise ExpressionError(_("only the answer of a question can be tested"))
        if part.name in self.form.asked:
            return self.form.asked[part.name]
        reason = self.form.not_asked.get(part.name)
        raise ExpressionError(
            reason or _("there is no question '{name}'").format(name=part.name[:60])
        )

    def _call(self, call: Call) -> Condition:
        known: Mapping[tuple[str, int], Callable[..., Condition]] = {
            ("selected", 2): self._selected,
            ("not", 1): lambda part: negated(self.condition(part)),
            ("true", 0): lambda: True,
            ("false", 0): lambda: False,
            ("regex", 2): self._pattern,
            ("if", 3): self._if,
        }
        translate = known.get((call.name, len(call.arguments)))
        if translate is None:
            raise ExpressionError(
                _("the function {name}() is not translated").format(name=call.name[:60])
            )
        return translate(*call.arguments)

    def _if(self, test: Expression, then: Expression, other: Expression) -> Condition:
        condition = self.condition(test)
        return either(
            [
                both([condition, self.condition(then)]),
                both([negated(condition), self.condition(other)]),
            ]
        )

    def _selected(self, answer: Expression, value: Expression) -> Condition:
        asked = self._question(answer)
        wanted = _literal(value)
        if asked.kind is QuestionKind.DATES:
            raise ExpressionError(_("a series of dates has no answers to select"))
        verb = Verb.INCLUDES if asked.kind is QuestionKind.CHOICES else Verb.IS
        return {"question": asked.id, verb.value: _value(asked, wanted)}

    def _pattern(self, answer: Expression, pattern: Expression) -> Condition:
        asked = self._question(answer)
        wanted = _literal(pattern)
        if asked.kind is not QuestionKind.TEXT or not isinstance(wanted, str):
            raise ExpressionError(_("only text can match a pattern"))
        try:
            check_pattern(wanted)
        except PatternError as error:
            raise ExpressionError(str(error)) from error
        return {"question": asked.id, "matches": wanted}

    def _comparison(self, sign: str, left: Expression, right: Expression) -> Condition:
        self._count_step()
        left, right = without_cast(left), without_cast(right)
        for one, other, turned in ((left, right, sign), (right, left, TURNED[sign])):
            if isinstance(one, Call):
                found = self._comparison_of_call(one, turned, other)
                if found is not None:
                    return found
        if isinstance(left, Literal) and isinstance(right, Literal):
            return _literals(sign, left.value, right.value)
        for one, other, turned in ((left, right, sign), (right, left, TURNED[sign])):
            if isinstance(other, Literal) and isinstance(one, Reference | Own):
                return _tested(self._question(one), turned, other.value)
        return self._solved(compared(sign, left, right))

    def _comparison_of_call(self, call: Call, sign: str, other: Expression) -> Condition | None:
        """Return the meaning of a comparison with certain functions; None for all others."""
        given = len(call.arguments)
        if call.name == "if" and given == 3:  # noqa: PLR2004 - test, then, else
            test, *results = call.arguments
            then, otherwise = (self._comparison(sign, each, other) for each in results)
            condition = self.condition(test)
            return either([both([condition, then]), both([negated(condition), otherwise])])
        if call.name == "coalesce" and given == 2:  # noqa: PLR2004 - the answer and what stands in
            return self._coalesced(call, sign, other)
        if call.name in _MEASURES and given == 1:
            return self._measured(call, sign, _literal(other))
        if call.name == "int" and given == 1:
            asked = self._question(call.arguments[0])
            if asked.whole or asked.kind in _CHOICE:
                return self._comparison(sign, call.arguments[0], other)
        if call.name in ("selected", "not", "regex", "true", "false"):
            wanted = self.condition(other)
            if isinstance(wanted, bool) and sign in ("=", "!="):
                condition = self.condition(call)
                return condition if wanted is (sign == "=") else negated(condition)
        return None

    def _coalesced(self, call: Call, sign: str, other: Expression) -> Condition:
        first, second = call.arguments
        answered: Condition = {"question": self._question(first).id, "answered": True}
        return either(
            [
                both([answered, self._comparison(sign, first, other)]),
                both([_unanswered(answered), self._comparison(sign, second, other)]),
            ]
        )

    def _measured(self, call: Call, sign: str, wanted: str | float) -> Condition:
        """Translate a count or length, of which an empty answer has 0 and ours has none."""
        asked = self._question(call.arguments[0])
        measure = _MEASURES[call.name]
        kind = QuestionKind.CHOICES if measure == "count" else QuestionKind.TEXT
        if asked.kind is not kind:
            raise ExpressionError(_("'{id}' has no {name}()").format(id=asked.id, name=call.name))
        number = _number(wanted)
        answered: Condition = {"question": asked.id, "answered": True}
        if (sign, number) in ((">", 0), (">=", 1), ("!=", 0)):
            return answered
        if (sign, number) in (("=", 0), ("<", 1), ("<=", 0)):
            return _unanswered(answered)
        test: Condition = {"question": asked.id, "of": measure, _VERBS[sign].value: number}
        return either([_unanswered(answered), test]) if _HOLDS[sign](0, number) else test

    def _solved(self, found: Compared) -> Condition:
        asked = self._question(found.answer)
        verb = _VERBS[found.sign].value
        if found.other is not None:
            other = self._question(found.other)
            if asked.kind is not other.kind or asked.kind in (
                QuestionKind.CHOICES,
                QuestionKind.DATES,
            ):
                raise ExpressionError(_("two different kinds of answers are compared"))
            if asked.kind not in _SIZED and verb not in (Verb.IS, Verb.IS_NOT):
                raise ExpressionError(_("'{id}' has no size").format(id=asked.id))
            return {"question": asked.id, verb: {"question": other.id}}
        if not found.from_today:
            return _tested(asked, found.sign, found.number)
        if asked.kind is not QuestionKind.DATE or not found.number.is_integer():
            raise ExpressionError(_("only a date can be compared with today"))
        return {"question": asked.id, verb: {"today": int(found.number)}}


def _tested(asked: Asked, sign: str, wanted: str | float) -> Condition:
    """Return the test of an answer against a literal."""
    if wanted == "" and sign in ("=", "!="):
        return {"question": asked.id, "answered": sign == "!="}
    if asked.kind in _CHOICE and sign not in ("=", "!="):
        return _numbered_answers(asked, sign, wanted)
    if asked.kind is QuestionKind.CHOICES:
        if sign not in ("=", "!="):
            raise ExpressionError(_("'{id}' has no size").format(id=asked.id))
        only = both(
            [
                {"question": asked.id, "includes": _value(asked, wanted)},
                {"question": asked.id, "of": "count", "is": 1},
            ]
        )
        return only if sign == "=" else negated(only)
    if asked.kind is QuestionKind.DATES or (
        asked.kind is QuestionKind.TEXT and sign not in ("=", "!=")
    ):
        raise ExpressionError(_("'{id}' has no size").format(id=asked.id))
    return {"question": asked.id, _VERBS[sign].value: _value(asked, wanted)}


def _numbered_answers(asked: Asked, sign: str, wanted: str | float) -> Condition:
    """Return the answers whose names are numbers of that size: ``${age_band} >= 3``."""
    limit = _number(wanted)
    found = [
        answer
        for name, answer in asked.answers.items()
        if (size := _size(name)) is not None and _HOLDS[sign](size, limit)
    ]
    if not found:
        return False
    return {"question": asked.id, "is": found[0] if len(found) == 1 else found}


def _value(asked: Asked, wanted: str | float) -> str | int | float:
    """Return a literal as answers of that question hold it."""
    if asked.kind is QuestionKind.NUMBER:
        return _number(wanted)
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


def _number(wanted: str | float) -> int | float:
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


def _literal(part: Expression) -> str | float:
    part = without_cast(part)
    if isinstance(part, Literal):
        return part.value
    raise ExpressionError(_("only a fixed value can be tested here"))


def _literals(sign: str, left: str | float, right: str | float) -> bool:
    sizes: Sequence[float | None] = (_size(left), _size(right))
    if None not in sizes:
        return _HOLDS[sign](*sizes)
    return sign in ("=", "!=") and _HOLDS[sign](left, right)


def _truth(part: Literal) -> bool:
    value = part.value.strip().lower() if isinstance(part.value, str) else part.value
    if value not in _TRUTHS:
        raise ExpressionError(_("this is no condition"))
    return _TRUTHS[value]


def _unanswered(answered: Condition) -> Condition:
    return {**answered, "answered": False} if isinstance(answered, dict) else answered
