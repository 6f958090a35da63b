# SPDX-License-Identifier: MPL-2.0
"""Leave room for the answers to the questions of one checklist, and for the grades of sections."""

from collections.abc import Iterator, Mapping

from auditapp.checklist.citations import citation_words
from auditapp.checklist.models import (
    Cap,
    Checklist,
    Quality,
    Question,
    QuestionKind,
    Section,
    SectionGrade,
    Timescale,
)
from auditapp.checklist.paper_conditions import PaperConditions
from auditapp.i18n import _
from auditapp.judgement.case_facts import Standards
from auditapp.judgement.timescale_rules import TimescaleRule
from auditapp.model.answer import Cause
from auditapp.model.front_sheet import Cohort
from auditapp.model.grade import GradeBand
from auditapp.model.ids import QuestionKey, question_key
from auditapp.model.labels import label
from auditapp.report.blank_blocks import (
    Advice,
    Blank,
    BlankPart,
    DateBoxes,
    Lines,
    NumberBox,
    Tick,
    Ticks,
)
from auditapp.report.blocks import Block, Heading, Paragraph

TEXT_LINES = 5
SERIES = 12
"""Dates of a series: one a month of the usual period. There is room for more in the note."""

GRADES = tuple(Tick(label(band)) for band in GradeBand)


