# SPDX-License-Identifier: MPL-2.0
"""Bind the thematic summary, the action plan and the learning note of many audits into one file."""

from collections.abc import Iterator, Sequence

from auditapp.i18n import _
from auditapp.insight.reading import Reading
from auditapp.judgement.moment_words import uk_time
from auditapp.model.report_kinds import ReportKind
from auditapp.report.across.action_plan import plan_blocks
from auditapp.report.across.frame import AcrossOptions, footer_of, framed_across
from auditapp.report.across.learning_across import learning_blocks
from auditapp.report.across.planned_actions import PlannedAction
from auditapp.report.across.thematic_summary import summary_blocks, summary_subtitle
from auditapp.report.blank_blocks import NewPart
from auditapp.report.blocks import Block, Heading
from auditapp.report.document import ReportDocument


def board_pack(
    reading: Reading, options: AcrossOptions, planned: Sequence[PlannedAction]
) -> ReportDocument:
    """Return the board pack of audits; each part begins a page and has its name at the foot."""
    return framed_across(
        ReportKind.BOARD_PACK,
        _("Board pack"),
        summary_subtitle(reading),
        options,
        digest=reading.content,
        blocks=_blocks(reading, options, planned),
    )


def _blocks(
    reading: Reading, options: AcrossOptions, planned: Sequence[PlannedAction]
) -> Iterator[Block]:
    yield from summary_blocks(reading, options)
    title_of = options.report.layout.wording.title_of
    plan = title_of(ReportKind.ACTIONS) or _("Action plan")
    yield NewPart(footer_of(plan, reading.content))
    yield Heading(0, plan)
    yield from plan_blocks(planned, uk_time(options.at).date())
    note = title_of(ReportKind.LEARNING) or _("Learning note")
    yield NewPart(footer_of(note, reading.content))
    yield Heading(0, note)
    yield from learning_blocks(reading, options)
