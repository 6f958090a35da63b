# SPDX-License-Identifier: MPL-2.0
"""Describe questions of the audit as rows of a list: to find one, or to bring what it says in."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from auditapp.checklist.models import SHORTFALLS
from auditapp.i18n import _
from auditapp.judgement.gaps import BETTER_RATINGS
from auditapp.judgement.grading import NOT_FOUND, counts_as
from auditapp.judgement.outline import AskedQuestion, Outline
from auditapp.model.ids import AnswerId, QuestionKey
from auditapp.searching import holds, search_words, searched


@dataclass(frozen=True, slots=True)
class QuestionItem:
    """Hold one row: where the question stands, its text, and what was noted."""

    key: QuestionKey
    place: str
    text: str
    note: str = ""

    @property
    def spoken(self) -> str:
        """Return the row as a screen reader says it."""
        return ". ".join(filter(None, (self.place, self.text, self.note)))

    @property
    def line(self) -> str:
        """Return the row as one point of a list: the note, else the question."""
        return self.note or self.text


class QuestionSearch:
    """Find questions of an audit by words; what is searched is put together once, not at each key.

    A question is found by every word of its text, hint, section and note, and by its number.
    """

    def __init__(self, outline: Outline) -> None:
        """Read every question that applies."""
        self._read = [
            (str(asked.number), _words_of(outline, asked), _item(outline, asked))
            for asked in outline.questions
        ]

    def find(self, words: str) -> list[QuestionItem]:
        """Find the questions that hold every one of ``words``; without words all of them."""
        wanted = search_words(words)
        return [
            item for number, whole, item in self._read if wanted == [number] or holds(whole, wanted)
        ]


def strengths(outline: Outline) -> list[QuestionItem]:
    """Return the questions whose rating claims something, with its words and the note."""
    return list(_rated(outline, BETTER_RATINGS))


def shortfalls(outline: Outline) -> list[QuestionItem]:
    """Return the questions that fall short, or whose answer could not be found on the file."""
    return list(_rated(outline, SHORTFALLS | {NOT_FOUND}))


def _words_of(outline: Outline, asked: AskedQuestion) -> str:
    texts = (
        asked.question.text,
        asked.question.hint or "",
        outline.section_by_key[asked.section].section.title,
        outline.audit.answer(asked.key).note,
    )
    return searched(texts)


def _item(outline: Outline, asked: AskedQuestion) -> QuestionItem:
    place = _("{number} · {section}").format(
        number=asked.number, section=outline.section_by_key[asked.section].section.title
    )
    note = " ".join(outline.audit.answer(asked.key).note.split())
    return QuestionItem(asked.key, place, asked.question.text, note)


def _rated(outline: Outline, ratings: AbstractSet[str]) -> Iterator[QuestionItem]:
    for asked in outline.questions:
        if asked.question.scale is None or counts_as(outline, asked) not in ratings:
            continue
        item = _item(outline, asked)
        texts = asked.checklist.answer_texts(asked.question.id)
        rating = texts[AnswerId(str(outline.audit.answer(asked.key).value))]
        yield QuestionItem(item.key, f"{item.place} · {rating}", item.text, item.note)
