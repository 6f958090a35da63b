# SPDX-License-Identifier: MPL-2.0
"""Say what many audits show together, how sure that is, and what it does not show."""

from collections.abc import Iterator, Sequence

from auditapp.i18n import _, ngettext
from auditapp.insight.criterion_counts import CriterionRow, HeatMap, heat_map, strongest, weakest
from auditapp.insight.follow_up_counts import action_themes
from auditapp.insight.grade_counts import by_team, good_or_better, grade_tables
from auditapp.insight.intervals import Share
from auditapp.insight.reading import Reading
from auditapp.judgement.day_words import period_words
from auditapp.judgement.moment_words import uk_time
from auditapp.model.report_kinds import ReportKind
from auditapp.report.across.frame import AcrossOptions, framed_across
from auditapp.report.across.parts import (
    audits_words,
    breaks_part,
    facts_of_reading,
    few_part,
    limits_part,
)
from auditapp.report.across.share_words import hidden_words, interval_words, of_words
from auditapp.report.across.summary_criteria import criteria_part, criterion_name
from auditapp.report.across.summary_follow_up import (
    actions_part,
    causes_part,
    feedback_part,
    timescales_part,
)
from auditapp.report.across.summary_grades import grades_part
from auditapp.report.blocks import (
    Block,
    Bullets,
    Column,
    ColumnKind,
    Heading,
    KeepTogether,
    Table,
)
from auditapp.report.document import ReportDocument

RANKED = 3
"""Criteria that are named as the strongest, and as the weakest."""


def thematic_summary(reading: Reading, options: AcrossOptions) -> ReportDocument:
    """Return the thematic summary of audits, as at the day of ``options.at``."""
    blocks = summary_blocks(reading, options)
    return framed_across(
        ReportKind.SUMMARY,
        _("Thematic summary"),
        summary_subtitle(reading),
        options,
        digest=reading.content,
        blocks=blocks,
    )


def summary_subtitle(reading: Reading) -> str:
    """Return how many audits of how many teams it is made of, and from when to when."""
    teams = len(by_team(reading.audits))
    return _("{audits} of {teams}, {period}").format(
        audits=audits_words(len(reading.audits)),
        teams=ngettext("{count} team", "{count} teams", teams).format(count=teams),
        period=period_words(reading.first, reading.last),
    )


def summary_blocks(reading: Reading, options: AcrossOptions) -> Iterator[Block]:
    """Yield the contents of a thematic summary."""
    is_shared = options.is_shared
    today = uk_time(options.at).date()
    heat = heat_map(reading.audits, is_shared=is_shared)
    yield from few_part(reading)
    yield facts_of_reading(reading, is_shared=is_shared)
    yield from _at_a_glance(reading, heat, options)
    yield from grades_part(reading, is_shared=is_shared)
    yield from criteria_part(heat, is_shared=is_shared)
    yield from timescales_part(reading, is_shared=is_shared)
    yield from causes_part(reading, is_shared=is_shared)
    yield from actions_part(reading, today, is_shared=is_shared)
    yield from feedback_part(reading, is_shared=is_shared)
    yield from breaks_part(reading)
    yield from limits_part(reading, is_shared=is_shared)


def _at_a_glance(reading: Reading, heat: HeatMap, options: AcrossOptions) -> Iterator[Block]:
    is_shared = options.is_shared
    yield Heading(1, _("At a glance"))
    yield Bullets(tuple(_points(reading, options)))
    best, worst = strongest(heat.rows, RANKED), weakest(heat.rows, RANKED)
    if len(best) == RANKED and not any(row in worst for row in best):
        yield KeepTogether(
            (
                Heading(1, _("Strongest and weakest")),
                _ranking(best, _("Met most often"), is_shared=is_shared),
                _ranking(worst, _("Met least often"), is_shared=is_shared),
            )
        )


def _points(reading: Reading, options: AcrossOptions) -> Iterator[str]:
    is_shared = options.is_shared
    whole = grade_tables(reading.audits, is_shared=is_shared).teams.whole
    if whole.total:
        good = good_or_better(whole)
        words = interval_words(good) if good else hidden_words()
        yield _("Practice graded good or better: {share}.").format(share=words)
    concerns = sum(audit.concerns > 0 for audit in reading.audits)
    share = Share(concerns, len(reading.audits))
    words = of_words(share, is_shared=is_shared)
    yield _("Audits with an immediate concern: {share}.").format(share=words)
    if not is_shared:  # beside the counts by theme, the sum would give the hidden ones away
        themes = action_themes(reading.audits, uk_time(options.at).date())
        yield _("Actions set: {total}, of these overdue: {overdue}.").format(
            total=sum(each.actions for each in themes),
            overdue=sum(each.overdue for each in themes),
        )


def _ranking(rows: Sequence[CriterionRow], title: str, *, is_shared: bool) -> Table:
    columns = (Column(title, 66, ColumnKind.ROW_HEAD), Column(_("Met, with the interval"), 34))
    cells = [
        (criterion_name(row.criterion), interval_words(row.whole, is_shared=is_shared))
        for row in rows
        if row.whole
    ]
    return Table(columns, cells, title)
