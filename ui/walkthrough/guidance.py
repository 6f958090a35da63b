# SPDX-License-Identifier: MPL-2.0
"""Say what helps the auditor at a step: what good looks like, where to look, how grading works."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from auditapp.checklist.citations import citation_words
from auditapp.checklist.models import QuestionKind
from auditapp.i18n import _
from auditapp.judgement.grading import counts_as
from auditapp.judgement.outline import AskedQuestion, Outline
from auditapp.model.ids import AnswerId
from ui.walkthrough.steps import Step, StepKind


@dataclass(frozen=True, slots=True)
class ChosenRating:
    """Say what the rating that was chosen looks like for this question."""

    title: str
    text: str
    tone: str


@dataclass(frozen=True, slots=True)
class Guidance:
    """Hold the parts of the guidance; the panel leaves out those that are empty."""

    title: str
    points: tuple[str, ...] = ()
    chosen: ChosenRating | None = None
    shortfall: tuple[str, ...] = ()
    where: tuple[str, ...] = ()
    about: str = ""
    sources: str = ""


_STEPS: Final[Mapping[StepKind, Guidance]] = {
    StepKind.FRONT_SHEET: Guidance(
        _("Keep the child’s name out"),
        (
            _("Use a case reference, never a name, a date of birth or an address."),
            _("The groups that the child belongs to decide which questions are asked."),
            _("Look at the whole period; judge on its last part."),
            _("Changing this sheet never deletes an answer. One that no longer applies is kept."),
        ),
    ),
    StepKind.SECTION_GRADE: Guidance(
        _("How a grade is suggested"),
        (
            _("The suggestion is the best fit to the quality ratings: the middle one."),
            _("What should be on the file is counted apart. It can lower a grade by one at most."),
            _("Met things alone never suggest better than Good."),
            _("One shortfall alone does not lower a grade. Not applicable is left out."),
            _("A cap limits the suggestion, and says why."),
            _("You give the grade. If it differs from the suggestion, give the reason."),
        ),
    ),
    StepKind.FEEDBACK: Guidance(
        _("Hearing from people"),
        (
            _("Ask the child in a way that suits their age and how they communicate."),
            _("Use their own words, and keep names out of them."),
            _("Ask what changed for them, not only whether they were content."),
            _("If nobody asked, say why: that is a finding too."),
        ),
    ),
    StepKind.OVERALL: Guidance(
        _("The file as a whole"),
        (
            _("Start from what changed for the child, then say how the work led there."),
            _("Two or three strengths and the few things that matter most are enough."),
            _("Each area for improvement should lead to an action."),
            _("The practice grade is about the work; the impact grade about the difference made."),
            _("Both need a reason. Nothing is suggested for impact."),
        ),
    ),
    StepKind.REVIEW: Guidance(
        _("Before you sign off"),
        (
            _("Go through what is missing first: each line leads to its place."),
            _("Then look at what does not fit together. You may leave it, having seen it."),
            _("Signing off locks the audit. After that it changes only by an amendment."),
        ),
    ),
    StepKind.HISTORY: Guidance(
        _("The history"),
        (
            _("Each line says who changed what and when, what it was and what it is."),
            _("Choose a line to go where the change was made."),
            _("Each line carries the fingerprint of the one before: a change of one would show."),
            _("The file that you save holds every line. It is not encrypted."),
        ),
    ),
    StepKind.REPORT: Guidance(
        _("The report"),
        (
            _("Before sign-off the report is a draft, and says so on each page."),
            _("Keep the file where only the people who need it can open it."),
        ),
    ),
}

_SIGNED: Final = Guidance(
    _("After the sign-off"),
    (
        _("Everything can be read, and nothing can be changed."),
        _("The report shows what was signed, by whom and when."),
        _("Something has to be put right? An amendment keeps what was signed."),
    ),
)


def guidance_for(step: Step, outline: Outline) -> Guidance:
    """Return the guidance for a step."""
    if step.kind is StepKind.QUESTION:
        return _for_question(outline, outline.by_key[step.question])
    if step.kind is StepKind.REVIEW and not outline.audit.is_draft:
        return _SIGNED
    return _STEPS[step.kind]


def _for_question(outline: Outline, asked: AskedQuestion) -> Guidance:
    question = asked.question
    return Guidance(
        _("What good looks like"),
        question.good,
        _chosen(outline, asked),
        question.shortfall,
        question.where,
        outline.section_by_key[asked.section].section.intro or "",
        "; ".join(map(citation_words, question.sources)),
    )


def _chosen(outline: Outline, asked: AskedQuestion) -> ChosenRating | None:
    answer = outline.audit.answer(asked.key)
    allowed = asked.question.not_applicable
    if answer.not_applicable and allowed and allowed.example:
        text = _("For example: {example}").format(example=allowed.example)
        return ChosenRating(_("Not applicable"), text, "not_applicable")
    if asked.question.kind is not QuestionKind.RATING or answer.value is None:
        return None
    value = AnswerId(str(answer.value))
    text = asked.question.looks_like.get(value, "")
    tone = counts_as(outline, asked)
    if not text or tone is None:
        return None
    return ChosenRating(asked.checklist.answer_texts(asked.question.id)[value], text, tone)
