# SPDX-License-Identifier: MPL-2.0
"""Work out everything that moving a draft to another version of a checklist would change.

Beyond the answers themselves, which ``auditapp.checklist.revision`` plans: which answers would be
hidden, which questions would be open, and what the rules would suggest.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from auditapp.checklist.embedding import pin_with_bytes
from auditapp.checklist.library import LoadedChecklist
from auditapp.checklist.revision.fates import AnswerState, RevisionPlan
from auditapp.checklist.revision.moving import migration_edit, moved_audit
from auditapp.checklist.revision.planning import plan, with_failed_rules
from auditapp.i18n import _
from auditapp.judgement.case_facts import Standards
from auditapp.judgement.compiled import CompiledChecklist
from auditapp.judgement.grading import suggest_grade
from auditapp.judgement.outline import Outline, read_outline
from auditapp.model.audit import Audit, ChecklistPin
from auditapp.model.edits import Author, Edit
from auditapp.model.grade import PRACTICE, GradeBand
from auditapp.model.ids import QuestionKey
from auditapp.model.labels import label


@dataclass(frozen=True, slots=True)
class GradeShift:
    """Hold what the rules suggest before and after, for a section that is in both or the audit."""

    key: str
    before: GradeBand | None
    after: GradeBand | None


@dataclass(frozen=True, slots=True)
class RevisionPreview:
    """Hold all that moving one draft would do. Nothing has been changed.

    Args:
        audit: the draft as it is.
        plan: what becomes of each answer.
        now_hidden: answers that are kept, and whose questions would no longer be asked.
        newly_open: questions that would have no answer and are not open now, by their new keys.
        shifts: the suggested grades that would change.
    """

    audit: Audit
    plan: RevisionPlan
    pin: ChecklistPin
    now_hidden: tuple[QuestionKey, ...]
    newly_open: tuple[QuestionKey, ...]
    shifts: tuple[GradeShift, ...]

    @property
    def changes_something(self) -> bool:
        """Tell whether the audit would be any different."""
        return moved_audit(self.audit, self.plan, self.pin) != self.audit

    def edit(self, by: Author) -> Edit:
        """Return the edit that moves the draft, with a line for the history."""
        return migration_edit(self.audit, self.plan, self.pin, by, self.summary)

    @property
    def summary(self) -> str:
        """Return the versions, the counts and both suggested grades, in one line."""
        counts = self.plan.counts
        parts = [
            _("{id} {old} to {new}: {kept} kept, {confirm} to confirm, {aside} set aside").format(
                id=self.plan.new.id,
                old=self.plan.old.version,
                new=self.plan.new.version,
                kept=counts[AnswerState.KEPT],
                confirm=counts[AnswerState.TO_CONFIRM],
                aside=counts[AnswerState.SET_ASIDE],
            )
        ]
        parts += [
            _("suggested for {key}: {before} before, {after} after").format(
                key=shift.key, before=_grade_words(shift.before), after=_grade_words(shift.after)
            )
            for shift in self.shifts
        ]
        return "; ".join(parts)


def preview_revision(
    before: Outline,
    new: LoadedChecklist,
    compiled: CompiledChecklist,
    standards: Standards,
) -> RevisionPreview:
    """Return what moving a draft to ``new`` would do.

    Args:
        before: the outline of the draft as it is.
        new: the version to move to, which must be one of a checklist that the draft uses.
        compiled: the same, ready for answering.
        standards: the timescale rules in force.

    Raises:
        AuditLockedError: the audit has been signed off.
    """
    # The texts as auditors read them, on both sides: with the council's own names put in.
    audit, checklist = before.audit, compiled.checklist
    old = next(each for each in before.compiled if each.checklist.id == checklist.id)
    others = [each if each is not old else compiled for each in before.compiled]
    pin = pin_with_bytes(new)
    made = plan(audit, old.checklist, checklist)
    after = read_outline(moved_audit(audit, made, pin), others, standards)
    made = with_failed_rules(made, dict(_failed_rules(made, compiled, after)))
    return RevisionPreview(
        audit,
        made,
        pin,
        now_hidden=_now_hidden(before, after, made),
        newly_open=_newly_open(before, after, made),
        shifts=tuple(_shifts(before, after)),
    )


def _failed_rules(
    made: RevisionPlan, compiled: CompiledChecklist, after: Outline
) -> Iterator[tuple[QuestionKey, str]]:
    """Yield the rules that an answer fails which are not the old question's rules as well."""
    for fate in made.fates:
        if fate.new_key is None or fate.new_key not in after.by_key or fate.answer.value is None:
            continue
        question = after.by_key[fate.new_key].question
        old_id = fate.key.partition("/")[2]
        known = next((each.rules for each in made.old.questions if each.id == old_id), ())
        tests = compiled.warnings[question.id]
        for rule, (must, message) in zip(question.rules, tests, strict=True):
            if rule not in known and not must(after.facts[made.new.id]):
                yield fate.new_key, message


def _now_hidden(before: Outline, after: Outline, made: RevisionPlan) -> tuple[QuestionKey, ...]:
    return tuple(
        fate.new_key
        for fate in made.fates
        if fate.new_key and fate.key in before.by_key and fate.new_key not in after.by_key
    )


def _newly_open(before: Outline, after: Outline, made: RevisionPlan) -> tuple[QuestionKey, ...]:
    was_open = {made.questions.get(key, key) for key in _open(before)}
    return tuple(key for key in _open(after) if key not in was_open)


def _open(outline: Outline) -> list[QuestionKey]:
    return [each.key for each in outline.questions if not outline.audit.answer(each.key).is_given]


def _shifts(before: Outline, after: Outline) -> Iterator[GradeShift]:
    for key in (*_graded(before, after), PRACTICE):
        bands = [suggest_grade(each, key).band for each in (before, after)]
        if bands[0] is not bands[1]:
            yield GradeShift(key, *bands)


def _graded(before: Outline, after: Outline) -> Sequence[str]:
    return [
        each.key for each in after.sections if each.is_graded and each.key in before.section_by_key
    ]


def _grade_words(band: GradeBand | None) -> str:
    return label(band) if band else _("nothing")
