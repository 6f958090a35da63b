# SPDX-License-Identifier: MPL-2.0
"""Compare two versions of a checklist: every difference, in the order of the new version."""

from collections.abc import Iterator, Mapping

from auditapp.checklist.models import Cap, Checklist, Question, QuestionChange, Section
from auditapp.checklist.revision.answer_changes import answer_changes
from auditapp.checklist.revision.changes import ChangeKind, ChecklistChange
from auditapp.checklist.revision.field_words import field_words
from auditapp.checklist.revision.lineage import Lineage, trace
from auditapp.checklist.revision.order import moved_entries
from auditapp.checklist.revision.question_pair import QuestionPair
from auditapp.checklist.revision.word_marks import word_marks
from auditapp.model.ids import QuestionId

KIND_OF_FIELD: Mapping[str, ChangeKind] = {
    "kind": ChangeKind.KIND,
    "hint": ChangeKind.HINT,
    "criteria": ChangeKind.SOURCES,
    "sources": ChangeKind.SOURCES,
    "scale": ChangeKind.SCALE,
    "cohorts": ChangeKind.CONDITION,
    "when": ChangeKind.CONDITION,
    "required": ChangeKind.REQUIRED,
    "rules": ChangeKind.RULES,
    "where": ChangeKind.GUIDANCE,
    "good": ChangeKind.GUIDANCE,
    "shortfall": ChangeKind.GUIDANCE,
    "looks_like": ChangeKind.GUIDANCE,
    "cause_when": ChangeKind.CAUSE,
    "not_applicable": ChangeKind.NOT_APPLICABLE,
    "weight": ChangeKind.WEIGHT,
    "critical": ChangeKind.CRITICAL,
    "counts": ChangeKind.COUNTS,
    "timescale": ChangeKind.TIMESCALE,
    "unit": ChangeKind.LIMITS,
    "min": ChangeKind.LIMITS,
    "max": ChangeKind.LIMITS,
    "whole": ChangeKind.LIMITS,
}
"""What a change of each field of a question is called; the other fields have their own rules."""

HEAD_FIELDS = (
    "title",
    "status",
    "purpose",
    "publisher",
    "licence",
    "effective",
    "approved",
    "last_review",
    "look_back",
    "replaces",
    "min_app",
    "cohorts",
    "agencies",
    "translations",
)
_SECTION_FIELDS = ("intro", "grade", "cohorts", "when")


def compare(old: Checklist, new: Checklist) -> tuple[ChecklistChange, ...]:
    """Return every difference between two versions; none when they say the same.

    What only counts versions (``version``, ``changes``, ``renamed_from``) is no difference. Scales
    are compared through the questions that use them.
    """
    return tuple(_Comparison(old, new).changes())


