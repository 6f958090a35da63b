# SPDX-License-Identifier: MPL-2.0
"""Put into plain words and lines how far two readers agree."""

from collections.abc import Iterator, Mapping

from auditapp.i18n import _, ngettext
from auditapp.insight.agreement import Agreement
from auditapp.insight.agreement_words import (
    agreement_words,
    coefficient_words,
    target_words,
)
from auditapp.insight.intervals import Share
from auditapp.insight.small_numbers import FEWEST
from ui.rows.row import Cell, Column, Remark, Row

AGREEMENT_COLUMNS = (
    Column(_("The same"), 130),
    Column(_("Within one step"), 150),
    Column(_("Higher, lower"), 130),
)


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


def group_rows(groups: Mapping[str, Agreement], target: int) -> tuple[Row, ...]:
    """Return a line for each auditor or question of which there is enough to say."""
    return tuple(_rows(groups, target))


def too_few_auditors(groups: Mapping[str, Agreement]) -> str:
    """Say of how many auditors there is not enough to say; nothing where there is of all."""
    count = _too_few(groups)
    words = ngettext(
        "Of {count} auditor fewer than {fewest} audits were read twice: not enough to say.",
        "Of {count} auditors fewer than {fewest} audits each were read twice: not enough to say.",
        count,
    )
    return words.format(count=count, fewest=FEWEST) if count else ""


def too_few_questions(groups: Mapping[str, Agreement]) -> str:
    """Say of how many questions there is not enough to say; nothing where there is of all."""
    count = _too_few(groups)
    words = ngettext(
        "{count} question was rated twice fewer than {fewest} times: not enough to say.",
        "{count} questions were rated twice fewer than {fewest} times: not enough to say.",
        count,
    )
    return words.format(count=count, fewest=FEWEST) if count else ""


def _too_few(groups: Mapping[str, Agreement]) -> int:
    return sum(not found.is_share_telling for found in groups.values())


def _rows(groups: Mapping[str, Agreement], target: int) -> Iterator[Row]:
    for name, found in groups.items():
        if found.is_share_telling:
            words = target_words(found.exact, target / 100)
            direction = found.direction
            cells = (
                Cell(_share(found.exact)),
                Cell(_share(found.within_one)),
                Cell(_("{higher}, {lower}").format(higher=direction.higher, lower=direction.lower)),
            )
            yield Row(name, (Remark(words),), cells)


def _share(share: Share) -> str:
    return _("{count} of {total} ({share:.0%})").format(
        count=share.count, total=share.total, share=share.share
    )
