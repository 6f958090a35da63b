# SPDX-License-Identifier: MPL-2.0
"""Show the grades of an audit, how each came about, and what the auditor says of the whole."""

from collections.abc import Iterator, Mapping, Sequence

from auditapp.checklist.citations import citation_words
from auditapp.i18n import _
from auditapp.judgement.grading import answer_counts, counts_as, critical_shortfalls, suggest_grade
from auditapp.judgement.outline import AskedSection, Outline
from auditapp.model.grade import IMPACT, PRACTICE, Grade, GradeBand, SuggestedGrade
from auditapp.model.labels import label
from auditapp.report.audit.answers import section_title
from auditapp.report.audit.stamps import Stamp, UsualStamp
from auditapp.report.audit.words import agreed_reason, grade_badge
from auditapp.report.blocks import (
    Bar,
    BarPart,
    Block,
    Bullets,
    Cell,
    Column,
    ColumnKind,
    GradeScale,
    Heading,
    Mark,
    Noted,
    Paragraph,
    RowGroup,
    SideBySide,
    Table,
    TableRow,
    TextTone,
    Tone,
)

STEPS = tuple(map(grade_badge, GradeBand))
"""The steps of the scale, from left to right as in the window: the best first."""

LONG_LIST = 1200
"""Characters; longer lists are set one after the other instead of side by side."""


class GradePart:
    """Make the blocks about the grades of one audit."""

    def __init__(self, outline: Outline) -> None:
        self._outline = outline
        self._grades: Mapping[str, Grade] = outline.audit.grades
        self._given_together = self._stamp_of_both()

    def overall(self) -> Iterator[Block]:
        """Show the practice grade and the impact grade, each on its scale with its reason."""
        yield Heading(1, _("Overall grades"))
        yield from self._scale(PRACTICE, _("Practice: how well the work was done"))
        yield from self._scale(IMPACT, _("Impact: the difference made for the child"))
        yield from self._agreed()
        words = _(
            "These grade words are borrowed from inspection. Here they describe one case file, "
            "not a service, and they do not predict what an inspection would find."
        )
        yield Paragraph(f"{self._given_together} {words}".strip(), TextTone.MUTED)

    def picture(self) -> Iterator[Block]:
        """Show the summary, and strengths beside areas for improvement.

        What a checklist calls critical and was not met is listed whatever the auditor wrote.
        """
        overall = self._outline.audit.overall
        if overall.summary.strip():
            yield Heading(1, _("Summary"))
            yield Paragraph(overall.summary)
        good, wanting = self.strengths(), self.improvements()
        strengths = _list(_("Strengths"), good)
        improvements = _list(_("Areas for improvement"), wanting)
        if strengths and improvements and _are_short(good, wanting):
            yield SideBySide(strengths, improvements)
        else:
            yield from strengths
            yield from improvements

    def strengths(self) -> list[str]:
        """Return the strengths, one point each."""
        return points_of(self._outline.audit.overall.strengths)

    def improvements(self) -> list[str]:
        """Return the areas for improvement, one point each, then every critical shortfall."""
        return points_of(self._outline.audit.overall.improvements) + [
            _("{rating}: {question} (question {number})").format(
                rating=_counted()[counts_as(self._outline, asked) or ""][0],
                question=asked.question.text,
                number=asked.number,
            )
            for asked in critical_shortfalls(self._outline)
        ]

    def sections(self) -> Iterator[Block]:
        """Show the grade and the answers of each section, by checklist."""
        yield Heading(1, _("Grade by section"))
        columns = (
            Column(_("Section"), 45, ColumnKind.ROW_HEAD),
            Column(_("Grade"), 21),
            Column(_("Answers"), 34),
        )
        yield Table(columns, list(self._rows()), _("Grade and answers of each section"))

    def reasons(self) -> Iterator[Block]:
        """Show the reason for each section's grade beside what the rules made of the answers."""
        given = list(self._given())
        if not given:
            return
        usual = UsualStamp(_stamp(grade) for _title, grade, _suggested in given)
        yield Heading(1, _("How the section grades came about"))
        text = _("Grades given: {usual}, unless said otherwise.").format(usual=usual.words)
        yield Paragraph(text, TextTone.MUTED, leads_in=True)
        columns = (
            Column(_("Section"), 21, ColumnKind.ROW_HEAD),
            Column(_("Grade given"), 19.5),
            Column(_("Reason"), 29.5),
            Column(_("Suggested by the rules, and why"), 30),
        )
        rows = [
            (title, grade_badge(grade.band), _reason(grade, usual), suggested)
            for title, grade, suggested in given
        ]
        yield Table(columns, rows, _("Reasons for the grades of the sections"), is_small=True)

    def _agreed(self) -> Iterator[Block]:
        """Show the grades that moderation agreed on, beside those that the auditor gave."""
        agreed = self._outline.audit.agreed
        if not agreed:
            return
        columns = (
            Column(_("Agreed after moderation"), 27, ColumnKind.ROW_HEAD),
            Column(_("Grade given"), 19),
            Column(_("Agreed grade"), 19),
            Column(_("Reason"), 35),
        )
        rows = [
            (self._title_of(key), self._badge(key), grade_badge(each.band), agreed_reason(each))
            for key, each in agreed.items()
        ]
        yield Table(columns, rows, _("Grades agreed after moderation, and why"))

    def _badge(self, key: str) -> Cell:
        grade = self._grades.get(key)
        return grade_badge(grade.band) if grade else _("No grade given")

    def _title_of(self, key: str) -> str:
        """Return what a grade is of: the practice, the impact or a section."""
        titles = {PRACTICE: _("Practice"), IMPACT: _("Impact")}
        for place, section in enumerate(self._outline.sections, start=1):
            titles[section.key] = section_title(place, section)
        return titles.get(key) or _gone_title(key)

    def _scale(self, key: str, title: str) -> Iterator[Block]:
        grade = self._grades.get(key)
        marks: tuple[Mark, ...] = ()
        if grade and grade.suggested:
            marks = (Mark(grade.suggested.rank, _("Suggested by the rules")),)
        chosen = grade.band.rank if grade else None
        yield GradeScale(STEPS, chosen, title, marks)
        if grade is None:
            yield Paragraph(_("No grade has been given yet."))
        elif grade.reason.strip():
            yield Paragraph(grade.reason)
        notes = []
        if key == PRACTICE:
            suggested = _suggestion(grade, suggest_grade(self._outline, key))
            notes.append(_("By the rules: {suggested}").format(suggested=suggested))
        if grade and not self._given_together:
            notes.append(_("Given by {stamp}.").format(stamp=_stamp(grade).words))
        if notes:
            yield Paragraph(" ".join(notes), TextTone.MUTED)

    def _stamp_of_both(self) -> str:
        """Return who gave both overall grades and when, if that was one person at one time."""
        stamps = [_stamp(self._grades[key]) for key in (PRACTICE, IMPACT) if key in self._grades]
        if len(stamps) == 2 and stamps[0].words == stamps[1].words:  # noqa: PLR2004 - both
            return _("Both grades were given by {stamp}.").format(stamp=stamps[0].words)
        return ""

    def _rows(self) -> Iterator[TableRow]:
        """Yield a row for each section, under the title of its checklist if there are several."""
        has_several = len(self._outline.audit.checklists) > 1
        checklist = None
        for place, section in enumerate(self._outline.sections, start=1):
            if has_several and section.checklist is not checklist:
                checklist = section.checklist
                yield RowGroup(checklist.title)
            yield section_title(place, section), self._cell(section), self._bar(section)

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

    def _given(self) -> Iterator[tuple[str, Grade, str]]:
        """Yield title, grade and suggestion of each section that has a grade."""
        for place, section in enumerate(self._outline.sections, start=1):
            grade = self._grades.get(section.key)
            if grade:
                suggested = _suggestion(grade, suggest_grade(self._outline, section.key))
                yield section_title(place, section), grade, suggested
        shown = {section.key for section in self._outline.sections} | {PRACTICE, IMPACT}
        for key, grade in self._grades.items():
            if key not in shown:
                yield (
                    _gone_title(key),
                    grade,
                    _suggestion(grade, SuggestedGrade(band=grade.suggested)),
                )


