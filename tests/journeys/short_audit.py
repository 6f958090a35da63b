# SPDX-License-Identifier: MPL-2.0
"""Audit an invented case by the keyboard with the short checklist “Seen and safe”."""

import datetime as dt
from dataclasses import replace

from auditapp.judgement.grading import suggest_grade
from auditapp.model.grade import GradeBand
from auditapp.model.labels import label
from ui.demo.question_script import QuestionScript
from ui.demo.sample_answers import Sample, SampleAction
from ui.walkthrough.steps import FRONT_SHEET, REVIEW, StepKind

ACTION = "See the child on their own at each visit until June, and record what they say"


def answers(today, **other):
    """Return what is found in a file where most is well; ``other`` by the id of the question."""
    supervised = tuple(str(today - dt.timedelta(days=days)) for days in (100, 72, 44, 16))
    usual = {
        "VS5-worker": Sample("met"),
        "VS1-last": Sample(str(today - dt.timedelta(days=5))),
        "VS1": Sample("met", "All six visits in time."),
        "VS2": Sample("met", "Both times, in their room."),
        "SP1": Sample("none"),
        "ME2": Sample("met", "A plan of last month that the carers know."),
        "VS1-safe": Sample("shown", "The visit of last week says how the child was."),
        "RC1": Sample("current"),
        "RC2": Sample("met", "One page at the front, a week old."),
        "MO1": Sample(supervised),
        "MO5": Sample("good", "What she asked for in May was done by June."),
    }
    return {f"seen-and-safe/{key}": given for key, given in (usual | other).items()}


def not_alone(today, **other):
    """Return the answer of a child who was not seen alone, with an action unless told otherwise."""
    due = today + dt.timedelta(days=21)
    found = Sample(
        "partly_met",
        "Alone once; the other time a carer stayed in the room, and nothing says why.",
        (("Visit record", str(today - dt.timedelta(days=5)), "first page"),),
        cause="practice",
        action=SampleAction(ACTION, "Team manager", due, "Three visit records in a row say so"),
    )
    return replace(found, **other)


def walk_through(person, given, grade=GradeBand.GOOD):
    """Answer, grade, hear people and sign off, from wherever the audit was opened.

    ``grade``: the practice grade and the impact grade of the whole.
    """
    hands, view = person.hands, person.window.audit_view
    questions = QuestionScript(hands, _look_away, given)
    while view.step != FRONT_SHEET:
        hands.press("Alt+Left")
    while view.step != REVIEW:
        _do_step(person, view.step, questions, grade)
        hands.press("Alt+Right")
    _sign_off(person)


def choose_grade(hands, grade):
    """Choose a grade among the cards that come next."""
    hands.tab_to(label(GradeBand.OUTSTANDING))
    hands.arrow_to(label(grade))
    hands.press("Space")


def _look_away(_name):
    """Take no picture."""


def _do_step(person, step, questions, grade):
    hands, audit = person.hands, person.window.open_audit
    if step.kind is StepKind.QUESTION:
        questions.answer(audit.outline.by_key[step.question])
    elif step.kind is StepKind.SECTION_GRADE:
        band = suggest_grade(audit.outline, step.key).band
        hands.press(f"Ctrl+{band.rank + 1}")
        hands.fill("Reason", "As the answers say.")
    elif step.kind is StepKind.FEEDBACK:
        for _each in range(3):
            hands.tick("Asked")
            hands.fill("How were they asked?", "By telephone")
            hands.fill("What did they say?", "“She listens.”")
            hands.press("Tab")
    elif step.kind is StepKind.OVERALL:
        for _each in range(2):
            choose_grade(hands, grade)
            hands.fill("Reason", "Seen, safe and planned for.")
            hands.press("Tab")


def _sign_off(person):
    hands, audit = person.hands, person.window.open_audit
    review = person.window.audit_view.pages.currentWidget()
    seen = review.sign_off_card.seen_box
    if seen.isVisible():
        hands.tick(seen.text())
    hands.tick("Sign off and lock")
    hands.wait_for(lambda: not audit.can_edit, "the sign-off")
