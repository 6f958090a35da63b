# SPDX-License-Identifier: MPL-2.0
"""Make the digests of an invented authority, quickly, and the same rows stored plainly.

The digests are drawn at random and not made from audits: those would take minutes. That digests say
what audits say is for the tests.
"""

import datetime as dt
from collections.abc import Iterator
from random import Random
from typing import Any

from auditapp.checklist.library import LoadedChecklist, load_bytes
from auditapp.checklist.models import Question, QuestionKind
from auditapp.insight.digest import Facts, Words
from auditapp.insight.digest_marks import RATING_OF, Mark
from auditapp.judgement.timescales import TimescaleState
from auditapp.model.answer import Cause
from auditapp.model.follow_up import Action, ActionStatus, FeedbackFrom
from auditapp.model.grade import GradeBand
from auditapp.paths import find_paths

CHECKLISTS = ("assessment", "child-protection", "entry-to-care", "enquiries")
TEAMS = [f"Team {number}" for number in range(12)]
AUDITORS = [f"A. Person {number}" for number in range(40)]
OWNERS = ["Team manager", "Social worker", "Service manager", "Reviewing officer", ""]
FIRST = dt.date(2024, 1, 8)
DAYS = 720
TODAY = dt.date(2026, 1, 5)
WHAT = (
    "Update the plan with the family, and say what changes if it does not work",
    "Write the chronology up to today and share it with the school",
    "Hold the review that was missed and record what the child said",
    "See the child alone at home, and write down what they want",
)
_OF_RATING = (
    (Mark.MET,) * 5
    + (Mark.PARTLY_MET,) * 3
    + (
        Mark.NOT_MET,
        Mark.NOT_MET,
        Mark.COULD_NOT_FIND,
        Mark.NOT_APPLICABLE,
        Mark.BLANK,
        Mark.GOOD,
    )
)
_OF_OTHERS = (Mark.ANSWERED,) * 6 + (Mark.NONE_ON_FILE, Mark.BLANK, Mark.NOT_ASKED)


def loaded() -> list[LoadedChecklist]:
    """Return four shipped checklists, which have 80 questions together."""
    folder = find_paths().checklists
    return [load_bytes((folder / f"{each}.yaml").read_bytes(), each) for each in CHECKLISTS]


def invented(count: int, used: list[LoadedChecklist]) -> dict[str, tuple[Facts, Words]]:
    """Return the digests of as many signed audits, by id; a larger number begins with the same."""
    random = Random(1)
    return {f"{number:032x}": _digest(random, number, used) for number in range(count)}


def _digest(random: Random, number: int, used: list[LoadedChecklist]) -> tuple[Facts, Words]:
    day = FIRST + dt.timedelta(days=random.randrange(DAYS))
    sheets, timescales, causes = [], [], []
    for sheet, each in enumerate(used):
        questions = each.checklist.questions
        marks = [_mark(random, question) for question in questions]
        sheets.append([each.sha256, "".join(marks)])
        timescales += _timescales(random, sheet, questions)
        causes += [
            [sheet, at, random.choice(list(Cause)).value]
            for at, mark in enumerate(marks)
            if mark in (Mark.NOT_MET, Mark.PARTLY_MET) and random.random() < 0.7
        ]
    actions = {f"{number:016x}{at:016x}": _action(random, day) for at in range(2)}
    rows = [
        [key, random.randrange(4), random.randrange(10), each.status.value,
         each.due.toordinal() if each.due else None, each.owner_role]
        for key, each in actions.items()
    ]  # fmt: skip
    said = {
        person.value: [random.random() < 0.6, random.random() < 0.4, random.random() < 0.2]
        for person in FeedbackFrom
    }
    facts = Facts(
        day=day.toordinal(),
        status="signed_off",
        is_draft=False,
        is_latest=True,
        version=1,
        reference=f"HX-{number}",
        team=random.choice(TEAMS),
        auditor=random.choice(AUDITORS),
        worker=f"SW-{number % 97}",
        content=f"{number:064x}",
        cohorts=["CP"],
        practice=random.choice(list(GradeBand)).value,
        impact=random.choice(list(GradeBand)).value,
        moderates=f"{number - 10:032x}" if number % 20 == 19 else "",
        sheets=sheets,
        timescales=timescales,
        causes=causes,
        actions=rows,
        concerns=[["c", random.random() < 0.3, day.toordinal()]] if random.random() < 0.05 else [],
        feedback=said,
    )
    texts = {key: each.record() for key, each in actions.items()}
    return facts, Words(texts, {}, {}, {}, {}, {}, [])


