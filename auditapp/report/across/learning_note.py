# SPDX-License-Identifier: MPL-2.0
"""Put on one page what others can learn from an audit, without saying whose case file it was.

Learning goes out as messages that are not tied to a worker or a child. The note is cut to one page:
what does not fit is counted, and stands in the report of the audit.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from auditapp.checklist.models import QuestionKind
from auditapp.i18n import _, ngettext
from auditapp.judgement.audit_states import AuditState, audit_digest
from auditapp.judgement.grading import counts_as
from auditapp.judgement.outline import AskedQuestion, Outline
from auditapp.model.report_kinds import ReportKind
from auditapp.report.across.frame import AcrossOptions, framed_across
from auditapp.report.audit.grades import points_of
from auditapp.report.blocks import (
    Block,
    Bullets,
    Column,
    ColumnKind,
    Facts,
    Heading,
    Paragraph,
    Table,
    TextTone,
)
from auditapp.report.document import ReportDocument
from auditapp.report.shared_copy import mask_of

WORST_FIRST: Final = ("inadequate", "not_met", "requires_improvement", "partly_met")
"""What shortfalls count as, in the order in which they are shown."""

MOST_TITLES = 4
"""Checklists that are named; of more, only the number is said."""

MOST_MESSAGES = 4
LONGEST_MESSAGE = 180
"""Characters; of a longer message there are the first sentences."""

MOST_STANDARDS = 3
LONGEST_STANDARD = 400
"""Characters of what good looks like; that of every checklist of ours is printed whole."""

_SENTENCE_END: Final = re.compile(r"[.!?][)\"'”’]*(?= [^a-z])")


def learning_note(state: AuditState, options: AcrossOptions) -> ReportDocument:
    """Return the learning note of one audit. Its case file, team and people are in it nowhere."""
    digest = audit_digest(state.audit, state.history)
    subtitle = _("What we can learn from the audit of one case file")
    return framed_across(
        ReportKind.LEARNING,
        _("Learning note"),
        subtitle,
        options,
        digest=digest,
        blocks=_blocks(state, options),
    )


def _blocks(state: AuditState, options: AcrossOptions) -> Iterator[Block]:
    mask = mask_of([state], options.names)
    overall = state.audit.overall
    titles = [pin.title for pin in state.audit.checklists]
    yield note_facts(titles)
    good = [mask.apply(each) for each in points_of(overall.strengths)]
    wanting = [mask.apply(each) for each in points_of(overall.improvements)]
    yield from messages(_("What worked well"), good)
    yield from messages(_("What to do differently"), wanting)
    standards = [
        (asked.question.text, in_a_line(asked.question.good))
        for asked in shortfalls(state.outline)
        if asked.question.good
    ]
    yield from what_good_looks_like(standards)
    yield from talking_points()


def note_facts(titles: Sequence[str]) -> Facts:
    """Say whom a note is for and what it draws on."""
    looked_at = "; ".join(titles)
    if len(titles) > MOST_TITLES:
        looked_at = ngettext("{count} checklist", "{count} checklists", len(titles))
        looked_at = looked_at.format(count=len(titles))
    return Facts(
        (
            (_("For"), _("everybody who works with children and families here")),
            (_("Read it in"), _("seven minutes, in a team meeting or supervision")),
            (_("Looked at"), looked_at),
        )
    )


def messages(title: str, points: Sequence[str]) -> Iterator[Block]:
    """Show the first points, each cut to a few lines, and say how many there are besides."""
    if not points:
        return
    yield Heading(1, title)
    yield Bullets(tuple(shortened(each, LONGEST_MESSAGE) for each in points[:MOST_MESSAGES]))
    more = len(points) - MOST_MESSAGES
    if more > 0:
        words = ngettext(
            "{count} more stands in the report.", "{count} more stand in the report.", more
        )
        yield Paragraph(words.format(count=more), TextTone.MUTED)


def what_good_looks_like(standards: Sequence[tuple[str, str]]) -> Iterator[Block]:
    """Show questions with what their checklist calls good, the first few of them."""
    if not standards:
        return
    yield Heading(1, _("What good looks like"))
    columns = (Column(_("Ask of the file"), 40, ColumnKind.ROW_HEAD), Column(_("Good is"), 60))
    rows = [
        (question, shortened(good, LONGEST_STANDARD))
        for question, good in standards[:MOST_STANDARDS]
    ]
    yield Table(columns, rows, _("Questions that fell short, and what good looks like"))


def talking_points() -> Iterator[Block]:
    """Ask what a team can talk about."""
    yield Heading(1, _("Talk about it"))
    yield Bullets(
        (
            _("Where do we see this in our own work, and where not?"),
            _("What stands in the way, and who can take it out of the way?"),
            _("What will each of us do differently this week, and how will a child notice?"),
        )
    )


def shortfalls(outline: Outline) -> list[AskedQuestion]:
    """Return the questions that fell short: critical ones first, then the worst, then by weight."""
    found = [
        (asked, name)
        for asked in outline.questions
        if asked.question.kind is QuestionKind.RATING
        and (name := counts_as(outline, asked)) in WORST_FIRST
    ]
    found.sort(
        key=lambda each: (
            not each[0].question.critical,
            WORST_FIRST.index(each[1] or ""),
            -each[0].question.weight,
        )
    )
    return [asked for asked, _name in found]


def in_a_line(points: Sequence[str]) -> str:
    """Return points as one text, each a sentence."""
    return " ".join(f"{point.rstrip('.')}." for point in points)


def shortened(text: str, longest: int) -> str:
    """Return a text on one line: where it is too long, the sentences that fit.

    Only a text whose first sentence is too long is cut at the end of a word.
    """
    text = " ".join(text.split())
    if len(text) <= longest:
        return text
    ends = [found.end() for found in _SENTENCE_END.finditer(text) if found.end() <= longest]
    if ends:
        return f"{text[: ends[-1]]} …"
    head, space, _rest = text[:longest].rpartition(" ")
    return f"{head if space else text[:longest]} …"
