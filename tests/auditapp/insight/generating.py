# SPDX-License-Identifier: MPL-2.0
"""Generate audits at random, the same for the same seed: every kind of answer, and amendments."""

import datetime as dt
from functools import cache
from random import Random
from types import SimpleNamespace

import orjson

from auditapp.checklist.library import load_bytes
from auditapp.checklist.models import QuestionKind
from auditapp.insight.digest import Facts, Words, facts_of, words_of
from auditapp.judgement.audit_states import AuditState
from auditapp.judgement.compiled import compile_checklist
from auditapp.judgement.outline import read_outline
from auditapp.model.agreed_grade import AgreedGrade
from auditapp.model.answer import Answer, Cause
from auditapp.model.audit import Audit, AuditStatus, ChecklistPin, SignOff
from auditapp.model.follow_up import Action, ActionStatus, Concern, Feedback, FeedbackFrom
from auditapp.model.front_sheet import Cohort
from auditapp.model.grade import IMPACT, PRACTICE, Grade, GradeBand
from auditapp.model.links import Links
from auditapp.paths import find_paths
from tests.making import make_front, make_standards

FIRST = dt.datetime(2026, 1, 5, 9, tzinfo=dt.UTC)
TODAY = dt.date(2026, 6, 30)
TEAMS = ("North", "north", "South", "Leaving  care", "")
AUDITORS = ("R. Okafor", "P. Nowak", "A. Malik")
OWNERS = ("Team manager", "team manager", "Social worker", "")
SAID = ("She listened to me.", "They were late again, and nobody listened.", "")
ROUNDS = ("1" * 32, "2" * 32)
CHECKLISTS = ("visits", "chronology", "supervision")


@cache
def loaded():
    """Return the shipped checklists that the audits use, ready for answering."""
    folder = find_paths().checklists
    return [load_bytes((folder / f"{each}.yaml").read_bytes(), each) for each in CHECKLISTS]


def checklists():
    """Return the checklists by the SHA-256 of their bytes."""
    return {each.sha256: each.checklist for each in loaded()}


def make_states(count, seed=1):
    """Make the states of as many audits, each of them as it stands."""
    random = Random(seed)
    return [make_state(random, number) for number in range(count)]


def make_state(random, number, used=None, standards=make_standards()):  # noqa: B008 - read once
    """Make one audit: signed, a draft, or one whose amendment is open."""
    used = used or random.sample(loaded(), random.choice((1, 2)))
    at = FIRST + dt.timedelta(days=random.randrange(170), hours=random.randrange(9))
    audit = _audit(random, number, at, used)
    compiled = [compile_checklist(each.checklist) for each in used]
    audit = audit.model_copy(update={"answers": _answers(random, audit, compiled, standards)})
    audit = audit.model_copy(update=_follow_up(random, audit, at))
    kind = random.choice(("signed", "signed", "signed", "draft", "amending"))
    signed = audit.model_copy(
        update={
            "status": AuditStatus.SIGNED_OFF,
            "sign_off": SignOff(
                by="R. Okafor", at=at, content_hash=f"{number:064x}", history_head="d" * 64
            ),
        }
    )
    state = AuditState(read_outline(signed, compiled, standards), [])
    if kind == "signed":
        return state
    draft = AuditState(read_outline(audit, compiled, standards), [])
    if kind == "draft":
        return draft
    return AuditState(draft.outline, [], (AuditState(state.outline, [], is_superseded=True),))


def states_of(state):
    """Return an audit as it stands and, while it is amended, as it was signed."""
    return [state, *state.earlier[-1:]]


def digested(state):
    """Return the digests of an audit's states, as they come back from the disk."""
    every = states_of(state)
    facts = [facts_of(each, is_latest=each is state).record() for each in every]
    words = [words_of(each).record() for each in every]
    facts, words = orjson.loads(orjson.dumps([facts, words]))
    return SimpleNamespace(
        facts=[Facts.read(each) for each in facts], words=[Words.read(each) for each in words]
    )


