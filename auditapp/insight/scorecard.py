# SPDX-License-Identifier: MPL-2.0
"""Lay out audits as plain tables for a council's own scorecard: no names, and no free text.

A scorecard of several agencies needs the counts (``hull-2015-board`` para 8). The names of columns
and values are those of the stored data and are not translated, so that what reads them next year
still can.
"""

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from auditapp.checklist.models import Checklist, QuestionKind
from auditapp.insight.digest import Facts
from auditapp.insight.digest_marks import (
    MET_MARKS,
    NOT_APPLICABLE,
    RATING_OF,
    UNMET_MARKS,
    Mark,
)
from auditapp.judgement.masks import Coder
from auditapp.judgement.timescales import TimescaleState
from auditapp.model.follow_up import ActionStatus, FeedbackFrom
from auditapp.model.ids import AuditId

Chosen = Sequence[tuple[AuditId, Facts]]
Row = tuple[str, ...]

AUDIT_COLUMNS: Final = (
    "audit", "date", "status", "is_draft", "team", "case_code", "worker_code", "auditor_code",
    "cohorts", "checklists", "is_independent", "round", "moderates", "re_audits",
    "practice", "impact", "first_practice", "first_impact", "is_moderated",
    "met", "not_met", "could_not_find", "not_applicable", "left_blank",
    "timescales_in_time", "timescales_late", "timescales_no_date",
    "actions", "actions_open", "actions_overdue", "concerns", "concerns_open",
    *(f"{person.value}_{what}" for person in FeedbackFrom for what in ("asked", "replied")),
)  # fmt: skip
ANSWER_COLUMNS: Final = ("audit", "date", "team", "checklist", "version", "question", "rating")

_DUE: Final = 4
"""Where an action of the facts says when it is due, behind its status."""


def audit_rows(
    chosen: Chosen, checklists: Mapping[str, Checklist], today: dt.date, coder: Coder
) -> Iterator[Row]:
    """Yield the heads, then a row for each audit; ``coder`` makes the codes of people and cases.

    ``practice`` and ``impact`` are the grades that count. ``met`` and ``not_met`` count ratings,
    the second one those met in part as well.
    """
    yield AUDIT_COLUMNS
    for audit_id, facts in chosen:
        yield (
            audit_id,
            *_front(facts, checklists, coder),
            facts.practice_now,
            facts.impact_now,
            facts.practice,
            facts.impact,
            _flag(facts.agreed),
            *map(str, _marks(facts)),
            *map(str, _timescales(facts)),
            *map(str, _actions(facts, today)),
            str(len(facts.concerns)),
            str(sum(bool(is_open) for _key, is_open, _day in facts.concerns)),
            *_feedback(facts),
        )


def answer_rows(chosen: Chosen, checklists: Mapping[str, Checklist]) -> Iterator[Row]:
    """Yield the heads, then a row for each rating that was given or does not apply.

    A rating is said as what it counts as on the built-in scale.
    """
    yield ANSWER_COLUMNS
    for audit_id, facts in chosen:
        day = _day(facts)
        for sha, marks in facts.sheets:
            checklist = checklists[sha]
            for question, mark in zip(checklist.questions, marks, strict=True):
                rating = RATING_OF.get(mark)
                if mark == Mark.NOT_APPLICABLE and question.kind is QuestionKind.RATING:
                    rating = NOT_APPLICABLE
                if rating is not None:
                    where = (checklist.id, checklist.version, question.id)
                    yield (audit_id, day, facts.team, *where, rating)


def _front(facts: Facts, checklists: Mapping[str, Checklist], coder: Coder) -> Row:
    people = (facts.reference, facts.worker, facts.auditor)
    return (
        _day(facts),
        facts.status,
        _flag(facts.is_draft),
        facts.team,
        *(coder(each) if each.strip() else "" for each in people),
        " ".join(facts.cohorts),
        " ".join(checklists[sha].id for sha, _marks in facts.sheets),
        _flag(facts.is_independent),
        facts.round,
        facts.moderates,
        facts.re_audits,
    )


def _marks(facts: Facts) -> tuple[int, ...]:
    counts = Counter("".join(marks for _sha, marks in facts.sheets))
    groups = (
        MET_MARKS,
        UNMET_MARKS,
        (Mark.COULD_NOT_FIND,),
        (Mark.NOT_APPLICABLE,),
        (Mark.BLANK,),
    )
    return tuple(sum(counts[mark] for mark in group) for group in groups)


def _timescales(facts: Facts) -> tuple[int, ...]:
    states = Counter(state for _sheet, _at, state, *_rest in facts.timescales)
    wanted = (TimescaleState.MET, TimescaleState.LATE, TimescaleState.NO_DATE)
    return tuple(states[each] for each in wanted)


def _actions(facts: Facts, today: dt.date) -> tuple[int, int, int]:
    still = [each for each in facts.actions if each[_DUE - 1] == ActionStatus.OPEN]
    overdue = sum(each[_DUE] is not None and each[_DUE] < today.toordinal() for each in still)
    return len(facts.actions), len(still), overdue


def _feedback(facts: Facts) -> Iterator[str]:
    """Yield for each kind of person whether they were asked, empty if unknown, and replied."""
    for person in FeedbackFrom:
        asked, said, _why_not = facts.feedback.get(person.value, (None, False, False))
        yield "" if asked is None else _flag(asked)
        yield _flag(said)


def _day(facts: Facts) -> str:
    return dt.date.fromordinal(facts.day).isoformat()


def _flag(holds: object) -> str:
    return "1" if holds else "0"
