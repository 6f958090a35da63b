# SPDX-License-Identifier: MPL-2.0
"""Find the value of an answer: what the invented file holds, or what its auditor makes of it.

Each function yields the value that comes first to mind and then others, for when the checklist
warns that the first does not fit the rest.
"""

import datetime as dt
import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Final

from auditapp.checklist.models import Measure, QuestionKind, Timescale
from auditapp.judgement.outline import AskedQuestion, Outline
from auditapp.model.answer import Value
from auditapp.model.front_sheet import AgeBand
from auditapp.model.ids import QuestionId, question_key
from auditapp.sample import usual
from auditapp.sample.chance import some_of, weighted
from auditapp.sample.child_words import POOLS, VOICE
from auditapp.sample.days import Known, recent_day
from auditapp.sample.reader import Reader
from auditapp.sample.wording import drawn

_QUALITY_FROM: Final = (1.35, 0.0, -1.15)
_COMPLIANCE_FROM: Final = (0.0, -0.8)
"""From how good on a file earns each answer of the scale but the last, best first."""

_NOT_FOUND_BELOW: Final = -0.5
_NOT_FOUND: Final = 0.22
_CONCERN_BELOW: Final = -1.4
_CONCERN: Final = 0.2
_FEW: Final = 12
"""A number that goes no higher is a count of what was looked at, such as the last six visits."""

_TRIES: Final = (3, 8, 15, 26, 45, 80, 130, 200, 320)  # days before the end of the period
_A_YEAR: Final = 365
_ONE_DAY: Final = dt.timedelta(days=1)

Values = Iterator[Value]


def values(reader: Reader, outline: Outline, asked: AskedQuestion) -> Values:
    """Yield what the answer to a question may be, the best guess first."""
    return _BY_KIND[asked.question.kind](reader, outline, asked)


def day_of_answer(outline: Outline, asked: AskedQuestion, question: QuestionId) -> dt.date | None:
    """Return the date that was given for another question of the same checklist."""
    value = outline.audit.answer(question_key(asked.checklist.id, question)).value
    return dt.date.fromisoformat(value) if isinstance(value, str) else None


def _ratings(reader: Reader, _outline: Outline, asked: AskedQuestion) -> Values:
    """Yield the rating that the auditor finds, then the worse ones, then the better ones."""
    seen = reader.seen(asked)
    scale = asked.checklist.scale(asked.question.scale or "")
    is_quality = scale.measures is Measure.QUALITY
    steps = _QUALITY_FROM if is_quality else _COMPLIANCE_FROM
    rank = sum(seen <= step for step in steps)
    if not is_quality and seen < _NOT_FOUND_BELOW:
        is_missing = reader.in_file("missing", asked.key).random() < _NOT_FOUND
        rank = len(steps) + 1 if is_missing else rank
    ids = [answer.id for answer in scale.answers]
    rank = min(rank, len(ids) - 1)
    yield from ids[rank:]
    yield from reversed(ids[:rank])


def _choices_of_one(reader: Reader, _outline: Outline, asked: AskedQuestion) -> Values:
    chance, seen = reader.in_file("choice", asked.key), reader.standing(asked)
    options = [each for each in asked.question.answers if not each.retired]
    raising = [each.id for each in options if each.raises]
    if raising and seen < _CONCERN_BELOW and chance.random() < _CONCERN:
        yield chance.choice(raising)
    plain = [each.id for each in options if not each.raises]
    known = _usual_choice(reader, asked)
    weights = {
        each: weight for each, weight in (known or _by_place(plain, seen)).items() if each in plain
    }
    if weights:
        yield weighted(chance, weights)
    yield from plain


def _by_place(plain: Sequence[str], seen: float) -> dict[str, float]:
    """Weigh answers that stand in order, the best first, by how good the work is."""
    place = min(len(plain) - 1.0, max(0.0, 0.55 - 0.9 * seen))
    return {each: math.exp(-((at - place) ** 2)) for at, each in enumerate(plain)}


def _usual_choice(reader: Reader, asked: AskedQuestion) -> Mapping[str, float] | None:
    """Return the weights of what is a fact of the case; None where it is a judgement."""
    question, age = asked.question.id, reader.front.age_band
    if question == usual.VISITING:
        is_first = (reader.front.period_to - reader.timeline["placement"]).days < _A_YEAR
        return usual.VISITING_IN_FIRST_YEAR if is_first else usual.VISITING_LATER
    if question == usual.AGE:
        return {"under_5" if age is AgeBand.UNDER_5 else "from_5": 1}
    if question == usual.SCHOOL:
        at = {AgeBand.UNDER_5: "early", AgeBand.FROM_16: "college", AgeBand.FROM_18: "finished"}
        return {at.get(age or AgeBand.FROM_5, "school"): 9, "part": 1, "alternative": 1}
    if question == usual.STAGE_OF_LEAVING:
        return {"care_leaver_18" if age is AgeBand.FROM_18 else "in_care": 1}
    return usual.CHOICES.get(question)


