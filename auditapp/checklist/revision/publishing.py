# SPDX-License-Identifier: MPL-2.0
"""Check a checklist that is to be published against the version before it.

Faults must be mended before it goes out. Warnings are for the author to weigh: the answers of open
drafts will have to be confirmed or given anew.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from auditapp.checklist.faults import Path, PathFault
from auditapp.checklist.models import Checklist, Question, QuestionChange
from auditapp.checklist.revision.compare import compare
from auditapp.checklist.revision.conversion import WIDENED_KINDS
from auditapp.checklist.revision.lineage import trace
from auditapp.checklist.revision.options import options, successors
from auditapp.checklist.revision.question_pair import QuestionPair
from auditapp.checklist.revision.word_marks import likeness
from auditapp.checklist.suggestions import suggestion
from auditapp.checklist.versions import version_key
from auditapp.i18n import _
from auditapp.model.ids import QuestionId

LARGE_REWORDING: Final = 0.6
"""The share of words that two texts have in common, below which a rewording counts as large."""


@dataclass(frozen=True, slots=True)
class PublishingFaults:
    """Hold what must be mended, and what the author should weigh, each with its place."""

    faults: tuple[PathFault, ...] = ()
    warnings: tuple[PathFault, ...] = ()


def publishing_faults(old: Checklist, new: Checklist) -> PublishingFaults:
    """Return what is wrong with publishing ``new`` after ``old``."""
    if old.id != new.id:
        fault = PathFault(
            ("id",),
            _("This is checklist '{new}', and the other one is '{old}'.").format(
                new=new.id, old=old.id
            ),
            _("Compare it with an earlier version of the same checklist."),
        )
        return PublishingFaults((fault,))
    checks = _Checks(old, new)
    return PublishingFaults(tuple(checks.faults()), tuple(checks.warnings()))


class _Checks:
    """Check a version of a checklist against the one before it."""

    def __init__(self, old: Checklist, new: Checklist) -> None:
        self._old = old
        self._new = new
        self._lineage = trace(old, new)
        self._places: dict[QuestionId, Path] = {
            question.id: ("sections", number, "questions", place)
            for number, section in enumerate(new.sections)
            for place, question in enumerate(section.questions)
        }
        self._pairs = [
            QuestionPair(old, old.question(old_id), new, question)
            for question in new.questions
            if (old_id := self._lineage.pair_of(question.id)) is not None
        ]

    def faults(self) -> Iterator[PathFault]:
        """Yield what must be put right before the version is published."""
        yield from self._header()
        yield from self._vanished()
        for question in self._new.questions:
            yield from self._earlier_ids(question)
        for pair in self._pairs:
            yield from self._kind(pair)
            yield from self._forgotten(pair)
            yield from self._declared_again(pair)
        yield from self._scale_maps()

    def warnings(self) -> Iterator[PathFault]:
        """Yield what its author should look at once more."""
        for pair in self._pairs:
            yield from self._meaning(pair)
            yield from self._answers(pair)
        for old_id, new_ids in self._lineage.successors.items():
            if len(new_ids) > 1:
                yield PathFault(
                    self._places[new_ids[0]],
                    _("'{old}' becomes several questions: {new}.").format(
                        old=old_id, new=", ".join(new_ids)
                    ),
                    _("Answers will be set aside; keep the old id for one of them to prevent it."),
                )

    def _header(self) -> Iterator[PathFault]:
        if self._old == self._new:
            return
        if version_key(self._new.version) <= version_key(self._old.version):
            yield PathFault(
                ("version",),
                _("Version {new} is not later than {old}.").format(
                    new=self._new.version, old=self._old.version
                ),
                _("Raise the version with every published change."),
            )
        is_listed = any(each.version == self._new.version for each in self._new.changes)
        if compare(self._old, self._new) and not is_listed:
            yield PathFault(
                ("changes",),
                _("What version {version} changes is not listed.").format(
                    version=self._new.version
                ),
                _("Add an entry under changes: version, on and a summary for auditors."),
            )

    def _vanished(self) -> Iterator[PathFault]:
        sections = {section.id: number for number, section in enumerate(self._new.sections)}
        for old_id, new_ids in self._lineage.successors.items():
            if new_ids:
                continue
            number = sections.get(self._old.section_of(old_id).id)
            yield PathFault(
                ("sections",) if number is None else ("sections", number, "questions"),
                _("Question '{question}' has vanished.").format(question=old_id),
                _("Keep it with retired: true, or name it in renamed_from of its successor."),
            )

    def _earlier_ids(self, question: Question) -> Iterator[PathFault]:
        known = {name for each in self._old.questions for name in (each.id, *each.renamed_from)}
        for number, name in enumerate(question.renamed_from):
            path = (*self._places[question.id], "renamed_from", number)
            if name not in known:
                yield PathFault(
                    path,
                    _("No earlier version has a question '{name}'.").format(name=name),
                    suggestion(name, known),
                )
            elif name in question.renamed_from[:number]:
                yield PathFault(
                    path, _("'{name}' is named twice.").format(name=name), _("Name it once.")
                )
        reused = {name for each in self._old.questions for name in each.renamed_from} - {
            each.id for each in self._old.questions
        }
        if question.id in reused:
            yield PathFault(
                (*self._places[question.id], "id"),
                _("'{id}' was another question’s id in an earlier version.").format(id=question.id),
                _("Ids are for ever: give this question a new one."),
            )

    def _kind(self, pair: QuestionPair) -> Iterator[PathFault]:
        kinds = (pair.old.kind, pair.new.kind)
        if kinds[0] is not kinds[1] and kinds not in WIDENED_KINDS:
            yield PathFault(
                (*self._places[pair.new.id], "kind"),
                _("Question '{question}' was of kind {kind}.").format(
                    question=pair.new.id, kind=pair.old.kind
                ),
                _("Retire it, and ask the new question under a new id."),
            )

    def _forgotten(self, pair: QuestionPair) -> Iterator[PathFault]:
        kept = {pair.new.id, *pair.new.renamed_from}
        if missing := [name for name in pair.old.renamed_from if name not in kept]:
            yield PathFault(
                self._places[pair.new.id],
                _("'{question}' no longer says which ids it had: {names}.").format(
                    question=pair.new.id, names=", ".join(missing)
                ),
                _("Keep them in renamed_from, for drafts of earlier versions."),
            )

    def _declared_again(self, pair: QuestionPair) -> Iterator[PathFault]:
        """Yield that an old declaration would be taken for one about the new wording."""
        declared = {each.version for each in self._new.changes if pair.new.id in each.questions}
        is_reworded = pair.old.text != pair.new.text
        if is_reworded and declared and self._new.version not in declared:
            yield PathFault(
                (*self._places[pair.new.id], "text"),
                _("'{question}' was reworded again since its meaning was declared.").format(
                    question=pair.new.id
                ),
                _("Declare it under changes for this version too, or remove what was declared."),
            )

    def _scale_maps(self) -> Iterator[PathFault]:
        """Yield where ``from`` names an answer that the old version's scale did not have."""
        was = {scale.id: scale for scale in self._old.scales}
        for number, scale in enumerate(self._new.scales):
            for place, answer in enumerate(scale.answers):
                for old_scale, named in answer.from_.items():
                    offered = was[old_scale].answer_ids if old_scale in was else named
                    earlier = self._earlier_answers(old_scale)
                    for name in named:
                        if name not in offered and name not in earlier:
                            yield PathFault(
                                ("scales", number, "answers", place, "from", old_scale),
                                _("Scale '{scale}' had no answer '{answer}'.").format(
                                    scale=old_scale, answer=name
                                ),
                                suggestion(name, offered),
                            )

    def _earlier_answers(self, scale_id: str) -> set[str]:
        """Return the answers that the old version already reads as answers of a still older one."""
        return {
            name
            for scale in self._old.scales
            for answer in scale.answers
            for name in answer.from_.get(scale_id, ())
        }

    def _meaning(self, pair: QuestionPair) -> Iterator[PathFault]:
        path = (*self._places[pair.new.id], "text")
        if pair.declared is QuestionChange.CHANGED_MEANING:
            yield PathFault(
                path,
                _("'{question}' is declared to ask something else.").format(question=pair.new.id),
                _("Answers to it will be set aside. Better retire it and give the new one an id."),
            )
        elif pair.declared is None and likeness(pair.old.text, pair.new.text) < LARGE_REWORDING:
            yield PathFault(
                path,
                _("'{question}' was reworded so much that it may ask something else.").format(
                    question=pair.new.id
                ),
                _("Declare under changes whether it has the same_meaning or a changed_meaning."),
            )

    def _answers(self, pair: QuestionPair) -> Iterator[PathFault]:
        if pair.old.scale != pair.new.scale:
            return
        was, offered = options(self._old, pair.old), options(self._new, pair.new)
        for answer_id in was:
            if len(successors(answer_id, offered, was)) != 1:
                yield PathFault(
                    self._places[pair.new.id],
                    _("Answer '{answer}' of '{question}' has no successor.").format(
                        answer=answer_id, question=pair.new.id
                    ),
                    _("Answers with it will be set aside; renamed_from in one answer prevents it."),
                )
