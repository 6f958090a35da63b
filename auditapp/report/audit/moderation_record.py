# SPDX-License-Identifier: MPL-2.0
"""Leave room for a second reader's grades, the first ones out of sight until they are given.

Whoever knows the first grade gives it again: the second reading is blind, and the first grades
begin a page of their own.
"""

from collections.abc import Iterator

from auditapp.i18n import _
from auditapp.judgement.audit_states import AuditState, audit_digest
from auditapp.model.grade import IMPACT, PRACTICE, GradeBand
from auditapp.model.labels import label
from auditapp.model.report_kinds import ReportKind
from auditapp.report.audit.amendments import superseded
from auditapp.report.audit.answers import section_title
from auditapp.report.audit.closing_part import amended, closed
from auditapp.report.audit.frame import ReportOptions, footer, framed, short_facts
from auditapp.report.audit.grades import GradePart
from auditapp.report.blank_blocks import (
    BlankPart,
    BlankSheet,
    BlankTable,
    Lines,
    NewPart,
    Tick,
    Ticks,
)
from auditapp.report.blocks import Block, Heading, KeepTogether, Paragraph, TextTone
from auditapp.report.document import ReportDocument

REASON_LINES = 2
DIFFERENCES = 6
"""Rows for grades that differ; more are rare, and go on the back."""


def moderation_record(state: AuditState, options: ReportOptions) -> ReportDocument:
    """Return the record of a second reading of the case file, to be filled in by hand."""
    kind = ReportKind.MODERATION
    return framed(state, options, kind, _("Moderation record"), closed(_blocks(state), kind, state))


def _blocks(state: AuditState) -> Iterator[Block]:
    audit = state.audit
    yield from superseded(state)
    yield short_facts(audit)
    yield from amended(state)
    yield Paragraph(
        _(
            "For a second reader of the same case file. Give your own grades first, without a "
            "look at the pages behind, where the first ones are."
        ),
        TextTone.LEAD,
    )
    yield Heading(1, _("Second grades"))
    yield _room(_("Practice: how well the work was done"))
    yield _room(_("Impact: the difference made for the child"))
    for place, section in enumerate(state.outline.sections, start=1):
        if section.is_graded:
            yield _room(section_title(place, section))
    readers = BlankSheet((_("Second reader"), _("Date")))
    yield KeepTogether((Heading(1, _("Read by")), readers))
    digest = audit_digest(audit, state.history)
    yield NewPart(footer(_("{reference}   Report {digest}"), audit, digest))
    yield Heading(1, _("First grades"))
    yield from _first(state)
    yield from _agreed()


def _room(title: str) -> BlankPart:
    """Leave room for one grade and the reason for it."""
    steps = tuple(Tick(label(band)) for band in GradeBand)
    return BlankPart(
        ref="",
        text=title,
        blanks=(Ticks(_("Your grade"), steps), Lines(_("Because"), REASON_LINES)),
    )


def _first(state: AuditState) -> Iterator[Block]:
    """Show every grade of the audit with its reason."""
    if not state.audit.grades:
        yield Paragraph(_("No grade has been given yet."))
        return
    grades = GradePart(state.outline)
    if {PRACTICE, IMPACT} & state.audit.grades.keys():
        yield from grades.overall()
    yield from grades.sections()
    yield from grades.reasons()


def _agreed() -> Iterator[Block]:
    """Leave room for the grades that differ, for what is agreed, and to sign."""
    columns = (
        (_("What"), 28.0),
        (_("First"), 14.0),
        (_("Second"), 14.0),
        (_("Agreed"), 14.0),
        (_("Why"), 30.0),
    )
    table = BlankTable(columns, DIFFERENCES, _("Grades that differ"))
    names = BlankSheet((_("First auditor"), _("Date"), _("Second reader"), _("Date")))
    yield KeepTogether((Heading(1, _("Where the grades differ")), table))
    yield KeepTogether((Heading(1, _("Agreed")), names))
