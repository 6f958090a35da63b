# SPDX-License-Identifier: MPL-2.0
"""Say a condition in words, with the ids of the checklist, for those who write it."""

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
from auditapp.model.front_sheet import Cohort
from auditapp.model.ids import AnswerId, QuestionId, SectionId

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
    return ConditionWords(checklist).say(condition)


class ConditionWords:
    """Say the conditions of one checklist; who reads them decides what its parts are called."""

    def __init__(self, checklist: Checklist) -> None:
        self._checklist = checklist

    def question(self, question_id: QuestionId) -> str:
        """Return what a question is called."""
        return question_id

    def section(self, section_id: SectionId) -> str:
        """Return what a section is called."""
        return section_id

    def cohort(self, cohort: Cohort) -> str:
        """Return what a group of children is called."""
        return cohort

    def any_answer(self, answer_id: AnswerId) -> str:
        """Return what an answer is called, whichever question it is given to."""
        return answer_id

    def answer(self, text: str, test: QuestionTest) -> str:
        """Return an answer to the question that ``test`` is about."""
        del test
        return text

    def verb(self, test: QuestionTest) -> str:
        """Return the words between question and answer."""
        return _VERBS[test.verb]

    def day(self, after: int) -> str:
        """Return the day so many days after the day of the audit."""
        if after == 0:
            return _("today")
        pattern = _("{n} days after today") if after > 0 else _("{n} days before today")
        return pattern.format(n=abs(after))

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
                    section=self.section(condition.answers_in),
                    answers=_(" or ").join(map(self.any_answer, condition.equal)),
                )
            case CohortTest(cohort=cohorts):
                return _("the child is {cohorts}").format(
                    cohorts=_(" or ").join(map(self.cohort, cohorts))
                )
        return self._test(condition)

    def _joined(self, parts: tuple[Condition, ...], joint: str) -> str:
        words = [
            f"({self.say(part)})" if isinstance(part, AllOf | AnyOf) else self.say(part)
            for part in parts
        ]
        return f" {joint} ".join(words)

    def _test(self, test: QuestionTest) -> str:
        subject = _MEASURED[test.of].format(question=self.question(test.question))
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
                other=self.question(test.within.of),
            )
        side = test.right_side
        values = side if isinstance(side, tuple) else (side,)
        wanted = _(" or ").join(self._operand(value, test) for value in values)
        return f"{subject} {self.verb(test)} {wanted}"

    def _operand(self, value: object, test: QuestionTest) -> str:
        if isinstance(value, OtherAnswer):
            return _("the answer to {question}").format(question=self.question(value.question))
        if isinstance(value, Today):
            return self.day(value.today)
        texts = self._checklist.answer_texts(test.question)
        return self.answer(texts.get(AnswerId(str(value)), str(value)), test)
