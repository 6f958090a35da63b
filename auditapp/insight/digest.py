# SPDX-License-Identifier: MPL-2.0
"""Take from an audit all that any reading across audits needs, as compact plain records.

A digest has two parts: ``facts`` are what is counted, ``words`` the texts behind it. Both are what
JSON holds, because thousands are read at once. Whatever they say follows from the audit: a digest
can be thrown away and made again. Change ``FORM`` with what is in it.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from typing import Any, Final, Self

from auditapp.insight.digest_marks import marks_of
from auditapp.insight.judged_audits import day_of
from auditapp.judgement.action_course import action_course
from auditapp.judgement.audit_states import AuditState, audit_digest
from auditapp.judgement.outline import AskedQuestion, Outline
from auditapp.judgement.question_names import question_name
from auditapp.judgement.timescales import TimescaleState
from auditapp.model.audit import Audit
from auditapp.model.follow_up import Action
from auditapp.model.grade import IMPACT, PRACTICE
from auditapp.model.ids import QuestionKey
from auditapp.model.links import Links
from auditapp.model.records import Record

FORM: Final = 1
"""The form of a digest; one of another form is made again."""

NOWHERE: Final = (-1, -1)
"""The place of what belongs to no question of the audit's checklists."""

Place = tuple[int, int]
"""The number of a checklist in the audit, and of a question in that checklist, both from 0."""


class Why(StrEnum):
    """Say what a reason was given for."""

    LATE = "late"
    NOT_APPLICABLE = "not_applicable"
    NONE_ON_FILE = "none_on_file"


@dataclass(frozen=True, slots=True)
class Facts:
    """Hold what is counted of one state of an audit. Days are proleptic ordinals; "" is none.

    Args:
        version: the number of the signed version that it is or would be, from 1.
        is_latest: it is the audit as it stands; else what was signed last before an amendment.
        content: the SHA-256 of what was signed or, of a draft, of the audit as it stands.
        sheets: the SHA-256 of each checklist, and a letter for each of its questions.
        timescales: checklist, question, state, lateness, its unit, and whether a reason was given.
        causes: checklist, question and cause.
        actions: id, checklist, question, status, day when due, owner's role.
        practice: the grade that the auditor gave; ``agreed`` holds those agreed in moderation.
        concerns: id, whether it waits for a response, and the day on which it was found.
        feedback: by person, whether they were asked, said something, and it is said why not.
    """

    day: int
    status: str
    is_draft: bool
    is_latest: bool
    version: int
    reference: str
    team: str
    auditor: str
    worker: str
    content: str
    age: str = ""
    legal: str = ""
    cohorts: list[str] = field(default_factory=list)
    is_independent: bool = False
    round: str = ""
    moderates: str = ""
    re_audits: str = ""
    practice: str = ""
    impact: str = ""
    grades: dict[str, str] = field(default_factory=dict)
    agreed: dict[str, str] = field(default_factory=dict)
    sheets: list[list[str]] = field(default_factory=list)
    timescales: list[list[Any]] = field(default_factory=list)
    causes: list[list[Any]] = field(default_factory=list)
    actions: list[list[Any]] = field(default_factory=list)
    concerns: list[list[Any]] = field(default_factory=list)
    feedback: dict[str, list[Any]] = field(default_factory=dict)

    @property
    def practice_now(self) -> str:
        """The practice grade that counts: the one agreed in moderation, or else the one given."""
        return self.agreed.get(PRACTICE, self.practice)

    @property
    def impact_now(self) -> str:
        """The impact grade that counts, likewise."""
        return self.agreed.get(IMPACT, self.impact)

    def record(self) -> Record:
        """Return it as plain data."""
        return asdict(self)

    @classmethod
    def read(cls, record: Record) -> Self:
        """Return what ``record`` made."""
        return cls(**record)


@dataclass(frozen=True, slots=True)
class Words:
    """Hold the texts of one state of an audit, as rows of its own tables.

    ``questions`` names the question of each action that comes from one, and ``courses`` tells what
    became of each; ``reasons`` are checklist, question, what for (`Why`), and the text.
    """

    actions: dict[str, Record]
    concerns: dict[str, Record]
    feedback: dict[str, Record]
    overall: Record
    questions: dict[str, str]
    courses: dict[str, list[str]]
    reasons: list[list[Any]]

    def record(self) -> Record:
        """Return it as plain data."""
        return asdict(self)

    @classmethod
    def read(cls, record: Record) -> Self:
        """Return what ``record`` made."""
        return cls(**record)


