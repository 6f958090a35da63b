# SPDX-License-Identifier: MPL-2.0
"""Make a checklist of a spreadsheet in the XLSForm layout, and tell what became of its cells."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any, Final

from pydantic import ValidationError

from auditapp.checklist.beside import NOTHING, Beside
from auditapp.checklist.checks import static_faults
from auditapp.checklist.faults import LineMap, Path, PathFault
from auditapp.checklist.loading import checked_checklist
from auditapp.checklist.model_faults import model_faults
from auditapp.checklist.models import Checklist
from auditapp.checklist.xlsform.drafts import Drop, SectionDraft
from auditapp.checklist.xlsform.head import (
    SETTINGS,
    drop_of_row,
    fill_in,
    form_language,
    read_own_sheets,
    read_settings,
)
from auditapp.checklist.xlsform.lists import note_lists, read_lists
from auditapp.checklist.xlsform.logic import add_conditions
from auditapp.checklist.xlsform.notes import Notes
from auditapp.checklist.xlsform.own_columns import OWN_SHEETS, PREFIX
from auditapp.checklist.xlsform.report import ImportReport, Outcome
from auditapp.checklist.xlsform.stopping import require_wanted
from auditapp.checklist.xlsform.survey import SurveyReader
from auditapp.checklist.xlsform.workbook import Workbook, read_workbook
from auditapp.checklist.yaml_writer import write_yaml
from auditapp.errors import ChecklistInvalidError, WorkbookError
from auditapp.i18n import _
from auditapp.long_work import IsCancelled, never

SURVEY: Final = "survey"
CHOICES: Final = "choices"
_SHEETS: Final = (SURVEY, CHOICES, SETTINGS, *(f"{PREFIX}{key}" for key in OWN_SHEETS))

_MOST_ROUNDS: Final = 100
"""Each takes out what does not fit, after which more may not fit."""


@dataclass(frozen=True, slots=True)
class ImportedForm:
    """A checklist that came out of a spreadsheet, the bytes of its file, and the report."""

    checklist: Checklist
    data: bytes
    report: ImportReport


def import_workbook(
    data: bytes, name: str, beside: Beside = NOTHING, is_cancelled: IsCancelled = never
) -> ImportedForm:
    """Return the checklist in a spreadsheet; ``checklist check`` finds no fault in it.

    What has no exact counterpart in a checklist is kept word for word in the report and never
    evaluated. What a checklist needs and the spreadsheet lacks is filled in with a placeholder that
    begins with "TO COMPLETE", and the status is draft unless the spreadsheet says otherwise.

    Args:
        data: the bytes of an .xlsx file.
        name: its file name, for the report.
        beside: what the checklist may name.
        is_cancelled: asked before each row that is read, and between the steps after that.

    Raises:
        WorkbookError: the file is unsafe, damaged, too large, or has no survey or no question.
        ChecklistInvalidError: no checklist can be made of it; ``faults`` lists why.
        StoppedError: ``is_cancelled`` said so.
    """
    workbook = read_workbook(data, name, _SHEETS, is_cancelled)
    if SURVEY not in workbook.sheets:
        raise WorkbookError(
            _("The workbook has no sheet called 'survey'."),
            _("Name the sheet with the questions 'survey', and give it a column 'type'."),
        )
    require_wanted(is_cancelled)
    form = _Form(workbook, name)
    checklist = form.checklist(beside, is_cancelled)
    written = write_yaml(checklist)
    require_wanted(is_cancelled)
    checked = checked_checklist(written, name, beside)
    require_wanted(is_cancelled)
    return ImportedForm(checked, written, form.report(checklist.id))


class _Form:
    """Put the parts of one form together, and take out what does not fit."""

    def __init__(self, workbook: Workbook, name: str) -> None:
        self._name = name
        self._notes = Notes()
        keys = workbook.sheets[SURVEY].keys
        language = form_language(workbook.rows(SETTINGS), keys)
        self._head = read_settings(workbook.rows(SETTINGS), PurePath(name).stem, self._notes)
        self._lists = read_lists(workbook.rows(CHOICES), language, self._notes)
        survey = SurveyReader(self._lists, language, self._notes)
        survey.read(workbook.rows(SURVEY))
        self._sections: list[SectionDraft] = survey.sections
        add_conditions(self._sections, survey.not_asked, language, self._notes)
        own = {key: workbook.rows(f"{PREFIX}{key}") for key in OWN_SHEETS}
        self._own = read_own_sheets(own, self._lists, self._notes)
        scales = {str(scale.plain.get("id")) for scale in self._own["scales"]}
        note_lists(self._lists, survey.used_lists | scales, self._notes)
        _note_workbook(workbook, self._notes)

    def checklist(self, beside: Beside, is_cancelled: IsCancelled) -> Checklist:
        """Return the checklist, without whatever would be a fault in it."""
        if not self._sections:
            raise WorkbookError(
                _("The sheet 'survey' has no question."),
                _("Give each question a row, with a 'type', a 'name' and a 'label'."),
            )
        faults: list[PathFault] = []
        for _round in range(_MOST_ROUNDS):
            require_wanted(is_cancelled)
            fill_in(self._head, self._notes)
            found = self._checked(beside)
            if isinstance(found, Checklist):
                return found
            faults = found
            if not self._drop(faults):
                break
        raise ChecklistInvalidError(
            _("No checklist can be made of {file}.").format(file=self._name),
            tuple(sorted(fault.in_file(self._name, self._rows()) for fault in faults)),
            _("Correct what is listed in the spreadsheet."),
        )

    def report(self, checklist_id: str) -> ImportReport:
        """Return what became of every row and cell."""
        self._notes.leave_rest()
        lines = self._notes.lines()
        return ImportReport(file=self._name, checklist=checklist_id, lines=lines)

    def _checked(self, beside: Beside) -> Checklist | list[PathFault]:
        plain = self._plain()
        try:
            checklist = Checklist.model_validate(plain)
        except ValidationError as error:
            return model_faults(Checklist, error, plain)
        return static_faults(checklist, beside) or checklist

    def _plain(self) -> dict[str, Any]:
        sections = [
            {**section.plain, "questions": [each.plain for each in section.questions]}
            for section in self._sections
        ]
        own = {key: [each.plain for each in drafts] for key, drafts in self._own.items() if drafts}
        return {**self._head.plain, "sections": sections, **own}

    def _rows(self) -> LineMap:
        """Say in which row of the survey each section and question stands."""
        places: dict[Path, tuple[int, int]] = {}
        for number, section in enumerate(self._sections):
            for place, question in enumerate(section.questions):
                if question.row is not None:
                    path: Path = ("sections", number, "questions", place)
                    places[path] = (question.row.number, 1)
        return LineMap(places)

    def _drop(self, faults: list[PathFault]) -> bool:
        """Take out what has faults, each thing once, and tell whether there was any."""
        drops = dict(self._drops())
        found = False
        for fault in faults:
            path = fault.path
            while path and path not in drops:
                path = path[:-1]
            if drop := drops.pop(path, None):
                drop(f"{fault.message} {fault.remedy}".rstrip())
                found = True
        return found

    def _drops(self) -> Iterator[tuple[Path, Drop]]:
        """Yield the path of everything that can be taken out again, with what does it."""
        yield from self._head.drops((), self._notes)
        for key, drafts in self._own.items():
            for number, draft in enumerate(drafts):
                if draft.row is not None:
                    drop = drop_of_row(draft, draft.row, drafts, self._notes)
                    yield (key, number), drop
        for number, section in enumerate(self._sections):
            path: Path = ("sections", number)
            yield from section.drops(path, self._notes)
            for place, question in enumerate(section.questions):
                inner: Path = (*path, "questions", place)
                yield from question.drops(inner, self._notes)
                yield from question.answer_drops(inner, self._notes)


def _note_workbook(workbook: Workbook, notes: Notes) -> None:
    for cell in workbook.cleaned:
        notes.keep(cell, _("invisible characters were left out"))
    for cell in workbook.uncalculated:
        reason = _("the result of this formula is not in the file; type it as text")
        notes.refuse(cell, reason)
    for sheet in workbook.other_sheets:
        notes.of_sheet(sheet, Outcome.REFUSED, _("the sheet was not read"))
    if workbook.has_links:
        notes.of_sheet("", Outcome.REFUSED, _("links to other workbooks are not followed"))
