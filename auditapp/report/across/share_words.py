# SPDX-License-Identifier: MPL-2.0
"""Put counts and shares into words, with how many stand behind them."""

import datetime as dt

from auditapp.i18n import _
from auditapp.insight.intervals import Share
from auditapp.insight.small_numbers import FEWEST
from auditapp.judgement.day_words import month_words


def count_words(count: int, *, is_shared: bool) -> str:
    """Return a count as text; in what is shared, one under five is not said."""
    if is_shared and 0 < count < FEWEST:
        return _("under {fewest}").format(fewest=FEWEST)
    return str(count)


def is_hidden(share: Share, *, is_shared: bool) -> bool:
    """Tell whether a share is not shown: in what is shared, neither part may be under five."""
    rest = share.total - share.count
    return is_shared and (0 < share.count < FEWEST or 0 < rest < FEWEST)


def of_words(share: Share, *, is_shared: bool) -> str:
    """Return "12 of 30", unless it `is_hidden`."""
    if is_hidden(share, is_shared=is_shared):
        return hidden_words()
    return _("{count} of {total}").format(count=share.count, total=share.total)


def share_words(share: Share, *, is_shared: bool) -> str:
    """Return "12 of 30: 40%"; under five there is no share, only "2 of 3"."""
    counts = of_words(share, is_shared=is_shared)
    if is_hidden(share, is_shared=is_shared) or share.total < FEWEST:
        return counts
    return _("{counts}: {share:.0%}").format(counts=counts, share=share.share)


def interval_words(share: Share, *, is_shared: bool = False) -> str:
    """Return "12 of 30: 40% (25% to 58%)": the share with its 95 % interval."""
    counts = of_words(share, is_shared=is_shared)
    if is_hidden(share, is_shared=is_shared) or not share.total:
        return counts
    return _("{counts}: {share:.0%} ({low:.0%} to {high:.0%})").format(
        counts=counts, share=share.share, low=share.low, high=share.high
    )


def hidden_words() -> str:
    """Return what stands where a figure is not shown."""
    return _("not shown")


def months_words(first: dt.date, last: dt.date) -> str:
    """Return one month, or "March to May 2026"."""
    if (first.year, first.month) == (last.year, last.month):
        return month_words(first)
    start = month_words(first)
    if first.year == last.year:
        start = start.rpartition(" ")[0]
    return _("{start} to {end}").format(start=start, end=month_words(last))
