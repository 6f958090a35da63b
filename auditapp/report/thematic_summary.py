# SPDX-License-Identifier: MPL-2.0
"""Say what many audits show together, how sure that is, and what it does not show."""

from collections.abc import Iterator, Sequence

from auditapp.i18n import _, ngettext
from auditapp.insight.criterion_counts import CriterionRow, HeatMap, heat_map, strongest, weakest
from auditapp.insight.follow_up_counts import action_themes
from auditapp.insight.grade_counts import by_team, good_or_better, grade_tables
from auditapp.insight.intervals import Share
from auditapp.insight.reading import Reading
from auditapp.insight.small_numbers import FEWEST
from auditapp.judgement.day_words import day_words
from auditapp.judgement.moment_words import uk_time
from auditapp.model.report_kinds import ReportKind
from auditapp.report.across_frame import AcrossOptions, framed_across
from auditapp.report.blocks import (
    Block,
    Bullets,
    Callout,
    CalloutTone,
    Column,
    ColumnKind,
    Facts,
    Heading,
    KeepTogether,
    Paragraph,
    Table,
    TextTone,
)
from auditapp.report.document import ReportDocument
from auditapp.report.share_words import hidden_words, interval_words, of_words
from auditapp.report.summary_criteria import criteria_part, criterion_name
from auditapp.report.summary_follow_up import (
    actions_part,
    causes_part,
    feedback_part,
    timescales_part,
)
from auditapp.report.summary_grades import grades_part, moderated_words

FEW_AUDITS = 20
"""Under so many audits a warning stands on the first page: one audit more moves a share by 5 %."""

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
    return _("{audits} of {teams}, {first} to {last}").format(
        audits=_audits(len(reading.audits)),
        teams=ngettext("{count} team", "{count} teams", teams).format(count=teams),
        first=day_words(reading.first),
        last=day_words(reading.last),
    )


def summary_blocks(reading: Reading, options: AcrossOptions) -> Iterator[Block]:
    """Yield the contents of a thematic summary."""
    is_shared = options.is_shared
    today = uk_time(options.at).date()
    heat = heat_map(reading.audits, is_shared=is_shared)
    yield from _few(reading)
    yield _facts(reading, is_shared=is_shared)
    yield from _at_a_glance(reading, heat, options)
    yield from grades_part(reading, is_shared=is_shared)
    yield from criteria_part(heat, is_shared=is_shared)
    yield from timescales_part(reading, is_shared=is_shared)
    yield from causes_part(reading, is_shared=is_shared)
    yield from actions_part(reading, today, is_shared=is_shared)
    yield from feedback_part(reading, is_shared=is_shared)
    yield from _breaks(reading)
    yield from _limits(reading, is_shared=is_shared)


def _few(reading: Reading) -> Iterator[Block]:
    count = len(reading.audits)
    if count < FEW_AUDITS:
        title = _("Read with care: only {audits}").format(audits=_audits(count))
        text = _(
            "With so few, one audit more or less moves the figures a good deal. Read the audits "
            "themselves before you act on a difference between teams or months."
        )
        yield Callout(CalloutTone.WARN, title, (text,))


def _facts(reading: Reading, *, is_shared: bool) -> Facts:
    count, drafts = len(reading.audits), reading.drafts
    copy = _("To be shared: counts under {fewest} are not shown").format(fewest=FEWEST)
    pairs = (
        (_("Audits"), _audits(count)),
        (_("Signed off"), str(count - drafts)),
        (_("Drafts among them"), str(drafts) if drafts else ""),
        (_("Could not be read"), str(reading.unreadable) if reading.unreadable else ""),
        (_("Moderated"), moderated_words(reading.audits, is_shared=is_shared)),
        (_("Checklists"), "; ".join(reading.titles)),
        (_("Copy"), copy if is_shared else _("For use within the service: all counts are shown")),
    )
    return Facts(tuple((name, text) for name, text in pairs if text))


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


def _breaks(reading: Reading) -> Iterator[Block]:
    """Name the questions whose figures before and after a version must not be compared."""
    breaks = reading.meanings.breaks
    if not breaks:
        return
    yield Heading(1, _("Where comparing breaks"))
    text = _("These questions changed between versions, so they are counted as two.")
    yield Paragraph(text, TextTone.MUTED, leads_in=True)
    columns = (
        Column(_("Checklist"), 20, ColumnKind.ROW_HEAD),
        Column(_("Before"), 28),
        Column(_("After"), 28),
        Column(_("Why"), 24),
    )
    rows = [
        (
            _("{title}, {old} to {new}").format(
                title=each.title, old=each.old_version, new=each.new_version
            ),
            each.old,
            each.new,
            each.why,
        )
        for each in breaks
    ]
    yield Table(columns, rows, _("Questions that are not the same in all versions"))


def _limits(reading: Reading, *, is_shared: bool) -> Iterator[Block]:
    """Say what the numbers do not say."""
    points = [
        _("The audits were chosen, not drawn by lot, unless your sampling plan says so: the "
          "shares are of these audits, and not of all children."),
        _("A difference between two teams means little while their intervals overlap."),
        _("Grades borrow the words of inspection. They describe case files, not a service."),
        _("“Could not find on file” is counted by itself: it says that the record is missing, "
          "not that the work was not done."),
        _("Audits that were deleted are not counted."),
    ]  # fmt: skip
    if reading.drafts:
        points.append(_("Drafts are counted as they stand. Their answers may change."))
    if reading.unreadable:
        points.append(_("Audits that could not be read are missing. Check your data."))
    if is_shared:
        points.append(_("Figures that are not shown are few. That they are missing is no finding."))
    yield KeepTogether((Heading(1, _("What the numbers do not say")), Bullets(tuple(points))))


def _audits(count: int) -> str:
    return ngettext("{count} audit", "{count} audits", count).format(count=count)
