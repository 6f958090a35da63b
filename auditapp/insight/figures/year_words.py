# SPDX-License-Identifier: MPL-2.0
"""Write what the audits of a time show as words to be pasted into a self-evaluation.

It goes outside, so it names no person, team or case, and tells no small number.
"""

import datetime as dt
from collections.abc import Iterator

from auditapp.i18n import _, ngettext
from auditapp.insight.figures.figure import criterion_words
from auditapp.insight.figures.grades import good_share, good_shares, whole_counts
from auditapp.insight.figures.guarded import guarded_words, is_told
from auditapp.insight.figures.work import moderated
from auditapp.insight.insights import Insights
from auditapp.insight.intervals import Share
from auditapp.insight.rollups.criteria import strongest, weakest
from auditapp.insight.selection import Selection
from auditapp.insight.small_numbers import FEWEST
from auditapp.insight.trend_words import trend_words
from auditapp.insight.trends import trend
from auditapp.judgement.day_words import day_words
from auditapp.model.labels import label

_NAMED = 3


def year_words(found: Insights, selection: Selection) -> str:
    """Return paragraphs, and at the end what the figures do not say."""
    if found.audits < FEWEST:
        words = _("Fewer than {fewest} audits are chosen: too few to say anything outside.")
        return words.format(fewest=FEWEST)
    parts = (
        _about(found, selection),
        _grades(found),
        _criteria(found),
        _timescales(found),
        _causes(found),
        _follow_up(found),
        _views(found),
        _moderation(found),
        _limits(),
    )
    return "\n\n".join(filter(None, (" ".join(part) for part in parts)))


def _about(found: Insights, selection: Selection) -> Iterator[str]:
    first = selection.first or _first_month(found)
    last = selection.last or found.day
    yield _("From {first} to {last}, {count} case files were audited.").format(
        first=day_words(first), last=day_words(last), count=f"{found.audits:,}"
    )
    having = Share(sum(each.having for each in found.concerns), found.audits)
    yield _("An immediate concern for a child was raised in {share}.").format(
        share=guarded_words(having)
    )


def _grades(found: Insights) -> Iterator[str]:
    for words, counts in (
        (_("Practice was graded good or better in {share}."), found.practice),
        (_("The impact on the child was graded good or better in {share}."), found.impact),
    ):
        share = good_share(whole_counts(counts))
        if share.total:
            yield words.format(share=guarded_words(share))
    shares = list(good_shares(found.practice, found.day).values())
    yield _("Over the months: {words}").format(words=trend_words(trend(shares)))


def _criteria(found: Insights) -> Iterator[str]:
    best, worst = strongest(found.criteria.rows, _NAMED), weakest(found.criteria.rows, _NAMED)
    if len(best) < _NAMED or any(row in worst for row in best):
        return
    for words, rows in ((_("Met most often:"), best), (_("Met least often:"), worst)):
        named = (f"{criterion_words(row.criterion)} {guarded_words(row.whole)}" for row in rows)
        yield f"{words} {'; '.join(named)}."


def _timescales(found: Insights) -> Iterator[str]:
    judged = [each for each in found.timescales if is_told(each.in_time)]
    judged.sort(key=lambda each: each.in_time.share)
    if judged:
        named = (
            f"{criterion_words(each.criterion)} {guarded_words(each.in_time)}"
            for each in judged[:_NAMED]
        )
        yield _("Timescales kept least often: {named}.").format(named="; ".join(named))


def _causes(found: Insights) -> Iterator[str]:
    told = sorted(found.causes, key=lambda each: -each.audits)
    named = [f"“{label(c.cause)}” {guarded_words(Share(c.audits, found.audits))}" for c in told]
    if named:
        yield _("Behind shortfalls the auditors saw, by audits: {named}.").format(
            named="; ".join(named)
        )


def _follow_up(found: Insights) -> Iterator[str]:
    whole = found.actions.whole
    if whole.total < FEWEST:
        return
    yield ngettext("{count} action was set.", "{count} actions were set.", whole.total).format(
        count=f"{whole.total:,}"
    )
    for words, count in (
        (_("Done, and verified by another person: {share}."), whole.verified),
        (_("Overdue now: {share}."), whole.overdue),
    ):
        yield words.format(share=guarded_words(Share(count, whole.total)))


def _views(found: Insights) -> Iterator[str]:
    for each in found.feedback:
        yield _("{person}: asked in {asked}, replied in {replied}.").format(
            person=label(each.person),
            asked=guarded_words(Share(each.asked, each.audits)),
            replied=guarded_words(Share(each.replied, each.audits)),
        )


def _moderation(found: Insights) -> Iterator[str]:
    both = moderated(found)
    if both.total:
        yield _("A second reader gave the same practice grade in {share}.").format(
            share=guarded_words(both.exact)
        )


def _limits() -> Iterator[str]:
    yield _(
        "These figures speak of the files that were audited. “Probably” is the range in which the "
        "true share lies with a likelihood of 95%. Grades of audits borrow the words of "
        "inspection; they are not inspection judgements. Counts under {fewest} are not told."
    ).format(fewest=FEWEST)


def _first_month(found: Insights) -> dt.date:
    return min((each.month for each in found.completion), default=found.day)
