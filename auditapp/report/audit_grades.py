# SPDX-License-Identifier: MPL-2.0
"""Show the grades of an audit, how each came about, and what the auditor says of the whole."""

from collections.abc import Iterator, Mapping

from auditapp.i18n import _
from auditapp.judgement.grading import answer_counts, suggest_grade
from auditapp.judgement.outline import AskedSection, Outline
from auditapp.model.grade import IMPACT, PRACTICE, Grade, GradeBand
from auditapp.model.labels import label
from auditapp.report.audit_answers import section_title
from auditapp.report.audit_words import filled, grade_badge, moment_words
from auditapp.report.blocks import (
    Bar,
    BarPart,
    Block,
    Bullets,
    Cell,
    Column,
    ColumnKind,
    Detail,
    GradeScale,
    Heading,
    Mark,
    Paragraph,
    QuestionBlock,
    SideBySide,
    Table,
    TextTone,
    Tone,
)

WORST_FIRST = tuple(reversed(GradeBand))
STEPS = tuple(grade_badge(band) for band in WORST_FIRST)
LONG_LIST = 1200
"""Characters; longer lists are set one after the other instead of side by side."""


class GradePart:
    """Make the blocks about the grades of one audit."""

    def __init__(self, outline: Outline) -> None:
        self._outline = outline
        self._grades: Mapping[str, Grade] = outline.audit.grades

    def overall(self) -> Iterator[Block]:
        """Show the practice grade and the impact grade, each on its scale with its reason."""
        yield Heading(1, _("Overall grades"))
        yield from self._scale(PRACTICE, _("Practice: how well the work was done"))
        yield from self._scale(IMPACT, _("Impact: the difference made for the child"))
        yield Paragraph(
            _(
                "These grade words are borrowed from inspection. Here they describe one case file, "
                "not a service, and they do not predict what an inspection would find."
            ),
            TextTone.MUTED,
        )
        if self._outline.audit.overall.summary.strip():
            yield Heading(1, _("Summary"))
            yield Paragraph(self._outline.audit.overall.summary)

    def sections(self) -> Iterator[Block]:
        """Show the grade and the answers of each section, then the reasons."""
        yield Heading(1, _("Grades by section"))
        columns = (
            Column(_("Section"), 36, ColumnKind.ROW_HEAD),
            Column(_("Grade"), 24),
            Column(_("Answers"), 38),
        )
        rows = [
            (section_title(place, section), self._cell(section), self._bar(section))
            for place, section in enumerate(self._outline.sections, start=1)
        ]
        yield Table(columns, rows, _("Grade and answers of each section"))
        reasons = list(self._reasons())
        if reasons:
            yield Heading(2, _("How the section grades came about"))
            yield from reasons

    def picture(self) -> Iterator[Block]:
        """Show strengths and areas for improvement."""
        overall = self._outline.audit.overall
        strengths = _list(_("Strengths"), overall.strengths)
        improvements = _list(_("Areas for improvement"), overall.improvements)
        if strengths and improvements and _is_short(overall.strengths, overall.improvements):
            yield SideBySide(strengths, improvements)
        else:
            yield from strengths
            yield from improvements

    def _scale(self, key: str, title: str) -> Iterator[Block]:
        grade = self._grades.get(key)
        marks: tuple[Mark, ...] = ()
        if grade and grade.suggested:
            marks = (Mark(WORST_FIRST.index(grade.suggested), _("Suggested by the rules")),)
        chosen = WORST_FIRST.index(grade.band) if grade else None
        yield GradeScale(STEPS, chosen, title, marks)
        if grade is None:
            yield Paragraph(_("No grade has been given yet."))
        elif grade.reason.strip():
            yield Paragraph(grade.reason)
        explanation = suggest_grade(self._outline, key).explanation
        if key == PRACTICE and explanation:
            yield Paragraph(" ".join(explanation), TextTone.MUTED)
        if grade:
            yield Paragraph(_given(grade), TextTone.MUTED)

    def _cell(self, section: AskedSection) -> Cell:
        grade = self._grades.get(section.key)
        if grade:
            return grade_badge(grade.band)
        return _("No grade yet") if section.is_graded else _("Not graded")

    def _bar(self, section: AskedSection) -> Cell:
        counts = answer_counts(self._outline, section)
        parts = [
            BarPart(counts[name], words.lower(), tone)
            for name, (words, tone) in _counted().items()
            if counts.get(name)
        ]
        return Bar(tuple(parts)) if parts else _("No ratings")

    def _reasons(self) -> Iterator[Block]:
        for place, section in enumerate(self._outline.sections, start=1):
            grade = self._grades.get(section.key)
            if grade:
                explanation = suggest_grade(self._outline, section.key).explanation
                yield _reason_block(str(place), section.section.title, grade, explanation)
        shown = {section.key for section in self._outline.sections} | {PRACTICE, IMPACT}
        for key, grade in self._grades.items():
            if key not in shown:
                title = _("Section {key}, which no longer applies").format(key=key)
                yield _reason_block("", title, grade, ())


def _reason_block(
    ref: str, title: str, grade: Grade, explanation: tuple[str, ...]
) -> QuestionBlock:
    suggested = label(grade.suggested) if grade.suggested else ""
    details = filled(
        Detail(_("Reason"), (grade.reason,)),
        Detail(_("Suggested"), tuple(filter(None, (suggested, *explanation)))),
        Detail(_("Given"), (f"{moment_words(grade.given_at)}, {grade.given_by}",)),
    )
    return QuestionBlock(ref, title, grade_badge(grade.band), details)


def _given(grade: Grade) -> str:
    return _("Given by {who} on {when}.").format(
        who=grade.given_by, when=moment_words(grade.given_at)
    )


def _list(title: str, text: str) -> tuple[Block, ...]:
    items = tuple(line.strip() for line in text.splitlines() if line.strip())
    return (Heading(1, title), Bullets(items)) if items else ()


def _is_short(*texts: str) -> bool:
    return all(len(text) <= LONG_LIST for text in texts)


def _counted() -> dict[str, tuple[str, Tone]]:
    """Return what ratings count as, in the order of the parts of a bar."""
    words = {
        "outstanding": _("Outstanding"),
        "good": _("Good"),
        "met": _("Met"),
        "requires_improvement": _("Requires improvement"),
        "partly_met": _("Partly met"),
        "inadequate": _("Inadequate"),
        "not_met": _("Not met"),
        "could_not_find": _("Could not find"),
    }
    counted = {name: (word, Tone(name)) for name, word in words.items()}
    return counted | {"not_applicable": (_("Not applicable"), Tone.NEUTRAL)}
