# SPDX-License-Identifier: MPL-2.0
"""Print what is asked of the child, the family and the practitioner, with room to answer.

Each sheet is handed to somebody, so it says nothing of the audit but its case reference: not what
was found, nor that it is unfinished. An audit asks those whose file it reads (``hull-visit-6
findings 12``), and whoever cannot be met can write.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from auditapp.i18n import _, language_tag
from auditapp.judgement.audit_states import AuditState, audit_digest
from auditapp.model.follow_up import FeedbackFrom
from auditapp.model.grade import GradeBand
from auditapp.model.labels import label
from auditapp.model.report_kinds import ReportKind
from auditapp.report.audit.frame import ReportOptions, spoken_of
from auditapp.report.blank_blocks import Blank, BlankPart, BlankSheet, Lines, NewPart, Tick, Ticks
from auditapp.report.blocks import Block, Heading, KeepTogether, Paragraph, TextTone
from auditapp.report.document import ReportDocument
from auditapp.report.layouts.words import worded

_HOW_MUCH: Final = (_("Yes"), _("Mostly"), _("Not much"), _("No"), _("I would rather not say"))


@dataclass(frozen=True, slots=True)
class _Question:
    """Hold what is asked, whether it has boxes to tick, and how many lines there are to write."""

    text: str
    lines: int = 2
    ticks: tuple[str, ...] = ()

    def part(self, number: int) -> BlankPart:
        """Return it as it is printed."""
        blanks: list[Blank] = []
        if self.ticks:
            ticks = tuple(Tick(each) for each in self.ticks)
            blanks.append(Ticks(_("Tick one"), ticks))
        blanks.append(Lines(_("In your own words"), self.lines))
        return BlankPart(ref=str(number), text=self.text, blanks=tuple(blanks))


@dataclass(frozen=True, slots=True)
class _Sheet:
    """Hold the sheet of one person: how it speaks to them, and what it asks."""

    person: FeedbackFrom
    welcome: tuple[str, ...]
    questions: tuple[_Question, ...]


_CHILD: Final = _Sheet(
    FeedbackFrom.CHILD,
    (
        _(
            "We look at how well people help you. You know best what it is like, so we ask you. "
            "You can write, draw, or tell somebody who writes it down for you."
        ),
        _(
            "You do not have to answer. If you do not feel safe, tell an adult you trust today, "
            "or ring Childline free on 0800 1111."
        ),
    ),
    (
        _Question(_("Do you know who your worker is, and why they come to see you?"), 2, _HOW_MUCH),
        _Question(_("Do they listen to what you say?"), 2, _HOW_MUCH),
        _Question(_("What has got better since people started to help?"), 3),
        _Question(_("What is not good yet, or worries you?"), 3),
        _Question(_("If you could change one thing about the help, what would it be?"), 3),
    ),
)

_FAMILY: Final = _Sheet(
    FeedbackFrom.PARENT_OR_CARER,
    (
        _(
            "We look at how good our work with your child and your family is, and we would like "
            "to hear it from you. What you write does not change decisions about your child."
        ),
        _("You do not have to answer. You may leave out what you do not want to say."),
    ),
    (
        _Question(_("Do you know why we work with your family?"), 2, _HOW_MUCH),
        _Question(_("Do you know what happens next, and what we expect of each other?"), 2),
        _Question(_("Are you treated with respect, and told the truth?"), 2, _HOW_MUCH),
        _Question(_("What is different for your child because of the help?"), 3),
        _Question(_("What should we have done differently?"), 3),
    ),
)

_PRACTITIONER: Final = _Sheet(
    FeedbackFrom.PRACTITIONER,
    (
        _(
            "The audit reads the file; you know the child. Tell us what the file does not show, "
            "before the grades are talked over."
        ),
    ),
    (
        _Question(_("What is an ordinary day like for this child?"), 4),
        _Question(_("Which piece of work are you proud of, and what did it change?"), 4),
        _Question(_("What made the work harder than it should be?"), 4),
        _Question(_("How does supervision help you to think about this child?"), 3),
        _Question(
            _("How good is the work on this file, in your own view?"),
            2,
            tuple(map(label, GradeBand)),
        ),
    ),
)

_SHEETS: Final = (_CHILD, _FAMILY, _PRACTITIONER)


def question_sheets(state: AuditState, options: ReportOptions) -> ReportDocument:
    """Return the sheets of questions of an audit, each on a page of its own."""
    audit = state.audit
    reference = audit.front.case_reference
    digest = audit_digest(audit, state.history)
    wording = options.layout.wording
    title = wording.title_of(ReportKind.QUESTIONS) or _("What do you think of the help?")
    return ReportDocument(
        title=title,
        subtitle=_("Questions, with room to answer"),
        marking=options.marking,
        language=language_tag(),
        reference=reference,
        running_title=title,
        running_right=reference,
        footer_left=label(_SHEETS[0].person),
        blocks=tuple(worded(_blocks(), wording)),
        content_hash=digest,
        created_at=spoken_of(audit, state.history),
        author=options.organisation or audit.front.auditor,
        overline=options.organisation,
    )


def _blocks() -> Iterator[Block]:
    for place, sheet in enumerate(_SHEETS):
        if place:
            yield NewPart(label(sheet.person))
        yield Heading(1, label(sheet.person))
        yield from (Paragraph(text, TextTone.LEAD) for text in sheet.welcome)
        for number, question in enumerate(sheet.questions, start=1):
            yield question.part(number)
        asked = BlankSheet((_("How asked"), _("Date")))
        yield KeepTogether((Paragraph(_("For whoever asks"), TextTone.MUTED, leads_in=True), asked))
