# SPDX-License-Identifier: MPL-2.0
"""Set this year beside last year: what improved, what fell back, what is still to improve."""

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Final

from auditapp.i18n import _
from auditapp.insight.chart_models import MOSTLY
from auditapp.insight.grade_counts import (
    GOOD_OR_BETTER,
    Aspect,
    Group,
    grades_of_groups,
    impact,
    practice,
)
from auditapp.insight.intervals import Share
from auditapp.insight.judged_audits import JudgedAudit
from auditapp.insight.reading import Reading
from auditapp.insight.small_numbers import FEWEST
from auditapp.insight.trend_words import many_comparisons_words
from auditapp.insight.trends import difference
from auditapp.insight.years import (
    CriterionDifference,
    Years,
    criterion_differences,
    timescale_differences,
    years_of,
)
from auditapp.judgement.day_words import period_words
from auditapp.model.report_kinds import ReportKind
from auditapp.report.across.difference_words import is_telling, points_words, shares_words
from auditapp.report.across.frame import AcrossOptions, framed_across
from auditapp.report.across.parts import (
    FEW_AUDITS,
    audits_words,
    breaks_part,
    facts_of_reading,
    limits_part,
)
from auditapp.report.across.summary_criteria import criterion_name
from auditapp.report.across.summary_grades import grade_bars
from auditapp.report.blocks import (
    Block,
    Bullets,
    Callout,
    CalloutTone,
    Column,
    ColumnKind,
    Heading,
    Noted,
    Paragraph,
    Table,
    TextTone,
)
from auditapp.report.document import ReportDocument

Audits = Sequence[JudgedAudit]

MOST: Final = 15
"""Criteria in a list at most: whoever reads more of them reads none."""


def year_on_year(reading: Reading, options: AcrossOptions) -> ReportDocument:
    """Return what the audits of two years show beside each other.

    The years are those of ``options``, or end with the newest audit.
    """
    years = options.years or years_of(None, None, reading.last)
    then, now = years.split(reading.audits)
    subtitle = _("{now} beside {then}").format(
        now=period_words(years.first, years.last),
        then=period_words(years.then_first, years.then_last),
    )
    return framed_across(
        ReportKind.YEAR_ON_YEAR,
        _("Year on year"),
        subtitle,
        options,
        digest=reading.content,
        blocks=_blocks(reading, years, then, now, is_shared=options.is_shared),
    )


def _blocks(
    reading: Reading, years: Years, then: Audits, now: Audits, *, is_shared: bool
) -> Iterator[Block]:
    yield from _few(then, now)
    more = (
        (_("This year"), _period(years.first, years.last, now)),
        (_("Last year"), _period(years.then_first, years.then_last, then)),
    )
    yield facts_of_reading(reading, is_shared=is_shared, more=more)
    found = criterion_differences(then, now)
    compared = [each for each in found if is_telling(each.difference, is_shared=is_shared)]
    clear = [each for each in compared if each.difference.is_clear]
    yield Heading(1, _("At a glance"))
    yield Bullets(tuple(_points(then, now, compared, clear, is_shared=is_shared)))
    yield from _grades(then, now, is_shared=is_shared)
    better = sorted((e for e in clear if e.difference.value > 0), key=_change, reverse=True)
    worse = sorted((e for e in clear if e.difference.value < 0), key=_change)
    yield from _list(_("What improved"), better, is_shared=is_shared)
    yield from _list(_("What fell back"), worse, is_shared=is_shared)
    weak = [each for each in compared if each.difference.second.share < MOSTLY]
    weak.sort(key=lambda each: each.difference.second.share)
    yield from _list(_("Still to improve"), weak, is_shared=is_shared)
    yield from _timescales(then, now, is_shared=is_shared)
    yield from breaks_part(reading)
    notes = [
        _("Why something changed, the figures do not say."),
        _("A change is clear when the interval of the difference (Newcombe, 95%) leaves no "
          "difference out. One that is not clear does not show that nothing changed."),
    ]  # fmt: skip
    yield from limits_part(reading, is_shared=is_shared, more=notes)


