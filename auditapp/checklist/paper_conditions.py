# SPDX-License-Identifier: MPL-2.0
"""Say a condition in words for those who have the checklist on paper: "4 is Not met"."""

from collections.abc import Mapping
from typing import Final

from auditapp.checklist.condition_models import Condition, Measured, QuestionTest, Verb
from auditapp.checklist.condition_words import ConditionWords
from auditapp.checklist.models import WHOLE_CHECKLIST, Checklist, QuestionKind
from auditapp.i18n import _, ngettext
from auditapp.model.front_sheet import Cohort
from auditapp.model.ids import AnswerId, QuestionId, QuestionKey, SectionId, question_key
from auditapp.model.labels import label

_OF_DAYS: Final = {
    Verb.LESS_THAN: _("is before"),
    Verb.AT_MOST: _("is on or before"),
    Verb.MORE_THAN: _("is after"),
    Verb.AT_LEAST: _("is on or after"),
}
_STATES: Final = {
    "met": _("met"),
    "late": _("late"),
    "due": _("due"),
    "no_date": _("no date on file"),
    "not_applicable": _("not applicable"),
}


class PaperConditions(ConditionWords):
    """Say the conditions of one checklist with the numbers and the words that are printed."""

    def __init__(self, checklist: Checklist, numbers: Mapping[QuestionKey, int]) -> None:
        super().__init__(checklist)
        self._numbers = numbers
        self._answers = {
            answer: text
            for question in checklist.questions
            for answer, text in checklist.answer_texts(question.id).items()
        }

    def only_if(self, condition: Condition | None) -> str:
        """Return when something is asked, as a sentence; nothing when it always is."""
        return "" if condition is None else _("Only if {words}.").format(words=self.say(condition))

    def question(self, question_id: QuestionId) -> str:
        """Return the number of a question; of a retired one, which is not printed, its id."""
        number = self._numbers.get(question_key(self._checklist.id, question_id))
        return question_id if number is None else str(number)

    def section(self, section_id: SectionId) -> str:
        """Return the title of a section."""
        if section_id == WHOLE_CHECKLIST:
            return _("this checklist")
        return _("“{title}”").format(title=self._checklist.section(section_id).title)

    def cohort(self, cohort: Cohort) -> str:
        """Return the words to tick on the front sheet."""
        return _("“{words}”").format(words=label(cohort))

    def any_answer(self, answer_id: AnswerId) -> str:
        """Return the text that the checklist gives an answer."""
        return self._answers.get(answer_id, answer_id)

    def answer(self, text: str, test: QuestionTest) -> str:
        """Return an answer, in quotation marks where it is a phrase of its own."""
        if test.verb is Verb.TIMESCALE:
            return _STATES[text]
        kind = self._checklist.question(test.question).kind
        is_phrase = kind in (QuestionKind.CHOICE, QuestionKind.CHOICES, QuestionKind.TEXT)
        is_phrase = is_phrase and test.of is Measured.VALUE
        return _("“{answer}”").format(answer=text) if is_phrase else text

    def verb(self, test: QuestionTest) -> str:
        """Return the words between question and answer; a day is before another, not less."""
        is_day = self._checklist.question(test.question).kind is QuestionKind.DATE
        return _OF_DAYS[test.verb] if is_day and test.verb in _OF_DAYS else super().verb(test)

    def day(self, after: int) -> str:
        """Return a day as counted from the last one of the period looked at."""
        if after == 0:
            return _("the last day of the period")
        words = (
            ngettext(
                "{n} day after the last day of the period",
                "{n} days after the last day of the period",
                after,
            )
            if after > 0
            else ngettext(
                "{n} day before the last day of the period",
                "{n} days before the last day of the period",
                -after,
            )
        )
        return words.format(n=abs(after))
