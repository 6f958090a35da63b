# SPDX-License-Identifier: MPL-2.0
"""The lines of the history of a round that are looked for, newest first."""

from collections.abc import Sequence

from PySide6.QtCore import QObject

from auditapp.fingerprints import grouped
from auditapp.history.round_lines import RoundLine
from auditapp.i18n import _
from auditapp.judgement.moment_words import moment_words
from auditapp.searching import holds, search_words, searched
from ui.history.history_rows import change_words
from ui.history.paged_lines import PagedLines
from ui.rows.row import Remark, Row


class RoundHistoryModel(PagedLines[RoundLine]):
    """Hold all lines, and offer those in which each of some words occurs."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._text = ""

    def set_lines(self, lines: Sequence[RoundLine]) -> None:
        """Offer other lines, oldest first."""
        self._hold(lines, [searched(_texts(line)) for line in lines])
        self.look_for(self._text)

    def look_for(self, text: str) -> None:
        """Offer the lines in which each word of a text occurs, in whatever order."""
        self._text = text
        wanted = search_words(text)
        self._look_for(lambda _line, words: holds(words, wanted))

    def _row(self, line: RoundLine) -> Row:
        remarks = [Remark(f"{each.name}: {change_words(each)}", "text") for each in line.fields]
        if line.note:
            remarks.append(Remark(grouped(line.note), "text"))
        who = _("{name}, {moment}  ·  line {number}")
        words = who.format(name=line.by, moment=moment_words(line.at), number=line.seq)
        return Row(line.title, (*remarks, Remark(words, "text3")))


def _texts(line: RoundLine) -> list[str]:
    told = [words for each in line.fields for words in (each.name, each.old, each.new)]
    return [line.title, line.by, line.note, moment_words(line.at), str(line.seq), *told]
