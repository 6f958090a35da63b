# SPDX-License-Identifier: MPL-2.0
"""Say shares in what leaves the service: no count from 1 to 4, nor one that gives it away."""

from auditapp.i18n import _
from auditapp.insight.intervals import Share
from auditapp.insight.small_numbers import FEWEST


def guarded_words(share: Share) -> str:
    """Return a share as words that point at nobody."""
    if share.total < FEWEST:
        return _("too few to say")
    if 0 < share.count < FEWEST:
        return _("fewer than {fewest} of {total}").format(fewest=FEWEST, total=share.total)
    if 0 < share.total - share.count < FEWEST:
        words = _("all but fewer than {fewest} of {total}")
        return words.format(fewest=FEWEST, total=share.total)
    return _("{count} of {total} ({share:.0%}; probably {low:.0%} to {high:.0%})").format(
        count=share.count,
        total=share.total,
        share=share.share,
        low=share.low,
        high=share.high,
    )


def is_told(share: Share) -> bool:
    """Tell whether the count itself may be told."""
    rest = share.total - share.count
    return share.total >= FEWEST and not (0 < share.count < FEWEST or 0 < rest < FEWEST)
