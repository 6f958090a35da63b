# SPDX-License-Identifier: MPL-2.0
"""Say a condition in words, for people who read a checklist on paper."""

from auditapp.checklist.condition_models import (
    AllOf,
    AnswersTest,
    AnyOf,
    CohortTest,
    Condition,
    Measured,
    Not,
    OtherAnswer,
    QuestionTest,
    Today,
    Verb,
)
from auditapp.checklist.models import Checklist
from auditapp.i18n import _, ngettext
from auditapp.model.ids import AnswerId

_MEASURED = {
    Measured.VALUE: "{question}",
    Measured.COUNT: _("the number of answers to {question}"),
    Measured.LENGTH: _("the length of {question}"),
}
_VERBS = {
    Verb.IS: _("is"),
    Verb.IS_NOT: _("is not"),
    Verb.INCLUDES: _("includes"),
    Verb.LESS_THAN: _("is less than"),
    Verb.AT_MOST: _("is at most"),
    Verb.MORE_THAN: _("is more than"),
    Verb.AT_LEAST: _("is at least"),
    Verb.MATCHES: _("matches"),
    Verb.TIMESCALE: _("has the timescale"),
}


def condition_words(condition: Condition, checklist: Checklist) -> str:
    """Return a condition as people say it: "VS2 is Partly met or Not met"."""
    return _Words(checklist).say(condition)


class _Words:
    def __init__(self, checklist: Checklist) -> None:
        self._checklist = checklist

    def say(self, condition: Condition) -> str:
        """Return the words for a condition and its parts."""
        match condition:
            case AllOf(conditions=parts):
                return self._joined(parts, _("and"))
            case AnyOf(conditions=parts):
                return self._joined(parts, _("or"))
            case Not(condition=part):
                return _("not ({part})").format(part=self.say(part))
            case AnswersTest():
                return ngettext(
                    "at least {n} answer in {section} is {answers}",
                    "at least {n} answers in {section} are {answers}",
                    condition.at_least,
                ).format(
                    n=condition.at_least,
                    section=condition.answers_in,
                    answers=_(" or ").join(condition.equal),
                )
            case CohortTest(cohort=cohorts):
                return _("the child is {cohorts}").format(cohorts=_(" or ").join(cohorts))
        return self._test(condition)

    def _joined(self, parts: tuple[Condition, ...], joint: str) -> str:
        words = [
            f"({self.say(part)})" if isinstance(part, AllOf | AnyOf) else self.say(part)
            for part in parts
        ]
        return f" {joint} ".join(words)

    def _test(self, test: QuestionTest) -> str:
        subject = _MEASURED[test.of].format(question=test.question)
        if test.verb is Verb.ANSWERED:
            pattern = (
                _("{subject} is answered") if test.answered else _("{subject} is not answered")
            )
            return pattern.format(subject=subject)
        if test.within is not None:
            span, length = test.within.span
            return _("{subject} is within {length} {span} of {other}").format(
                subject=subject,
                length=length,
                span=span.replace("_", " "),
                other=test.within.of,
            )
        side = test.right_side
        values = side if isinstance(side, tuple) else (side,)
        wanted = _(" or ").join(self._operand(value, test) for value in values)
        return f"{subject} {_VERBS[test.verb]} {wanted}"

    def _operand(self, value: object, test: QuestionTest) -> str:
        if isinstance(value, OtherAnswer):
            return _("the answer to {question}").format(question=value.question)
        if not isinstance(value, Today):
            texts = self._checklist.answer_texts(test.question)
            return texts.get(AnswerId(str(value)), str(value))
        if value.today == 0:
            return _("today")
        pattern = _("{n} days after today") if value.today > 0 else _("{n} days before today")
        return pattern.format(n=abs(value.today))
