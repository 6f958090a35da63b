# SPDX-License-Identifier: MPL-2.0
"""Say what a figure shows. A table with the same numbers always stands beside it."""

from dataclasses import dataclass

from auditapp.i18n import _


@dataclass(frozen=True, slots=True)
class TrendMark:
    """Hold one point of a trend: a share from 0 to 1 with its interval. ``label`` names its time.

    ``share`` is None where there is a gap; ``low`` and ``high`` say nothing then.
    """

    label: str
    share: float | None
    low: float = 0.0
    high: float = 1.0


@dataclass(frozen=True, slots=True)
class TrendFigure:
    """Show how a share went on. ``label`` says what it is a share of."""

    label: str
    marks: tuple[TrendMark, ...]


def trend_in_words(figure: TrendFigure) -> str:
    """Say what a trend shows, for those who cannot see it."""
    shown = [mark for mark in figure.marks if mark.share is not None]
    if not shown:
        return _("{label}: nothing can be shown.").format(label=figure.label)
    said = "; ".join(
        _("{label} {share:.0%}, probably {low:.0%} to {high:.0%}").format(
            label=mark.label, share=mark.share, low=mark.low, high=mark.high
        )
        for mark in shown
    )
    return f"{figure.label}: {said}."
