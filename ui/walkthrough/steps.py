# SPDX-License-Identifier: MPL-2.0
"""Put the walk through an audit in order: front sheet, questions, grades, review, report."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from auditapp.i18n import _
from auditapp.judgement.outline import Outline
from auditapp.model.ids import QuestionKey, RecordId, SectionKey


class StepKind(StrEnum):
    """Name what one step of the walk shows."""

    FRONT_SHEET = "front_sheet"
    QUESTION = "question"
    SECTION_GRADE = "section_grade"
    FEEDBACK = "feedback"
    OVERALL = "overall"
    REVIEW = "review"
    REPORT = "report"
    HISTORY = "history"


@dataclass(frozen=True, slots=True)
class Step:
    """Name one step: a question by its key, a section's grade by the section's key."""

    kind: StepKind
    key: str = ""

    @property
    def question(self) -> QuestionKey:
        """The question that the step shows."""
        return QuestionKey(self.key)

    @property
    def section(self) -> SectionKey:
        """The section whose grade the step asks for."""
        return SectionKey(self.key)


FRONT_SHEET = Step(StepKind.FRONT_SHEET)
FEEDBACK = Step(StepKind.FEEDBACK)
OVERALL = Step(StepKind.OVERALL)
REVIEW = Step(StepKind.REVIEW)
REPORT = Step(StepKind.REPORT)
HISTORY = Step(StepKind.HISTORY)
_STEP_OF_TABLE = {"front": FRONT_SHEET, "feedback": FEEDBACK, "overall": OVERALL}


@dataclass(frozen=True, slots=True)
class Stage:
    """Hold the steps under one line of the list at the left: a section, or a step of its own."""

    title: str
    steps: tuple[Step, ...]
    section: SectionKey | None = None
    checklist_title: str = ""


class Walk:
    """Know the order of the steps of an audit as it is now.

    Made anew with each outline; then moving on is a look-up, however long the walk is.
    """

    def __init__(
        self, outline: Outline, *, is_try_out: bool = False, has_review: bool = False
    ) -> None:
        """Order the steps.

        Args:
            outline: What the audit asks.
            is_try_out: Whether there are those only that a checklist has a say in.
            has_review: Whether a try-out goes on to the review.
        """
        self._outline = outline
        stages = _judging_stages if is_try_out else _stages
        review = (_review_stage(),) if is_try_out and has_review else ()
        self.stages: Sequence[Stage] = (*stages(outline), *review)

    @cached_property
    def steps(self) -> Sequence[Step]:
        """All steps in order."""
        return tuple(step for stage in self.stages for step in stage.steps)

    @cached_property
    def _places(self) -> Mapping[Step, int]:
        return {step: place for place, step in enumerate(self.steps)}

    @cached_property
    def _stage_of(self) -> Mapping[Step, int]:
        return {step: i for i, stage in enumerate(self.stages) for step in stage.steps}

    def __contains__(self, step: Step) -> bool:
        return step in self._places

    def stage_number(self, step: Step) -> int:
        """Return the place, from 0, of the stage that ``step`` belongs to."""
        return self._stage_of[step]

    def after(self, step: Step) -> Step | None:
        """Return the step that follows, None after the last."""
        place = self._places[step] + 1
        return self.steps[place] if place < len(self.steps) else None

    def before(self, step: Step) -> Step | None:
        """Return the step before, None before the first."""
        place = self._places[step]
        return self.steps[place - 1] if place else None

    @cached_property
    def _unanswered(self) -> Sequence[int]:
        """The places of the questions that lack their answer."""
        return tuple(
            place
            for place, step in enumerate(self.steps)
            if step.kind is StepKind.QUESTION and lacks_answer(self._outline, step.question)
        )

    def next_unanswered(self, step: Step) -> Step | None:
        """Return the next question that lacks its answer, from the start again after the last."""
        if not self._unanswered:
            return None
        after = bisect_right(self._unanswered, self._places[step])
        place = self._unanswered[after % len(self._unanswered)]
        return self.steps[place] if self.steps[place] != step else None

    def spoken(self, step: Step) -> str:
        """Return where a step is, as a screen reader says it on arriving."""
        outline = self._outline
        if step.kind is StepKind.QUESTION:
            asked = outline.by_key[step.question]
            if not asked.question.required:
                return _("Optional question, {text}").format(text=asked.question.text)
            return _("Question {number} of {count}, {text}").format(
                number=asked.number_in_section,
                count=outline.section_by_key[asked.section].required_count,
                text=asked.question.text,
            )
        title = self.stages[self.stage_number(step)].title
        if step.kind is StepKind.SECTION_GRADE:
            return _("Grade of the section {title}").format(title=title)
        return title

    def nearest(self, step: Step, old: "Walk") -> Step:
        """Return ``step``, or where it is not asked any more, what stood nearest in ``old``."""
        before: Step | None = step
        while before is not None and before not in self:
            before = old.before(before)
        return before or self.steps[0]


def lacks_answer(outline: Outline, key: QuestionKey) -> bool:
    """Tell whether a question must be answered and is not."""
    is_required = outline.by_key[key].question.required
    return is_required and not outline.audit.answer(key).is_given


def step_of(outline: Outline, table: str, key: str) -> Step | None:
    """Return the step that shows a row of an audit, None when no step does."""
    question: str | None = key if table == "answers" else None
    if table == "actions" and key in outline.audit.actions:
        question = outline.audit.actions[RecordId(key)].question
    return step_of_row(outline, table, key, question)


def step_of_row(outline: Outline, table: str, key: str, question: str | None) -> Step | None:
    """Return the step that shows a row, be it gone by now; ``question`` is what it belongs to."""
    if table == "grades":
        is_section = key in outline.section_by_key
        return Step(StepKind.SECTION_GRADE, key) if is_section else OVERALL
    if table in _STEP_OF_TABLE:
        return _STEP_OF_TABLE[table]
    if question is None or question not in outline.by_key:
        return None
    return Step(StepKind.QUESTION, question)


def _stages(outline: Outline) -> Iterator[Stage]:
    yield Stage(_("Front sheet"), (FRONT_SHEET,))
    *sections, overall = _judging_stages(outline)
    yield from sections
    yield Stage(_("Feedback"), (FEEDBACK,))
    yield overall
    yield _review_stage()
    yield Stage(_("Report"), (REPORT,))
    yield Stage(_("History"), (HISTORY,))


def _review_stage() -> Stage:
    return Stage(_("Review and sign-off"), (REVIEW,))


def _judging_stages(outline: Outline) -> Iterator[Stage]:
    """Yield the sections and the grades of the whole audit."""
    for section in outline.sections:
        steps = [Step(StepKind.QUESTION, asked.key) for asked in section.questions]
        if section.is_graded:
            steps.append(Step(StepKind.SECTION_GRADE, section.key))
        title = section.section.title
        yield Stage(title, tuple(steps), section.key, section.checklist.title)
    yield Stage(_("Overall grades"), (OVERALL,))