def _suggestion(grade: Grade | None, now: SuggestedGrade) -> str:
    """Return in one text what the rules suggest and why, and what they did when it was given."""
    before = ""
    if grade and grade.suggested is not now.band:
        was = label(grade.suggested) if grade.suggested else _("nothing")
        before = _("When it was given: {grade}. Now:").format(grade=was)
    band = f"{label(now.band)}." if now.band else ""
    return citation_words(" ".join(filter(None, (before, band, *now.explanation))))


def _reason(grade: Grade, usual: UsualStamp) -> Noted:
    words = usual.exception(_stamp(grade))
    return Noted(grade.reason, (_("Given by {stamp}.").format(stamp=words) if words else "",))


def _gone_title(key: str) -> str:
    """Return what a section is called that the audit does not ask any more."""
    return _("Section {key}, which no longer applies").format(key=key)


def _stamp(grade: Grade) -> Stamp:
    return Stamp(grade.given_by, grade.given_at)


def points_of(text: str) -> list[str]:
    """Return the points of a text that has one on each line."""
    return [line.strip() for line in text.splitlines() if line.strip()]


def _list(title: str, items: Sequence[str]) -> tuple[Block, ...]:
    return (Heading(1, title), Bullets(tuple(items))) if items else ()


def _are_short(*lists: Sequence[str]) -> bool:
    return all(sum(map(len, items)) <= LONG_LIST for items in lists)


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