def _choices_of_several(reader: Reader, _outline: Outline, asked: AskedQuestion) -> Values:
    chance, seen = reader.in_file("choices", asked.key), reader.standing(asked)
    options = [each for each in asked.question.answers if not each.retired]
    alone = [each.id for each in options if each.exclusive]
    together = [each.id for each in options if not each.exclusive and not each.raises]
    is_about_gaps = options[0].exclusive  # "nothing is missing" stands first
    if alone and (seen > 1 if is_about_gaps else seen < -1.6):  # noqa: PLR2004 - a grade and more
        yield (alone[0],)
    share = 0.3 - 0.15 * seen if is_about_gaps else 0.6 + 0.15 * seen
    most = max(1, round(min(0.8, max(0.15, share)) * len(together)))
    is_usual = not is_about_gaps and chance.random() < 0.6  # noqa: PLR2004 - the first are usual
    yield tuple(together[:most] if is_usual else some_of(chance, together, most))
    yield tuple(together[:most])
    yield from ((each,) for each in together)
    yield from ((each,) for each in alone)


def _numbers(reader: Reader, _outline: Outline, asked: AskedQuestion) -> Values:
    question = asked.question
    least, most = int(question.min or 0), int(question.max if question.max is not None else _FEW)
    chance = reader.in_file("number", asked.key)
    if question.id == usual.WORKERS:
        yield reader.front.workers_in_12_months or 1
    elif question.id in usual.NUMBERS:
        yield chance.randint(*usual.NUMBERS[question.id])
    elif most <= _FEW:
        share = 0.66 + 0.2 * reader.standing(asked) + chance.gauss(0, 0.1)
        yield round(least + (most - least) * min(1.0, max(0.0, share)))
    yield from range(most if most <= _FEW else least + _FEW, least - 1, -1)


def _texts(reader: Reader, _outline: Outline, asked: AskedQuestion) -> Values:
    yield drawn(reader.in_file("text", asked.key), POOLS.get(asked.question.id, VOICE))


def _dates(reader: Reader, outline: Outline, asked: AskedQuestion) -> Values:
    """Yield one date; a question that may stay empty yields nothing where nothing happened."""
    question, chance = asked.question, reader.in_file("date", asked.key)
    if question.id in usual.DAYS:
        yield reader.timeline[usual.DAYS[question.id]].isoformat()
    elif question.timescale is not None:
        day = _following_day(reader, outline, asked, question.timescale)
        if day is not None:
            yield day.isoformat()
    elif question.required:
        yield recent_day(chance, reader.front).isoformat()
    if question.required:
        yield from ((reader.front.period_to - _ONE_DAY * back).isoformat() for back in _TRIES)


def _following_day(
    reader: Reader, outline: Outline, asked: AskedQuestion, timescale: Timescale
) -> dt.date | None:
    pace = reader.pace(asked)
    rule = pace.rule_of(timescale)
    is_over = asked.question.id.endswith("-ended")  # most plans still run when they are audited
    if rule is None or (is_over and reader.in_file("over", asked.key).random() > 0.1):  # noqa: PLR2004 - a tenth
        return None
    return pace.one_event(rule, known_of(outline, asked, timescale), reader.standing(asked))


def _series(reader: Reader, outline: Outline, asked: AskedQuestion) -> Values:
    timescale = asked.question.timescale
    pace = reader.pace(asked)
    rule = None if timescale is None else pace.rule_of(timescale)
    if timescale is None or rule is None:
        return
    days = pace.series(rule, known_of(outline, asked, timescale), reader.standing(asked))
    if days:
        yield tuple(day.isoformat() for day in days)


def known_of(outline: Outline, asked: AskedQuestion, timescale: Timescale) -> Known:
    """Return what the other answers say that a timescale counts by."""
    situation = None
    if timescale.situation is not None:
        value = outline.audit.answer(question_key(asked.checklist.id, timescale.situation)).value
        situation = value if isinstance(value, str) else None
    start, changes_on = (
        None if question is None else day_of_answer(outline, asked, question)
        for question in (timescale.starts_from, timescale.changes_on)
    )
    return Known(start, situation, changes_on)


_BY_KIND: Final[Mapping[QuestionKind, Callable[[Reader, Outline, AskedQuestion], Values]]] = (
    MappingProxyType(
        {
            QuestionKind.RATING: _ratings,
            QuestionKind.CHOICE: _choices_of_one,
            QuestionKind.CHOICES: _choices_of_several,
            QuestionKind.NUMBER: _numbers,
            QuestionKind.TEXT: _texts,
            QuestionKind.DATE: _dates,
            QuestionKind.DATES: _series,
        }
    )
)


def is_ready(outline: Outline, asked: AskedQuestion) -> bool:
    """Tell whether what a timescale counts by is settled, so that its dates can be invented."""
    timescale = asked.question.timescale
    if timescale is None:
        return True
    needed = (timescale.starts_from, timescale.situation, timescale.changes_on)
    keys = [question_key(asked.checklist.id, each) for each in needed if each is not None]
    waiting = (outline.by_key[key] for key in keys if key in outline.by_key)
    return all(
        outline.audit.answer(each.key).is_given or not each.question.required for each in waiting
    )
