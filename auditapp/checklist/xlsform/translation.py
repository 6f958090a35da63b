# SPDX-License-Identifier: MPL-2.0
"""Turn the expressions of XLSForm into the declarative conditions of checklists.

The result is the plain data of a condition, as it stands in a YAML file, or True or False where an
expression does not depend on any answer. What has no exact counterpart is refused with the reason,
so that it can be kept as text; nothing is ever evaluated or guessed.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import count
from typing import Final

from auditapp.checklist.condition_checks import MOST_PARTS
from auditapp.checklist.condition_models import Verb
from auditapp.checklist.patterns import PatternError, check_pattern
from auditapp.checklist.question_models import QuestionKind
from auditapp.checklist.xlsform.answer_tests import (
    CHOICE,
    HOLDS,
    VERBS,
    Asked,
    answer_test,
    answer_value,
    compare_literals,
    number,
)
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

MAX_STEPS: Final = 5_000

_SIZED: Final = frozenset({QuestionKind.NUMBER, QuestionKind.DATE})
_MEASURES: Final = {"count-selected": "count", "string-length": "length"}
_TRUTHS: Final = {"true": True, "false": False, "yes": True, "no": False, 1.0: True, 0.0: False}


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
    """Translate one expression, counting the steps that it takes."""

    form: Translator
    own: Asked | None
    steps: Iterator[int] = field(default_factory=count)

    def condition(self, part: Expression) -> Condition:
        """Return the condition that a part of the expression stands for.

        Raises:
            ExpressionError: There is none, or it takes too many steps to work out.
        """
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
        return {"question": asked.id, verb.value: answer_value(asked, wanted)}

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
            return compare_literals(sign, left.value, right.value)
        for one, other, turned in ((left, right, sign), (right, left, TURNED[sign])):
            if isinstance(other, Literal) and isinstance(one, Reference | Own):
                return answer_test(self._question(one), turned, other.value)
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
            if asked.whole or asked.kind in CHOICE:
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
        limit = number(wanted)
        answered: Condition = {"question": asked.id, "answered": True}
        if (sign, limit) in ((">", 0), (">=", 1), ("!=", 0)):
            return answered
        if (sign, limit) in (("=", 0), ("<", 1), ("<=", 0)):
            return _unanswered(answered)
        test: Condition = {"question": asked.id, "of": measure, VERBS[sign].value: limit}
        return either([_unanswered(answered), test]) if HOLDS[sign](0, limit) else test

    def _solved(self, found: Compared) -> Condition:
        asked = self._question(found.answer)
        verb = VERBS[found.sign].value
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
            return answer_test(asked, found.sign, found.number)
        if asked.kind is not QuestionKind.DATE or not found.number.is_integer():
            raise ExpressionError(_("only a date can be compared with today"))
        return {"question": asked.id, verb: {"today": int(found.number)}}


def _literal(part: Expression) -> str | float:
    part = without_cast(part)
    if isinstance(part, Literal):
        return part.value
    raise ExpressionError(_("only a fixed value can be tested here"))


def _truth(part: Literal) -> bool:
    value = part.value.strip().lower() if isinstance(part.value, str) else part.value
    if value not in _TRUTHS:
        raise ExpressionError(_("this is no condition"))
    return _TRUTHS[value]


def _unanswered(answered: Condition) -> Condition:
    return {**answered, "answered": False} if isinstance(answered, dict) else answered