def _few(then: Audits, now: Audits) -> Iterator[Block]:
    fewest = min(len(then), len(now))
    if not fewest:
        title = _("One of the years has no audit")
        text = _("Nothing can be compared: choose another period.")
        yield Callout(CalloutTone.WARN, title, (text,))
    elif fewest < FEW_AUDITS:
        title = _("Read with care: one of the years has only {audits}")
        text = _("Only large differences can be told from chance with so few.")
        yield Callout(CalloutTone.WARN, title.format(audits=audits_words(fewest)), (text,))


def _points(
    then: Audits,
    now: Audits,
    compared: Sequence[CriterionDifference],
    clear: Sequence[CriterionDifference],
    *,
    is_shared: bool,
) -> Iterator[str]:
    yield _good_words(then, now, practice, _("Practice"), is_shared=is_shared)
    yield _good_words(then, now, impact, _("Impact"), is_shared=is_shared)
    if not compared:
        yield _("No criterion was rated often enough in both years to be compared.")
        return
    up = sum(each.difference.value > 0 for each in clear)
    words = _("Criteria compared: {count}. Clearly better: {up}, clearly worse: {down}.")
    yield words.format(count=len(compared), up=up, down=len(clear) - up)
    many = many_comparisons_words(len(compared), len(clear))
    if many:
        yield many


def _good_words(then: Audits, now: Audits, aspect: Aspect, name: str, *, is_shared: bool) -> str:
    """Say how large a share was good or better in both years, and how sure the difference is."""
    found = difference(_good(then, aspect), _good(now, aspect))
    if found is None:
        return _("{name}: not graded in both years.").format(name=name)
    first, second = shares_words(found, is_shared=is_shared)
    points = points_words(found, is_shared=is_shared)
    words = _("{name} graded good or better: {second}, last year {first}. Difference: {points}.")
    return words.format(name=name, first=first, second=second, points=points)


def _good(audits: Audits, aspect: Aspect) -> Share:
    bands = [aspect(audit) for audit in audits]
    graded = [band for band in bands if band is not None]
    return Share(sum(band in GOOD_OR_BETTER for band in graded), len(graded))


def _grades(then: Audits, now: Audits, *, is_shared: bool) -> Iterator[Block]:
    """Show the practice grades of both years as bars."""
    groups = [
        Group((name,), tuple(each for each in audits if each.practice))
        for name, audits in ((_("Last year"), then), (_("This year"), now))
    ]
    shown = [group for group in groups if len(group.audits) >= (FEWEST if is_shared else 1)]
    if shown:
        table = grades_of_groups(shown, practice, is_shared=is_shared)
        yield Heading(1, _("Grades in both years"))
        caption = _("Practice grades in both years, with the number of audits")
        yield grade_bars(table, _("Year"), lambda names: names[0], caption, has_whole=False)


def _list(title: str, rows: Sequence[CriterionDifference], *, is_shared: bool) -> Iterator[Block]:
    yield Heading(1, title)
    if not rows:
        yield Paragraph(_("No criterion."), TextTone.MUTED)
        return
    yield _table(rows[:MOST], _("Criterion"), title, is_shared=is_shared)
    if len(rows) > MOST:
        words = _("{count} more are not listed.")
        yield Paragraph(words.format(count=len(rows) - MOST), TextTone.MUTED)


def _timescales(then: Audits, now: Audits, *, is_shared: bool) -> Iterator[Block]:
    found = timescale_differences(then, now)
    if found:
        yield Heading(1, _("Timescales"))
        caption = _("How often each timescale was kept in both years")
        yield _table(found, _("Timescale"), caption, is_shared=is_shared)


def _table(
    rows: Sequence[CriterionDifference], name: str, caption: str, *, is_shared: bool
) -> Table:
    columns = (
        Column(name, 43, ColumnKind.ROW_HEAD),
        Column(_("Last year"), 16),
        Column(_("This year"), 16),
        Column(_("Difference, with the 95% interval"), 25),
    )
    cells = [
        (
            Noted(criterion_name(each.criterion), (each.criterion.title,)),
            *shares_words(each.difference, is_shared=is_shared),
            points_words(each.difference, is_shared=is_shared),
        )
        for each in rows
    ]
    return Table(columns, cells, caption)


def _change(found: CriterionDifference) -> float:
    return found.difference.value


def _period(first: dt.date, last: dt.date, audits: Audits) -> str:
    return _("{days}: {audits}").format(
        days=period_words(first, last), audits=audits_words(len(audits))
    )
