# SPDX-License-Identifier: MPL-2.0
"""Invent what follows from an audit: actions from vague to good, concerns, feedback, a summary."""

import datetime as dt
import re
from collections.abc import Sequence
from random import Random
from typing import Final

from auditapp.checklist.models import QuestionKind
from auditapp.judgement.gaps import BETTER_RATINGS, raises_concern
from auditapp.judgement.grading import counts_as
from auditapp.judgement.outline import AskedQuestion, Outline
from auditapp.model.audit import Overall
from auditapp.model.follow_up import Action, ActionStatus, Concern, Feedback, FeedbackFrom
from auditapp.model.front_sheet import AgeBand, FrontSheet
from auditapp.model.grade import Grade, GradeBand
from auditapp.sample import auditor_words, child_words
from auditapp.sample.chance import some_of, weighted
from auditapp.sample.theme_words import THEMES, ThemeWords
from auditapp.sample.wording import drawn, nameless

_SHORTFALLS: Final = frozenset({"partly_met", "not_met", "requires_improvement", "inadequate"})
_MOST_ACTIONS: Final = 5
_VAGUE: Final = 0.22
_HALF_GOOD: Final = 0.25
_DONE_AT_ONCE: Final = 0.06
_RANDOM_CONCERN: Final = 0.025
_MOST_CONCERNS: Final = 2
_ONE_DAY: Final = dt.timedelta(days=1)
_LETTERS: Final = re.compile(r"[A-Z]+")

_ENDINGS: Final = (
    "",
    ", before the next review",
    ", with the child",
    ", and tell the family what was done",
    ", together with the manager",
    ", starting with the last three months",
    ", and say in supervision when it is done",
    ", as the child's own plan asks",
)


def shortfalls(outline: Outline) -> list[AskedQuestion]:
    """Return the ratings that fell short, those first that the checklist calls critical."""
    found = _rated(outline, _SHORTFALLS)
    return sorted(found, key=lambda each: not each.question.critical)


def invent_actions(
    chance: Random, outline: Outline, now: dt.datetime
) -> list[tuple[AskedQuestion, Action]]:
    """Return actions for some of the shortfalls; about half of them are as they should be."""
    short = shortfalls(outline)
    if not short:
        return []
    chosen = some_of(chance, short[: 2 * _MOST_ACTIONS], _MOST_ACTIONS)
    return [(asked, _action(chance, asked, now)) for asked in chosen]


def _action(chance: Random, asked: AskedQuestion, now: dt.datetime) -> Action:
    words = theme_of(asked)
    owner = weighted(chance, auditor_words.OWNERS)
    due = now.date() + _ONE_DAY * chance.choice((14, 21, 28, 42, 56, 84, 120))
    kind = chance.random()
    if kind < _VAGUE:
        return Action(
            what=words.vague,
            question=asked.key,
            owner_role=chance.choice(("", owner)),
            created_at=now,
        )
    what = chance.choice(words.steps) + chance.choice(_ENDINGS)
    if kind < _VAGUE + _HALF_GOOD:
        is_dated = chance.random() < 0.5  # noqa: PLR2004 - every other
        return Action(
            what=what,
            question=asked.key,
            owner_role="" if is_dated else owner,
            due=due if is_dated else None,
            created_at=now,
        )
    is_done = chance.random() < _DONE_AT_ONCE
    return Action(
        what=what,
        question=asked.key,
        owner_role=owner,
        due=due,
        how_we_will_know=chance.choice((*words.signs, *nameless(asked.question.good))),
        status=ActionStatus.DONE if is_done else ActionStatus.OPEN,
        completion_evidence="Done while the audit was under way; seen on the file."
        if is_done
        else "",
        created_at=now,
    )


def theme_of(asked: AskedQuestion) -> ThemeWords:
    """Return the words for the theme of a question, by the letters of its criterion."""
    for name in (*asked.question.criteria, asked.question.id):
        letters = _LETTERS.match(name)
        if letters and letters.group() in THEMES:
            return THEMES[letters.group()]
    return THEMES["RC"]


def concerned(chance: Random, outline: Outline) -> list[AskedQuestion]:
    """Return the questions at which the auditor raises an immediate concern; mostly none."""
    found = [
        asked
        for asked in outline.questions
        if raises_concern(asked.question, outline.audit.answer(asked.key))
    ]
    short = shortfalls(outline)
    if not found and short and chance.random() < _RANDOM_CONCERN:
        return [chance.choice(short)]
    return found


def raise_concern(chance: Random, asked: AskedQuestion, now: dt.datetime, by: str) -> Concern:
    """Return a concern as it is when it is raised: somebody was told, nobody has answered."""
    return Concern(
        what=chance.choice(auditor_words.CONCERNS),
        question=asked.key,
        found_at=now,
        told_whom=chance.choice(auditor_words.TOLD),
        told_at=now + dt.timedelta(minutes=chance.randint(8, 70)),
        raised_by=by,
    )


def answer_concern(chance: Random, concern: Concern, now: dt.datetime) -> Concern:
    """Return the concern with the response, which came by ``now``."""
    return concern.model_copy(
        update={"response": chance.choice(auditor_words.RESPONSES), "closed_at": now}
    )


def invent_feedback(chance: Random, front: FrontSheet, person: FeedbackFrom) -> Feedback:
    """Return what one person said, or why nobody asked."""
    asked = {FeedbackFrom.CHILD: 0.55, FeedbackFrom.PARENT_OR_CARER: 0.65}.get(person, 0.88)
    if person is FeedbackFrom.CHILD and front.age_band is AgeBand.UNDER_5:
        asked = 0.1
    if chance.random() > asked:
        return Feedback(asked=False, why_not=chance.choice(auditor_words.WHY_NOT))
    pools = {
        FeedbackFrom.CHILD: child_words.VOICE,
        FeedbackFrom.PARENT_OR_CARER: child_words.FAMILY,
        FeedbackFrom.PRACTITIONER: child_words.PRACTITIONER,
    }
    return Feedback(
        asked=True, how=chance.choice(auditor_words.HOW), said=drawn(chance, pools[person])
    )


def sum_up(chance: Random, outline: Outline, practice: Grade) -> Overall:
    """Return what is said about the file as a whole: from what was best and what was weakest."""
    good = _rated(outline, BETTER_RATINGS)
    return Overall(
        strengths=_points(chance, good, is_good=True),
        improvements=_points(chance, shortfalls(outline), is_good=False),
        summary=f"{practice.reason} {_DIRECTION[practice.band]}",
    )


def _rated(outline: Outline, names: frozenset[str]) -> list[AskedQuestion]:
    ratings = (each for each in outline.questions if each.question.kind is QuestionKind.RATING)
    return [each for each in ratings if counts_as(outline, each) in names]


def _points(chance: Random, questions: Sequence[AskedQuestion], *, is_good: bool) -> str:
    """Return up to three points, one a line, in the words of the checklist."""
    points = [
        chance.choice(said)
        for asked in questions
        if (said := nameless(asked.question.good if is_good else asked.question.shortfall))
    ]
    return "\n".join(dict.fromkeys(some_of(chance, points, 3) if points else ()))


_DIRECTION: Final = {
    GradeBand.OUTSTANDING: "Others can learn from it.",
    GradeBand.GOOD: "A few points would make it better still.",
    GradeBand.REQUIRES_IMPROVEMENT: "The actions say what has to come first.",
    GradeBand.INADEQUATE: "It should be read again in three months.",
}
