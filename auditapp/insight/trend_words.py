# SPDX-License-Identifier: MPL-2.0
"""Say in plain words what a trend, a chart or two rounds show, and what they do not show."""

from collections.abc import Mapping

from auditapp.i18n import _, ngettext
from auditapp.insight.control_charts import FEWEST_POINTS, ControlChart
from auditapp.insight.intervals import Share
from auditapp.insight.run_rules import Signal
from auditapp.insight.small_numbers import FEWEST
from auditapp.insight.trends import Difference, Trend, expected_by_chance


def trend_words(found: Trend | None) -> str:
    """Say whether shares rise or fall over the periods."""
    if found is None:
        return _("Not enough to say: it takes three periods, and cases of both kinds.")
    if not found.is_rare:
        return _(
            "No steady rise or fall can be told from chance ({periods} periods, {total} cases). "
            "That does not show that nothing changed."
        ).format(periods=found.periods, total=found.total)
    words = _("The share rises") if found.z > 0 else _("The share falls")
    return _(
        "{words}, more than chance would often give ({periods} periods, {total} cases). Why it "
        "does, the figures do not say."
    ).format(words=words, periods=found.periods, total=found.total)


def chart_words(chart: ControlChart) -> tuple[str, ...]:
    """Say what a control chart shows: a sentence for each kind of signal, or that there is none."""
    if not chart.is_telling:
        words = _("Limits mean little before there are {least} points; there are {count}.")
        return (words.format(least=FEWEST_POINTS, count=len(chart.points)),)
    words_of = _signal_words()
    found = [
        words.format(count=sum(signal in each for each in chart.signals.values()))
        for signal, words in words_of.items()
        if any(signal in each for each in chart.signals.values())
    ]
    if not found:
        return (
            _("The figures move as chance moves them. Do not act on single ups and downs."),
            _("To change them, the way of working has to change."),
        )
    found.append(_("Something changed. Look for what it was: the chart does not say."))
    return tuple(found)


def difference_words(found: Difference | None) -> str:
    """Say how a share differs between two rounds or periods, and how sure that is."""
    if found is None:
        return _("One of the two has no cases for this.")
    shares = _("{first} in the first, {second} in the second").format(
        first=_of(found.first), second=_of(found.second)
    )
    if min(found.first.total, found.second.total) < FEWEST:
        return _("{shares}: too few to compare.").format(shares=shares)
    span = _("the true difference is likely from {low:+.0f} to {high:+.0f} points").format(
        low=100 * found.low, high=100 * found.high
    )
    if not found.is_clear:
        words = _("{shares}: no clear difference; {span}.")
    elif found.value > 0:
        words = _("{shares}: higher in the second; {span}.")
    else:
        words = _("{shares}: lower in the second; {span}.")
    return words.format(shares=shares, span=span)


def many_comparisons_words(comparisons: int, clear: int) -> str:
    """Warn that of many comparisons some come out as clear by chance; empty for a single one."""
    if comparisons <= 1:
        return ""
    expected = round(expected_by_chance(comparisons))
    if not expected:
        return _(
            "{count} comparisons were made. With so many, one may look clear by chance alone."
        ).format(count=comparisons)
    return ngettext(
        "{count} comparisons were made and {clear} came out as clear. About one would by chance.",
        "{count} comparisons were made and {clear} came out as clear. About {expected} would by "
        "chance.",
        expected,
    ).format(count=comparisons, clear=clear, expected=expected)


def sampled_words(*, is_by_lot: bool) -> str:
    """Say of which files the figures speak."""
    if is_by_lot:
        return _("The files were drawn by lot, so the intervals speak of all that were listed.")
    return _(
        "The files were not drawn by lot, so the figures speak only of those that were audited."
    )


def _signal_words() -> Mapping[Signal, str]:
    return {
        Signal.OUTSIDE: _("Points beyond the limits: {count}."),
        Signal.SHIFT: _("Points in a long run on one side of the centre: {count}."),
        Signal.TREND: _("Points in a long run up, or down: {count}."),
        Signal.NEAR_LIMIT: _("Points of which two in three are close to a limit: {count}."),
    }


def _of(share: Share) -> str:
    return _("{count} of {total} ({share:.0%})").format(
        count=share.count, total=share.total, share=share.share
    )
