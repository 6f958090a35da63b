# SPDX-License-Identifier: MPL-2.0
"""Tell which questions of several versions of a checklist ask the same and may be added up.

A question that was reworded counts as the same only where the checklist says so. Where its meaning,
its scale or what its answers count as was changed, the figures before and after are two questions.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise

from auditapp.checklist.models import Checklist
from auditapp.checklist.revision.lineage import trace
from auditapp.checklist.revision.question_pair import QuestionPair
from auditapp.checklist.revision.same_meaning import why_not_the_same
from auditapp.checklist.versions import version_key
from auditapp.i18n import _
from auditapp.model.ids import ChecklistId, QuestionId


@dataclass(frozen=True, slots=True)
class Criterion:
    """Name one thing that was asked, in the newest words for it.

    ``place`` sorts criteria as the newest checklist does. ``until`` is the last version that asks
    it, empty when that is the newest among those read.
    """

    checklist: ChecklistId
    title: str
    text: str
    place: tuple[int, ...]
    until: str = ""


@dataclass(frozen=True, slots=True)
class Break:
    """Say that the figures before and after a version are not about the same."""

    title: str
    old_version: str
    new_version: str
    old: str
    new: str
    why: str


Place = tuple[str, QuestionId]
"""The SHA-256 of a checklist, and a question in it."""


@dataclass(frozen=True, slots=True)
class Meanings:
    """Hold what each question of each version asks, and where comparing them breaks."""

    criteria: Mapping[Place, Criterion]
    breaks: tuple[Break, ...]


def read_meanings(checklists: Mapping[str, Checklist]) -> Meanings:
    """Return what the questions of ``checklists``, by their SHA-256, ask."""
    criteria: dict[Place, Criterion] = {}
    breaks: list[Break] = []
    for checklist_id in dict.fromkeys(each.id for each in checklists.values()):
        versions = [(sha, each) for sha, each in checklists.items() if each.id == checklist_id]
        versions.sort(key=lambda pair: version_key(pair[1].version))
        names = _of_one(versions, breaks)
        criteria.update(_criteria(versions, names))
    return Meanings(criteria, tuple(breaks))


def _of_one(versions: list[tuple[str, Checklist]], breaks: list[Break]) -> dict[Place, int]:
    """Give every meaning a number, through the versions of one checklist, the oldest first."""
    numbers: dict[Place, int] = {}
    sha, first = versions[0]
    numbers.update({(sha, question.id): at for at, question in enumerate(first.questions)})
    count = len(numbers)
    for (old_sha, old), (new_sha, new) in pairwise(versions):
        lineage = trace(old, new)
        for question in new.questions:
            source = lineage.pair_of(question.id)
            why = _("It was split or merged.") if lineage.sources[question.id] else ""
            if source is not None:
                why = why_not_the_same(QuestionPair(old, old.question(source), new, question))
            if source is not None and not why:
                numbers[new_sha, question.id] = numbers[old_sha, source]
                continue
            numbers[new_sha, question.id] = count
            count += 1
            if why and (question.scale or question.timescale):
                texts = (old.question(each).text for each in lineage.sources[question.id])
                was = "; ".join(texts)
                breaks.append(Break(new.title, old.version, new.version, was, question.text, why))
    return numbers


def _criteria(
    versions: list[tuple[str, Checklist]], numbers: Mapping[Place, int]
) -> Iterable[tuple[Place, Criterion]]:
    """Yield each question with its criterion, which speaks as the newest version of it does."""
    newest: dict[int, Criterion] = {}
    last = versions[-1][1]
    for age, (sha, checklist) in enumerate(reversed(versions)):
        for at, question in enumerate(checklist.questions):
            until = "" if age == 0 else checklist.version
            criterion = Criterion(last.id, last.title, question.text, (age, at), until)
            newest.setdefault(numbers[sha, question.id], criterion)
    return ((place, newest[number]) for place, number in numbers.items())
