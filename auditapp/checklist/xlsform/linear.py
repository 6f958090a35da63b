# SPDX-License-Identifier: MPL-2.0
"""Bring a comparison such as ``today() - ${seen} > 30`` into a form that a condition can hold.

Both sides are sums of answers, of today and of numbers. What is left after everything has been
moved to one side is one answer against a number, a day counted from today, or another answer.
"""

from dataclasses import dataclass, field
from typing import Final

from auditapp.checklist.xlsform.expressions import (
    Call,
    Expression,
    ExpressionError,
    Literal,
    Negative,
    Operation,
    Own,
    Reference,
)
from auditapp.i18n import _

TURNED: Final = {"=": "=", "!=": "!=", "<": ">", "<=": ">=", ">": "<", ">=": "<="}
"""What a comparison becomes when its sides change places."""

_CASTS: Final = frozenset(
    {"number", "string", "date", "date-time", "decimal-date", "decimal-date-time", "boolean"}
)
_TODAY: Final = frozenset({"today", "now"})


@dataclass(frozen=True, slots=True)
class Compared:
    """Compare one answer with something: ``sign`` stands between them.

    The right side is ``number`` alone, ``number`` days after today if ``from_today``, or ``other``.
    """

    answer: Reference | Own
    sign: str
    number: float = 0.0
    from_today: bool = False
    other: Reference | Own | None = None


def without_cast(expression: Expression) -> Expression:
    """Return what stands inside functions that only change the type of a value."""
    while isinstance(expression, Call) and expression.name in _CASTS:
        if len(expression.arguments) != 1:
            break
        expression = expression.arguments[0]
    return expression


def compared(sign: str, left: Expression, right: Expression) -> Compared:
    """Return the comparison with one answer alone on the left.

    Raises:
        ExpressionError: no condition can hold it.
    """
    total = _Sum()
    total.add(left, 1)
    total.add(right, -1)
    answers = {answer: times for answer, times in total.answers.items() if times}
    first = next((answer for answer, times in answers.items() if times == 1), None)
    if first is not None:
        return _solved(first, sign, answers, total, 1)
    first = next((answer for answer, times in answers.items() if times == -1), None)
    if first is not None:
        return _solved(first, TURNED[sign], answers, total, -1)
    raise ExpressionError(_("no answer is compared on its own"))


def _solved(
    first: Reference | Own,
    sign: str,
    answers: dict[Reference | Own, int],
    total: "_Sum",
    factor: int,
) -> Compared:
    others = [answer for answer in answers if answer != first]
    today, number = -total.today * factor, -total.number * factor
    if not others and today in (0, 1):
        return Compared(first, sign, number=number, from_today=bool(today))
    if len(others) == 1 and answers[others[0]] == -factor and not today and not number:
        return Compared(first, sign, other=others[0])
    raise ExpressionError(_("sums of answers, and of days between them, are not translated"))


@dataclass(slots=True)
class _Sum:
    """Add up how often each answer and today occur, and the numbers."""

    answers: dict[Reference | Own, int] = field(default_factory=dict)
    today: int = 0
    number: float = 0.0

    def add(self, expression: Expression, factor: int) -> None:
        """Add an expression ``factor`` times.

        Raises:
            ExpressionError: It is more than sums and differences.
        """
        part = without_cast(expression)
        if isinstance(part, Reference | Own):
            self.answers[part] = self.answers.get(part, 0) + factor
        elif isinstance(part, Literal) and isinstance(part.value, float):
            self.number += factor * part.value
        elif isinstance(part, Negative):
            self.add(part.part, -factor)
        elif isinstance(part, Operation) and part.sign in ("+", "-"):
            self.add(part.left, factor)
            self.add(part.right, factor if part.sign == "+" else -factor)
        elif isinstance(part, Call) and part.name in _TODAY and not part.arguments:
            self.today += factor
        else:
            raise ExpressionError(_untranslated(part))


def _untranslated(part: Expression) -> str:
    if isinstance(part, Call):
        return _("the function {name}() is not translated").format(name=part.name)
    if isinstance(part, Operation):
        return _("'{sign}' is not translated here").format(sign=part.sign)
    return _("this cannot be compared")