def _mark(random: Random, question: Question) -> str:
    is_rating = question.kind is QuestionKind.RATING
    return random.choice(_OF_RATING if is_rating else _OF_OTHERS).value


def _timescales(random: Random, sheet: int, questions: tuple[Question, ...]) -> list[list[Any]]:
    states = [each.value for each in TimescaleState if each is not TimescaleState.NOT_APPLICABLE]
    found = []
    for at, question in enumerate(questions):
        if question.timescale is not None:
            state = random.choice(states)
            late = random.randrange(1, 60) if state == TimescaleState.LATE else 0
            found.append([sheet, at, state, late, "days", random.random() < 0.5])
    return found


def _action(random: Random, day: dt.date) -> Action:
    return Action(
        what=random.choice(WHAT),
        owner_role=random.choice(OWNERS),
        due=day + dt.timedelta(days=random.randrange(120)),
        status=random.choice(list(ActionStatus)),
        created_at=dt.datetime.combine(day, dt.time(9), dt.UTC),
    )


PLAIN = {
    "audits": "id TEXT PRIMARY KEY, day TEXT, month TEXT, team TEXT, auditor TEXT, "
    "practice TEXT, impact TEXT, moderates TEXT",
    "answers": "audit TEXT, criterion TEXT, state TEXT",
    "timescales": "audit TEXT, criterion TEXT, state TEXT, late INTEGER, has_reason BOOLEAN",
    "causes": "audit TEXT, criterion TEXT, cause TEXT",
    "actions": "audit TEXT, id TEXT, theme TEXT, owner TEXT, status TEXT, due TEXT",
    "concerns": "audit TEXT, id TEXT, is_open BOOLEAN",
    "feedback": "audit TEXT, person TEXT, asked BOOLEAN, said BOOLEAN, why_not BOOLEAN",
}
"""The tables that somebody would make who stores an answer in a row."""


def plain_rows(
    digests: dict[str, tuple[Facts, Words]], used: list[LoadedChecklist]
) -> dict[str, list[tuple[Any, ...]]]:
    """Return the same facts as rows of those tables."""
    rows: dict[str, list[tuple[Any, ...]]] = {table: [] for table in PLAIN}
    names = [
        [f"{each.checklist.id}/{question.id}" for question in each.checklist.questions]
        for each in used
    ]
    for audit_id, (facts, _words) in digests.items():
        day = dt.date.fromordinal(facts.day)
        rows["audits"].append(
            (audit_id, f"{day}", f"{day:%Y-%m}", facts.team, facts.auditor, facts.practice,
             facts.impact, facts.moderates)
        )  # fmt: skip
        rows["answers"] += _answers(audit_id, facts, names)
        rows["timescales"] += [
            (audit_id, names[sheet][at], state, late, reason)
            for sheet, at, state, late, _unit, reason in facts.timescales
        ]
        rows["causes"] += [(audit_id, names[sheet][at], each) for sheet, at, each in facts.causes]
        for key, sheet, at, status, due, owner in facts.actions:
            theme = used[sheet].checklist.section_of(used[sheet].checklist.questions[at].id).title
            on = f"{dt.date.fromordinal(due)}" if due else None
            rows["actions"].append((audit_id, key, theme, owner, status, on))
        rows["concerns"] += [(audit_id, key, is_open) for key, is_open, _day in facts.concerns]
        rows["feedback"] += [(audit_id, person, *each) for person, each in facts.feedback.items()]
    return rows


def _answers(audit_id: str, facts: Facts, names: list[list[str]]) -> Iterator[tuple[str, ...]]:
    for (_sha, marks), keys in zip(facts.sheets, names, strict=True):
        for mark, key in zip(marks, keys, strict=True):
            if mark != Mark.NOT_ASKED:
                yield audit_id, key, RATING_OF.get(mark, Mark(mark).name.lower())
