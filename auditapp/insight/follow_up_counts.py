# SPDX-License-Identifier: MPL-2.0
"""Count what follows from audits: actions by theme, causes, timescales, and who was heard."""

import datetime as dt
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Final

from auditapp.insight.intervals import Share
from auditapp.insight.judged_audits import JudgedAudit
from auditapp.insight.meanings import Criterion
from auditapp.insight.small_numbers import FEWEST, small_ones_together
from auditapp.judgement.timescales import LateUnit, TimescaleState
from auditapp.model.answer import Cause
from auditapp.model.follow_up import ActionStatus, Feedback, FeedbackFrom

LEAST_LETTERS: Final = 4
_WORD: Final = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_SENTENCE_ENDS: Final = frozenset('.!?:…“”"‘(')
_LOOK_BACK: Final = 4
"""Characters before a word in which its sentence may begin."""

_EVERYDAY_WORDS: Final = (
    "about after again against also always another because been before being between both came "
    "cannot come comes could didn't does doesn't doing don't done down each even ever every felt "
    "from gave gets give given going gone good have having here into just knew know knows like "
    "made make makes many more most much need needs never next nothing often once only other over "
    "really said same says should since some sometimes something still such take taken than that "
    "their them then there they they're thing things think this those though time times told took "
    "until very want wanted wants well went were what when where which while whom whose will with "
    "without would year years your"
)
_EVERYDAY: Final = frozenset(_EVERYDAY_WORDS.split())
"""Words that say nothing of what people think."""


@dataclass(frozen=True, slots=True)
class ActionTheme:
    """Hold how many actions come from one section, and in how many of all audits there is one.

    ``overdue`` are open ones whose day has passed. ``sections`` is more than one where sections
    with few audits were put together; then there is no ``theme``.
    """

    theme: str
    actions: int
    still_open: int
    overdue: int
    audits: Share
    sections: int = 1


@dataclass(frozen=True, slots=True)
class Timeliness:
    """Hold how often a timescale was kept: ``in_time`` of those that could be judged.

    ``no_date`` counts the audits whose file has no date for it, ``late_by`` is the median lateness
    of the late ones, in ``unit``; None when none was late.
    """

    criterion: Criterion
    in_time: Share
    no_date: int
    late_by: float | None
    unit: LateUnit


@dataclass(frozen=True, slots=True)
class Heard:
    """Hold of how many people of a kind it is known that they were asked, and that they spoke."""

    person: FeedbackFrom
    asked: Share
    said: Share


def action_themes(
    audits: Sequence[JudgedAudit], today: dt.date, *, is_shared: bool = False
) -> list[ActionTheme]:
    """Count the actions by the section that they come from, the most frequent first.

    Actions of no question have the empty theme. In what is shared, sections that few audits have an
    action for are put together and stand last, so that no sum of all gives one of them away.
    """
    themes = sorted({each.theme for audit in audits for each in audit.actions})
    groups: Sequence[tuple[str, ...]] = [(theme,) for theme in themes]
    if is_shared:
        groups = small_ones_together(themes, lambda theme: len(_having(audits, (theme,))))
    found = [_theme(audits, group, today) for group in groups if group]
    return sorted(found, key=lambda each: (each.sections > 1, -each.actions, each.theme))


def causes(audits: Sequence[JudgedAudit]) -> Mapping[Cause, int]:
    """Count what lay behind the shortfalls, over all audits."""
    return sum((Counter(audit.causes) for audit in audits), Counter())


def timeliness(audits: Sequence[JudgedAudit]) -> list[Timeliness]:
    """Count how each timescale was kept, in the order of the checklists."""
    found: dict[Criterion, list[tuple[TimescaleState, int, LateUnit]]] = {}
    for audit in audits:
        for criterion, result in audit.timescales.items():
            late = max(result.late_by, result.overdue_by)
            found.setdefault(criterion, []).append((result.state, late, result.unit))
    return [
        _timeliness(criterion, found[criterion])
        for criterion in sorted(found, key=lambda each: (each.title, each.place))
    ]


def heard(audits: Sequence[JudgedAudit]) -> list[Heard]:
    """Count who was asked what they think; an audit that does not say so counts as not asked."""
    return [
        _heard([audit.feedback.get(person) for audit in audits], person) for person in FeedbackFrom
    ]


def frequent_words(
    audits: Sequence[JudgedAudit], person: FeedbackFrom, least: int = FEWEST
) -> list[tuple[str, int]]:
    """Return the words that people of a kind used in ``least`` audits or more, with how many.

    A word that is ever written with a capital in mid-sentence may be a name, and is left out. So
    are everyday words and those of fewer than ``LEAST_LETTERS`` letters.
    """
    counts: Counter[str] = Counter()
    names: set[str] = set()
    for audit in audits:
        said = audit.feedback[person].said if person in audit.feedback else ""
        words = set()
        for match in _WORD.finditer(said):
            word = match.group()
            if word[0].isupper() and not _begins_sentence(said, match.start()):
                names.add(word.casefold())
            words.add(word.casefold())
        counts.update(words)
    return sorted(
        (
            (word, count)
            for word, count in counts.items()
            if count >= least and _says_something(word) and word not in names
        ),
        key=lambda pair: (-pair[1], pair[0]),
    )


def _having(audits: Sequence[JudgedAudit], themes: Sequence[str]) -> list[JudgedAudit]:
    """Return the audits that have an action of one of the themes."""
    return [audit for audit in audits if any(each.theme in themes for each in audit.actions)]


def _theme(audits: Sequence[JudgedAudit], themes: tuple[str, ...], today: dt.date) -> ActionTheme:
    having = _having(audits, themes)
    actions = [each.action for audit in having for each in audit.actions if each.theme in themes]
    still = [action for action in actions if action.status is ActionStatus.OPEN]
    overdue = sum(action.due is not None and action.due < today for action in still)
    theme = themes[0] if len(themes) == 1 else ""
    share = Share(len(having), len(audits))
    return ActionTheme(theme, len(actions), len(still), overdue, share, len(themes))


def _begins_sentence(text: str, place: int) -> bool:
    between = text[max(0, place - _LOOK_BACK) : place]
    before = between.rstrip()
    is_new_line = "\n" in between[len(before) :]
    return not before or is_new_line or before[-1] in _SENTENCE_ENDS


def _heard(answers: Sequence[Feedback | None], person: FeedbackFrom) -> Heard:
    asked = sum(bool(each and each.asked) for each in answers)
    said = sum(bool(each and each.said.strip()) for each in answers)
    return Heard(person, Share(asked, len(answers)), Share(said, len(answers)))


def _says_something(word: str) -> bool:
    return len(word) >= LEAST_LETTERS and word.replace("’", "'") not in _EVERYDAY


def _timeliness(
    criterion: Criterion, results: Sequence[tuple[TimescaleState, int, LateUnit]]
) -> Timeliness:
    states = [state for state, _late, _unit in results]
    met = states.count(TimescaleState.MET)
    late = [by for state, by, _unit in results if state is TimescaleState.LATE]
    return Timeliness(
        criterion,
        Share(met, met + len(late)),
        states.count(TimescaleState.NO_DATE),
        median(late) if late else None,
        results[0][2],
    )
