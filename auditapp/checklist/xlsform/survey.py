# SPDX-License-Identifier: MPL-2.0
"""Read the sheet ``survey``: its groups become sections, its rows questions.

Sections do not stand inside each other, so each run of questions in one group becomes a section,
and a group that goes on after an inner one becomes another. Conditions are left for later, when all
names are known.
"""

from collections.abc import Mapping

from auditapp.checklist.models import WHOLE_CHECKLIST
from auditapp.checklist.xlsform.drafts import Group, SectionDraft
from auditapp.checklist.xlsform.headings import language_of
from auditapp.checklist.xlsform.lists import AnswerList
from auditapp.checklist.xlsform.names import Ids
from auditapp.checklist.xlsform.notes import Notes
from auditapp.checklist.xlsform.own_columns import PREFIX, SECTION_COLUMNS, is_yes
from auditapp.checklist.xlsform.question_types import RowKind, RowType, row_type
from auditapp.checklist.xlsform.questions import QuestionReader
from auditapp.checklist.xlsform.workbook import Row
from auditapp.i18n import _


class SurveyReader:
    """Read the rows of one survey sheet from top to bottom."""

    def __init__(self, lists: Mapping[str, AnswerList], language: str | None, notes: Notes) -> None:
        self.sections: list[SectionDraft] = []
        self.not_asked: dict[str, str] = {}
        self._questions = QuestionReader(lists, language, notes)
        self._language = language
        self._notes = notes
        self._groups = [Group()]
        self._section_ids = Ids(reserved=(WHOLE_CHECKLIST,))

    @property
    def used_lists(self) -> frozenset[str]:
        """Return the names of the lists that questions offer."""
        return self._questions.used_lists

    def read(self, rows: tuple[Row, ...]) -> None:
        """Read all rows."""
        for row in rows:
            self._read_row(row)
        for group in self._groups:
            self._keep_notes(group)
            if group.row is not None:
                self._notes.remark(group.row, _("the group is never ended"))

    def _read_row(self, row: Row) -> None:
        cell = row.take("type")
        if cell is None:
            self._notes.refuse_row(row, _("a row needs a type"))
            return
        if is_yes(row.text("disabled")):
            self._notes.keep_row(row, _("the row is switched off"))
            return
        kind = row_type(cell.text)
        if kind.row is RowKind.QUESTION:
            self._read_question(row, kind)
        elif kind.row is RowKind.BEGIN:
            self._begin(row, kind)
        elif kind.row is RowKind.END:
            self._end(row)
        elif kind.row is RowKind.NOTE:
            self._read_note(row)
        else:
            self._leave_out(row, kind.remark)

    def _leave_out(self, row: Row, reason: str) -> None:
        self.not_asked[row.text("name")] = reason
        self._notes.keep_row(row, reason)

    def _begin(self, row: Row, kind: RowType) -> None:
        name = row.take("name")
        group = Group(row, name.text if name else "")
        self._groups.append(group)
        self._notes.take_row(row, _("group"))
        if kind.is_repeat:
            self._notes.remark(row, _("the questions of a repeat are asked once"))

    def _end(self, row: Row) -> None:
        row.take("name")
        if len(self._groups) == 1:
            self._notes.refuse_row(row, _("no group is open here"))
            return
        self._keep_notes(self._groups.pop())
        self._notes.take_row(row, _("end of a group"))

    def _keep_notes(self, group: Group) -> None:
        for row in group.notes:
            self._leave_out(row, _("no question follows the note"))
        group.notes.clear()

    def _read_note(self, row: Row) -> None:
        """Let notes that stand first in a group introduce it."""
        current = self.sections[-1] if self.sections else None
        begins = current is None or current.groups[-1] is not self._groups[-1]
        is_plain = "relevant" not in row.cells and f"{PREFIX}when" not in row.cells
        has_label = any(key == "label" or language_of(key, "label") for key in row.cells)
        if begins and is_plain and has_label:
            self._groups[-1].notes.append(row)
            self.not_asked[row.text("name")] = _("a note has no answer")
        else:
            self._leave_out(row, _("a note among questions is not shown"))

    def _read_question(self, row: Row, kind: RowType) -> None:
        section = self._section()
        section.questions += self._questions.read(row, kind)

    def _section(self) -> SectionDraft:
        """Return the section for the group that is open, which may have to begin now."""
        groups = tuple(self._groups)
        if not self.sections or not _same(self.sections[-1].groups, groups):
            self.sections.append(self._new_section(groups))
        return self.sections[-1]

    def _new_section(self, groups: tuple[Group, ...]) -> SectionDraft:
        inner = groups[-1]
        row = inner.row
        own_id = row.take(f"{PREFIX}id") if row else None
        name = own_id.text if own_id else inner.name
        section = SectionDraft({}, row, groups=groups)
        section.plain["id"] = self._section_ids.new(name, "questions")
        section.plain["title"] = self._title(inner) or _("Questions")
        for key, codec in SECTION_COLUMNS.items():
            if key != "when" and row and (cell := row.take(f"{PREFIX}{key}")):
                section.put(key, codec.decode(cell.text), cell)
        if intro := self._introduction(groups):
            section.plain["intro"] = intro
        return section

    def _title(self, group: Group) -> str:
        """Return the label of a group, which is taken when it is first needed."""
        if group.row is not None and not group.title:
            label = self._notes.in_language(group.row, "label", self._language)
            group.title = self._notes.fitted(label) if label else group.name
        return group.title

    def _introduction(self, groups: tuple[Group, ...]) -> str:
        texts: list[str] = []
        for group in groups:
            for row in group.notes:
                row.take("name")
                label = self._notes.in_language(row, "label", self._language)
                texts += [self._notes.fitted(label)] if label else []
                self._notes.take_row(row, _("introduction of a section"))
            group.notes.clear()
        return "\n\n".join(texts)


def _same(one: tuple[Group, ...], other: tuple[Group, ...]) -> bool:
    return len(one) == len(other) and all(a is b for a, b in zip(one, other, strict=True))
