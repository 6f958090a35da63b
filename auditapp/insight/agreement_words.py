# SPDX-License-Identifier: MPL-2.0
"""Put into plain words how far two readers agree, and what that does and does not show."""

from typing import Final

from auditapp.i18n import _, ngettext
from auditapp.insight.agreement import Agreement, Direction
from auditapp.insight.agreement_coefficients import Coefficient
from auditapp.insight.intervals import Share
from auditapp.insight.small_numbers import FEWEST
from auditapp.insight.trends import RARE

USUAL_TARGET: Final = 0.85
"""The share in which the council's own view matched that of inspectors (``hull-2015 para 130``).

Only where a target begins: everybody may set another.
"""


def agreement_words(found: Agreement, target: float = USUAL_TARGET) -> tuple[str, ...]:
    """Return sentences on how far two readers agree; ``target`` is a share from 0 to 1."""
    if not found.is_share_telling:
        return (
            ngettext(
                "One grade was given twice: not enough to say. It takes {least}.",
                "{count} grades were given twice: not enough to say. It takes {least}.",
                found.total,
            ).format(count=found.total, least=FEWEST),
        )
    sentences = [
        _("The same grade in {share} ({low:.0%} to {high:.0%} likely).").format(
            share=_of(found.exact), low=found.exact.low, high=found.exact.high
        ),
        _("The same or one step apart in {share}.").format(share=_of(found.within_one)),
        target_words(found.exact, target),
        direction_words(found.direction),
    ]
    if not found.is_coefficient_telling:
        sentence = _("Kappa and AC1 are left out: it takes {least} grades given twice.")
        sentences.append(sentence.format(least=found.fewest))
    return tuple(sentences)


def target_words(exact: Share, target: float) -> str:
    """Say whether a target was reached, and whether the few cases could show it at all."""
    if exact.low >= target:
        return _("The target of {target:.0%} was reached.").format(target=target)
    if exact.high < target:
        return _("The target of {target:.0%} was missed.").format(target=target)
    words = _("Whether the target of {target:.0%} is reached cannot be told from so few.")
    return words.format(target=target)


def direction_words(direction: Direction) -> str:
    """Say which way the second reader leans, and whether it may be chance."""
    if not direction.higher and not direction.lower:
        return _("No grade differs.")
    counts = _("The second reader graded higher {higher} times and lower {lower} times.").format(
        higher=direction.higher, lower=direction.lower
    )
    if direction.chance >= RARE:
        return _("{counts} That may be chance.").format(counts=counts)
    if direction.lower > direction.higher:
        return _("{counts} The first grades are on the bright side.").format(counts=counts)
    return _("{counts} The first grades are on the strict side.").format(counts=counts)


def coefficient_words(coefficient: Coefficient | None, fewest: int) -> str:
    """Return a coefficient with its interval and n, or that there is not enough to say."""
    if coefficient is None:
        return _("Not enough to say: it takes {least}, and grades that differ").format(least=fewest)
    return _("{value:.2f} ({low:.2f} to {high:.2f}), n = {total}").format(
        value=coefficient.value,
        low=coefficient.low,
        high=coefficient.high,
        total=coefficient.total,
    )


def _of(share: Share) -> str:
    return _("{count} of {total} ({share:.0%})").format(
        count=share.count, total=share.total, share=share.share
    )
