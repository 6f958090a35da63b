# SPDX-License-Identifier: MPL-2.0
"""Make the blank checklist: everything an audit asks, on paper, with room to write.

It is filled in by hand where there is no computer, and typed in afterwards in its own order: the
parts and the numbers are those of the window. Several checklists can be put into one.
"""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256

from auditapp.checklist.library import LoadedChecklist
from auditapp.checklist.models import Checklist
from auditapp.checklist.question_numbers import question_numbers
from auditapp.checklist.translations import as_read
from auditapp.fingerprints import grouped
from auditapp.i18n import _, language_tag, ngettext
from auditapp.judgement.case_facts import Standards
from auditapp.model.ids import question_key
from auditapp.model.labels import label
from auditapp.report.blank_blocks import NewPart
from auditapp.report.blocks import (
    Block,
    Column,
    ColumnKind,
    Facts,
    Heading,
    Paragraph,
    Table,
    TextTone,
)
from auditapp.report.checklists.blank_ends import closing_part, front_part
from auditapp.report.checklists.blank_questions import BlankQuestions
from auditapp.report.checklists.words import approval_words, status_words
from auditapp.report.document import ReportDocument
from auditapp.report.layouts.layout import SHIPPED, Wording
from auditapp.report.layouts.words import worded
from auditapp.report.short_hash import short_hash


@dataclass(frozen=True, slots=True)
class BlankOptions:
    """Hold what a blank checklist needs to know beyond the checklists; ``at`` is aware.

    ``wording`` says the headings otherwise that are none of a checklist.
    """

    standards: Standards
    at: dt.datetime
    marking: str
    organisation: str = ""
    wording: Wording = SHIPPED.wording


def blank_checklist(loaded: Sequence[LoadedChecklist], options: BlankOptions) -> ReportDocument:
    """Return the blank checklist of ``loaded``, at least one, in this order."""
    names = options.standards.names
    checklists = [as_read(each.checklist, names) for each in loaded]
    alone = checklists[0] if len(checklists) == 1 else None
    title = alone.title if alone else _("Blank checklists")
    digest = loaded[0].sha256 if alone else _digest(loaded)
    return ReportDocument(
        title=title,
        subtitle=_("Blank checklist, version {version}").format(version=alone.version)
        if alone
        else _count_words(len(checklists)),
        marking=options.marking,
        language=language_tag(),
        reference=_("(blank)"),
        running_title=title,
        running_right=_("Case reference {line}").format(line="_" * 28),
        footer_left=_foot(loaded[0]) if alone else _count_words(len(checklists)),
        blocks=tuple(_blocks(loaded, checklists, options)),
        content_hash=digest,
        created_at=options.at,
        author=options.organisation,
        overline=options.organisation,
    )


def _blocks(
    loaded: Sequence[LoadedChecklist], checklists: Sequence[Checklist], options: BlankOptions
) -> Iterator[Block]:
    numbers = question_numbers(checklists)
    parts = [BlankQuestions(each, numbers, options.standards) for each in checklists]
    front = tuple(worded(front_part(), options.wording))
    if len(loaded) == 1:
        yield from _about(loaded[0], checklists[0])
        yield from front
        yield from parts[0].sections(1)
    else:
        yield _contents(loaded, checklists)
        yield from front
        for each, checklist, part in zip(loaded, checklists, parts, strict=True):
            yield NewPart(_foot(each))
            yield Heading(1, checklist.title)
            yield from _about(each, checklist)
            yield from part.sections(2)
        yield NewPart(_count_words(len(checklists)))
    yield from worded(closing_part(), options.wording)


def _about(loaded: LoadedChecklist, checklist: Checklist) -> Iterator[Block]:
    """Say what a checklist is, whose it is, and for which children."""
    yield Paragraph(checklist.purpose, TextTone.LEAD)
    publisher = checklist.publisher
    look_back = _("the last {months} months, judged on the last {judged}")
    groups = "; ".join(label(cohort) for cohort in checklist.cohorts)
    pairs = (
        (_("Checklist"), checklist.id),
        (_("Version"), checklist.version),
        (_("Status"), status_words(checklist)),
        (_("Published by"), publisher.name if publisher else ""),
        (_("Approved"), approval_words(checklist)),
        (
            _("Looks at"),
            look_back.format(
                months=checklist.look_back.months, judged=checklist.look_back.judge_on_months
            ),
        ),
        (_("For"), groups or _("All children")),
        (_("Answered by"), "; ".join(agency.text for agency in checklist.agencies)),
        (_("SHA-256"), grouped(loaded.sha256)),
    )
    yield Facts(tuple((name, text) for name, text in pairs if text))


def _contents(loaded: Sequence[LoadedChecklist], checklists: Sequence[Checklist]) -> Table:
    numbers = question_numbers(checklists)
    columns = (
        Column(_("Checklist"), 50, ColumnKind.ROW_HEAD),
        Column(_("Questions"), 18),
        Column(_("Version"), 12),
        Column(_("SHA-256 begins with"), 20, ColumnKind.CODE),
    )
    rows = []
    for each, checklist in zip(loaded, checklists, strict=True):
        held = [
            number
            for question in checklist.questions
            if (number := numbers.get(question_key(checklist.id, question.id)))
        ]
        words = _("{first} to {last}").format(first=held[0], last=held[-1]) if held else ""
        rows.append((checklist.title, words, checklist.version, short_hash(each.sha256)))
    return Table(columns, tuple(rows), _("The checklists and the numbers of their questions"))


def _foot(loaded: LoadedChecklist) -> str:
    return _("{id} {version}   SHA-256 {digest}").format(
        id=loaded.checklist.id,
        version=loaded.checklist.version,
        digest=short_hash(loaded.sha256),
    )


def _count_words(count: int) -> str:
    return ngettext("{count} checklist", "{count} checklists", count).format(count=count)


def _digest(loaded: Sequence[LoadedChecklist]) -> str:
    return sha256("".join(each.sha256 for each in loaded).encode()).hexdigest()
