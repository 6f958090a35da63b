# SPDX-License-Identifier: MPL-2.0
"""List the counts of many audits for a scorecard of the council: without names or small numbers.

No person, team or case is in it. A count that is not shown is empty, and its row says why.
"""

from collections.abc import Iterator, Sequence

from auditapp.i18n import _
from auditapp.insight.figures.figure import criterion_words
from auditapp.insight.figures.grades import whole_counts
from auditapp.insight.figures.guarded import is_told
from auditapp.insight.figures.work import moderated
from auditapp.insight.insights import Insights
from auditapp.insight.intervals import Share
from auditapp.insight.rollups.completion import CompletionCount
from auditapp.insight.rollups.grades import GradeCount
from auditapp.insight.small_numbers import FEWEST, hidden_places, merged_until_enough
from auditapp.model.grade import GradeBand
from auditapp.model.labels import label

Row = tuple[str, str, str, str, str, str]


def scorecard(found: Insights) -> list[Row]:
    """Return the rows, the titles of the columns first."""
    titles = (_("Measure"), _("What"), _("Count"), _("Of"), _("Share"), _("Note"))
    return [titles, *_rows(found)]


def _rows(found: Insights) -> Iterator[Row]:
    yield from _months(found.completion)
    yield from _grades(_("Practice grade"), found.practice)
    yield from _grades(_("Impact grade"), found.impact)
    for each in found.criteria.rows:
        yield _row(_("Criterion met in full"), criterion_words(each.criterion), each.whole)
    for timescale in found.timescales:
        name = criterion_words(timescale.criterion)
        yield _row(_("Timescale kept"), name, timescale.in_time)
    for cause in found.causes:
        share = Share(cause.audits, found.audits)
        yield _row(_("Audits with a cause"), label(cause.cause), share)
    concern = Share(sum(each.having for each in found.concerns), found.audits)
    yield _row(_("Audits with an immediate concern"), "", concern)
    whole = found.actions.whole
    for name, count in (
        (_("Overdue"), whole.overdue),
        (_("Open"), whole.still_open),
        (_("Verified"), whole.verified),
        (_("Dropped"), whole.dropped),
    ):
        yield _row(_("Actions"), name, Share(count, whole.total))
    for person in found.feedback:
        name = label(person.person)
        yield _row(_("Feedback asked for"), name, Share(person.asked, person.audits))
        yield _row(_("Feedback given"), name, Share(person.replied, person.audits))
    both = moderated(found)
    yield _row(_("Moderation: the same practice grade"), "", both.exact)
    yield _row(_("Moderation: the same or one step apart"), "", both.within_one)


def _months(counts: Sequence[CompletionCount]) -> Iterator[Row]:
    groups = merged_until_enough(counts, lambda each: each.signed)
    for group in groups:
        total = sum(each.signed for each in group)
        first, last = f"{group[0].month:%Y-%m}", f"{group[-1].month:%Y-%m}"
        name = first if first == last else _("{first} to {last}").format(first=first, last=last)
        is_enough = total >= FEWEST
        note = "" if is_enough else _hidden()
        yield (_("Audits signed off"), name, str(total) if is_enough else "", "", "", note)


def _grades(measure: str, counts: Sequence[GradeCount]) -> Iterator[Row]:
    row = whole_counts(counts)
    total = sum(row)
    hidden = {column for at, column in hidden_places([row]) if at == 0}
    for column, (band, count) in enumerate(zip(GradeBand, row, strict=True)):
        if column in hidden or total < FEWEST:
            of = str(total) if total >= FEWEST else ""
            yield (measure, label(band), "", of, "", _hidden())
        else:
            share = Share(count, total)
            yield (measure, label(band), str(count), str(total), f"{share.share:.3f}", "")


def _row(measure: str, name: str, share: Share) -> Row:
    if not is_told(share):
        return (measure, name, "", "", "", _hidden())
    return (measure, name, str(share.count), str(share.total), f"{share.share:.3f}", "")


def _hidden() -> str:
    return _("Not shown: it would tell a number under {fewest}").format(fewest=FEWEST)