def _audit(random, number, at, used):
    cohorts = tuple(random.sample(tuple(Cohort), random.randrange(1, 3)))
    front = make_front(
        case_reference=f"HX-{number}",
        team=random.choice(TEAMS),
        auditor=random.choice(AUDITORS),
        cohorts=(Cohort.CHILD_IN_CARE, *cohorts),
    )
    pins = [
        ChecklistPin(
            id=each.checklist.id,
            version=each.checklist.version,
            sha256=each.sha256,
            title=each.checklist.title,
        )
        for each in used
    ]
    return Audit(id=f"{number:032x}", created_at=at, front=front, checklists=pins)


def _answers(random, audit, compiled, standards):
    questions = read_outline(audit, compiled, standards).questions
    return {asked.key: _answer(random, asked) for asked in questions if random.random() < 0.85}


def _answer(random, asked):
    question, chance = asked.question, random.random()
    fields = {"cause": random.choice((None, None, *Cause))}
    if chance < 0.1:
        return Answer(not_applicable=True, reason="There is no plan yet", **fields)
    if chance < 0.15 and question.kind in (QuestionKind.DATE, QuestionKind.DATES):
        return Answer(none_on_file=True, reason="Not scanned", **fields)
    days = [f"2026-0{random.randrange(1, 7)}-{random.randrange(10, 28)}" for _each in range(3)]
    value = {
        QuestionKind.DATE: days[0],
        QuestionKind.DATES: tuple(sorted(set(days))),
        QuestionKind.TEXT: "Seen",
        QuestionKind.NUMBER: 3,
    }.get(question.kind)
    if question.kind is QuestionKind.RATING:
        value = random.choice(asked.checklist.scale(question.scale).answer_ids)
    elif value is None:
        value = question.answers[0].id
        value = (value,) if question.kind is QuestionKind.CHOICES else value
    late_reason = random.choice(("", "The family moved"))
    return Answer(value=value, late_reason=late_reason, **fields)


def _agreed(grade):
    """Return what moderation agreed on: a grade lower, and as it was where there is none."""
    bands = tuple(GradeBand)
    band = bands[min(bands.index(grade.band) + 1, len(bands) - 1)]
    return AgreedGrade(band=band, reason="Read again", by="M. Ash", at=grade.given_at)


def _follow_up(random, audit, at):
    def grade():
        return Grade(band=random.choice(tuple(GradeBand)), given_at=at, given_by="R. Okafor")

    keys = [*audit.answers, None, "visits/gone"]
    actions = {
        f"{number:032x}": Action(
            what=random.choice(("Update the plan", "Write to the school", "Réunion")),
            question=random.choice(keys),
            owner_role=random.choice(OWNERS),
            due=random.choice((None, at.date() + dt.timedelta(days=random.randrange(90)))),
            status=random.choice(tuple(ActionStatus)),
            created_at=at,
        )
        for number in range(random.randrange(4))
    }
    closed = random.choice((None, at))
    concerns = {"c": Concern(what="Nobody saw her", found_at=at, closed_at=closed)}
    feedback = {
        person: Feedback(
            asked=random.choice((None, True, False)),
            said=random.choice(SAID),
            why_not=random.choice(("", "Too young")),
        )
        for person in FeedbackFrom
        if random.random() < 0.7
    }
    grades = {PRACTICE: grade(), IMPACT: grade()}
    number = int(audit.id, 16)
    moderates = f"{number - 4:032x}" if number % 6 == 5 else None
    links = Links(round=random.choice((None, *ROUNDS)), moderates=moderates)
    links = random.choice((None, links))
    grades = {key: each for key, each in grades.items() if random.random() < 0.9}
    return {
        "links": links,
        "grades": grades,
        "agreed": {key: _agreed(each) for key, each in grades.items() if number % 5 == 0},
        "actions": actions,
        "concerns": concerns if random.random() < 0.3 else {},
        "feedback": feedback,
    }
