# SPDX-License-Identifier: MPL-2.0
"""Read many audits together from their digests, as ``reading`` does from the audits themselves."""

import datetime as dt
from collections import Counter
from collections.abc import Mapping, Sequence

from auditapp.checklist.models import Checklist, QuestionKind
from auditapp.insight.digest import Facts, Place, Why, Words
from auditapp.insight.digest_marks import NOT_APPLICABLE, RATING_OF, Mark
from auditapp.insight.judged_audits import JudgedAudit, ThemedAction
from auditapp.insight.meanings import Criterion, Meanings, read_meanings
from auditapp.insight.reading import Reading, content_across, titles_of
from auditapp.judgement.timescales import LateUnit, TimescaleResult, TimescaleState
from auditapp.model.action_progress import ActionNow
from auditapp.model.answer import Cause
from auditapp.model.follow_up import Feedback, FeedbackFrom
from auditapp.model.front_sheet import Cohort
from auditapp.model.grade import GradeBand
from auditapp.model.ids import AuditId, RecordId, RuleId

Digest = tuple[AuditId, Facts, Words]


def read_digests(
    digests: Sequence[Digest], checklists: Mapping[str, Checklist], unreadable: int = 0
) -> Reading:
    """Return what is counted of the audits behind ``digests``.

    Args:
        digests: at least one.
        checklists: those that the audits use, by SHA-256, with the local names put in.
        unreadable: how many audits may belong to them and could not be read.
    """
    ordered = sorted(digests, key=lambda each: (each[1].day, each[0]))
    used = tuple(sha for _id, facts, _words in ordered for sha, _marks in facts.sheets)
    read = {sha: checklists[sha] for sha in dict.fromkeys(used)}
    meanings = read_meanings(read)
    return Reading(
        tuple(judged_from(facts, words, checklists, meanings) for _id, facts, words in ordered),
        meanings,
        titles_of(read.values()),
        unreadable,
        content_across(facts.content for _id, facts, _words in ordered),
        read,
        used,
    )


def judged_from(
    facts: Facts, words: Words, checklists: Mapping[str, Checklist], meanings: Meanings
) -> JudgedAudit:
    """Return what is counted of one audit, as ``judged_audits.judged`` does from the audit."""
    return JudgedAudit(
        day=dt.date.fromordinal(facts.day),
        team=facts.team,
        is_draft=facts.is_draft,
        practice=_band(facts.practice_now),
        impact=_band(facts.impact_now),
        ratings=_ratings(facts, checklists, meanings),
        timescales=_timescales(facts, checklists, meanings),
        causes=Counter(Cause(cause) for _sheet, _at, cause in facts.causes),
        actions=tuple(
            ThemedAction(
                ActionNow.model_validate(words.actions[key]),
                theme_of(facts, (sheet, at), checklists),
                facts.reference,
                words.questions.get(key, ""),
                tuple(words.courses[key]),
                RecordId(key),
                bool(facts.moderates),
            )
            for key, sheet, at, *_rest in facts.actions
        ),
        feedback={
            FeedbackFrom(person): Feedback.model_validate(row)
            for person, row in words.feedback.items()
        },
        concerns=len(facts.concerns),
        first_practice=_band(facts.practice),
        first_impact=_band(facts.impact),
        is_moderated=bool(facts.agreed),
        reference=facts.reference,
        cohorts=tuple(map(Cohort, facts.cohorts)),
        titles=tuple(checklists[sha].title for sha, _marks in facts.sheets),
        late_reasons=_late_reasons(facts, words, checklists, meanings),
    )


def theme_of(facts: Facts, place: Place, checklists: Mapping[str, Checklist]) -> str:
    """Return the section of the question at ``place``; empty for that of none."""
    sheet, at = place
    if sheet < 0:
        return ""
    checklist = checklists[facts.sheets[sheet][0]]
    section = checklist.section_of(checklist.questions[at].id)
    return f"{checklist.title}: {section.title}"


def _band(name: str) -> GradeBand | None:
    return GradeBand(name) if name else None


def _late_reasons(
    facts: Facts, words: Words, checklists: Mapping[str, Checklist], meanings: Meanings
) -> dict[Criterion, str]:
    found = {}
    for sheet, at, why, text in words.reasons:
        if why == Why.LATE:
            sha = facts.sheets[sheet][0]
            found[meanings.criteria[sha, checklists[sha].questions[at].id]] = text.strip()
    return found


def _ratings(
    facts: Facts, checklists: Mapping[str, Checklist], meanings: Meanings
) -> dict[Criterion, str]:
    found = {}
    for sha, marks in facts.sheets:
        for question, mark in zip(checklists[sha].questions, marks, strict=True):
            name = RATING_OF.get(mark)
            if mark == Mark.NOT_APPLICABLE and question.kind is QuestionKind.RATING:
                name = NOT_APPLICABLE
            if name is not None:
                found[meanings.criteria[sha, question.id]] = name
    return found


def _timescales(
    facts: Facts, checklists: Mapping[str, Checklist], meanings: Meanings
) -> dict[Criterion, TimescaleResult]:
    found = {}
    for sheet, at, state, late, unit, _has_reason in facts.timescales:
        sha = facts.sheets[sheet][0]
        question = checklists[sha].questions[at]
        rule = question.timescale.rule if question.timescale else RuleId("")
        found[meanings.criteria[sha, question.id]] = TimescaleResult(
            rule, TimescaleState(state), LateUnit(unit), late_by=late
        )
    return found
