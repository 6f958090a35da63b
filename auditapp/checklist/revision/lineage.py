# SPDX-License-Identifier: MPL-2.0
"""Trace which question of one version of a checklist became which question of another.

Ids are for ever, and ``renamed_from`` keeps every id that a question ever had, so versions may be
skipped, and a checklist can be compared with an earlier version as well as with a later one.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from auditapp.checklist.models import Checklist, Question
from auditapp.model.ids import QuestionId

Claims = dict[QuestionId, list[QuestionId]]


@dataclass(frozen=True, slots=True)
class Lineage:
    """Hold the successors of each old question and the sources of each new one, by id.

    A split question has several successors, a merged one several sources; one that vanished, and
    one that was added, have none.
    """

    successors: Mapping[QuestionId, tuple[QuestionId, ...]]
    sources: Mapping[QuestionId, tuple[QuestionId, ...]]

    def pair_of(self, new: QuestionId) -> QuestionId | None:
        """Return the old question that a new one simply continues; None after split or merge."""
        sources = self.sources[new]
        return sources[0] if len(sources) == 1 and self.successors[sources[0]] == (new,) else None


def trace(old: Checklist, new: Checklist) -> Lineage:
    """Return how the questions of ``old`` went on in ``new``."""
    claims: Claims = {}
    for question in new.questions:
        for name in dict.fromkeys((question.id, *question.renamed_from)):
            claims.setdefault(name, []).append(question.id)
    successors = {question.id: _successors(question, claims) for question in old.questions}
    sources: dict[QuestionId, list[QuestionId]] = {question.id: [] for question in new.questions}
    for old_id, new_ids in successors.items():
        for new_id in new_ids:
            sources[new_id].append(old_id)
    return Lineage(successors, {new_id: tuple(ids) for new_id, ids in sources.items()})


def _successors(question: Question, claims: Claims) -> tuple[QuestionId, ...]:
    """Return who goes on under the question's id or, if nobody does, under its latest old one."""
    names = (question.id, *reversed(question.renamed_from))
    return next((tuple(claims[name]) for name in names if name in claims), ())
