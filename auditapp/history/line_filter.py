# SPDX-License-Identifier: MPL-2.0
"""Pick the lines of a history that somebody looks for."""

from collections.abc import Iterator
from dataclasses import dataclass

from auditapp.history.lines import HistoryLine, LineGroup
from auditapp.judgement.moment_words import moment_words
from auditapp.model.ids import QuestionKey
from auditapp.searching import holds, search_words, searched


@dataclass(frozen=True, slots=True)
class LineFilter:
    """Hold what is looked for; what is empty or None leaves nothing out.

    ``text`` are words of which each must occur, in whatever order and spelling of capitals.
    """

    group: LineGroup | None = None
    person: str = ""
    question: QuestionKey | None = None
    text: str = ""

    def takes(self, line: HistoryLine, words: str) -> bool:
        """Tell whether a line is looked for; ``words`` is what ``searched_words`` made of it."""
        if self.group is not None and line.group is not self.group:
            return False
        if self.person and line.by != self.person:
            return False
        if self.question is not None and not line.is_about(self.question):
            return False
        return holds(words, search_words(self.text))


def searched_words(line: HistoryLine) -> str:
    """Return everything that a line says, in the form in which it is searched."""
    return searched(_texts(line))


def _texts(line: HistoryLine) -> Iterator[str]:
    yield from (line.title, line.by, line.note, moment_words(line.at), str(line.seq))
    for row in line.rows:
        yield from (row.place.words, row.about)
        for field in row.fields:
            yield from (field.name, field.old, field.new)
