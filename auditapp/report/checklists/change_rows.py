# SPDX-License-Identifier: MPL-2.0
"""Put the changes between two versions of a checklist into the rows of a table.

A row says what a change is about, what is changed, and what it means for the answers of drafts. A
change that several questions share, as when an answer of their scale is reworded, is one row.
"""

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from auditapp.checklist.models import Checklist
from auditapp.checklist.revision.change_words import about_words, change_sentence, field_name
from auditapp.checklist.revision.changes import ChangeKind, ChecklistChange
from auditapp.checklist.revision.consequences import Consequence, Consequences
from auditapp.checklist.revision.fates import AnswerState
from auditapp.checklist.revision.word_marks import whole_word_marks
from auditapp.i18n import _, ngettext
from auditapp.report.blocks import Badge, Cell, Noted, Tone
from auditapp.report.change_blocks import MarkedText

Row = tuple[Cell, ...]

STATE_BADGES: Final[Mapping[AnswerState, Badge]] = {
    AnswerState.KEPT: Badge(_("Kept")),
    AnswerState.TO_CONFIRM: Badge(_("To confirm"), Tone.PARTLY_MET),
    AnswerState.SET_ASIDE: Badge(_("Set aside"), Tone.NOT_MET),
}
_OPEN: Final = Badge(_("Open"))
_LEADS: Final[Mapping[ChangeKind, str]] = {
    ChangeKind.REWORDED: "",
    ChangeKind.SECTION_RENAMED: "",
    ChangeKind.ANSWER_REWORDED: _("Answer {answer}:"),
    ChangeKind.HINT: _("Hint:"),
    ChangeKind.GUIDANCE: "{field}:",
    ChangeKind.CAP_CHANGED: "",
}
"""What stands before a text that was reworded, by the kind of its change."""

_PROSE: Final = ("title", "purpose", "intro")
"""Further fields that hold running text."""

_ONLY_BEFORE: Final = (ChangeKind.RETIRED, ChangeKind.VANISHED, ChangeKind.SECTION_WITHDRAWN)
_ONLY_AFTER: Final = (
    *(ChangeKind.ADDED, ChangeKind.RETURNED, ChangeKind.SECTION_ADDED),
    *(ChangeKind.SPLIT, ChangeKind.MERGED),
)
_SAYS_QUESTION: Final = (*_ONLY_BEFORE, *_ONLY_AFTER, ChangeKind.REWORDED)
"""Changes that hold the text of their question by themselves."""

_OFFERS: Final = (ChangeKind.ADDED, ChangeKind.SCALE, ChangeKind.KIND)
"""Changes after which a reader asks what there is to choose from."""


class ChangeRows:
    """Make the rows for the changes from ``old`` to ``new``, both as auditors read them."""

    def __init__(self, old: Checklist, new: Checklist) -> None:
        self._new = new
        self._texts = {question.id: question.text for question in (*old.questions, *new.questions)}
        self._consequences = Consequences(old, new)

    def rows(self, changes: Sequence[ChecklistChange]) -> list[Row]:
        """Return the rows in the order of ``changes``."""
        shared: dict[object, list[ChecklistChange]] = {}
        for place, change in enumerate(changes):
            consequence = self._consequences.of(change)
            is_alone = change.question is None or change.kind in _SAYS_QUESTION
            key = place if is_alone else (replace(change, question=None), consequence)
            shared.setdefault(key, []).append(change)
        return [self._row(same) for same in shared.values()]

    def _row(self, same: Sequence[ChecklistChange]) -> Row:
        """Return the row of a change that every question in ``same`` has."""
        head = _head(same[0])
        if len(same) > 1:
            words = ngettext("{count} question", "{count} questions", len(same))
            head = words.format(count=len(same))
        said = Noted(_said(same[0]), tuple(self._notes(same)))
        return head, said, _fate_cell(same[0], self._consequences.of(same[0]))

    def _notes(self, same: Sequence[ChecklistChange]) -> Iterator[str]:
        """Yield what helps to understand a change, above all the questions that it is about."""
        change = same[0]
        if len(same) > 1:
            yield from (f"{each.question}: {self._text(each)}" for each in same)
            return
        if change.kind is ChangeKind.SPLIT:
            yield _("One part of what was asked before: {old}").format(old=change.old)
        elif change.kind is ChangeKind.MERGED:
            yield _("In place of what was asked before: {old}").format(old=change.old)
        elif change.kind is ChangeKind.ADDED and change.question is not None:
            section = self._new.section_of(change.question)
            yield _("In the section “{title}”").format(title=section.title)
        elif change.kind not in _SAYS_QUESTION:
            yield self._text(change)
        if change.kind in _OFFERS and change.question is not None:
            offered = self._new.answer_texts(change.question)
            if offered:
                yield _("Answers: {texts}").format(texts="; ".join(offered.values()))

    def _text(self, change: ChecklistChange) -> str:
        return self._texts[change.question] if change.question is not None else ""


def _head(change: ChecklistChange) -> str:
    if change.kind is not ChangeKind.HEAD:
        return about_words(change)
    name = field_name(change.field)
    return name[:1].upper() + name[1:]


def _said(change: ChecklistChange) -> str | MarkedText:
    """Return what is changed, with the words marked where one text took the place of another."""
    if change.kind in _ONLY_BEFORE:
        return change.old
    if change.kind in _ONLY_AFTER:
        return change.new
    lead = "{field}:" if change.field in _PROSE else _LEADS.get(change.kind)
    if lead is None or not (change.old and change.new):
        return change_sentence(change)
    words = lead.format(answer=change.answer, field=field_name(change.field))
    return _reworded(change.old, change.new, words[:1].upper() + words[1:])


def _reworded(old: str, new: str, lead: str) -> str | MarkedText:
    """Return both wordings in one or, where that could not be read, one under the other.

    A line that runs from the right turns words of both around each other, and a text of several
    lines would lose them.
    """
    if "\n" in old + new or any(map(_runs_from_right, old + new)):
        lines = (lead, _("Was: {text}").format(text=old), _("Now: {text}").format(text=new))
        return "\n".join(filter(None, lines))
    return MarkedText(whole_word_marks(old, new), lead)


def _runs_from_right(char: str) -> bool:
    return unicodedata.bidirectional(char) in ("R", "AL")


def _fate_cell(change: ChecklistChange, consequence: Consequence) -> Cell:
    if change.question is None and not consequence.sentence:
        return Noted("", (_("No answer is touched."),))
    badge = _OPEN if consequence.state is None else STATE_BADGES[consequence.state]
    return Noted(badge, (consequence.sentence,))
