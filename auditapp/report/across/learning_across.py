# SPDX-License-Identifier: MPL-2.0
"""Put on one page what others can learn from many audits: figures, and what good looks like."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from auditapp.checklist.models import Question
from auditapp.i18n import _, ngettext
from auditapp.insight.chart_models import HALF
from auditapp.insight.criterion_counts import CriterionRow, heat_map, strongest, weakest
from auditapp.insight.follow_up_counts import action_themes
from auditapp.insight.intervals import Share
from auditapp.insight.meanings import Criterion
from auditapp.insight.reading import Reading
from auditapp.insight.small_numbers import FEWEST
from auditapp.judgement.moment_words import uk_time
from auditapp.model.report_kinds import ReportKind
from auditapp.report.across.frame import AcrossOptions, framed_across
from auditapp.report.across.learning_note import (
    in_a_line,
    note_facts,
    talking_points,
    what_good_looks_like,
)
from auditapp.report.across.summary_criteria import criterion_name
from auditapp.report.blocks import Block, Bullets, Heading, Paragraph
from auditapp.report.document import ReportDocument

MOST: Final = 3


def learning_across(reading: Reading, options: AcrossOptions) -> ReportDocument:
    """Return the learning note of several audits. No word of a case is in it."""
    count = len(reading.audits)
    words = ngettext(
        "What we can learn from {count} audit", "What we can learn from {count} audits", count
    )
    return framed_across(
        ReportKind.LEARNING,
        _("Learning note"),
        words.format(count=count),
        options,
        digest=reading.content,
        blocks=learning_blocks(reading, options),
    )


def learning_blocks(reading: Reading, options: AcrossOptions) -> Iterator[Block]:
    """Yield the contents of a learning note of several audits; it hides small numbers always."""
    heat = heat_map(reading.audits, is_shared=True)
    best = [row for row in strongest(heat.rows, MOST) if _share(row) >= HALF]
    worst = [row for row in weakest(heat.rows, MOST) if row not in best and _share(row) < 1]
    titles = list(dict.fromkeys(reading.checklists[sha].title for sha in reading.used))
    yield note_facts(titles)
    yield from _met(_("What works well"), best)
    yield from _met(_("What to do better"), worst)
    if not best and not worst:
        words = _("In too few audits to be told apart: no figure is shown under {fewest}.")
        yield Heading(1, _("What was found"))
        yield Paragraph(words.format(fewest=FEWEST))
    yield from _themes(reading, options)
    questions = _questions(reading)
    standards = [
        (criterion_name(row.criterion), in_a_line(question.good))
        for row in worst
        if (question := questions.get(row.criterion)) and question.good
    ]
    yield from what_good_looks_like(standards)
    yield from talking_points()


def _share(row: CriterionRow) -> float:
    return row.whole.share if row.whole else 0.0


def _met(title: str, rows: Sequence[CriterionRow]) -> Iterator[Block]:
    shown = [(row.criterion, row.whole) for row in rows if row.whole]
    if shown:
        yield Heading(1, title)
        yield Bullets(tuple(_point(criterion, share) for criterion, share in shown))


def _point(criterion: Criterion, share: Share) -> str:
    return _("{question} Met in {share:.0%} of {total} audits.").format(
        question=criterion_name(criterion), share=share.share, total=share.total
    )


def _themes(reading: Reading, options: AcrossOptions) -> Iterator[Block]:
    """Name what the actions are about most often, where enough audits say so."""
    themes = action_themes(reading.audits, uk_time(options.at).date())
    often = [each.theme for each in themes if each.theme and each.audits.count >= FEWEST]
    if often:
        yield Heading(1, _("What most actions are about"))
        yield Bullets(tuple(often[:MOST]))


def _questions(reading: Reading) -> Mapping[Criterion, Question]:
    """Return for each criterion its question, in the newest of the audits that ask it."""
    newest_last = list(dict.fromkeys(reversed(reading.used)))[::-1]
    return {
        reading.meanings.criteria[sha, question.id]: question
        for sha in newest_last
        for question in reading.checklists[sha].questions
    }
