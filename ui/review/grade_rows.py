# SPDX-License-Identifier: MPL-2.0
"""Put the grades of an audit into lines: what was suggested beside what was given."""

from typing import Final

from auditapp.i18n import _
from auditapp.judgement.gaps import can_be_graded
from auditapp.judgement.grading import suggest_grade
from auditapp.judgement.outline import Outline
from auditapp.model.grade import IMPACT, PRACTICE, Grade, GradeBand
from auditapp.model.ids import SectionKey
from auditapp.model.labels import label
from ui.review.gap_rows import grade_name, grade_step
from ui.rows.row import Cell, Column, Remark, Row
from ui.widgets.answers.grade_looks import GRADE_ICONS

GRADE_COLUMNS: Final = (Column(_("Suggested"), 178), Column(_("Given"), 178))


def grade_rows(outline: Outline) -> list[Row]:
    """Return a line for each section that is graded, then for the grades of the audit."""
    sections = [each.key for each in outline.sections if can_be_graded(outline, each)]
    return [_row(outline, key) for key in [*sections, PRACTICE, IMPACT]]


def _row(outline: Outline, key: str) -> Row:
    grade = outline.audit.grades.get(key)
    suggested = suggest_grade(outline, key).band
    return Row(
        grade_name(outline, key),
        tuple(_remarks(outline, key, grade, suggested)),
        (_suggested(key, suggested), _given(grade)),
        step=grade_step(key),
    )


def _remarks(
    outline: Outline, key: str, grade: Grade | None, suggested: GradeBand | None
) -> list[Remark]:
    remarks = []
    section = outline.section_by_key.get(SectionKey(key))
    if section is not None and len(outline.compiled) > 1:
        remarks.append(Remark(section.checklist.title, "text3"))
    if grade is None:
        return remarks
    if suggested is not None and grade.band is not suggested:
        remarks.append(Remark(_("Differs from the suggestion."), "warn"))
    if grade.reason.strip():
        remarks.append(Remark(grade.reason))
    return remarks


def _suggested(key: str, band: GradeBand | None) -> Cell:
    if band is None:
        return Cell(_("Yours to judge") if key == IMPACT else _("Nothing yet"))
    return _pill(band)


def _given(grade: Grade | None) -> Cell:
    return Cell(_("Not graded yet"), "neutral", "minus") if grade is None else _pill(grade.band)


def _pill(band: GradeBand) -> Cell:
    return Cell(label(band), band.value, GRADE_ICONS[band])
