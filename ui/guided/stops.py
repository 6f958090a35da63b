# SPDX-License-Identifier: MPL-2.0
"""Say where the guided start stops: at which step, beside which part, and with which words."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, cast

from PySide6.QtWidgets import QWidget

from auditapp.i18n import _
from ui.guided.invented import ALONE, SECTION, VISITS
from ui.walkthrough.steps import REVIEW, Step, StepKind
from ui.widgets.buttons.shortcut import native_keys

if TYPE_CHECKING:
    from ui.guided.guided_view import GuidedView
    from ui.review.review_view import ReviewView
    from ui.walkthrough.question.question_card import QuestionCard
    from ui.walkthrough.section_grade_card import SectionGradeCard


@dataclass(frozen=True, slots=True)
class Stop:
    """Hold one stop: its step, the part of the window that it is about, and what it says."""

    step: Step
    part: "Callable[[GuidedView], QWidget]"
    title: str
    text: str


def _question(view: "GuidedView") -> "QuestionCard":
    return cast("QuestionCard", view.pages.card(StepKind.QUESTION))


def _grade(view: "GuidedView") -> QWidget:
    return cast("SectionGradeCard", view.pages.card(StepKind.SECTION_GRADE)).form


def _review(view: "GuidedView") -> "ReviewView":
    return cast("ReviewView", view.pages.currentWidget())


_ALONE: Final = Step(StepKind.QUESTION, ALONE)
_VISITS: Final = Step(StepKind.QUESTION, VISITS)

STOPS: Final = (
    Stop(
        _ALONE,
        lambda view: _question(view).answer_part,
        _("One question at a time"),
        _(
            "Read the case file, and choose the answer that fits: with the arrow keys and Space, "
            "with the mouse, or by its number, the first with {keys}. “Could not find” is for what "
            "the file does not say. Try one."
        ).format(keys=native_keys("Ctrl+1")),
    ),
    Stop(
        _ALONE,
        lambda view: _question(view).note_part,
        _("What you saw"),
        _(
            "The note says in a sentence or two why you answered so. Write no names. There is "
            "nothing to save: what you type is kept as you type it."
        ),
    ),
    Stop(
        _ALONE,
        lambda view: _question(view).follow_up.evidence_button,
        _("Where you saw it"),
        _(
            "Evidence names the document, its date and the place in it, so that somebody else can "
            "find it again. No record is copied."
        ),
    ),
    Stop(
        _ALONE,
        lambda view: _question(view).follow_up.action_box,
        _("What is to be done"),
        _(
            "Tick this when something must change. An action says what, whose it is, by when, and "
            "how we will know. Later it stands with all others on the page Actions."
        ),
    ),
    Stop(
        _VISITS,
        lambda view: _question(view).timescale_part,
        _("Was it in time?"),
        _(
            "You enter the dates; the program counts the days and says in a sentence which rule "
            "it went by. Here one visit was late. A late one wants a reason from the file."
        ),
    ),
    Stop(
        Step(StepKind.SECTION_GRADE, SECTION),
        _grade,
        _("The grade is yours"),
        _(
            "At the end of a section the rules suggest a grade and say how they came to it. You "
            "give the grade. When yours is another one, say why."
        ),
    ),
    Stop(
        REVIEW,
        lambda view: _review(view).cards[0],
        _("Before you sign"),
        _(
            "The review lists what is missing and what does not fit together. Enter on a line "
            "leads to the question, and back here you go on."
        ),
    ),
    Stop(
        REVIEW,
        lambda view: _review(view).sign_off_card,
        _("Sign off, then the report"),
        _(
            "Signing locks an audit. After it comes the report, as PDF and in other forms; the "
            "page Reports makes those of many audits. This invented audit is never signed, and "
            "goes when you leave."
        ),
    ),
)
