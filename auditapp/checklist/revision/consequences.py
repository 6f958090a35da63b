# SPDX-License-Identifier: MPL-2.0
"""Say what each change between two versions of a checklist means for the answers of drafts.

The rules are those of ``docs/checklist-revisions.md``, by which ``planning`` moves a draft. There
they are put to one answer; here they are said of all answers that there may be.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from auditapp.checklist.models import Checklist, QuestionChange, QuestionKind
from auditapp.checklist.revision.changes import ChangeKind, ChecklistChange
from auditapp.checklist.revision.conversion import LISTED, NARROWED_KINDS, WIDENED_KINDS
from auditapp.checklist.revision.fates import AnswerState, worst
from auditapp.checklist.revision.lineage import trace
from auditapp.checklist.revision.question_pair import QuestionPair
from auditapp.i18n import _
from auditapp.model.ids import AnswerId, QuestionId

KEPT, TO_CONFIRM, SET_ASIDE = AnswerState


@dataclass(frozen=True, slots=True)
class Consequence:
    """Hold the state farthest from kept that an answer may come to, and when, in a sentence.

    ``state`` is None where there is no answer yet: the question is open.
    """

    state: AnswerState | None
    sentence: str = ""


_AS_IT_WAS: Final = Consequence(KEPT)
_OTHER_KIND: Final = Consequence(SET_ASIDE, _("The answers do not fit the new kind."))
_CHOSEN_ONLY: Final = _("Where this answer was chosen; the others are kept.")
_SHOWN: Final = Consequence(
    KEPT, _("Where the question is hidden, its answer counts for nothing until it is asked again.")
)
_COUNTED: Final = Consequence(KEPT, _("The suggested grade may change."))
_FIXED: Final[Mapping[ChangeKind, Consequence]] = {
    ChangeKind.ADDED: Consequence(None),
    ChangeKind.RETURNED: Consequence(None),
    ChangeKind.MEANING: Consequence(SET_ASIDE, _("The question asks something else now.")),
    ChangeKind.RENAMED: Consequence(KEPT, _("It goes on under the new id.")),
    ChangeKind.SPLIT: Consequence(
        SET_ASIDE, _("It stands beside each of the questions that ask for it now.")
    ),
    ChangeKind.MERGED: Consequence(
        SET_ASIDE, _("Where the answers differ or one is missing; equal ones are to be confirmed.")
    ),
    ChangeKind.RETIRED: Consequence(SET_ASIDE),
    ChangeKind.VANISHED: Consequence(SET_ASIDE),
    ChangeKind.ANSWER_REMOVED: Consequence(SET_ASIDE, _CHOSEN_ONLY),
    ChangeKind.ANSWER_RENAMED: Consequence(KEPT, _("It goes on under the new id.")),
    ChangeKind.REQUIRED: Consequence(
        KEPT, _("A question that must be answered holds up the sign-off while it is open.")
    ),
    ChangeKind.CONDITION: _SHOWN,
    ChangeKind.SECTION_CHANGED: _SHOWN,
    ChangeKind.TIMESCALE: Consequence(KEPT, _("Its dates are judged by the new timescale.")),
    ChangeKind.WEIGHT: _COUNTED,
    ChangeKind.CRITICAL: _COUNTED,
    ChangeKind.COUNTS: _COUNTED,
    ChangeKind.CAP_ADDED: _COUNTED,
    ChangeKind.CAP_CHANGED: _COUNTED,
    ChangeKind.CAP_REMOVED: _COUNTED,
}
"""What a change means whatever the question is; those not named here or below keep every answer."""


class Consequences:
    """Know what the changes from ``old`` to ``new`` mean for the answers of drafts."""

    def __init__(self, old: Checklist, new: Checklist) -> None:
        self._old = old
        self._new = new
        self._lineage = trace(old, new)

    def of(self, change: ChecklistChange) -> Consequence:
        """Return what a change means by itself; of all that touch one answer, the worst holds."""
        if change.kind is ChangeKind.SECTION_CHANGED and change.field not in ("when", "cohorts"):
            return _AS_IT_WAS
        rule = _RULES.get(change.kind)
        if rule is None or change.question is None:
            return _FIXED.get(change.kind, _AS_IT_WAS)
        old_id = self._lineage.pair_of(change.question)
        if old_id is None:
            return _AS_IT_WAS
        old, new = self._old.question(old_id), self._new.question(change.question)
        return rule(QuestionPair(self._old, old, self._new, new), change)

    def of_questions(self, changes: Iterable[ChecklistChange]) -> dict[QuestionId, AnswerState]:
        """Return how far the answers to each question that ``old`` asks may come, by its id."""
        reached: dict[QuestionId, AnswerState] = {}
        for change in changes:
            state = self.of(change).state
            if change.question is not None and state is not None:
                reached[change.question] = worst(state, reached.get(change.question, KEPT))
        return {
            question.id: self._state_of(question.id, reached)
            for question in self._old.questions
            if not question.retired
        }

    def _state_of(
        self, question: QuestionId, reached: Mapping[QuestionId, AnswerState]
    ) -> AnswerState:
        went_on = self._lineage.successors[question]
        return worst(*(reached.get(each, KEPT) for each in went_on or (question,)))


def _reworded(pair: QuestionPair, _change: ChecklistChange) -> Consequence:
    if pair.declared is QuestionChange.CHANGED_MEANING:
        return Consequence(SET_ASIDE, _("The question asks something else now."))
    if pair.is_declared_same:
        return Consequence(KEPT, _("The checklist says that it means the same."))
    return Consequence(TO_CONFIRM, _("The auditor confirms it beside the old wording."))


def _answer_reworded(pair: QuestionPair, _change: ChecklistChange) -> Consequence:
    if pair.is_declared_same:
        return Consequence(KEPT, _("The checklist says that it means the same."))
    return Consequence(TO_CONFIRM, _CHOSEN_ONLY)


def _answer_changed(pair: QuestionPair, change: ChecklistChange) -> Consequence:
    if change.field != "exclusive" or change.answer not in pair.is_offered:
        return _AS_IT_WAS
    if pair.is_offered[AnswerId(change.answer)].is_exclusive:
        return Consequence(TO_CONFIRM, _("Where it was chosen together with others."))
    return _AS_IT_WAS


def _kind(pair: QuestionPair, _change: ChecklistChange) -> Consequence:
    kinds = (pair.old.kind, pair.new.kind)
    if LISTED.issuperset(kinds):
        return _listed(pair)
    if kinds == (QuestionKind.DATE, QuestionKind.TEXT):
        words = _("Only where “no date on file” was answered; dates are kept as text.")
        return Consequence(SET_ASIDE, words)
    if kinds in WIDENED_KINDS:
        return Consequence(KEPT, _("It is put in the new form."))
    if kinds in NARROWED_KINDS:
        words = _("Where it does not fit the new kind exactly; one that does is to be confirmed.")
        return Consequence(SET_ASIDE, words)
    return _OTHER_KIND


def _listed(pair: QuestionPair) -> Consequence:
    """Judge a change between kinds that offer answers to choose from."""
    is_other_list = pair.old.scale != pair.new.scale
    if is_other_list and not _offers_the_same(pair):
        return Consequence(SET_ASIDE, _("Other answers are offered now."))
    if pair.old.kind is QuestionKind.CHOICES:
        words = _("Where several were chosen; one alone is to be confirmed.")
        return Consequence(SET_ASIDE, words)
    if is_other_list:
        return Consequence(TO_CONFIRM, _("The same answers are offered in another form."))
    return Consequence(KEPT, _("Several answers can be chosen now."))


def _scale(pair: QuestionPair, change: ChecklistChange) -> Consequence:
    if pair.old.scale is None or pair.new.scale is None:
        return _kind(pair, change)
    if _offers_the_same(pair):
        return Consequence(KEPT, _("The new scale has the same answers."))
    own = pair.new_checklist.scale(pair.new.scale)
    named = {each for answer in own.answers for each in answer.from_.get(pair.old.scale, ())}
    if named.issuperset(pair.was_offered):
        return Consequence(TO_CONFIRM, _("The new scale says what each answer becomes."))
    if named.isdisjoint(pair.was_offered):
        return Consequence(SET_ASIDE, _("The new scale does not say what the answers become."))
    words = _("Where the new scale does not say what the answer becomes; others to be confirmed.")
    return Consequence(SET_ASIDE, words)


def _not_applicable(pair: QuestionPair, _change: ChecklistChange) -> Consequence:
    if not pair.old.can_be_not_applicable:
        return _AS_IT_WAS
    if not pair.new.can_be_not_applicable:
        return Consequence(SET_ASIDE, _("Where “not applicable” was answered."))
    if pair.new.not_applicable and pair.new.not_applicable.reason == "required":
        words = _("Where “not applicable” was answered without a reason.")
        return Consequence(TO_CONFIRM, words)
    return _AS_IT_WAS


def _limits(pair: QuestionPair, change: ChecklistChange) -> Consequence:
    if change.field == "whole" and pair.new.whole:
        words = _("Where it is no whole number; 4.0 becomes 4, to be confirmed.")
        return Consequence(SET_ASIDE, words)
    if change.field in ("min", "max") and getattr(pair.new, change.field) is not None:
        return Consequence(TO_CONFIRM, _("Where the number is outside the new limit."))
    return _AS_IT_WAS


def _rules(pair: QuestionPair, _change: ChecklistChange) -> Consequence:
    if all(rule in pair.old.rules for rule in pair.new.rules):
        return _AS_IT_WAS
    return Consequence(TO_CONFIRM, _("Where it fails a warning that is new or was changed."))


def _offers_the_same(pair: QuestionPair) -> bool:
    """Tell whether both questions offer the same answers with the same texts."""
    was, now = (
        {each.id: each.text for each in offered.values()}
        for offered in (pair.was_offered, pair.is_offered)
    )
    return was == now


_Rule = Callable[[QuestionPair, ChecklistChange], Consequence]
_RULES: Final[Mapping[ChangeKind, _Rule]] = {
    ChangeKind.REWORDED: _reworded,
    ChangeKind.KIND: _kind,
    ChangeKind.SCALE: _scale,
    ChangeKind.ANSWER_REWORDED: _answer_reworded,
    ChangeKind.ANSWER_CHANGED: _answer_changed,
    ChangeKind.NOT_APPLICABLE: _not_applicable,
    ChangeKind.LIMITS: _limits,
    ChangeKind.RULES: _rules,
}
