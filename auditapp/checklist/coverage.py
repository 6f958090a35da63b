# SPDX-License-Identifier: MPL-2.0
"""Map every cited place of the sources to its questions and back; find what nobody asks about."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from auditapp.checklist.models import Checklist, Question
from auditapp.checklist.sources import Citation, Document, Sources
from auditapp.i18n import _
from auditapp.model.ids import ChecklistId, QuestionId

QuestionName = tuple[ChecklistId, QuestionId]


@dataclass(frozen=True, slots=True)
class Coverage:
    """Say which questions cite each place, and which ask about each criterion."""

    by_place: Mapping[Citation, Sequence[QuestionName]]
    by_criterion: Mapping[str, Sequence[QuestionName]]
    by_question: Mapping[QuestionName, Sequence[Citation]]
    sources: Sources

    @property
    def lost(self) -> Iterator[str]:
        """Yield the places and criteria that no question asks about and none is excused from."""
        for document in self.sources.documents:
            for place in document.places_to_cover:
                if f"{document.id} {place}" not in self.by_place:
                    yield f"{document.id} {place}"
        yield from (each for each in self.sources.all_criteria if each not in self.by_criterion)


def coverage_of(checklists: Sequence[Checklist], sources: Sources) -> Coverage:
    """Read the citations and criteria of every question that is asked."""
    by_place: dict[Citation, list[QuestionName]] = defaultdict(list)
    by_criterion: dict[str, list[QuestionName]] = defaultdict(list)
    by_question: dict[QuestionName, Sequence[Citation]] = {}
    for name, question in _named(checklists):
        cited = [place for text in question.sources for place in sources.citations(text)]
        by_question[name] = cited
        for place in dict.fromkeys(cited):
            by_place[place].append(name)
        for criterion in question.criteria:
            by_criterion[criterion].append(name)
    return Coverage(dict(by_place), dict(by_criterion), by_question, sources)


def coverage_page(coverage: Coverage) -> Iterator[str]:
    """Yield the lines of the page ``docs/coverage.md``."""
    yield from (_("# What the checklists cover"), "")
    yield _(
        "Made by `python3 main.py checklist coverage`; a test compares it with the checklists. It "
        "lists every place of a source that questions cite, with those questions; the places that "
        "no case file can answer; and for each question the places that it comes from."
    )
    yield ""
    for document in coverage.sources.documents:
        yield from _document(document, coverage)
    yield from (_("## Criteria"), "", _("| Criterion | Questions |"), "|---|---|")
    for criterion in coverage.sources.all_criteria:
        yield _row(criterion, _names(coverage.by_criterion.get(criterion, ())))
    yield from ("", _("## Questions"), "", _("| Question | Places |"), "|---|---|")
    for (checklist, question), places in coverage.by_question.items():
        words = ", ".join(places) or _("guidance or law, not one of these documents")
        yield _row(f"{checklist} {question}", words)


def _named(checklists: Sequence[Checklist]) -> Iterator[tuple[QuestionName, Question]]:
    for checklist in checklists:
        for question in checklist.questions:
            if not question.retired:
                yield (checklist.id, question.id), question


def _document(document: Document, coverage: Coverage) -> Iterator[str]:
    day = f", {document.published}" if document.published else ""
    yield from (f"## {document.id}", "", f"{document.title}. {document.publisher}{day}.", "")
    yield from (_("| Place | Questions |"), "|---|---|")
    for place in document.all_places:
        names = coverage.by_place.get(f"{document.id} {place}")
        if names is not None:
            yield _row(place, _names(names))
    yield ""
    if document.set_apart:
        yield from (_("No case file can answer:"), "")
        yield from (f"- {each.place}: {each.because}" for each in document.set_apart)
        yield ""


def _names(names: Sequence[QuestionName]) -> str:
    """Return questions by checklist, as in ``visits VS1, VS2; chronology CH1``."""
    by_checklist: dict[ChecklistId, list[QuestionId]] = defaultdict(list)
    for checklist, question in names:
        by_checklist[checklist].append(question)
    return "; ".join(f"{each} {', '.join(ids)}" for each, ids in by_checklist.items())


def _row(head: str, words: str) -> str:
    return f"| {head} | {words} |"
