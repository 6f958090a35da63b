# SPDX-License-Identifier: MPL-2.0
"""Put into plain words and lines how far two readers agree."""

from collections.abc import Iterator, Mapping

from auditapp.i18n import _, ngettext
from auditapp.insight.agreement import Agreement
from auditapp.insight.agreement_words import agreement_words, coefficient_words
from auditapp.insight.intervals import Share
from ui.review.review_row import Cell, Column, Remark, ReviewRow

AGREEMENT_COLUMNS = (
    Column(_("The same"), 130),
    Column(_("Within one step"), 150),
    Column(_("Higher, lower"), 130),
)
_SAID = 4
"""The sentences before that on coefficients, which are left out of a line."""


def overall_words(found: Agreement, target: int) -> tuple[str, ...]:
    """Return sentences on one of the overall grades; ``target`` is in per cent."""
    words = agreement_words(found, target / 100)
    if not found.is_coefficient_telling:
        return words
    kappa = _(
        "Weighted kappa: {value}. It is the agreement beyond what chance would give, where two "
        "steps apart count for more than one; 1 is perfect, 0 is chance."
    )
    ac1 = _("AC1: {value}. The same, and steadier where nearly all grades are alike.")
    return (
        *words,
        kappa.format(value=coefficient_words(found.kappa_linear, found.fewest)),
        ac1.format(value=coefficient_words(found.ac1, found.fewest)),
    )


def group_rows(groups: Mapping[str, Agreement], target: int) -> tuple[ReviewRow, ...]:
    """Return a line for each auditor or question of which there is enough to say."""
    return tuple(_rows(groups, target))


def too_few_words(groups: Mapping[str, Agreement]) -> str:
    """Say of how many groups there is not enough to say; nothing where there is of all."""
    count = sum(not found.is_share_telling for found in groups.values())
    if not count:
        return ""
    words = ngettext(
        "One more was graded twice too seldom to say anything.",
        "{count} more were graded twice too seldom to say anything.",
        count,
    )
    return words.format(count=count)


def _rows(groups: Mapping[str, Agreement], target: int) -> Iterator[ReviewRow]:
    for name, found in groups.items():
        if found.is_share_telling:
            words = agreement_words(found, target / 100)[2:_SAID]
            direction = found.direction
            cells = (
                Cell(_share(found.exact)),
                Cell(_share(found.within_one)),
                Cell(_("{higher}, {lower}").format(higher=direction.higher, lower=direction.lower)),
            )
            yield ReviewRow(name, (Remark(" ".join(words)),), cells)


def _share(share: Share) -> str:
    return _("{count} of {total} ({share:.0%})").format(
        count=share.count, total=share.total, share=share.share
    )