class _Comparison:
    """Go through two versions of a checklist side by side."""

    def __init__(self, old: Checklist, new: Checklist) -> None:
        self._old = old
        self._new = new
        self._lineage = trace(old, new)
        self._moved = _moved_questions(old, new, self._lineage)

    def changes(self) -> Iterator[ChecklistChange]:
        """Yield every difference: of the head, the sections, what is gone, and the caps."""
        yield from self._fields(ChangeKind.HEAD, self._old, self._new, HEAD_FIELDS)
        old_ids = [section.id for section in self._old.sections]
        moved_sections = moved_entries(old_ids, [section.id for section in self._new.sections])
        for section in self._new.sections:
            if section.id in old_ids:
                yield from self._section(self._old.section(section.id), section)
            else:
                kind = ChangeKind.SECTION_ADDED
                yield ChecklistChange(kind, new=section.title, section=section.id)
            if section.id in moved_sections:
                yield ChecklistChange(ChangeKind.SECTION_MOVED, section=section.id)
            for question in section.questions:
                yield from self._question(question)
        yield from self._gone()
        yield from self._caps()

    def _section(self, old: Section, new: Section) -> Iterator[ChecklistChange]:
        if old.title != new.title:
            yield ChecklistChange(
                ChangeKind.SECTION_RENAMED,
                old.title,
                new.title,
                section=new.id,
                marks=word_marks(old.title, new.title),
            )
        for change in self._fields(ChangeKind.SECTION_CHANGED, old, new, _SECTION_FIELDS):
            yield ChecklistChange(
                change.kind, change.old, change.new, section=new.id, field=change.field
            )

    def _question(self, new: Question) -> Iterator[ChecklistChange]:
        sources = self._lineage.sources[new.id]
        if not sources:
            if not new.retired:  # one that comes and goes between two versions is no change
                yield ChecklistChange(ChangeKind.ADDED, new=new.text, question=new.id)
        elif len(sources) > 1:
            texts = "; ".join(self._old.question(each).text for each in sources)
            yield ChecklistChange(ChangeKind.MERGED, texts, new.text, question=new.id)
        elif self._lineage.pair_of(new.id) is None:
            text = self._old.question(sources[0]).text
            yield ChecklistChange(ChangeKind.SPLIT, text, new.text, question=new.id)
        else:
            yield from self._pair(self._old.question(sources[0]), new)

    def _pair(self, old: Question, new: Question) -> Iterator[ChecklistChange]:
        if old.id != new.id:
            yield ChecklistChange(ChangeKind.RENAMED, old.id, new.id, question=new.id)
        if new.retired != old.retired:
            kind = ChangeKind.RETIRED if new.retired else ChangeKind.RETURNED
            yield ChecklistChange(kind, old.text, new.text, question=new.id)
        if new.id in self._moved:
            sections = (self._old.section_of(old.id).title, self._new.section_of(new.id).title)
            yield ChecklistChange(ChangeKind.MOVED, *sections, question=new.id)
        yield from self._wording(old, new)
        if old == new and old.scale is None:
            return
        for field, kind in KIND_OF_FIELD.items():
            for change in self._fields(kind, old, new, (field,)):
                yield ChecklistChange(
                    kind, change.old, change.new, question=new.id, field=change.field
                )
        yield from answer_changes(self._old, old, self._new, new)

    def _wording(self, old: Question, new: Question) -> Iterator[ChecklistChange]:
        """Yield other words, or that the same words are declared to ask something else."""
        if old.text != new.text:
            marks = word_marks(old.text, new.text)
            kind = ChangeKind.REWORDED
            yield ChecklistChange(kind, old.text, new.text, question=new.id, marks=marks)
        elif self._asks_something_else(old, new):
            yield ChecklistChange(ChangeKind.MEANING, old.text, new.text, question=new.id)

    def _asks_something_else(self, old: Question, new: Question) -> bool:
        pair = QuestionPair(self._old, old, self._new, new)
        return pair.declared is QuestionChange.CHANGED_MEANING

    def _gone(self) -> Iterator[ChecklistChange]:
        for question in self._old.questions:
            if not self._lineage.successors[question.id]:
                yield ChecklistChange(ChangeKind.VANISHED, question.text, question=question.id)
        left = {section.id for section in self._new.sections}
        for section in self._old.sections:
            if section.id not in left:
                kind = ChangeKind.SECTION_WITHDRAWN
                yield ChecklistChange(kind, section.title, section=section.id)

    def _caps(self) -> Iterator[ChecklistChange]:
        old_caps = {cap.id: cap for cap in self._old.caps}
        new_caps = {cap.id: cap for cap in self._new.caps}
        for cap_id in dict.fromkeys((*new_caps, *old_caps)):
            old, new = old_caps.get(cap_id), new_caps.get(cap_id)
            if old == new:
                continue
            kind = ChangeKind.CAP_CHANGED
            if old is None or new is None:
                kind = ChangeKind.CAP_ADDED if old is None else ChangeKind.CAP_REMOVED
            words = _cap_words(old, self._old), _cap_words(new, self._new)
            yield ChecklistChange(kind, *words, cap=cap_id)

    def _fields(
        self, kind: ChangeKind, old: object, new: object, names: tuple[str, ...]
    ) -> Iterator[ChecklistChange]:
        for name in names:
            before, after = getattr(old, name), getattr(new, name)
            if before != after:
                words = field_words(before, self._old), field_words(after, self._new)
                yield ChecklistChange(kind, *words, field=name)


def _moved_questions(old: Checklist, new: Checklist, lineage: Lineage) -> set[QuestionId]:
    """Return the questions that went to another section, or to another place in theirs."""
    moved = set()
    for section in new.sections:
        pairs = {each.id: lineage.pair_of(each.id) for each in section.questions}
        stayed = {}
        for new_id, old_id in pairs.items():
            if old_id is None:
                continue
            if old.section_of(old_id).id == section.id:
                stayed[old_id] = new_id
            else:
                moved.add(new_id)
        if stayed:
            order = [question.id for question in old.section(section.id).questions]
            moved |= {stayed[each] for each in moved_entries(order, list(stayed))}
    return moved


def _cap_words(cap: Cap | None, checklist: Checklist) -> str:
    if cap is None:
        return ""
    limits = ((cap.section, cap.section_at_most), (None, cap.audit_at_most))
    words = [filter(None, (section, grade)) for section, grade in limits if grade]
    return field_words(
        (*map(": ".join, words), field_words(cap.when, checklist), cap.because), checklist
    )