class BlankQuestions:
    """Make the blocks of one checklist, its questions numbered by ``numbers``."""

    def __init__(
        self, checklist: Checklist, numbers: Mapping[QuestionKey, int], standards: Standards
    ) -> None:
        self._checklist = checklist
        self._numbers = numbers
        self._standards = standards
        self._conditions = PaperConditions(checklist, numbers)

    def sections(self, level: int) -> Iterator[Block]:
        """Show every section under a heading of ``level``, then what limits the whole grade."""
        for place, section in enumerate(self._checklist.sections, start=1):
            yield Heading(level, _("{place}  {title}").format(place=place, title=section.title))
            when = self._conditions.only_if(section.when)
            for text in filter(None, (only_for(section.cohorts), when, section.intro or "")):
                yield Paragraph(text, leads_in=True)
            yield from (self._question(each) for each in section.questions if not each.retired)
            yield from self._grade(section)
        caps = [cap for cap in self._checklist.caps if cap.section is None]
        if caps:
            yield Heading(level, _("What limits the practice grade of the whole audit"))
            yield from (Paragraph(self._cap(cap)) for cap in caps)

    def _question(self, question: Question) -> BlankPart:
        conditions = (
            only_for(question.cohorts),
            self._conditions.only_if(question.when),
            "" if question.required else _("Optional."),
        )
        sources = "; ".join(citation_words(source) for source in question.sources)
        return BlankPart(
            ref=str(self._numbers[question_key(self._checklist.id, question.id)]),
            text=question.text,
            blanks=tuple(self._blanks(question)),
            hint=question.hint or "",
            conditions=tuple(filter(None, conditions)),
            advice=tuple(self._advice(question)),
            sources=_("From: {sources}").format(sources=sources),
        )

    def _blanks(self, question: Question) -> Iterator[Blank]:
        yield self._answer(question)
        if question.kind in (QuestionKind.DATE, QuestionKind.DATES):
            yield Ticks("", (Tick(_("No date on file")),))
        if question.not_applicable is not None and question.can_be_not_applicable:
            example = question.not_applicable.example
            note = _("For example: {example}").format(example=example) if example else ""
            yield Ticks("", (Tick(_("Not applicable"), note),), are_steps=True)
            is_wanted = question.not_applicable.reason == "required"
            yield Lines(_("Because") if is_wanted else _("Because (optional)"), 1)
        if question.timescale is not None:
            yield Lines(_("If late, why"), 1)
        yield from self._cause(question)
        if self._checklist.agencies:
            agencies = tuple(Tick(agency.text) for agency in self._checklist.agencies)
            yield Ticks(_("Which agency’s work is this about?"), agencies)
        # A rating has to be borne out; of the others the answer itself says most.
        is_rating = question.kind is QuestionKind.RATING
        yield Lines(_("Note"), 3 if is_rating else 2)
        yield Lines(_("Evidence"), 2 if is_rating else 1)
        yield Ticks("", (Tick(_("Flag for the review")), Tick(_("This needs an action"))))

    def _answer(self, question: Question) -> Blank:
        match question.kind:
            case QuestionKind.TEXT:
                return Lines(_("Answer"), TEXT_LINES)
            case QuestionKind.NUMBER:
                return NumberBox(_("Number"), _unit_words(question))
            case QuestionKind.DATE:
                return DateBoxes(_("Date"))
            case QuestionKind.DATES:
                return DateBoxes(_("Dates"), SERIES)
        ticks = tuple(self._ticks(question))
        if question.kind is QuestionKind.CHOICES:
            return Ticks(_("Tick all that fit"), ticks)
        return Ticks(_("Tick one"), ticks, are_steps=question.kind is QuestionKind.RATING)

    def _ticks(self, question: Question) -> Iterator[Tick]:
        options = {option.id: option for option in question.answers}
        for answer, text in self._checklist.answer_texts(question.id).items():
            notes = [question.looks_like.get(answer, "")]
            option = options.get(answer)
            if option is not None and option.retired:
                continue
            if option is not None and option.exclusive:
                notes.append(_("Tick nothing else."))
            if option is not None and option.raises:
                notes.append(_("The child may not be safe now: tell a manager at once."))
            yield Tick(text, " ".join(filter(None, notes)))

    def _cause(self, question: Question) -> Iterator[Blank]:
        texts = self._checklist.answer_texts(question.id)
        asked = [texts[answer] for answer in self._checklist.causes_asked(question.id)]
        if asked:
            after = _(" or ").join(asked)
            title = _("What lies behind it? (after {answers})").format(answers=after)
            yield Ticks(title, tuple(Tick(label(cause)) for cause in Cause))

    def _advice(self, question: Question) -> Iterator[Advice]:
        parts = (
            Advice(_("What good looks like"), question.good),
            Advice(_("What a shortfall looks like"), question.shortfall),
            Advice(_("Where to look"), ("; ".join(question.where),) if question.where else ()),
            Advice(_("Timescale"), tuple(self._timescale(question))),
        )
        yield from (part for part in parts if part.points)

    def _timescale(self, question: Question) -> Iterator[str]:
        """Yield the limit that holds and what ends it, unless the council does not use it."""
        timescale, standards = question.timescale, self._standards
        rule = standards.rules.get(timescale.rule) if timescale else None
        if timescale is None or rule is None or not standards.local.is_on(rule):
            return
        yield from self._limit(timescale, rule)
        if timescale.ends_on is not None:
            asked = self._conditions.question(timescale.ends_on)
            yield _("Nothing is due after the day given under {number}.").format(number=asked)

    def _limit(self, timescale: Timescale, rule: TimescaleRule) -> Iterator[str]:
        if rule.situations:
            if timescale.situation is not None:
                asked = self._conditions.question(timescale.situation)
                yield _("Depends on the answer to {number}.").format(number=asked)
            return
        number = self._standards.local.number(rule)
        rule = rule if number is None else rule.with_number(number)
        words = _("{limit}, counted from {start}.")
        yield words.format(limit=rule.limit_words(rule), start=rule.starts_from)

    def _grade(self, section: Section) -> Iterator[Block]:
        """Ask for the grade of a section; what limits it is said even where none is given."""
        caps = tuple(self._cap(cap) for cap in self._checklist.caps if cap.section == section.id)
        if section.grade is SectionGrade.NONE:
            yield from (Paragraph(cap) for cap in caps)
            return
        yield BlankPart(
            ref="",
            text=_("Practice grade of section “{title}”").format(title=section.title),
            blanks=(Ticks(_("Tick one"), GRADES), Lines(_("Reason"), 2)),
            hint=_("The program suggests a grade. One that differs from it needs a reason."),
            advice=(Advice(_("What limits the suggestion"), caps),) if caps else (),
        )

    def _cap(self, cap: Cap) -> str:
        limits = []
        if cap.section_at_most is not None:
            limits.append(
                _("this section at most {grade}").format(grade=_grade(cap.section_at_most))
            )
        if cap.audit_at_most is not None:
            limits.append(
                _("the whole audit at most {grade}").format(grade=_grade(cap.audit_at_most))
            )
        words = _("If {condition}: {limits}. {because}").format(
            condition=self._conditions.say(cap.when),
            limits=", ".join(limits),
            because=cap.because,
        )
        return citation_words(words)


def only_for(cohorts: tuple[Cohort, ...]) -> str:
    """Return which groups of children something is for; nothing when it is for all."""
    groups = "; ".join(label(cohort) for cohort in cohorts)
    return _("Only for: {groups}.").format(groups=groups) if groups else ""


def _grade(grade: Quality) -> str:
    return label(GradeBand(grade.value))


def _unit_words(question: Question) -> str:
    """Return what is counted, and which numbers can be meant."""
    least, most = question.min, question.max
    limits = ""
    if least is not None and most is not None:
        limits = _("{least} to {most}").format(least=f"{least:g}", most=f"{most:g}")
    elif least is not None:
        limits = _("at least {least}").format(least=f"{least:g}")
    elif most is not None:
        limits = _("at most {most}").format(most=f"{most:g}")
    limits = _("({limits})").format(limits=limits) if limits else ""
    return " ".join(filter(None, (question.unit or "", limits)))
