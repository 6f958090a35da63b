# SPDX-License-Identifier: MPL-2.0
"""Show two audits of one case side by side, line by line: what both comparing reports share."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from auditapp.i18n import _
from auditapp.judgement.comparison import ComparedGrade, ComparedLine, LineState, Side
from auditapp.judgement.evidence_words import evidence_words
from auditapp.model.answer import Answer
from auditapp.model.audit import Audit
from auditapp.model.grade import Grade
from auditapp.report.audit.words import grade_badge
from auditapp.report.blocks import (
    Badge,
    Block,
    Cell,
    Column,
    ColumnKind,
    Facts,
    Heading,
    Noted,
    RowGroup,
    Table,
    TableRow,
    Tone,
)
from auditapp.report.short_hash import short_hash


@dataclass(frozen=True, slots=True)
class SideNames:
    """Name both audits at the head of a column, and in the caption of a table."""

    first: str
    second: str


def both_facts(first: Audit, second: Audit, names: SideNames) -> Facts:
    """Say which case file it is, who read it when, and what was signed."""
    return Facts(
        (
            (_("Case reference"), second.front.case_reference),
            (_("Team"), second.front.team or _("No team")),
            (names.first, _signed(first)),
            (names.second, _signed(second)),
        )
    )


def grade_table(
    grades: Sequence[ComparedGrade], names: SideNames, words_of: Callable[[int], str]
) -> Iterator[Block]:
    """Show each grade by both; ``words_of`` says how the second stands so many steps above."""
    graded = [each for each in grades if each.first or each.second]
    if not graded:
        return
    columns = (
        Column(_("Grade"), 24, ColumnKind.ROW_HEAD),
        Column(names.first, 28),
        Column(names.second, 28),
        Column(_("How they stand"), 20),
    )
    rows = [
        (each.title, _grade(each.first), _grade(each.second), _stands(each, words_of))
        for each in graded
    ]
    yield Heading(1, _("Grades side by side"))
    yield Table(columns, rows, _("Both grades, with their reasons"))


def line_table(
    lines: Sequence[ComparedLine], names: SideNames, words_of: Callable[[ComparedLine], str]
) -> Table:
    """Show each question with both answers and notes; ``words_of`` says how they stand."""
    columns = (
        Column(_("Question"), 30, ColumnKind.ROW_HEAD),
        Column(names.first, 26),
        Column(names.second, 26),
        Column(_("How they stand"), 18),
    )
    return Table(columns, list(_rows(lines, words_of)), _("Both answers to each question"))


def _rows(
    lines: Sequence[ComparedLine], words_of: Callable[[ComparedLine], str]
) -> Iterator[TableRow]:
    section = None
    for line in lines:
        if line.section != section:
            section = line.section
            yield RowGroup(section)
        yield line.text, side_cell(line.first), side_cell(line.second), _tinted(line, words_of)


def side_cell(side: Side | None) -> Cell:
    """Return an answer with what is recorded with it."""
    if side is None:
        return _("Not asked")
    tones = {tone.value for tone in Tone}
    words = side.words or _("No answer")
    text = Badge(words, Tone(side.rating)) if side.rating in tones else words
    return Noted(text, answer_notes(side.answer))


def answer_notes(answer: Answer) -> tuple[str, ...]:
    """Return what somebody wrote with an answer, each under its name."""
    evidence = "; ".join(evidence_words(each) for each in answer.evidence)
    named = (
        (_("Reason"), answer.reason),
        (_("Note"), answer.note),
        (_("Why late"), answer.late_reason),
        (_("Evidence"), evidence),
    )
    return tuple(
        _("{name}: {text}").format(name=name, text=text) for name, text in named if text.strip()
    )


def _tinted(line: ComparedLine, words_of: Callable[[ComparedLine], str]) -> Cell:
    words = words_of(line)
    return words if line.state in (LineState.SAME, LineState.NEITHER) else Badge(words)


def _grade(grade: Grade | None) -> Cell:
    return Noted(grade_badge(grade.band), (grade.reason,)) if grade else _("No grade given")


def _stands(grade: ComparedGrade, words_of: Callable[[int], str]) -> str:
    return _("Only one gave it") if grade.steps is None else words_of(grade.steps)


def _signed(audit: Audit) -> str:
    signed = audit.sign_off
    if signed is None:
        return _("{name}, a draft").format(name=audit.front.auditor)
    return _("{name}, contents {digest}").format(
        name=signed.by, digest=short_hash(signed.content_hash)
    )
