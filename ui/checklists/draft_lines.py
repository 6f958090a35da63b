# SPDX-License-Identifier: MPL-2.0
"""Put what a revision would do to one draft into words and lines."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from auditapp.checklist.revision.fates import AnswerFate, AnswerState, RevisionPlan
from auditapp.checklist.revision.word_marks import word_marks
from auditapp.i18n import _, ngettext
from auditapp.judgement.revision_preview import GradeShift, RevisionPreview
from auditapp.model.grade import PRACTICE, GradeBand
from auditapp.model.ids import AuditId, QuestionId
from auditapp.model.labels import label
from auditapp.operations.revision import DraftPreview
from ui.checklists.change_rows import marked_remark
from ui.rows.row import Cell, Column, Remark, Row

FATE_COLUMNS = (Column(_("What becomes of it"), 150),)

_OPEN = (_("To answer"), "info", "circle")
_HIDDEN = (_("Not asked"), "neutral", "eye-off")
_SHIFT = (_("Suggested grade"), "primary", "gauge")
_FATES = {
    AnswerState.SET_ASIDE: (_("Set aside"), "danger", "archive"),
    AnswerState.TO_CONFIRM: (_("To confirm"), "warn", "circle-question-mark"),
    AnswerState.KEPT: (_("Kept"), "ok", "check"),
}
"""In the order of the lines: what costs the auditor most comes first."""


@dataclass(frozen=True, slots=True)
class DraftLines:
    """Hold one draft as the page shows it.

    ``counts`` are pairs of words and a tone. ``why_not`` says why it cannot be moved; empty when it
    can be, and then there is a ``preview``.
    """

    audit_id: AuditId
    name: str
    counts: tuple[tuple[str, str], ...]
    rows: tuple[Row, ...]
    why_not: str = ""
    preview: RevisionPreview | None = None


def draft_lines(found: DraftPreview) -> DraftLines:
    """Return what a revision would do to one draft, or why it cannot be moved."""
    preview = found.preview
    if preview is None:
        error = found.refusal
        why = f"{error} {error.remedy}".strip() if error is not None else ""
        return DraftLines(found.audit_id, found.case_reference, (), (), why)
    if not preview.changes_something:
        why = _("It uses this version already.")
        return DraftLines(found.audit_id, found.case_reference, (), (), why)
    rows = tuple(_rows(preview))
    return DraftLines(
        found.audit_id, found.case_reference, tuple(_counts(preview)), rows, preview=preview
    )


def _counts(preview: RevisionPreview) -> Iterator[tuple[str, str]]:
    counts, opened = preview.plan.counts, len(preview.newly_open)
    yield _("{n} kept").format(n=counts[AnswerState.KEPT]), "ok"
    confirm, aside = counts[AnswerState.TO_CONFIRM], counts[AnswerState.SET_ASIDE]
    yield _("{n} to confirm").format(n=confirm), "warn" if confirm else "neutral"
    yield _("{n} set aside").format(n=aside), "danger" if aside else "neutral"
    words = ngettext("{n} question newly open", "{n} questions newly open", opened)
    yield words.format(n=opened), "info" if opened else "neutral"


def _rows(preview: RevisionPreview) -> Iterator[Row]:
    made = preview.plan
    for sentence in made.warnings:
        yield Row(sentence)
    for shift in preview.shifts:
        yield _shift_row(shift, made)
    for state in _FATES:
        yield from (_fate_row(fate, made) for fate in made.fates if fate.state is state)
    yield from _question_rows(preview.newly_open, made, _OPEN, ())
    kept = (Remark(_("Its answer is kept, and counts for nothing while it is not asked.")),)
    yield from _question_rows(preview.now_hidden, made, _HIDDEN, kept)


def _fate_row(fate: AnswerFate, made: RevisionPlan) -> Row:
    remarks = []
    now = _text(fate.new_key, made) if fate.new_key else fate.question_text
    if now != fate.question_text:
        remarks.append(marked_remark(word_marks(fate.question_text, now)))
    remarks.append(Remark(_("Answer: {answer}").format(answer=fate.answer_text)))
    if fate.why:
        remarks.append(Remark(fate.why))
    if fate.beside:
        asked = "; ".join(_text(key, made) for key in fate.beside)
        remarks.append(Remark(_("Asked instead: {questions}").format(questions=asked)))
    title = f"{_id(fate.key)}: {fate.question_text}"
    if remarks[0].marks:
        title = _id(fate.key)
    return Row(title, tuple(remarks), (Cell(*_FATES[fate.state]),))


def _question_rows(
    keys: Iterable[str], made: RevisionPlan, look: tuple[str, str, str], remarks: Sequence[Remark]
) -> Iterator[Row]:
    for key in keys:
        yield Row(f"{_id(key)}: {_text(key, made)}", tuple(remarks), (Cell(*look),))


def _shift_row(shift: GradeShift, made: RevisionPlan) -> Row:
    words = _("{before} before, {after} after").format(
        before=_grade(shift.before), after=_grade(shift.after)
    )
    titles = {f"{made.new.id}/{section.id}": section.title for section in made.new.sections}
    title = _("The audit") if shift.key == PRACTICE else titles.get(shift.key, shift.key)
    return Row(title, (Remark(words, "text"),), (Cell(*_SHIFT),))


def _grade(band: GradeBand | None) -> str:
    return label(band) if band is not None else _("nothing suggested")


def _text(key: str, made: RevisionPlan) -> str:
    """Return the text of a question; its key when it is another checklist's."""
    checklist_id, _slash, question_id = key.partition("/")
    if checklist_id != made.new.id:
        return key
    return made.new.question(QuestionId(question_id)).text


def _id(key: str) -> str:
    return key.partition("/")[2]