def facts_of(state: AuditState, *, is_latest: bool = True) -> Facts:
    """Return what is counted of an audit in one state."""
    audit, outline = state.audit, state.outline
    front, grades = audit.front, audit.grades
    places = _places(outline)
    links = audit.links or Links()
    return Facts(
        day=day_of(state).toordinal(),
        status=audit.status.value,
        is_draft=audit.is_draft,
        is_latest=is_latest,
        version=state.number,
        reference=front.case_reference,
        team=" ".join(front.team.split()),
        auditor=front.auditor,
        worker=front.worker_code,
        content=audit_digest(audit, state.history),
        age=front.age_band or "",
        legal=front.legal_status or "",
        cohorts=[cohort.value for cohort in front.cohorts],
        is_independent=front.is_independent,
        round=links.round or "",
        moderates=links.moderates or "",
        re_audits=links.re_audits or "",
        practice=grades[PRACTICE].band.value if PRACTICE in grades else "",
        impact=grades[IMPACT].band.value if IMPACT in grades else "",
        grades={key: grade.band.value for key, grade in grades.items()},
        agreed={key: each.band.value for key, each in audit.agreed.items()},
        sheets=_sheets(outline),
        timescales=_timescales(outline, places),
        causes=_causes(outline, places),
        actions=_actions(audit, places),
        concerns=[
            [key, each.is_open, each.found_at.date().toordinal()]
            for key, each in audit.concerns.items()
        ],
        feedback=_feedback(audit),
    )


def words_of(state: AuditState) -> Words:
    """Return the texts that a reading across audits may show of one state of an audit."""
    audit, outline = state.audit, state.outline
    return Words(
        {key: each.record() for key, each in audit.actions_now.items()},
        {key: each.record() for key, each in audit.concerns.items()},
        {person.value: each.record() for person, each in audit.feedback.items()},
        audit.overall.record(),
        {
            key: question_name(outline, each.question, key)
            for key, each in audit.actions.items()
            if each.question
        },
        {key: action_course(audit, key) for key in audit.actions},
        _reasons(outline, _places(outline)),
    )


def _places(outline: Outline) -> Mapping[QuestionKey, Place]:
    """Return where each question of the audit's checklists stands, asked or not."""
    return {
        QuestionKey(f"{compiled.checklist.id}/{question.id}"): (sheet, at)
        for sheet, compiled in enumerate(outline.compiled)
        for at, question in enumerate(compiled.checklist.questions)
    }


def _place(places: Mapping[QuestionKey, Place], key: QuestionKey | None) -> Place:
    return places.get(key, NOWHERE) if key else NOWHERE


def _sheets(outline: Outline) -> list[list[str]]:
    pins = outline.audit.checklists
    return [[pin.sha256, marks] for pin, marks in zip(pins, marks_of(outline), strict=True)]


def _timescales(outline: Outline, places: Mapping[QuestionKey, Place]) -> list[list[Any]]:
    found = []
    for asked in outline.questions:
        result = outline.timescale(asked)
        if result is None or result.state is TimescaleState.NOT_APPLICABLE:
            continue
        late = max(result.late_by, result.overdue_by)
        has_reason = bool(outline.audit.answer(asked.key).late_reason.strip())
        unit = result.unit.value
        found.append([*places[asked.key], result.state.value, late, unit, has_reason])
    return found


def _causes(outline: Outline, places: Mapping[QuestionKey, Place]) -> list[list[Any]]:
    answers = ((asked.key, outline.audit.answer(asked.key)) for asked in outline.questions)
    return [[*places[key], answer.cause.value] for key, answer in answers if answer.cause]


def _actions(audit: Audit, places: Mapping[QuestionKey, Place]) -> list[list[Any]]:
    return [
        [key, *_place(places, each.question), each.status.value, _day(each.due), _role(each)]
        for key, each in audit.actions_now.items()
    ]


def _feedback(audit: Audit) -> dict[str, list[Any]]:
    return {
        person.value: [each.asked, bool(each.said.strip()), bool(each.why_not.strip())]
        for person, each in audit.feedback.items()
    }


def _reasons(outline: Outline, places: Mapping[QuestionKey, Place]) -> list[list[Any]]:
    return [
        [*places[asked.key], why.value, text]
        for asked in outline.questions
        for why, text in _reasons_for(outline, asked)
        if text.strip()
    ]


def _reasons_for(outline: Outline, asked: AskedQuestion) -> list[tuple[Why, str]]:
    answer = outline.audit.answer(asked.key)
    why = Why.NONE_ON_FILE if answer.none_on_file else Why.NOT_APPLICABLE
    return [(why, answer.reason), (Why.LATE, answer.late_reason)]


def _day(day: dt.date | None) -> int | None:
    return day.toordinal() if day else None


def _role(action: Action) -> str:
    return " ".join(action.owner_role.split())
