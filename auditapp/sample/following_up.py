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
_HALF_GOOD: Final = 0.3
_DONE_AT_ONCE: Final = 0.06
_RANDOM_CONCERN: Final = 0.025
_MOST_CONCERNS: Final = 2
_ONE_DAY: Final = dt.timedelta(days=1)
_LETTERS: Final = re.compile(r"[A-Z]+")

_ASKED: Final = {
    FeedbackFrom.CHILD: 0.55,
    FeedbackFrom.PARENT_OR_CARER: 0.65,
    FeedbackFrom.PRACTITIONER: 0.88,
}
"""How often each is asked."""

_ASKED_UNDER_5: Final = 0.1

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
    actions: list[tuple[AskedQuestion, Action]] = []
    said: set[str] = set()
    for asked in some_of(chance, short[: 2 * _MOST_ACTIONS], _MOST_ACTIONS):
        words = theme_of(asked)
        is_vague = chance.random() < _VAGUE
        left = [each for each in ((words.vague,) if is_vague else words.steps) if each not in said]
        if left:
            said.add(what := chance.choice(left))
            make = _vague_action if is_vague else _specific_action
            actions.append((asked, make(chance, asked, what, now)))
    return actions


def _vague_action(chance: Random, asked: AskedQuestion, what: str, now: dt.datetime) -> Action:
    owner = chance.choice(("", weighted(chance, auditor_words.OWNERS)))
    return Action(what=what, question=asked.key, owner_role=owner, created_at=now)


def _specific_action(chance: Random, asked: AskedQuestion, what: str, now: dt.datetime) -> Action:
    """Return an action that says what is to be done; one in three leaves owner or date open."""
    owner = weighted(chance, auditor_words.OWNERS)
    due = now.date() + _ONE_DAY * chance.choice((14, 21, 28, 42, 56, 84, 120))
    what += chance.choice(_ENDINGS)
    if chance.random() < _HALF_GOOD:
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
        how_we_will_know=chance.choice((*theme_of(asked).signs, *nameless(asked.question.good))),
        status=ActionStatus.DONE if is_done else ActionStatus.OPEN,
        completion_evidence=auditor_words.DONE_MEANWHILE if is_done else "",
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
    share = _ASKED[person]
    if person is FeedbackFrom.CHILD and front.age_band is AgeBand.UNDER_5:
        share = _ASKED_UNDER_5
    if chance.random() > share:
        why_not = auditor_words.WHY_NOT[person]
        return Feedback(asked=False, why_not=chance.choice(why_not))
    said = drawn(chance, child_words.SAID[person])
    return Feedback(asked=True, how=chance.choice(auditor_words.HOW[person]), said=said)


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
