# SPDX-License-Identifier: MPL-2.0
"""Put into words how a share differs between two periods, and how sure that is."""

from auditapp.i18n import _
from auditapp.insight.small_numbers import FEWEST
from auditapp.insight.trends import Difference
from auditapp.report.across.share_words import hidden_words, of_words, share_words


def shares_words(found: Difference, *, is_shared: bool) -> tuple[str, str]:
    """Return both shares, the first first, as "12 of 30: 40%"."""
    return (
        share_words(found.first, is_shared=is_shared),
        share_words(found.second, is_shared=is_shared),
    )


def points_words(found: Difference, *, is_shared: bool) -> str:
    """Return "+12 points (+3 to +21)"; not where few stand behind one of the shares."""
    if is_hidden(found, is_shared=is_shared):
        return hidden_words()
    if min(found.first.total, found.second.total) < FEWEST:
        return _("Too few to compare")
    return _("{value:+.0f} points ({low:+.0f} to {high:+.0f})").format(
        value=100 * found.value, low=100 * found.low, high=100 * found.high
    )


def is_hidden(found: Difference, *, is_shared: bool) -> bool:
    """Tell whether one of the shares is not to be shown."""
    both = (found.first, found.second)
    return hidden_words() in [of_words(each, is_shared=is_shared) for each in both]


def is_telling(found: Difference, *, is_shared: bool) -> bool:
    """Tell whether the two may be compared at all."""
    is_enough = min(found.first.total, found.second.total) >= FEWEST
    return is_enough and not is_hidden(found, is_shared=is_shared)
