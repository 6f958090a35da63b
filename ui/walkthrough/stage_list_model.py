# SPDX-License-Identifier: MPL-2.0
"""The rows of the section list: the stages of the walk, under the titles of the checklists."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from auditapp.i18n import _, ngettext
from auditapp.judgement.gaps import can_be_graded
from auditapp.judgement.outline import AskedSection, Outline
from auditapp.judgement.progress import Progress, progress
from auditapp.model.follow_up import ActionStatus
from auditapp.model.grade import IMPACT, PRACTICE
from ui.walkthrough.steps import FEEDBACK, HISTORY, OVERALL, REVIEW, Stage, StepKind, Walk

ROW_ROLE: Final = Qt.ItemDataRole.UserRole
_Index = QModelIndex | QPersistentModelIndex
_NOWHERE: Final = QModelIndex()


@dataclass(frozen=True, slots=True)
class StageRow:
    """Hold one row. ``number`` is the place of its stage in the walk, None for a heading.

    ``share`` is how much is done, from 0 to 1; None where nothing is counted.
    """

    title: str
    number: int | None = None
    note: str = ""
    spoken: str = ""
    share: float | None = None
    is_done: bool = False
    icon: str = "file-text"
    """What stands in the place of the ring where nothing is counted."""


class StageListModel(QAbstractListModel):
    """Stages and how far each is. Only rows that changed are told to the view."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[StageRow] = []

    def show_walk(self, walk: Walk, outline: Outline) -> None:
        """Show the stages of ``walk`` with the progress of ``outline``."""
        rows = list(_rows(walk, outline))
        if [row.title for row in rows] != [row.title for row in self._rows]:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()
            return
        before, self._rows = self._rows, rows
        for place, (old, new) in enumerate(zip(before, rows, strict=True)):
            if old != new:
                self.dataChanged.emit(self.index(place), self.index(place))

    def index_of_stage(self, number: int) -> QModelIndex:
        """Return the index of the row that shows a stage."""
        places = (place for place, row in enumerate(self._rows) if row.number == number)
        place = next(places, None)
        return QModelIndex() if place is None else self.index(place)

    # Qt overrides

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        """Return the number of rows, headings among them."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Return what a role asks of a row."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(filter(None, (row.title, row.spoken)))
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Let headings be passed over."""
        if not index.isValid() or self._rows[index.row()].number is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


def _rows(walk: Walk, outline: Outline) -> Iterator[StageRow]:
    has_headings = len(outline.audit.checklists) > 1
    heading = ""
    for number, stage in enumerate(walk.stages):
        is_after_sections = bool(heading) and stage.section is None
        title = _("The whole file") if is_after_sections else stage.checklist_title
        if has_headings and title and title != heading:
            heading = title
            yield StageRow(heading)
        if stage.section is not None:
            yield _section_row(number, stage, outline, outline.section_by_key[stage.section])
        else:
            yield _other_row(number, stage, outline)


def _section_row(number: int, stage: Stage, outline: Outline, section: AskedSection) -> StageRow:
    done = progress(outline, section.questions)
    lacks_grade = can_be_graded(outline, section) and section.key not in outline.audit.grades
    extras = [_action_words(outline, section)]
    if done.is_complete and lacks_grade:
        extras.append(_("no grade yet"))
    return StageRow(
        stage.title,
        number,
        note="  ·  ".join(filter(None, [_counted(_("{done} of {asked}"), done), *extras])),
        spoken=", ".join(filter(None, [_counted(_("{done} of {asked} answered"), done), *extras])),
        share=done.share,
        is_done=done.is_complete and not lacks_grade,
    )


def _counted(words: str, done: Progress) -> str:
    """Return the words with their numbers, or that there is nothing which has to be answered."""
    if not done.asked:
        return _("Optional")
    return words.format(done=done.answered, asked=done.asked)


def _action_words(outline: Outline, section: AskedSection) -> str:
    keys = {asked.key for asked in section.questions}
    actions = outline.audit.actions.values()
    live = [each for each in actions if each.status is not ActionStatus.DROPPED]
    count = sum(action.question in keys for action in live)
    words = ngettext("{count} action", "{count} actions", count).format(count=count)
    return words if count else ""


def _other_row(number: int, stage: Stage, outline: Outline) -> StageRow:
    audit, step = outline.audit, stage.steps[0]
    if step.kind is StepKind.FRONT_SHEET:
        return StageRow(stage.title, number, audit.front.case_reference, share=1.0, is_done=True)
    if step in (FEEDBACK, OVERALL):
        done, asked = _done_of_asked(outline, is_feedback=step == FEEDBACK)
        note = _("{done} of {asked}").format(done=done, asked=asked)
        return StageRow(stage.title, number, note, note, done / asked, done == asked)
    if step == REVIEW and not audit.is_draft:
        words = _("Signed off")
        return StageRow(stage.title, number, words, words, 1.0, is_done=True)
    if step == HISTORY:
        return StageRow(stage.title, number, icon="history")
    return StageRow(stage.title, number, share=0.0 if step == REVIEW else None)


def _done_of_asked(outline: Outline, *, is_feedback: bool) -> tuple[int, int]:
    audit = outline.audit
    if is_feedback:
        return sum(each.is_complete for each in audit.feedback.values()), 3
    return sum(key in audit.grades for key in (PRACTICE, IMPACT)), 2
