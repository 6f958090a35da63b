# SPDX-License-Identifier: MPL-2.0
"""Write conditions as expressions of XLSForm, as far as it has words for them.

What it has none for (timescales, cohorts, counts over a section, working days) is refused here and
stands in a column of our own.
"""

from collections.abc import Mapping

from auditapp.checklist.condition_models import (
    AllOf,
    AnyOf,
    Condition,
    Measured,
    Not,
    OtherAnswer,
    QuestionTest,
    Today,
    Verb,
)
from auditapp.checklist.xlsform.expressions import ExpressionError
from auditapp.i18n import _
from auditapp.model.ids import QuestionId

_SIGNS = {
    Verb.IS: "=",
    Verb.IS_NOT: "!=",
    Verb.LESS_THAN: "<",
    Verb.AT_MOST: "<=",
    Verb.MORE_THAN: ">",
    Verb.AT_LEAST: ">=",
}
_FUNCTIONS = {Measured.COUNT: "count-selected", Measured.LENGTH: "string-length"}


def expression(
    condition: Condition, names: Mapping[QuestionId, str], own: QuestionId | None = None
) -> str:
    """Return a condition as an expression.

    Args:
        condition: what to write.
        names: the name of each question in the spreadsheet.
        own: the question that ``.`` stands for.

    Raises:
        ExpressionError: XLSForm has no words for it.
    """
    return _Writer(names, own).written(condition, outermost=True)


class _Writer:
    """Write conditions with the names that the questions have in one spreadsheet."""

    def __init__(self, names: Mapping[QuestionId, str], own: QuestionId | None) -> None:
        self._names = names
        self._own = own

    def written(self, condition: Condition, *, outermost: bool = False) -> str:
        """Return a condition as an expression, in brackets where it needs them.

        Raises:
            ExpressionError: XLSForm has no words for it.
        """
        if isinstance(condition, AllOf | AnyOf):
            word = " and " if isinstance(condition, AllOf) else " or "
            text = word.join(self.written(part) for part in condition.conditions)
            return text if outermost else f"({text})"
        if isinstance(condition, Not):
            return f"not({self.written(condition.condition, outermost=True)})"
        if isinstance(condition, QuestionTest):
            return self._test(condition, outermost=outermost)
        raise ExpressionError(_("XLSForm has no words for this"))

    def _test(self, test: QuestionTest, *, outermost: bool) -> str:
        name = self._name(test.question)
        if test.answered is not None:
            return f"{name} {'!=' if test.answered else '='} ''"
        if test.matches is not None:
            return f"regex({name}, {_literal(test.matches)})"
        side = test.right_side
        values = side if isinstance(side, tuple) else (side,)
        parts = [self._value(test, name, value) for value in values]
        word = " and " if test.verb is Verb.IS_NOT else " or "
        text = word.join(parts)
        return text if outermost or len(parts) == 1 else f"({text})"

    def _value(self, test: QuestionTest, name: str, value: object) -> str:
        if test.verb is Verb.INCLUDES:
            return f"selected({name}, {self._right(value)})"
        if test.verb not in _SIGNS:
            raise ExpressionError(_("XLSForm has no words for this"))
        if test.of in _FUNCTIONS:
            name = f"{_FUNCTIONS[test.of]}({name})"
        return f"{name} {_SIGNS[test.verb]} {self._right(value)}"

    def _right(self, value: object) -> str:
        if isinstance(value, OtherAnswer):
            return self._name(value.question)
        if isinstance(value, Today):
            sign = "+" if value.today > 0 else "-"
            return f"today() {sign} {abs(value.today)}" if value.today else "today()"
        return _literal(value)

    def _name(self, question: QuestionId) -> str:
        if question == self._own:
            return "."
        return f"${{{self._names[question]}}}"


def number_text(value: float) -> str:
    """Return a number in digits, never with an exponent, which XPath does not know."""
    return f"{value:.15f}".rstrip("0").rstrip(".")


def _literal(value: object) -> str:
    if isinstance(value, int | float):
        return number_text(value)
    text = str(value)
    if "'" not in text:
        return f"'{text}'"
    if '"' not in text:
        return f'"{text}"'
    raise ExpressionError(_("XLSForm cannot quote a text with both kinds of quotation marks"))
