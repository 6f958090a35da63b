# SPDX-License-Identifier: MPL-2.0
"""What the palette offers in an open audit: commands of the question, stages and questions."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from auditapp.i18n import _
from auditapp.judgement.outline import Outline
from ui.keys.palette_entry import Finder, PaletteEntry, command_entries
from ui.open_audit import OpenAudit
from ui.walkthrough.question.question_card import QuestionCard
from ui.walkthrough.question_item import QuestionItem, QuestionSearch
from ui.walkthrough.step_pages import StepPages
from ui.walkthrough.steps import Step, StepKind, Walk


def question_entries(step: Step, pages: StepPages, open_audit: OpenAudit) -> Iterator[PaletteEntry]:
    """Yield an entry for each command with something to do at the question on show, in a draft."""
    if step.kind is StepKind.QUESTION and open_audit.can_edit:
        card = pages.card(StepKind.QUESTION)
        if isinstance(card, QuestionCard):
            yield from command_entries(card.offered.items())


def stage_entries(walk: Walk, show: Callable[[int], None]) -> Iterator[PaletteEntry]:
    """Yield an entry for each section and each other stage, which ``show`` goes to by number."""
    for number, stage in enumerate(walk.stages):
        words = _("Go to {place}").format(place=stage.title)
        yield PaletteEntry(words, _("This audit"), partial(show, number))


def question_finder(outline: Outline, show: Callable[[Step], None]) -> Finder:
    """Return what finds questions by number and words, and goes to them by ``show``."""
    questions = QuestionSearch(outline)

    def find(text: str) -> Iterable[PaletteEntry]:
        """Find the questions that hold what is typed."""
        return [_entry(item, show) for item in questions.find(text)]

    return find


def _entry(item: QuestionItem, show: Callable[[Step], None]) -> PaletteEntry:
    words = _("Question {number}").format(number=item.place)
    return PaletteEntry(item.text, words, partial(show, Step(StepKind.QUESTION, item.key)))
