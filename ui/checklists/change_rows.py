# SPDX-License-Identifier: MPL-2.0
"""Put the changes between two versions of a checklist into lines, in groups."""

from collections.abc import Iterable, Mapping

from auditapp.checklist.models import Checklist
from auditapp.checklist.revision.change_groups import GROUP_OF, KINDS_OF, ChangeGroup
from auditapp.checklist.revision.change_words import about_words, change_sentence
from auditapp.checklist.revision.changes import ChecklistChange
from auditapp.checklist.revision.word_marks import MarkKind, WordMark
from auditapp.i18n import _
from auditapp.model.ids import QuestionId
from ui.rows.row import Remark, Row


def change_rows(
    changes: Iterable[ChecklistChange], old: Checklist, new: Checklist
) -> dict[ChangeGroup, list[Row]]:
    """Return a line for each change, in its group; every group is there."""
    texts = {question.id: question.text for question in (*old.questions, *new.questions)}
    rows: dict[ChangeGroup, list[Row]] = {group: [] for group in ChangeGroup}
    for change in changes:
        rows[GROUP_OF[change.kind]].append(_row(change, texts))
    return rows


def marked_remark(marks: tuple[WordMark, ...], lead: str = "") -> Remark:
    """Return a text with the words marked that went and came, after ``lead``."""
    spelt = (WordMark(MarkKind.SAME, lead), *marks) if lead else marks
    return Remark("".join(mark.text for mark in spelt), "text", spelt)


def _row(change: ChecklistChange, texts: Mapping[QuestionId, str]) -> Row:
    about = about_words(change)
    if change.kind in KINDS_OF[ChangeGroup.WITHDRAWN]:
        return Row(f"{about}: {change.old}")
    if change.kind in KINDS_OF[ChangeGroup.ADDED]:
        return Row(f"{about}: {change.new}")
    if change.marks:
        lead = _("Answer {answer}: ").format(answer=change.answer) if change.answer else ""
        return Row(about, (marked_remark(change.marks, lead),))
    title = f"{about}: {texts[change.question]}" if change.question is not None else about
    return Row(title, (Remark(change_sentence(change)),))
