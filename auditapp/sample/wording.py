# SPDX-License-Identifier: MPL-2.0
"""Write what the auditor writes: notes and evidence, put together from the checklist's own words.

The checklist says for each answer what a file looks like that earns it; an auditor who gives that
answer has seen it.
"""

import datetime as dt
import re
from functools import cache
from random import Random
from typing import Final

from auditapp.checklist.models import Question
from auditapp.judgement.day_words import day_words
from auditapp.model.answer import Evidence
from auditapp.model.front_sheet import FrontSheet
from auditapp.model.ids import AnswerId
from auditapp.personal_data import find_in_text
from auditapp.sample import auditor_words
from auditapp.sample.chance import some_of
from auditapp.sample.child_words import Pool

_SENTENCE_END: Final = re.compile(r"(?<=[.!?])\s+")
_LEAST_WORDS: Final = 3
_WELL: Final = frozenset({"met", "outstanding", "good"})
_ONE_DAY: Final = dt.timedelta(days=1)


def note_on_rating(chance: Random, question: Question, counts_as: str, front: FrontSheet) -> str:
    """Return what an auditor writes beside a rating that counts as ``counts_as``."""
    if counts_as == "could_not_find":
        return filled(chance, chance.choice(auditor_words.NOT_FOUND), question, front)
    described = question.looks_like.get(AnswerId(counts_as), "")
    points = nameless(question.good if counts_as in _WELL else question.shortfall)
    sentences = nameless(tuple(_SENTENCE_END.split(described)))
    found = [_one_way(chance, each) for each in sentences if each]
    if points and (not found or chance.random() < 0.4):  # noqa: PLR2004 - two in five
        found.append(chance.choice(points))
    if not found:  # a checklist need not give guidance
        found = [chance.choice(auditor_words.WELL if counts_as in _WELL else auditor_words.SHORT)]
    lead, end = (
        filled(chance, chance.choice(words), question, front)
        for words in (auditor_words.LEADS, auditor_words.ENDS)
    )
    said = " ".join(found)
    return f"{lead}{said[0].lower()}{said[1:]}{end}" if lead.endswith(": ") else lead + said + end


def evidence_for(chance: Random, question: Question, front: FrontSheet) -> tuple[Evidence, ...]:
    """Return one or two places in the file where it was seen."""
    papers = question.where or ("Case notes",)
    return tuple(
        Evidence(
            document=paper,
            date=_day_in(chance, front),
            place=chance.choice(auditor_words.PLACES),
        )
        for paper in some_of(chance, papers, 2)
    )


def drawn(chance: Random, pool: Pool) -> str:
    """Return one sentence of each part of a pool, with a space where a part brings none."""
    parts = [chance.choice(part) for part in pool]
    joined = parts[0]
    for part in parts[1:]:
        joined += part if part[0] in " ,." else f" {part}"
    return joined


@cache
def nameless(texts: tuple[str, ...]) -> tuple[str, ...]:
    """Return those of a checklist's texts in which nothing looks like a name."""
    return tuple(each for each in texts if not find_in_text(each))


def _one_way(chance: Random, sentence: str) -> str:
    """Return one of the two ways in which a sentence says that a file may look."""
    ways = sentence.rstrip(".").split(", or ")
    if len(ways) != 2 or any(len(way.split()) < _LEAST_WORDS for way in ways):  # noqa: PLR2004
        return sentence
    way = chance.choice(ways)
    return f"{way[0].upper()}{way[1:]}."


def filled(chance: Random, words: str, question: Question, front: FrontSheet) -> str:
    """Return ``words`` with papers and days of the file put in."""
    papers = [_in_sentence(each) for each in question.where] or ["the case notes"]
    first, *more = some_of(chance, papers, 2)
    day = _day_in(chance, front)
    return words.format(
        papers=" and ".join((first, *more)),
        paper=first,
        day=day_words(day).rpartition(" ")[0],
    )


def _in_sentence(paper: str) -> str:
    """Return the name of a paper as it stands within a sentence."""
    is_word = len(paper) > 1 and paper[1].islower()
    paper = f"{paper[0].lower()}{paper[1:]}" if is_word else paper
    return paper if paper.startswith(("the ", "a ")) else f"the {paper}"


def _day_in(chance: Random, front: FrontSheet) -> dt.date:
    days = (front.period_to - front.judged_from).days
    return front.period_to - _ONE_DAY * chance.randint(0, days)
