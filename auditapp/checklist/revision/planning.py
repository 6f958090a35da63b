# SPDX-License-Identifier: MPL-2.0
"""Plan the move of a draft to another version of a checklist. Nothing is changed by it.

The rules are those of ``docs/checklist-revisions.md``. Whatever they say, each old answer ends in
exactly one state, and not a word of it is dropped.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from auditapp.checklist.models import Checklist, Question
from auditapp.checklist.revision.fates import AnswerFate, AnswerState, Reason, RevisionPlan
from auditapp.checklist.revision.field_words import answer_words
from auditapp.checklist.revision.judging import judge
from auditapp.checklist.revision.lineage import Lineage, trace
from auditapp.checklist.revision.merging import merged
from auditapp.checklist.revision.question_pair import QuestionPair
from auditapp.checklist.versions import version_key
from auditapp.errors import AuditLockedError, NotAllowedError
from auditapp.i18n import _
from auditapp.model.answer import Answer
from auditapp.model.audit import Audit
from auditapp.model.ids import ChecklistId, QuestionId, QuestionKey, question_key

KEPT, TO_CONFIRM, SET_ASIDE = AnswerState


def plan(audit: Audit, old: Checklist, new: Checklist) -> RevisionPlan:
    """Return what moving ``audit`` from ``old``, which it uses, to ``new`` would do.

    Raises:
        AuditLockedError: the audit has been signed off, and stays with its checklists for ever.
        NotAllowedError: the two are different checklists.
    """
    require_draft(audit)
    if old.id != new.id:
        raise NotAllowedError(
            _("'{new}' is not a version of '{old}'.").format(new=new.id, old=old.id),
            _("Choose a file of the same checklist."),
        )
    return _Planning(audit, old, new).plan()


def require_draft(audit: Audit) -> None:
    """Refuse an audit that has been signed off, amended or not.

    Raises:
        AuditLockedError: it has been, and stays with its checklists for ever.
    """
    if not audit.is_draft:
        raise AuditLockedError(
            _("This audit has been signed off, so it stays with the checklist it was signed with."),
            _("Only drafts can be moved to another version."),
        )
    if audit.is_amending:
        raise AuditLockedError(
            _("An amendment stays with the checklist that the audit was signed with."),
            _("Start a new audit to use another version."),
        )


def with_failed_rules(made: RevisionPlan, failed: Mapping[QuestionKey, str]) -> RevisionPlan:
    """Return the plan with answers to be confirmed that fail a rule which is new or was changed.

    Args:
        made: the plan so far.
        failed: for each new key, what the rule says about the answer.
    """
    fates = tuple(
        replace(fate, reasons=(*fate.reasons, *_rule_reasons(fate.new_key, failed)))
        for fate in made.fates
    )
    return replace(made, fates=fates)


def _rule_reasons(key: QuestionKey | None, failed: Mapping[QuestionKey, str]) -> Iterator[Reason]:
    if key is not None and key in failed:
        sentence = _("A rule for this answer is new or was changed, and warns: {message}")
        yield Reason(TO_CONFIRM, sentence.format(message=failed[key]))


class _Planning:
    """Work out what becomes of each answer of an audit under a revised checklist."""

    def __init__(self, audit: Audit, old: Checklist, new: Checklist) -> None:
        self._audit = audit
        self._old = old
        self._new = new
        self._lineage: Lineage = trace(old, new)

    def plan(self) -> RevisionPlan:
        """Make the plan."""
        went_on = self._lineage.successors
        return RevisionPlan(
            self._old,
            self._new,
            fates=tuple(self._fates()),
            questions={
                self._key(old_id): self._key(new_ids[0])
                for old_id, new_ids in went_on.items()
                if len(new_ids) == 1
            },
            gone={
                self._key(question.id): question.text
                for question in self._old.questions
                if len(went_on[question.id]) != 1
            },
            warnings=tuple(self._warnings()),
        )

    def _warnings(self) -> Iterator[str]:
        if version_key(self._new.version) < version_key(self._old.version):
            yield _("Version {new} is older than version {old}, which the audit uses.").format(
                new=self._new.version, old=self._old.version
            )

    def _fates(self) -> Iterator[AnswerFate]:
        is_same = self._old == self._new
        known = {question.id: question for question in self._old.questions}
        for key, answer in self._audit.answers.items():
            checklist_id, _slash, question_id = key.partition("/")
            if ChecklistId(checklist_id) != self._old.id:
                continue
            question = known.get(QuestionId(question_id))
            if is_same:
                yield self._fate(key, question, answer, (), key)
            else:
                yield self._fate_of(key, question, answer)

    def _fate_of(self, key: QuestionKey, question: Question | None, answer: Answer) -> AnswerFate:
        if question is None:
            reason = Reason(SET_ASIDE, _("The question was in no version that the audit knows."))
            return self._fate(key, None, answer, (reason,), None)
        new_ids = self._lineage.successors[question.id]
        if not new_ids:
            reason = Reason(SET_ASIDE, _("The question is no longer in the checklist."))
            return self._fate(key, question, answer, (reason,), None)
        if len(new_ids) > 1:
            reason = Reason(SET_ASIDE, _("The question was divided into several."))
            return self._fate(key, question, answer, (reason,), None, new_ids)
        sources = self._lineage.sources[new_ids[0]]
        if len(sources) > 1:
            pairs = [(self._pair(each, new_ids[0]), self._answer(each)) for each in sources]
            # One that was divided as well is set aside whole: its words must not go on here too.
            goes_on = [len(self._lineage.successors[each]) == 1 for each in sources]
            moved, reasons = merged(pairs, goes_on)
        else:
            moved, reasons = judge(answer, self._pair(question.id, new_ids[0]))
        return self._fate(key, question, moved, reasons, self._key(new_ids[0]), new_ids)

    def _fate(
        self,
        key: QuestionKey,
        question: Question | None,
        answer: Answer,
        reasons: tuple[Reason, ...],
        new_key: QuestionKey | None,
        new_ids: tuple[QuestionId, ...] = (),
    ) -> AnswerFate:
        """Make a fate; what is set aside is the answer as it was given."""
        given = self._audit.answers[key]
        pending = self._audit.to_confirm.get(key)
        if pending is not None:
            reasons = (
                Reason(TO_CONFIRM, pending.why),
                *(each for each in reasons if each.sentence not in pending.why),
            )
            wording = pending.question_text, pending.answer_text, pending.checklist_version
        elif question is None:
            wording = _("Question {key}").format(key=key), str(given.value), self._old.version
        else:
            words = answer_words(self._old, question, given)
            wording = question.text, words, self._old.version
        fate = AnswerFate(key, *wording, reasons, answer, new_key)
        if fate.state is not SET_ASIDE:
            return fate
        asked = (each for each in new_ids if not self._new.question(each).retired)
        return replace(fate, answer=given, new_key=None, beside=tuple(map(self._key, asked)))

    def _pair(self, old_id: QuestionId, new_id: QuestionId) -> QuestionPair:
        old, new = self._old.question(old_id), self._new.question(new_id)
        return QuestionPair(self._old, old, self._new, new)

    def _answer(self, question_id: QuestionId) -> Answer:
        return self._audit.answer(self._key(question_id))

    def _key(self, question_id: QuestionId) -> QuestionKey:
        return question_key(self._new.id, question_id)
